"""Adding articles: from what a person names to what each part of it became."""

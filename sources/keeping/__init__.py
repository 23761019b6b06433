"""Keeping articles: the tables of a library, its changes, and what people do to what is kept."""

"""What the readers of documents are made of."""

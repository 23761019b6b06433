"""What the readers of tables and of JSON are made of."""

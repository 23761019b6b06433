"""Which pages tell the same: copies, events, stories, and the words that set outlets apart."""

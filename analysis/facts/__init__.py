"""Which sentences of different pages tell the same fact, and where they disagree."""

"""How a text shows somebody whom it names: what is said of them, word by word, and what it weighs."""

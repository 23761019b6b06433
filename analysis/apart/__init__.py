"""What sets outlets apart inside one event: words, word shifts, how people are named, who is quoted, and how far."""

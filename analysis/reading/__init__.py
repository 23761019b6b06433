"""From articles to sentences, words and voices: who says what."""

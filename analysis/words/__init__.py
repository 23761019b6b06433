"""What single words carry: lexicons and their hits, VADER's rules, syllables."""

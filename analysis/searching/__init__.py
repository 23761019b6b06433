"""Finding words in the texts of all articles: an index beside each run, what is asked of it, and the sentence found."""

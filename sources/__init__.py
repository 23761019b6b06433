"""Getting and keeping articles: readers, cleaning, outlets and the library. Imports nothing of ours."""

"""The measures. A new measure is one file here and one line in `ALL_MEASURES`."""

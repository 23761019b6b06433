"""Collecting in the browser: what is given, the work that reads it, and who may write."""

"""The rules that tell an article from what stands around it on a page."""

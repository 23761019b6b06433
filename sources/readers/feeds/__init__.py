"""What the feed reader is made of."""

"""What the HTML reader is made of."""

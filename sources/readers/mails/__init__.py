"""What the e-mail reader is made of."""

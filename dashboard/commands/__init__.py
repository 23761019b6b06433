"""The commands of `parallax`, one a file."""

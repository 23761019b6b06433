"""The readers, in the order in which they are asked whether an input is theirs. A new one is a file and a line."""

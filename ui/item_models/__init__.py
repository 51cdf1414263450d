"""Qt models over domain rows."""

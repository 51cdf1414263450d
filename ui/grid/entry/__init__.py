"""The one open cell: its editor, what it offers, and what it says to an entry."""

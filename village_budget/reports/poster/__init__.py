"""The poster: what it says, where it stands, how it is drawn."""

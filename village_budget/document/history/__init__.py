"""The journal as people ask about it."""

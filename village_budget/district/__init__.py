"""Many villages at once: recap and comparison."""

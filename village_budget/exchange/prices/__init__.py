"""Lists of standard prices on their way in."""

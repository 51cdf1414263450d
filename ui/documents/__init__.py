"""Official forms, prints and posters: looked at, exported, printed, verified."""

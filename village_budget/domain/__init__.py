"""Frozen rows of a plan and the plan that holds them; knows nothing of files, windows or rules."""

"""The kinds of rules: each judges one sort of question."""

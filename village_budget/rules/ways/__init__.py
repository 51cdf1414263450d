"""Ways out of broken rules: drafts of small changes, and the proof that they mend and break nothing."""

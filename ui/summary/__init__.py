"""Ringkasan: where the money comes from and goes, in figures, charts and a map."""

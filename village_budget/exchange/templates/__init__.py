"""Templates of activities as files."""

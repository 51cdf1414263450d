"""Official forms as documents that know no file format, and the writers that turn them into files."""

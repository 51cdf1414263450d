"""The only room that speaks SQL: the plan file, its lock, backups, fingerprint and migrations."""

"""The budget as a table: one screen for each part of the plan."""

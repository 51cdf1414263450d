"""The flat table: one row a line of the plan, for programs and people."""

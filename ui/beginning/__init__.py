"""Ways not to begin from nothing: a new plan, other years, templates."""

"""Files and clipboards as grids of cells; nothing is known of budgets here."""

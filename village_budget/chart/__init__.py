"""The national chart of accounts: activities, accounts, fund sources, tags proposed from codes."""

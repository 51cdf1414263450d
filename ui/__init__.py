"""How people and programs reach the core: the command line and the window."""

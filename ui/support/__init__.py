"""What all of the window leans on: workspace, theme, settings, messages, background work."""

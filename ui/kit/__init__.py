"""Widgets and dialogs that know no plan."""

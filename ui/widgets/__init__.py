"""Widgets painted from tokens."""

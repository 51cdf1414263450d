"""Edits by noun: each turns an intention into changes."""

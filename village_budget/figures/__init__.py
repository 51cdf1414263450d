"""Sums over a plan, kept up to date change by change; pure integers in sen."""

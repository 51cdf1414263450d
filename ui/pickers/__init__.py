"""Choosing an activity or an account of the chart, wherever one is asked for."""

"""Allocation rules as data: packs of a fiscal year, their kinds, and the check of a plan against them."""

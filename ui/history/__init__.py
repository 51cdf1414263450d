"""Riwayat: every step of the plan, and rows brought back as they were."""

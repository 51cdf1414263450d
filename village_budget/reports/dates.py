"""Dates as the forms write them: ``31 Desember 2026``."""

from __future__ import annotations

from datetime import datetime

from village_budget.spelling import long_date

__all__ = ["date_and_time", "long_date"]


def date_and_time(moment: datetime) -> str:
    """Write a moment to the minute: ``14 Oktober 2025 14:03``."""
    return f"{long_date(moment.date())} {moment:%H:%M}"

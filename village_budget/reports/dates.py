"""Dates as the forms write them: ``31 Desember 2026``."""

from __future__ import annotations

from datetime import date, datetime

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def long_date(day: date) -> str:
    """Write a day: ``31 Desember 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_and_time(moment: datetime) -> str:
    """Write a moment to the minute: ``14 Oktober 2025 14:03``."""
    return f"{long_date(moment.date())} {moment:%H:%M}"

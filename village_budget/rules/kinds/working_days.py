"""Working days (hari kerja): Monday to Friday, without national holidays, joint leave and the regency's days.

National holidays and joint leave come from the package ``holidays``, which is loaded when a rule first counts
working days. Days of coming years that no joint decree has fixed yet are its estimates.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

_ONE = timedelta(1)
_SATURDAY = 5
_NONE: Mapping[date, str] = {}


@lru_cache(maxsize=32)
def national_holidays(year: int) -> dict[date, str]:
    """National holidays and joint leave of a year with their Indonesian names."""
    from holidays.countries.indonesia import Indonesia

    found = Indonesia(years=year, categories=("public", "government"), language="id")
    return {day: found[day] for day in sorted(found)}


def is_working_day(day: date, extra: Mapping[date, str] = _NONE) -> bool:
    """Whether people work on a day; ``extra`` holds the regency's own holidays."""
    return day.weekday() < _SATURDAY and day not in extra and day not in national_holidays(day.year)


def add_working_days(start: date, count: int, extra: Mapping[date, str] = _NONE) -> date:
    """The day on which the ``count``-th working day after ``start`` ends; ``start`` itself does not count."""
    day = start
    while count > 0:
        day += _ONE
        count -= is_working_day(day, extra)
    return day

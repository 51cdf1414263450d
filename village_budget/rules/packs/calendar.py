"""The dates a village keeps on the way to its APB Desa, from ``resources/rules/calendar.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from village_budget import paths


@dataclass(frozen=True, slots=True)
class DueDate:
    """One date of the year cycle.

    Attributes:
        id: ``agree`` (with the BPD), ``submit`` (to the Camat), ``enact`` (the Perdes).
        day: the last day it can be done in time.
        basis: regulation and article.
    """

    id: str
    day: date
    basis: str


@lru_cache(maxsize=1)
def _entries() -> list[dict[str, Any]]:
    text = paths.resource("rules", "calendar.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["due"]
    return entries


def due_dates(fiscal_year: int) -> tuple[DueDate, ...]:
    """Dates for the budget of a fiscal year, in the order in which they come up."""
    found: dict[str, DueDate] = {}
    for entry in _entries():
        if "after" in entry:
            day = found[entry["after"]].day + timedelta(days=entry["days"])
        else:
            day = date(fiscal_year - entry["years_before"], entry["month"], entry["day"])
        found[entry["id"]] = DueDate(entry["id"], day, entry["basis"])
    return tuple(found.values())

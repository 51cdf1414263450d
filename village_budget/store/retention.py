"""Which backups to keep: the newest, then one a day, one a week, one a month, counted by what is there.

Order is the running number, never the clock: a clock that was wrong for a day neither deletes all backups nor
stops new ones (F26).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

NEWEST = 10
DAYS = 14
WEEKS = 8
MONTHS = 24

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class _Period:
    label: Callable[[datetime], tuple[int, ...]]
    count: int


_PERIODS = (
    _Period(lambda at: (at.year, at.month, at.day), DAYS),
    _Period(lambda at: tuple(at.isocalendar()[:2]), WEEKS),
    _Period(lambda at: (at.year, at.month), MONTHS),
)


def kept(items: Sequence[_Item], at: Callable[[_Item], datetime]) -> list[_Item]:
    """Those of the items, oldest first, that are kept.

    Args:
        items: in the order of their running numbers.
        at: when each was made.
    """
    chosen = set(range(max(0, len(items) - NEWEST), len(items)))
    for period in _PERIODS:
        seen: set[tuple[int, ...]] = set()
        for index in range(len(items) - 1, -1, -1):
            label = period.label(at(items[index]))
            if label not in seen:
                if len(seen) == period.count:
                    break
                seen.add(label)
                chosen.add(index)
    return [items[index] for index in sorted(chosen)]

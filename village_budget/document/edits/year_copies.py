"""Edits that start from what is there: a whole year, or single activities of any year, copied as one step.

Every copied line is marked: nobody has looked at it yet (U25). Notes, links and reasons for a price belong to
the year they were written in and stay there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from village_budget.chart.codes import is_within
from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import activity_edits
from village_budget.document.edits.amounts import KEPT, ZERO, CopiedAmounts
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.money import Sen
from village_budget.personal_numbers import with_masked_numbers

CARRY_OVER = "6.1.1"
"""Last year's balance (SiLPA): what is left of this year nobody knows yet, so its lines are not copied."""

MARK = "last_year"
"""What `Line.review` says of a copied line."""


class Into(StrEnum):
    """What becomes of what the plan has already."""

    APPEND = "append"
    MISSING = "missing"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy brings, before it is done.

    Attributes:
        activities: rows that come.
        lines: rows that come.
        amount: their sum as it will be, in sen.
    """

    activities: tuple[Activity, ...] = ()
    lines: tuple[Line, ...] = ()
    amount: Sen = 0


@dataclass(frozen=True, slots=True)
class CopyYear:
    """Copy parts of another plan version into this one.

    Attributes:
        source: the other version, of this file or of another.
        parts: revenue, spending, financing.
        amounts: kept, zero or changed by a percentage.
        into: behind what is there, only codes that are not there yet, or in place of what is there.
        carry_over: also the lines of last year's balance (6.1.1), without an amount.
    """

    source: Plan
    parts: frozenset[Part] = frozenset(Part)
    amounts: CopiedAmounts = KEPT
    into: Into = Into.APPEND
    carry_over: bool = False

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the year and the number of lines."""
        count = str(len(self.copied(plan).lines))
        return StepLabel("step-copy-year", {"year": str(self.source.info.fiscal_year), "count": count})

    def copied(self, plan: Plan) -> Copied:
        """The rows of the source that come into the plan, with their own keys."""
        activities: list[Activity] = []
        lines: list[Line] = []
        if Part.SPENDING in self.parts:
            codes = {row.code for row in plan.activities.values()} if self.into is Into.MISSING else set()
            activities = [row for row in self.source.activities_in_order() if row.code not in codes]
            lines = [line for row in activities for line in self.source.lines_of(row.id)]
        for part in (Part.REVENUE, Part.FINANCING):
            if part in self.parts:
                lines += self._of_part(plan, part)
        amount = sum(self._line(line).amount for line in lines)
        return Copied(tuple(activities), tuple(lines), amount)

    def replaced(self, plan: Plan) -> Copied:
        """The rows of the plan that go."""
        if self.into is not Into.REPLACE:
            return Copied()
        lines = tuple(line for part in self.parts for line in plan.part_lines(part))
        activities = tuple(plan.activities_in_order()) if Part.SPENDING in self.parts else ()
        return Copied(activities, lines, sum(line.amount for line in lines))

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """Lines and activities that go, then activities and lines that come."""
        gone, come = self.replaced(plan), self.copied(plan)
        places = Places(plan, without=gone)
        removed = [Change(Entity.LINE, row.id, row, None) for row in gone.lines]
        removed += [Change(Entity.ACTIVITY, row.id, row, None) for row in gone.activities]
        keys, added = _activities(come.activities, places, new_id)
        same = self.source.info.fiscal_year == plan.info.fiscal_year
        return [*removed, *added, *_lines(come.lines, keys, places, new_id, self._line, same_year=same)]

    def _of_part(self, plan: Plan, part: Part) -> Iterable[Line]:
        there = {line.account_code for line in plan.part_lines(part)} if self.into is Into.MISSING else set()
        for line in self.source.part_lines(part):
            if line.account_code not in there and (self.carry_over or not is_carry_over(line)):
                yield line

    def _line(self, line: Line) -> Line:
        return (ZERO if is_carry_over(line) else self.amounts).of(line)


@dataclass(frozen=True, slots=True)
class CopyActivities:
    """Copy single activities with their lines, from another plan version or from this one.

    Attributes:
        source: where they are.
        activity_ids: which, in the order of the plan.
        amounts: kept, zero or changed by a percentage.
    """

    source: Plan
    activity_ids: tuple[int, ...]
    amounts: CopiedAmounts = KEPT

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the activity when it is one."""
        year = str(self.source.info.fiscal_year)
        if len(set(self.activity_ids)) == 1:
            code = activity_edits.find(self.source, self.activity_ids[0]).code
            return StepLabel("step-copy-activity", {"code": code, "year": year})
        count = str(len(set(self.activity_ids)))
        return StepLabel("step-copy-activities", {"count": count, "year": year})

    def copied(self) -> Copied:
        """The rows that come, with the keys of the source."""
        found = {key: activity_edits.find(self.source, key) for key in self.activity_ids}
        rows = [row for row in self.source.activities_in_order() if row.id in found]
        lines = [line for row in rows for line in self.source.lines_of(row.id)]
        return Copied(tuple(rows), tuple(lines), sum(self.amounts.of(line).amount for line in lines))

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The activities, then their lines."""
        come, places = self.copied(), Places(plan)
        keys, added = _activities(come.activities, places, new_id)
        same = self.source.info.fiscal_year == plan.info.fiscal_year
        return [*added, *_lines(come.lines, keys, places, new_id, self.amounts.of, same_year=same)]


def is_carry_over(line: Line) -> bool:
    """Whether a line is last year's balance."""
    return is_within(line.account_code, CARRY_OVER)


@dataclass(slots=True)
class Places:
    """The next free place number of each activity code, and of each account outside the activities."""

    plan: Plan
    without: Copied = field(default_factory=Copied)
    _next: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin behind what stays."""
        gone = {row.id for row in self.without.activities} | {row.id for row in self.without.lines}
        for activity in self.plan.activities.values():
            if activity.id not in gone:
                self._begin(("", activity.code), activity.position + 1)
        for line in self.plan.lines.values():
            if line.activity_id is None and line.id not in gone:
                self._begin((line.part, line.account_code), line.position + 1)

    def _begin(self, home: tuple[str, str], place: int) -> None:
        self._next[home] = max(place, self._next.get(home, 0))

    def take(self, part: str, code: str) -> int:
        """The next place; it is taken now."""
        place = self._next.get((part, code), 0)
        self._next[part, code] = place + 1
        return place


def _activities(
    rows: Iterable[Activity], places: Places, new_id: NewId
) -> tuple[dict[int, int], list[Change]]:
    """New activities like those, and their keys by the key of the source."""
    keys: dict[int, int] = {}
    added: list[Change] = []
    for row in rows:
        keys[row.id] = new_id()
        place = places.take("", row.code)
        made = replace(
            row, id=keys[row.id], position=place, note="",
            name=with_masked_numbers(row.name), officer=with_masked_numbers(row.officer),
            location=with_masked_numbers(row.location), output=with_masked_numbers(row.output),
        )  # fmt: skip
        added.append(Change(Entity.ACTIVITY, made.id, None, made))
    return keys, added


def _lines(
    rows: Sequence[Line],
    keys: dict[int, int],
    places: Places,
    new_id: NewId,
    valued: Callable[[Line], Line],
    *,
    same_year: bool,
) -> list[Change]:
    added = []
    for row in rows:
        inside = row.activity_id is not None
        after = valued(row)
        made = replace(
            after,
            id=new_id(),
            activity_id=keys[row.activity_id] if row.activity_id is not None else None,
            position=row.position if inside else places.take(row.part, row.account_code),
            note="",
            link="",
            review=MARK,
            description=with_masked_numbers(row.description),
            price_reason=row.price_reason if same_year and after.unit_price == row.unit_price else "",
        )
        added.append(Change(Entity.LINE, made.id, None, made))
    return added

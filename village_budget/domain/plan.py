"""The plan: one fiscal year's village budget in one version, as rows by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from village_budget.domain.activity import Activity
from village_budget.domain.answer import Answer, OverlayText, PriceText, Waiver
from village_budget.domain.lines import Line, Part
from village_budget.domain.village import Village


class Status(StrEnum):
    """Life of a plan version; an enacted one never changes."""

    DRAFT = "draft"
    AGREED = "agreed"
    SUBMITTED = "submitted"
    EVALUATED = "evaluated"
    ENACTED = "enacted"


@dataclass(frozen=True, slots=True)
class PlanInfo:
    """Head of a plan version.

    Attributes:
        id: key in the plan file.
        fiscal_year: calendar year.
        version: 0 is the original, 1.. are amendments.
        status: where it stands.
        regulation_number: number of the Perdes; empty while unknown.
        regulation_date: ISO date of the Perdes; empty while unknown.
    """

    id: int
    fiscal_year: int
    version: int = 0
    status: Status = Status.DRAFT
    regulation_number: str = ""
    regulation_date: str = ""


Record: TypeAlias = Answer | Waiver | OverlayText | PriceText
"""What is recorded about a plan beside its budget."""

Row: TypeAlias = Village | PlanInfo | Activity | Line | Record


class Entity(StrEnum):
    """Kinds of rows, named as their tables are."""

    VILLAGE = "village"
    PLAN = "plan"
    ACTIVITY = "activity"
    LINE = "line"
    ANSWER = "answer"
    WAIVER = "waiver"
    OVERLAY = "overlay"
    PRICES = "prices"


RECORDS = frozenset({Entity.ANSWER, Entity.WAIVER, Entity.OVERLAY, Entity.PRICES})
"""Kinds of records; they may still grow when the budget is enacted."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after an edit; its own inverse when turned round.

    ``before`` None is an addition, ``after`` None a removal; never both.
    """

    entity: Entity
    key: int
    before: Row | None
    after: Row | None

    def inverse(self) -> Change:
        """The change that undoes this one."""
        return Change(self.entity, self.key, self.after, self.before)


class Plan:
    """The rows of one plan version; changed only through `apply`, by the open document."""

    def __init__(
        self,
        village: Village,
        info: PlanInfo,
        activities: Iterable[Activity] = (),
        lines: Iterable[Line] = (),
        records: Iterable[Record] = (),
    ) -> None:
        self.village = village
        self.info = info
        self.activities: dict[int, Activity] = {}
        self.lines: dict[int, Line] = {}
        self.answers: dict[int, Answer] = {}
        self.waivers: dict[int, Waiver] = {}
        self.overlays: dict[int, OverlayText] = {}
        self.price_lists: dict[int, PriceText] = {}
        self._lines_of: dict[int | None, dict[int, None]] = {}
        self._answered: dict[str, Answer] = {}
        for activity in activities:
            self.activities[activity.id] = activity
        for line in lines:
            self._set_line(line.id, None, line)
        for row in records:
            self._set_record(row.id, None, row)

    def apply(self, change: Change) -> None:
        """Put a change's ``after`` in place of its ``before``."""
        before, after = change.before, change.after
        match after or before:
            case Line():
                assert before is None or isinstance(before, Line)
                assert after is None or isinstance(after, Line)
                self._set_line(change.key, before, after)
            case Activity():
                if isinstance(after, Activity):
                    self.activities[change.key] = after
                else:
                    del self.activities[change.key]
            case Village():
                assert isinstance(after, Village)
                self.village = after
            case PlanInfo():
                assert isinstance(after, PlanInfo)
                self.info = after
            case Answer() | Waiver() | OverlayText() | PriceText():
                assert before is None or isinstance(before, Record)
                assert after is None or isinstance(after, Record)
                self._set_record(change.key, before, after)

    def answer(self, question: str) -> Answer | None:
        """The answer to a question; None while it is open."""
        return self._answered.get(question)

    def waiver(self, rule: str, fund: str = "") -> Waiver | None:
        """The exemption from a rule; None when there is none."""
        found = (row for row in self.waivers.values() if row.rule == rule and row.fund == fund)
        return next(found, None)

    @property
    def overlay(self) -> OverlayText | None:
        """The regency's rule file; None when none is loaded."""
        return next(iter(self.overlays.values()), None)

    @property
    def records(self) -> dict[int, Record]:
        """All that is recorded beside the budget, by key."""
        return {**self.answers, **self.waivers, **self.overlays, **self.price_lists}

    @property
    def prices(self) -> PriceText | None:
        """The list of standard prices that travels in the file; None when there is none."""
        return next(iter(self.price_lists.values()), None)

    def unreviewed(self) -> list[Line]:
        """Lines that were copied, of a template or guessed, and that nobody has looked at yet (U25)."""
        return [line for line in self.all_lines() if line.review]

    def activities_in_order(self) -> list[Activity]:
        """All activities by code, then position."""
        return sorted(self.activities.values(), key=lambda a: (a.code, a.position, a.id))

    def lines_of(self, activity_id: int) -> list[Line]:
        """Cost lines of an activity by account, then position."""
        return self._ordered(self._lines_of.get(activity_id, ()))

    def part_lines(self, part: Part) -> list[Line]:
        """Lines of one part in the order of the forms."""
        if part is Part.SPENDING:
            return [line for activity in self.activities_in_order() for line in self.lines_of(activity.id)]
        return [line for line in self._ordered(self._lines_of.get(None, ())) if line.part is part]

    def all_lines(self) -> Iterator[Line]:
        """Every line, part by part, in the order of the forms."""
        for part in Part:
            yield from self.part_lines(part)

    def _ordered(self, ids: Iterable[int]) -> list[Line]:
        lines = [self.lines[line_id] for line_id in ids]
        return sorted(lines, key=lambda line: (line.account_code, line.position, line.id))

    def _set_line(self, key: int, before: Line | None, after: Line | None) -> None:
        if before is not None:
            del self._lines_of[before.activity_id][key]
            if after is None:
                del self.lines[key]
        if after is not None:
            self.lines[key] = after
            self._lines_of.setdefault(after.activity_id, {})[key] = None

    def _set_record(self, key: int, before: Record | None, after: Record | None) -> None:
        match after or before:
            case Answer():
                if isinstance(before, Answer):
                    del self._answered[before.question]
                _put(self.answers, key, after)
                if isinstance(after, Answer):
                    self._answered[after.question] = after
            case Waiver():
                _put(self.waivers, key, after)
            case OverlayText():
                _put(self.overlays, key, after)
            case PriceText():
                _put(self.price_lists, key, after)


def _put(rows: dict[int, Any], key: int, after: Record | None) -> None:
    if after is None:
        del rows[key]
    else:
        rows[key] = after

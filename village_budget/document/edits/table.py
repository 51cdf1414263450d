"""Edits that take a whole table in as one step: all lines of a plan, or the details of its activities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.document.edits.activity_edits import clean_values
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.money import line_amount

if TYPE_CHECKING:
    from village_budget.exchange.flat.flat_table import FlatRow

_Home: TypeAlias = tuple[Part, str, str]
"""Part, activity code and account code: where a row belongs."""


@dataclass(frozen=True, slots=True)
class LoadTable:
    """Replace all lines of the plan by the rows of a table.

    A line that is already there, in the same place and with the same content, stays as it is (with its key
    and note). Activities that stay keep their details; those that no row uses are removed.
    """

    rows: tuple[FlatRow, ...]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the number of rows."""
        return StepLabel("step-load-table", {"count": str(len(self.rows))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """Removed lines, removed activities, added activities, then set and added lines."""
        wanted: dict[_Home, list[FlatRow]] = {}
        names: dict[str, str] = {}
        for row in self.rows:
            code = fields.activity_code(row.activity_code) if row.part is Part.SPENDING else ""
            account = fields.account_code(row.account_code, row.part)
            wanted.setdefault((row.part, code, account), []).append(row)
            if code:
                names[code] = names.get(code) or fields.clean_text(row.activity_name, "name")
        kept, extra = _first_of_each_code(plan, names)
        added, ids = _activity_changes(kept, names, new_id)
        removed, lines = _line_changes(plan, wanted, ids, extra, new_id)
        gone = [Change(Entity.ACTIVITY, row.id, row, None) for row in extra]
        return [*removed, *gone, *added, *lines]


class ActivityDetails(Protocol):
    """Details of one activity as a table gives them."""

    @property
    def activity_code(self) -> str:
        """Which activity."""
        ...

    @property
    def values(self) -> Mapping[str, object]:
        """Fields of `Activity` to set: officer, location, months, output, target and so on."""
        ...


@dataclass(frozen=True, slots=True)
class LoadActivityDetails:
    """Set details of the plan's activities from a table; codes that the plan does not have are left out."""

    rows: tuple[ActivityDetails, ...]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the number of activities."""
        return StepLabel("step-load-activity-details", {"count": str(len(self.rows))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The activities that become different; the first of each code."""
        there: dict[str, Activity] = {}
        for activity in plan.activities_in_order():
            there.setdefault(activity.code, activity)
        after = dict(there)
        for row in self.rows:
            code = fields.activity_code(row.activity_code)
            if code in there:
                after[code] = replace(after[code], **clean_values(row.values))
        return [
            Change(Entity.ACTIVITY, before.id, before, after[code])
            for code, before in there.items()
            if after[code] != before
        ]


def _first_of_each_code(plan: Plan, names: Iterable[str]) -> tuple[dict[str, Activity], list[Activity]]:
    """The activity that stays for each code, and those that go: unused, or a second of the same code."""
    used = set(names)
    kept: dict[str, Activity] = {}
    extra: list[Activity] = []
    for activity in plan.activities_in_order():
        if activity.code in used and activity.code not in kept:
            kept[activity.code] = activity
        else:
            extra.append(activity)
    return kept, extra


def _activity_changes(
    kept: dict[str, Activity], names: dict[str, str], new_id: NewId
) -> tuple[list[Change], dict[str, int]]:
    changes: list[Change] = []
    ids: dict[str, int] = {}
    for code, name in names.items():
        before = kept.get(code)
        if before is None:
            after = Activity(new_id(), code, name)
        else:
            after = replace(before, name=name or before.name)
        ids[code] = after.id
        if after != before:
            changes.append(Change(Entity.ACTIVITY, after.id, before, after))
    return changes, ids


def _line_changes(
    plan: Plan,
    wanted: dict[_Home, list[FlatRow]],
    ids: dict[str, int],
    extra: list[Activity],
    new_id: NewId,
) -> tuple[list[Change], list[Change]]:
    """Lines to remove (before their activities go), and lines to set and add."""
    gone = {activity.id for activity in extra}
    there: dict[_Home, list[Line]] = {}
    removed: list[Change] = []
    for line in plan.all_lines():
        if line.activity_id in gone:
            removed.append(Change(Entity.LINE, line.id, line, None))
            continue
        code = plan.activities[line.activity_id].code if line.activity_id is not None else ""
        there.setdefault((line.part, code, line.account_code), []).append(line)
    changes: list[Change] = []
    for home, rows in wanted.items():
        present = there.pop(home, [])
        for place, row in enumerate(rows):
            before = present[place] if place < len(present) else None
            after = _line(row, home, ids, place, before.id if before else 0)
            if before is None:
                key = new_id()
                changes.append(Change(Entity.LINE, key, None, replace(after, id=key)))
            elif not _same(before, after):
                changes.append(Change(Entity.LINE, before.id, before, after))
            elif before.position != place:
                changes.append(Change(Entity.LINE, before.id, before, replace(before, position=place)))
        removed += [Change(Entity.LINE, line.id, line, None) for line in present[len(rows) :]]
    removed += [Change(Entity.LINE, line.id, line, None) for lines in there.values() for line in lines]
    return removed, changes


def _same(before: Line, after: Line) -> bool:
    """Whether a line says what the table says; what no table holds (note, link, how it was typed) stays."""
    return after == replace(
        before, position=after.position, note="", expression="", link="", price_reason="",
        volume_expression="", review="",
    )  # fmt: skip


def _line(row: FlatRow, home: _Home, ids: dict[str, int], place: int, key: int) -> Line:
    part, code, account = home
    volume = fields.volume(row.volume)
    return Line(
        id=key,
        part=part,
        activity_id=ids[code] if code else None,
        account_code=account,
        description=fields.clean_text(row.description, "description"),
        volume=volume,
        unit=fields.clean_text(row.unit, "unit"),
        unit_price=row.unit_price,
        amount=line_amount(volume, row.unit_price),
        fund=fields.clean_text(row.fund, "fund"),
        factors=tuple(row.factors or ()),
        tags=row.tags,
        position=place,
    )

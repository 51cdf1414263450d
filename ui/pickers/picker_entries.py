"""What the pickers offer: activities and accounts of the chart that fit what is typed; without Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from village_budget.chart import codes
from village_budget.chart.chart import Chart, ChartEntry
from village_budget.chart.codes import CodeError
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan

KINDS = {Part.REVENUE: "revenue", Part.SPENDING: "expenditure", Part.FINANCING: "financing"}
_HEADS = {Part.REVENUE: "4", Part.SPENDING: "5", Part.FINANCING: "6"}
_ALL = 400


@dataclass(frozen=True, slots=True)
class PickerEntry:
    """One row of a picker.

    Attributes:
        code: of the chart, in the one form.
        name: official name; empty for a regency code that still needs one.
        group: name of the level above.
        present: it is in the plan already.
        own_name: a regency code (90-99) that takes a name of its own.
        key: key of an activity of the plan; 0 for an entry of the chart.
    """

    code: str
    name: str
    group: str
    present: bool = False
    own_name: bool = False
    key: int = 0


Search: TypeAlias = Callable[[str], list[PickerEntry]]


def activity_search(chart: Chart, present: Collection[str], below: str = "") -> Search:
    """Look for activities; without any text those below a code come first."""

    def search(text: str) -> list[PickerEntry]:
        entries = chart.search_activities(text, limit=_ALL)
        if not text.strip() and below:
            entries.sort(key=lambda entry: not codes.is_within(entry.code, below))
        entries.sort(key=lambda entry: not _begins_a_word(entry, text))
        found = [_entry(chart.activities, entry, present) for entry in entries]
        own = _regency(text, chart.activity)
        if own and all(entry.code != own for entry in found):
            parent = chart.activities[codes.parent(own)]
            found.insert(0, PickerEntry(own, "", parent.name, own in present, own_name=True))
        return found

    return search


def own_activity_search(plan: Plan, chart: Chart, current: int) -> Search:
    """Look among the activities of a plan; without any text the current one comes first."""

    def search(text: str) -> list[PickerEntry]:
        words = text.casefold().split()
        found = []
        for activity in plan.activities_in_order():
            name = activity.name or chart.activity_name(activity.code)
            told = f"{activity.code} {name}".casefold()
            if all(word in told for word in words):
                group = _group(chart.activities, activity.code)
                found.append(PickerEntry(activity.code, name, group, key=activity.id))
        return sorted(found, key=lambda entry: entry.key != current)

    return search


def account_search(chart: Chart, part: Part, present: Collection[str]) -> Search:
    """Look for accounts that fit a part."""

    def search(text: str) -> list[PickerEntry]:
        entries = chart.search_accounts(text, KINDS[part], limit=_ALL)
        entries.sort(key=lambda entry: not _begins_a_word(entry, text))
        found = [_entry(chart.accounts, entry, present) for entry in entries]
        own = _regency(text, chart.account)
        if own and codes.is_within(own, _HEADS[part]) and all(entry.code != own for entry in found):
            parent = chart.accounts[codes.parent(own)]
            found.insert(0, PickerEntry(own, chart.account_name(own), parent.name, own in present))
        return found

    return search


def accounts_for(plan: Plan, chart: Chart, lines: Sequence[Line], activity_id: int | None) -> Search:
    """Look for an account that lines can go to; in another activity the one they have comes first."""
    rows = plan.lines_of(activity_id) if activity_id is not None else plan.part_lines(lines[0].part)
    search = account_search(chart, lines[0].part, {line.account_code for line in rows})
    own = lines[0].account_code
    stays = activity_id != lines[0].activity_id and all(line.account_code == own for line in lines)

    def usual_first(text: str) -> list[PickerEntry]:
        found = search(text)
        return sorted(found, key=lambda one: one.code != own) if stays and not text.strip() else found

    return usual_first


def _entry(entries: dict[str, ChartEntry], entry: ChartEntry, present: Collection[str]) -> PickerEntry:
    return PickerEntry(entry.code, entry.name, _group(entries, entry.code), entry.code in present)


def _group(entries: dict[str, ChartEntry], code: str) -> str:
    """Name of the level above a code, as short as it is told."""
    parent = entries.get(codes.parent(code))
    return parent.name.removeprefix("Sub Bidang ") if parent else ""


def _begins_a_word(entry: ChartEntry, text: str) -> bool:
    """Whether the code, or a word of the name outside brackets, begins with what is typed."""
    wanted = text.strip().casefold()
    bare = re.sub(r"\([^)]*\)?", "", entry.name).casefold()
    return entry.code.startswith(wanted) or re.search(rf"\b{re.escape(wanted)}", bare) is not None


def _regency(text: str, look_up: Callable[[str], object]) -> str:
    """The regency code (90-99 at the last level) that a text is; empty when it is none."""
    try:
        found = look_up(text)
    except CodeError:
        return ""
    notice = getattr(found, "notice", "")
    return str(getattr(found, "code", "")) if notice == "regency-code" else ""

"""What a check of a print found, as rows of a table: where, what, on the print, in the plan."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.support.formats import amount
from village_budget.domain.lines import Line
from village_budget.money import format_volume

if TYPE_CHECKING:
    from village_budget.document.verify.former_states import LineChange
    from village_budget.document.verify.verification import Verification
    from village_budget.document.verify.workbook_cells import Difference
    from village_budget.domain.plan import Plan

Cells = tuple[str, str, str, str]
_SHOWN = ("description", "unit", "fund", "account_code", "note")


def _tr(text: str) -> str:
    return QCoreApplication.translate("VerifyDialog", text)


def rows_of(found: Verification, plan: Plan) -> list[Cells]:
    """Altered cells first, then lines of the plan that changed since."""
    cells = [_cell(one) for one in found.differences]
    return [*cells, *(_line(one, plan) for one in found.changed)]


def _cell(one: Difference) -> Cells:
    if not one.cell:
        known = _tr("sheet missing") if one.expected else _tr("sheet added")
        return (one.sheet, known, one.found, one.expected)
    what = _tr("result of a formula") if one.follows else _tr("cell altered")
    return (f"{one.sheet} · {one.cell}", what, one.found, one.expected)


def _line(one: LineChange, plan: Plan) -> Cells:
    line = one.after or one.before
    assert line is not None
    activity = plan.activities.get(line.activity_id or -1)
    where = " · ".join(filter(None, (activity.code if activity else "", line.account_code)))
    if one.before is None or one.after is None:
        absent = _tr("not there")
        before = amount(one.before.amount) if one.before else absent
        return (where, line.description, before, amount(one.after.amount) if one.after else absent)
    return (where, line.description, *_both(one.before, one.after))


def _both(before: Line, after: Line) -> tuple[str, str]:
    """The amounts; where they are the same, the first thing that is not."""
    if before.amount != after.amount:
        return amount(before.amount), amount(after.amount)
    if before.volume != after.volume:
        return format_volume(before.volume), format_volume(after.volume)
    for name in (*_SHOWN, *(field.name for field in fields(Line))):
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            return str(was or "-"), str(now or "-")
    return "", ""

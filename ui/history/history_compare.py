"""Totals of the plan at an earlier moment beside those of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.history.changes_model import ChangedRow
from ui.support.formats import amount, signed, without_brackets
from village_budget.document.history.timeline import plan_at
from village_budget.figures.figures import Figures

if TYPE_CHECKING:
    from datetime import datetime

    from village_budget.document.document import Document


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistoryCompare", text)


def compared(document: Document, moment: datetime) -> list[ChangedRow]:
    """Revenue, spending with its sectors, and financing: then, now, and what was added or taken away.

    Raises:
        FileError: the journal can't be read any more.
    """
    then_plan, now_plan = plan_at(document, moment), document.plan
    then, now = Figures(then_plan, document.chart), document.figures
    activities = (*then_plan.activities.values(), *now_plan.activities.values())
    sectors = sorted({activity.code.partition(".")[0] for activity in activities})
    rows = [
        _row(_tr("Revenue"), then.revenue, now.revenue, _lines(len(then_plan.lines), len(now_plan.lines))),
        _row(_tr("Spending"), then.spending, now.spending),
    ]
    for code in sectors:
        name = f"{code} {without_brackets(document.chart.activity_name(code))}"
        rows.append(_row(name, then.total("code", code), now.total("code", code)))
    return [*rows, _row(_tr("Net financing"), then.net_financing, now.net_financing)]


def _lines(then: int, now: int) -> str:
    return _tr("{then} lines then, {now} now").format(then=then, now=now) if then != now else ""


def _row(title: str, then: int, now: int, place: str = "") -> ChangedRow:
    moved = signed(now - then) if now != then else _tr("the same")
    field = (_tr("Then → now"), amount(then), amount(now))
    return ChangedRow(title, " · ".join(filter(None, (moved, place))), "", (field,))

"""The form ``rekap-bidang``: spending by sector and activity, by kind, with the 30/70 split."""

from __future__ import annotations

from collections.abc import Sequence

from village_budget.chart import codes
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.money import Sen
from village_budget.reports.forms.activity_rows import ActivityRows
from village_budget.reports.forms.layout import FormLayout, layout_for
from village_budget.reports.forms.outline import fund_text
from village_budget.reports.report_document import (
    EMPTY,
    Cell,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Share,
    Text,
)
from village_budget.reports.source import ReportSource

_KINDS = {"5.1": "k1", "5.2": "k2", "5.3": "k3", "5.4": "k4"}
_UNDETAILED = "undetailed"
_SPLIT = "BEL-30"
"""The rule of the 30/70 split and, before 2019, its older wording (allocation rules, section 2)."""


def build(source: ReportSource) -> list[ReportDocument]:
    """One document; the column of what is not broken down yet is there only when something is not."""
    layout = layout_for(source, "rekap-bidang")
    columns = [*_KINDS.values(), _UNDETAILED]
    if not source.figures.total("account", "5") or not _undetailed(source):
        layout = layout.without(_UNDETAILED)
        columns.remove(_UNDETAILED)

    def more(activity: Activity, lines: Sequence[Line]) -> dict[str, Cell]:
        funds = fund_text(source.chart, lines, layout.words["no_fund"])
        return {"fund": Text(funds), "officer": Text(activity.officer)}

    table = ActivityRows(source, layout, columns, _by_kind, more)
    rows = table.rows(layout.words["total"])
    return [layout.document(source, (*rows, *_proportion(source, layout)))]


def _undetailed(source: ReportSource) -> bool:
    return any(
        _kind(line) == _UNDETAILED for line in source.plan.lines.values() if line.activity_id is not None
    )


def _kind(line: Line) -> str:
    return next(
        (key for code, key in _KINDS.items() if codes.is_within(line.account_code, code)), _UNDETAILED
    )


def _by_kind(lines: Sequence[Line]) -> dict[str, Sen]:
    amounts: dict[str, Sen] = {}
    for line in lines:
        amounts[_kind(line)] = amounts.get(_kind(line), 0) + line.amount
    return amounts


def _proportion(source: ReportSource, layout: FormLayout) -> list[Row]:
    """The block of the 30/70 split: what is counted, of what, its share, what is allowed."""
    split = next((one for one in source.findings if one.rule.startswith(_SPLIT) and one.base), None)
    if split is None or split.base is None:
        return []
    words, place = layout.words, {column.key: index for index, column in enumerate(layout.columns)}
    percent = split.limit_percent.replace(".", ",")

    def row(word: str, cell: Cell | None, kind: RowKind = RowKind.LINE) -> Row:
        cells: list[Cell] = [EMPTY] * len(place)
        cells[place["name"]] = Text(word)
        if cell is not None:
            cells[place["share" if isinstance(cell, Share) else "amount"]] = cell
        return Row(kind, 0, tuple(cells), bold=kind is RowKind.HEADING)

    return [
        row(words["proportion"], None, RowKind.HEADING),
        row(words["counted"].format(percent=percent), Money(split.measured)),
        row(words["base"], Money(split.base)),
        row(words["allowed"], Money(split.limit)),
        row(f"{words['measured']} ({split.basis})", Share(split.measured, split.base)),
    ]

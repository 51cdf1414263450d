"""The form ``rekap-sumber-dana``: activities against funds, a summary, each fund's activities."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.money import Sen
from village_budget.reports.forms.activity_rows import ActivityRows
from village_budget.reports.forms.layout import layout_for
from village_budget.reports.report_document import (
    EMPTY,
    Across,
    Cell,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Share,
    Sum,
    Text,
    Volume,
)
from village_budget.reports.source import ReportSource

ORDER = ("DDS", "ADD", "PBH", "PBP", "PBK", "PAD", "SWD", "DLL")
"""Funds in the order of Siskeudes's print of ceilings."""
_UNKNOWN = "none"
_PARTS = ("revenue", "spending", "financing_in", "financing_out")


def build(source: ReportSource) -> list[ReportDocument]:
    """The matrix, the summary, the lists."""
    return [_matrix(source), _summary(source), _lists(source)]


def _matrix(source: ReportSource) -> ReportDocument:
    layout = layout_for(source, "rekap-sumber-dana")
    columns = [*ORDER, _UNKNOWN]
    if all(line.fund in ORDER for line in source.plan.lines.values() if line.activity_id is not None):
        layout = layout.without(_UNKNOWN)
        columns.remove(_UNKNOWN)
    table = ActivityRows(source, layout, columns, _by_fund, lambda _activity, _lines: {})
    return layout.document(source, table.rows(layout.words["total"]))


def _by_fund(lines: Sequence[Line]) -> dict[str, Sen]:
    amounts: dict[str, Sen] = {}
    for line in lines:
        key = line.fund if line.fund in ORDER else _UNKNOWN
        amounts[key] = amounts.get(key, 0) + line.amount
    return amounts


def _funds(source: ReportSource) -> list[str]:
    used = source.figures.used_funds()
    return [fund for fund in ORDER if fund in used] + [fund for fund in used if fund not in ORDER]


def _summary(source: ReportSource) -> ReportDocument:
    layout = layout_for(source, "ringkasan-sumber-dana")
    words, figures, chart = layout.words, source.figures, source.chart
    place = {column.key: index for index, column in enumerate(layout.columns)}
    funds = _funds(source)
    rows: list[Row] = []

    def row(kind: RowKind, head: dict[str, Cell], amounts: dict[str, Sen], below: tuple[int, ...]) -> Row:
        cells: list[Cell] = [EMPTY] * len(place)
        for key, cell in head.items():
            cells[place[key]] = cell
        revenue, spending = place["revenue"], place["spending"]
        incoming, outgoing = place["fin_in"], place["fin_out"]
        for part, at in zip(_PARTS, (revenue, spending, incoming, outgoing), strict=True):
            cells[at] = Money(amounts[part], Sum(below) if below else None, quiet=True)
        surplus = amounts["revenue"] - amounts["spending"]
        balance = surplus + amounts["financing_in"] - amounts["financing_out"]
        cells[place["surplus"]] = Money(surplus, Across((revenue,), (spending,)), quiet=True)
        cells[place["balance"]] = Money(balance, Across((place["surplus"], incoming), (outgoing,)))
        cells[place["share"]] = Share(
            amounts["spending"], figures.spending, (len(rows), spending), (len(funds), spending)
        )
        return Row(kind, 0, tuple(cells), bold=kind is RowKind.TOTAL)

    for number, fund in enumerate(funds, start=1):
        known = chart.funds.get(fund)
        head: dict[str, Cell] = {
            "number": Volume(Decimal(number)),
            "code": Text(fund),
            "name": Text(known.name if known else fund or words["no_fund"]),
        }
        amounts = {part: figures.funds("part", part).get(fund, 0) for part in _PARTS}
        rows.append(row(RowKind.LINE, head, amounts, ()))
    whole = {part: figures.total("part", part) for part in _PARTS}
    rows.append(row(RowKind.TOTAL, {"name": Text(words["total"])}, whole, tuple(range(len(funds)))))
    return layout.document(source, tuple(rows), notes=(words["note"],))


def _lists(source: ReportSource) -> ReportDocument:
    """Fund by fund: its activities with what it pays of each."""
    layout = layout_for(source, "kegiatan-sumber-dana")
    words, chart = layout.words, source.chart
    rows: list[Row] = []
    heads: list[int] = []
    for fund in _funds(source):
        paid = [(activity, amount) for activity, amount in _paid(source, fund) if amount]
        if not paid:
            continue
        known = chart.funds.get(fund)
        name = known.name.upper() if known else fund
        title = words["heading"].format(name=name, code=fund) if fund else words["no_fund"]
        head, first = len(rows), len(rows) + 1
        whole = sum(amount for _, amount in paid)
        heads.append(head)
        below = Sum(tuple(range(first, first + len(paid))))
        title_cells = (Text(title, span=4), EMPTY, EMPTY, EMPTY)
        share = Share(whole, whole, (head, 4), (head, 4))
        rows.append(Row(RowKind.HEADING, 0, (*title_cells, Money(whole, below), share), bold=True))
        for number, (activity, amount) in enumerate(paid, start=1):
            cells: tuple[Cell, ...] = (
                Volume(Decimal(number)),
                Text(activity.code),
                Text(activity.name or chart.activity_name(activity.code)),
                Text(activity.officer),
                Money(amount),
                Share(amount, whole, (len(rows), 4), (head, 4)),
            )
            rows.append(Row(RowKind.LINE, 1, cells))
    total = Money(source.figures.spending, Sum(tuple(heads)) if heads else None)
    rows.append(Row(RowKind.TOTAL, 0, (EMPTY, EMPTY, Text(words["total"]), EMPTY, total, EMPTY), bold=True))
    return layout.document(source, tuple(rows))


def _paid(source: ReportSource, fund: str) -> list[tuple[Activity, Sen]]:
    return [
        (activity, source.figures.funds("activity", activity.id).get(fund, 0))
        for activity in source.plan.activities_in_order()
    ]

"""The form ``rab``: a cost plan for each activity (DPA part 3, Permendagri 20/2018 art. 45-46).

One document an activity, one each for revenue and financing as Siskeudes prints them, and a list of all
before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from village_budget.chart import codes
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.money import format_volume
from village_budget.reports.forms.cost_table import CostTable
from village_budget.reports.forms.layout import FormLayout, layout_for
from village_budget.reports.forms.outline import fund_text
from village_budget.reports.report_document import (
    EMPTY,
    Elsewhere,
    Fact,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Sum,
    Text,
)
from village_budget.reports.source import ReportSource
from village_budget.spelling import MONTHS

_SUBSECTOR = "Sub Bidang "


def build(source: ReportSource) -> list[ReportDocument]:
    """The list, then the cost plans of all activities with lines, in the order of their codes."""
    layout = layout_for(source, "rab")
    plan = source.plan
    documents: list[ReportDocument] = []
    listed: list[tuple[Activity, ReportDocument]] = []
    revenue = plan.part_lines(Part.REVENUE)
    if revenue:
        documents.append(_part(source, layout, revenue, "revenue"))
    taken: dict[str, int] = {}
    for activity in plan.activities_in_order():
        lines = plan.lines_of(activity.id)
        if lines:
            count = taken[activity.code] = taken.get(activity.code, 0) + 1
            sheet = activity.code if count == 1 else f"{activity.code} ({count})"
            document = _activity(source, layout, activity, lines, sheet)
            documents.append(document)
            listed.append((activity, document))
    financing = plan.part_lines(Part.FINANCING)
    if financing:
        documents.append(_part(source, layout, financing, "financing"))
    return [_list(source, listed, documents), *documents]


def _activity(
    source: ReportSource, layout: FormLayout, activity: Activity, lines: list[Line], sheet: str
) -> ReportDocument:
    table = CostTable(source.chart, layout)
    words = layout.words
    rows = table.rows(lines, words["total"])
    return layout.document(
        source,
        rows,
        sheet=sheet,
        facts=_facts(source, words, activity),
        values={"pelaksana": activity.officer or words["officer"]},
    )


def _facts(source: ReportSource, words: dict[str, str], activity: Activity) -> tuple[Fact, ...]:
    chart, year = source.chart, source.plan.info.fiscal_year
    sector, subsector = codes.prefixes(activity.code)[0], codes.prefixes(activity.code)[:2][-1]
    start, end = MONTHS[activity.start_month - 1], MONTHS[activity.end_month - 1]
    when = f"{start} {year}" if start == end else f"{start} {words['until']} {end} {year}"
    target = "" if not activity.target else f"{format_volume(activity.target)} {activity.target_unit}"
    output = " ".join(part for part in (activity.output, f"({target.strip()})" if target else "") if part)
    return (
        Fact(words["sector"], f"{sector}  {chart.activity_name(sector).removeprefix('Bidang ')}"),
        Fact(words["subsector"], f"{subsector}  {chart.activity_name(subsector).removeprefix(_SUBSECTOR)}"),
        Fact(words["activity"], f"{activity.code}  {activity.name or chart.activity_name(activity.code)}"),
        Fact(words["time"], when),
        Fact(words["place"], activity.location or "-"),
        Fact(words["output"], output or "-"),
    )


def _part(source: ReportSource, layout: FormLayout, lines: list[Line], part: str) -> ReportDocument:
    """The cost plan of revenue or financing; financing ends with in minus out."""
    words = layout.words
    table = CostTable(source.chart, layout)
    if part == "financing":
        rows = table.financing_rows(lines, words["net_financing"], source.figures.net_financing)
    else:
        rows = table.rows(lines, words["total"])
    return layout.document(
        source,
        rows,
        sheet=words[f"{part}_sheet"],
        title=(words[f"{part}_title"], *layout.title[1:]),
        facts=(Fact(words["part"], words[f"{part}_part"]),),
        values={"pelaksana": words["treasurer"]},
    )


def _list(
    source: ReportSource,
    listed: Sequence[tuple[Activity, ReportDocument]],
    documents: Sequence[ReportDocument],
) -> ReportDocument:
    layout = layout_for(source, "daftar-rab")
    words = layout.words
    rows: list[Row] = []
    by_title = {document.sheet_title: document for document in documents}
    part_words = layout_for(source, "rab").words
    revenue = by_title.get(part_words["revenue_sheet"])
    if revenue is not None:
        rows.append(_list_row(revenue, "4", words["revenue"], "", ""))
    first = len(rows)
    for activity, document in listed:
        name = activity.name or source.chart.activity_name(activity.code)
        funds = fund_text(source.chart, source.plan.lines_of(activity.id), words["no_fund"])
        rows.append(_list_row(document, activity.code, name, activity.officer, funds))
    total = Money(source.figures.spending, Sum(tuple(range(first, len(rows)))) if listed else None)
    rows.append(Row(RowKind.TOTAL, 0, (EMPTY, Text(words["spending_total"]), EMPTY, total, EMPTY), bold=True))
    financing = by_title.get(part_words["financing_sheet"])
    if financing is not None:
        rows.append(_list_row(financing, "6", words["financing"], "", ""))
    return layout.document(source, tuple(rows))


def _list_row(document: ReportDocument, code: str, name: str, officer: str, funds: str) -> Row:
    """A row that leads to a document of the workbook and repeats its total."""
    index, column, amount = _total_of(document)
    return Row(
        RowKind.LINE,
        0,
        (
            Text(code, link=document.sheet_title),
            Text(name),
            Text(officer),
            Money(amount.sen, Elsewhere(document.sheet_title, index, column)),
            Text(funds),
        ),
    )


def _total_of(document: ReportDocument) -> tuple[int, int, Money]:
    """Place and amount of a cost plan's total row."""
    for index, row in enumerate(document.rows):
        if row.kind is RowKind.TOTAL:
            for column, cell in enumerate(row.cells):
                if isinstance(cell, Money):
                    return index, column, cell
    raise ValueError(document.sheet_title)  # pragma: no cover - every cost plan ends with a total

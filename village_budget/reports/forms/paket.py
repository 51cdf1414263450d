"""The package a village hands in for evaluation: a cover and every form of the set, as one workbook.

The covering letter, the minutes and other regulations that go with it are no budgets and come from elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from village_budget.reports.forms.layout import layout_for, placeholders
from village_budget.reports.report_document import (
    EMPTY,
    Elsewhere,
    Fact,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Text,
    Volume,
)
from village_budget.reports.source import ReportSource

_TOTALS = ("revenue", "spending", "surplus", "net_financing", "balance")


def build(source: ReportSource) -> list[ReportDocument]:
    """The cover, then the documents of all forms of the evaluation set."""
    from village_budget.reports.catalogue import evaluation_set, form

    documents = [made for name in evaluation_set() for made in form(name).build(source)]
    return [cover(source, documents), *documents]


def cover(source: ReportSource, documents: Sequence[ReportDocument]) -> ReportDocument:
    """The first sheet: village, year, fingerprint, totals, and links to the other sheets.

    Args:
        source: the plan.
        documents: of all forms of the set; those of the budget itself first.
    """
    layout = layout_for(source, "paket")
    words = layout.words
    rows = [_heading(words["totals"]), *_totals(source, words, documents[0]), _heading(words["sheets"])]
    for number, document in enumerate(documents, start=1):
        cells = (
            Volume(Decimal(number)),
            Text(document.sheet_title, link=document.sheet_title),
            Text(_content(document)),
            EMPTY,
        )
        rows.append(Row(RowKind.LINE, 0, cells))
    made = layout.document(source, tuple(rows), facts=_facts(source, words), notes=(words["note"],))
    totals = {f"total_{name}": str(getattr(source.figures, name)) for name in _TOTALS}
    return replace(made, properties=made.properties | totals)


def _heading(word: str) -> Row:
    return Row(RowKind.HEADING, 0, (Text(word, span=4), EMPTY, EMPTY, EMPTY), bold=True)


def _totals(source: ReportSource, words: dict[str, str], budget: ReportDocument) -> list[Row]:
    """The grand totals, each repeated from its row of the budget's own sheet."""
    at = next(index for index, column in enumerate(budget.columns) if column.key == "amount")
    places = [index for index, row in enumerate(budget.rows) if row.kind is RowKind.TOTAL]
    made = []
    for name, place in zip(_TOTALS, places, strict=True):
        amount = Money(getattr(source.figures, name), Elsewhere(budget.sheet_title, place, at))
        cells = (EMPTY, Text(words[name], span=2), EMPTY, amount)
        made.append(Row(RowKind.TOTAL, 0, cells, bold=True))
    return made


def _content(document: ReportDocument) -> str:
    """What a sheet holds: of a cost plan its activity, of others their title."""
    if document.name == "rab" and document.facts:
        return document.facts[min(2, len(document.facts) - 1)].value
    return document.title[0]


def _facts(source: ReportSource, words: dict[str, str]) -> tuple[Fact, ...]:
    village, info = source.plan.village, source.plan.info
    known = placeholders(source)
    version = words["amended"].format(number=info.version) if info.version else words["original"]
    number = info.regulation_number
    digits = source.fingerprint[:16].upper()
    short = " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
    return (
        Fact(words["village"], f"{village.name} ({village.code})"),
        Fact(words["place"], f"{known['kecamatan']}, {known['kabupaten']}"),
        Fact(words["version"], version),
        Fact(words["regulation"], number or words["not_yet"]),
        Fact(words["fingerprint"], short or "-"),
    )

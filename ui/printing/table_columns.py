"""Widths of a table on paper: the document's proportions, but never too narrow for a figure."""

from __future__ import annotations

from dataclasses import dataclass

from ui.printing.measure import Measure
from ui.printing.page_sheet import BODY_PT, NARROW_PT, NUMBER_PT
from village_budget.money import format_accounting, format_volume
from village_budget.reports.report_document import (
    Align,
    Cell,
    Code,
    Money,
    ReportDocument,
    Share,
    Text,
    Volume,
)

PAD = 1.3
"""Room in mm between the line of a cell and its words."""
_LEAST_TEXT = 22.0
_LONG_WORD = 20.0
SMALLEST_PT = 5.0


def figure_text(cell: Cell) -> str:
    """Words of a cell that must stay on one line, or an empty string; a deficit stands in parentheses."""
    if isinstance(cell, Money):
        if cell.quiet and not cell.sen:
            return "-"
        return format_accounting(cell.sen, with_sen=True)
    if isinstance(cell, Share):
        return f"{cell.percent}".replace(".", ",") + "%"
    if isinstance(cell, Volume):
        return format_volume(cell.value)
    return cell.text if isinstance(cell, Code) else ""


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Columns of one document on paper.

    Attributes:
        edges: left edge of each column and right edge of the last, in mm from the left of the paper.
        sizes: type size of each column, in points.
    """

    edges: tuple[float, ...]
    sizes: tuple[float, ...]

    def room(self, first: int, span: int = 1, indent: float = 0.0) -> float:
        """Width in mm that words have in a cell."""
        return self.edges[first + span] - self.edges[first] - 2 * PAD - indent


def fit_columns(document: ReportDocument, left: float, width: float, measure: Measure) -> TableColumns:
    """Scale the columns of a document to a width in mm.

    A column that came out too narrow for its figures or its longest word takes from the column of words that
    has most to spare; where nothing is left to take, figures are set smaller. Nothing is ever cut.
    """
    total = sum(column.width for column in document.columns)
    widths = [column.width * width / total for column in document.columns]
    needed = _needed(document, measure)
    wanted = _longest_words(document, measure)
    for index in range(len(widths)):
        least = max(needed.get(index, 0.0), wanted[index])
        spare = {i: w - max(_LEAST_TEXT, wanted[i]) for i, w in enumerate(widths) if i not in needed}
        giver = max(spare, key=spare.__getitem__, default=index)
        if giver != index and widths[index] < least and spare[giver] > 0:
            taken = min(least - widths[index], spare[giver])
            widths[index] += taken
            widths[giver] -= taken
    sizes = [_size(document, index, widths[index], needed.get(index, 0.0)) for index in range(len(widths))]
    edges = [left]
    for one in widths:
        edges.append(edges[-1] + one)
    edges[-1] = left + width
    return TableColumns(tuple(edges), tuple(sizes))


def _needed(document: ReportDocument, measure: Measure) -> dict[int, float]:
    """Width in mm that the figures of each column of figures want."""
    longest: dict[int, tuple[float, str, bool]] = {}
    for row in document.rows:
        for index, cell in enumerate(row.cells):
            text = figure_text(cell)
            if text:
                wide = measure.width(text, BODY_PT, bold=row.bold)
                if index not in longest or wide > longest[index][0]:
                    longest[index] = (wide, text, row.bold)
    return {index: found[0] + 2 * _pad(document, index) for index, found in longest.items()}


def _longest_words(document: ReportDocument, measure: Measure) -> list[float]:
    """Width in mm that the longest word of each column wants, head included; a monster is cut to size."""
    words: list[set[tuple[str, bool]]] = [set() for _ in document.columns]
    for head in document.header:
        if head.columns == 1 and not head.number:
            words[head.column].update((word, True) for word in head.text.split())
    for row in document.rows:
        for index, cell in enumerate(row.cells):
            if isinstance(cell, Text) and cell.span == 1:
                words[index].update((word, row.bold or cell.bold) for word in cell.text.split())
    return [
        min(max((measure.width(w, BODY_PT, bold=b) for w, b in found), default=0.0), _LONG_WORD) + 2 * PAD
        for found in words
    ]


def _pad(document: ReportDocument, index: int) -> float:
    """Digits of a code stand in the middle of a narrow cell and need less room beside them."""
    return 0.6 if document.columns[index].align is Align.CENTRE else PAD


def _size(document: ReportDocument, index: int, width: float, needed: float) -> float:
    words = document.columns[index].align is Align.CENTRE and any(
        isinstance(row.cells[index], Text) for row in document.rows
    )
    size = NARROW_PT if words else BODY_PT
    while needed * size / BODY_PT > width + 0.01 and size > SMALLEST_PT:
        size -= 0.5
    return size


def header_size(*, number: bool) -> float:
    """Type size of a cell of the table head."""
    return NUMBER_PT if number else BODY_PT

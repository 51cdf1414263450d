"""Rows of a table as boxes on paper: wrapped words, figures on one line, heights in mm."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ui.printing.measure import Measure, wrap
from ui.printing.page_sheet import MM_PER_PT, PlacedText, SheetBuilder
from ui.printing.table_columns import PAD, SMALLEST_PT, TableColumns, figure_text, header_size
from village_budget.money import Sen
from village_budget.reports.report_document import (
    Align,
    Empty,
    HeaderCell,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Text,
)
from village_budget.reports.writers.safe_text import cell_text

FIRST_LINE = 4.7
NEXT_LINE = 3.95
NUMBER_ROW = 3.9
INDENT = 3.2
_CAPITALS = 0.357
"""Half the height of a capital letter, in ems: words stand in the middle of their line by it."""


def baseline(top: float, size: float) -> float:
    """Where words stand in a line of the table that begins at ``top``."""
    return top + FIRST_LINE / 2 + _CAPITALS * size * MM_PER_PT


@dataclass(frozen=True, slots=True)
class CellBox:
    """One cell: first column, columns covered, its lines and how they stand."""

    column: int
    span: int
    lines: tuple[str, ...]
    size: float
    bold: bool
    align: Align
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class RowBox:
    """One row: its cells and how many lines it is high; ``heading`` must not end a page.

    ``index`` is the first row of the document that is not above it when it begins a page.
    """

    cells: tuple[CellBox, ...]
    lines: int
    heading: bool = False
    index: int = 0

    @property
    def height(self) -> float:
        """In mm."""
        return FIRST_LINE + NEXT_LINE * (self.lines - 1)

    def split(self, room: float) -> tuple[RowBox, RowBox]:
        """Cut a row that is higher than a whole page: what fits into ``room`` mm, and the rest."""
        count = max(1, int((room - FIRST_LINE) / NEXT_LINE) + 1)
        first = tuple(replace(cell, lines=cell.lines[:count]) for cell in self.cells)
        rest = tuple(replace(cell, lines=cell.lines[count:]) for cell in self.cells)
        # The amount stands on the first line: for the rest it is above already.
        rest_box = RowBox(rest, self.lines - count, self.heading, self.index + 1)
        return RowBox(first, count, index=self.index), rest_box

    def draw(self, sheet: SheetBuilder, columns: TableColumns, top: float) -> None:
        """Draw lines and words; code and amount stand on the first line."""
        for cell in self.cells:
            left, right = columns.edges[cell.column], columns.edges[cell.column + cell.span]
            sheet.box(left, top, right - left, self.height)
            for number, line in enumerate(cell.lines):
                if line:
                    at = baseline(top + number * NEXT_LINE, cell.size)
                    sheet.texts.append(_placed(cell, line, left, right, at))


def _placed(cell: CellBox, line: str, left: float, right: float, at: float) -> PlacedText:
    x = {
        Align.LEFT: left + PAD + cell.indent,
        Align.CENTRE: (left + right) / 2,
        Align.RIGHT: right - PAD,
    }[cell.align]
    return PlacedText(x, at, line, cell.size, cell.bold, cell.align)


class RowBuilder:
    """Makes the boxes of one document."""

    def __init__(self, document: ReportDocument, columns: TableColumns, measure: Measure) -> None:
        self._document = document
        self._columns = columns
        self._measure = measure

    def rows(self) -> list[RowBox]:
        """All rows of the table."""
        return [self._row(row, index) for index, row in enumerate(self._document.rows)]

    def carried(self, words: str, amounts: dict[int, Sen]) -> RowBox:
        """The row that carries amounts over a page break."""
        widths = [self._columns.room(index) for index in range(len(self._document.columns))]
        free = [index for index in range(len(widths)) if index not in amounts]
        told = max(free, key=widths.__getitem__)
        small = self._columns.sizes[told]
        while self._measure.width(words, small, bold=True) > widths[told] and small > SMALLEST_PT:
            small -= 0.5
        texts = {column: figure_text(Money(sen)) for column, sen in amounts.items()} | {told: words}
        cells = [
            CellBox(
                column=index,
                span=1,
                lines=(texts.get(index, ""),),
                size=small if index == told else self._columns.sizes[index],
                bold=True,
                align=Align.LEFT if index == told else column.align,
            )
            for index, column in enumerate(self._document.columns)
        ]
        return RowBox(tuple(cells), 1)

    def _row(self, row: Row, number: int) -> RowBox:
        cells: list[CellBox] = []
        covered = 0
        for index, cell in enumerate(row.cells):
            if index < covered:
                continue
            if isinstance(cell, Text):
                box = self._words(index, cell, bold=row.bold or cell.bold)
            else:
                text = "" if isinstance(cell, Empty) else figure_text(cell)
                column = self._document.columns[index]
                size = self._columns.sizes[index]
                box = CellBox(index, 1, (text,), size, row.bold, column.align)
            covered = index + box.span
            cells.append(box)
        lines = max(len(cell.lines) for cell in cells)
        return RowBox(tuple(cells), lines, row.kind is RowKind.HEADING, number)

    def _words(self, index: int, cell: Text, *, bold: bool) -> CellBox:
        align = Align.LEFT if cell.span > 1 else self._document.columns[index].align
        indent = cell.indent * INDENT if align is Align.LEFT else 0.0
        size = self._columns.sizes[index]
        room = max(self._columns.room(index, cell.span, indent), 3.0)
        lines = wrap(cell_text(cell.text), room, self._measure, size, bold=bold)
        return CellBox(index, cell.span, tuple(lines), size, bold, align, indent)


class HeadBox:
    """The table head, the same on every page."""

    def __init__(self, document: ReportDocument, columns: TableColumns, measure: Measure) -> None:
        self._columns = columns
        self._cells = [(cell, self._wrapped(cell, measure)) for cell in document.header]
        numbers = {
            row
            for row in range(document.header_rows)
            if all(cell.number for cell in document.header if cell.row == row)
        }
        self._heights = [NUMBER_ROW if row in numbers else FIRST_LINE for row in range(document.header_rows)]
        for cell, lines in self._cells:
            missing = FIRST_LINE + NEXT_LINE * (len(lines) - 1) - self._height(cell)
            if missing > 0 and not cell.number:
                self._heights[cell.row + cell.rows - 1] += missing

    def _wrapped(self, cell: HeaderCell, measure: Measure) -> list[str]:
        room = self._columns.room(cell.column, cell.columns) + PAD
        size = header_size(number=cell.number)
        return wrap(cell_text(cell.text), room, measure, size, bold=not cell.number)

    def _height(self, cell: HeaderCell) -> float:
        return sum(self._heights[cell.row : cell.row + cell.rows])

    @property
    def height(self) -> float:
        """In mm."""
        return sum(self._heights)

    def draw(self, sheet: SheetBuilder, top: float) -> None:
        """Draw it with its upper edge at ``top``."""
        edges = self._columns.edges
        for cell, lines in self._cells:
            left, right = edges[cell.column], edges[cell.column + cell.columns]
            upper = top + sum(self._heights[: cell.row])
            height = self._height(cell)
            sheet.box(left, upper, right - left, height)
            size = header_size(number=cell.number)
            first = upper + (height - FIRST_LINE - NEXT_LINE * (len(lines) - 1)) / 2
            for number, line in enumerate(lines):
                at = baseline(first + number * NEXT_LINE, size)
                sheet.texts.append(
                    PlacedText((left + right) / 2, at, line, size, not cell.number, Align.CENTRE)
                )

"""Where the parts of a document stand on its sheet, in rows and pixels."""

from __future__ import annotations

from collections.abc import Sequence

from village_budget.reports.report_document import Column, ReportDocument
from village_budget.reports.writers.styles import BODY_SIZE
from village_budget.reports.writers.text_width import line_count, text_width

FIRST_LINE = 13.5
NEXT_LINE = 11.25
HIGHEST_ROW = 408.75
INDENT_PX = 9.0
_PADDING_PT = 4.0
_POINTS = 0.75
_SAFETY = 0.985
_BLOCK_START = 0.57


class Geometry:
    """Pixels and rows of one document.

    Attributes:
        block_row, title_row, facts_row, header_row, table_row: first sheet rows of the parts, from 0.
        end_row: first row below the table.
        edges: left edge of each column in pixels, and the right edge of the last.
    """

    def __init__(self, document: ReportDocument) -> None:
        self.block_row = 0
        self.title_row = len(document.block) + 1 if document.block else 0
        self.facts_row = self.title_row + len(document.title) + 1
        self.header_row = self.facts_row + (len(document.facts) + 1 if document.facts else 0)
        self.table_row = self.header_row + document.header_rows
        self.end_row = self.table_row + len(document.rows)
        self.edges = [0]
        for column in document.columns:
            self.edges.append(self.edges[-1] + pixels(column))
        self.last = len(document.columns) - 1

    def height(self, text: str, first: int, last: int, *, indent: int = 0, bold: bool = False) -> float:
        """Row height in points for a text that covers the columns ``first`` to ``last``."""
        return row_height(line_count(text, self.inner(first, last, indent), BODY_SIZE, bold))

    def inner(self, first: int, last: int, indent: int = 0) -> float:
        """Points a text has within columns, padding and indent taken off."""
        wide = self.edges[last + 1] - self.edges[first] - indent * INDENT_PX
        return (wide * _POINTS - _PADDING_PT) * _SAFETY

    def column_at(self, pixel: float) -> int:
        """The column a pixel falls into."""
        for index in range(self.last):
            if pixel < self.edges[index + 1]:
                return index
        return self.last

    def nearest_column(self, share: float) -> int:
        """The column whose left edge is nearest to a share of the whole width; never the first."""
        aim = self.edges[-1] * share
        return min(range(1, self.last + 1), key=lambda index: abs(self.edges[index] - aim))

    def column_from(self, pixel: float) -> int:
        """The first column that starts at a pixel or right of it; never the first of all."""
        return next((index for index in range(1, self.last + 1) if self.edges[index] >= pixel), self.last)

    def block_place(self, lines: Sequence[str]) -> tuple[int, int]:
        """Column and indent at which the block at the top right starts, so that its longest line fits."""
        needed = max(text_width(line, BODY_SIZE) for line in lines) / _POINTS * 1.12 + 2 * _PADDING_PT
        start = max(0.0, min(self.edges[-1] * _BLOCK_START, self.edges[-1] - needed))
        return self.place_at(start)

    def place_at(self, pixel: float) -> tuple[int, int]:
        """The column a pixel falls into, and the indent that leads to it."""
        column = self.column_at(pixel)
        return column, int((pixel - self.edges[column]) / INDENT_PX + 0.5)


def pixels(column: Column) -> int:
    """Width of a column on the screen, as spreadsheets count characters."""
    return int(column.width * 7 + 0.5) + 5


def row_height(lines: int) -> float:
    """Height of a row with so many lines, in points; no row can be higher than `HIGHEST_ROW`."""
    return min(FIRST_LINE + (lines - 1) * NEXT_LINE, HIGHEST_ROW)

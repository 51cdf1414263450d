"""A report document laid out on pages: where each row stands, which never splits, and what is repeated."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.printing.text import MM, wrap
from village_budget.money import format_amount, format_volume
from village_budget.reports.document import (
    Cell,
    Code,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Signature,
    Text,
    Volume,
)

PAPERS = {"F4": (215.0, 330.0), "A4": (210.0, 297.0)}
"""Width and height in mm, upright."""
BODY, SMALL, NUMBER, TITLE = 8.5, 8.0, 6.5, 11.0
FIRST_LINE, NEXT_LINE, PAD = 4.7 * MM, 3.95 * MM, 1.1 * MM
INDENT = 3.2 * MM
FOOT = 15.0 * MM
HEAD_ROW, NUMBER_ROW = 5.0 * MM, 3.6 * MM
TITLE_LINE, BLOCK_LINE = 5.2 * MM, 4.1 * MM
SIGNATURE_SPACE = 17.0 * MM


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A table row on a page: its index, top edge and height in layout units."""

    index: int
    top: float
    height: float


@dataclass(slots=True)
class Page:
    """One page; edges in layout units from the top left corner of the paper.

    Attributes:
        first: carries block, title and facts.
        head_top: top edge of the table head; None when the page has no table rows.
        rows: table rows.
        notes_top: top edge of the notes; None when they are elsewhere.
        signatures_top: top edge of the signatures; None when they are elsewhere.
    """

    first: bool
    head_top: float | None = None
    rows: list[PlacedRow] = field(default_factory=list)
    notes_top: float | None = None
    signatures_top: float | None = None


def cell_text(cell: Cell) -> str:
    """What a cell shows on paper: amounts as ``1.234.567,00``, negative ones in parentheses."""
    match cell:
        case Text(text=text) | Code(text=text):
            return text
        case Money(sen=sen):
            shown = format_amount(abs(sen), with_sen=True)
            return f"({shown})" if sen < 0 else shown
        case Volume(value=value):
            return format_volume(value)
    return ""


class Layout:
    """The pages of one document."""

    def __init__(self, document: ReportDocument) -> None:
        self.document = document
        width, height = PAPERS.get(document.page.paper, PAPERS["F4"])
        if document.page.landscape:
            width, height = height, width
        self.width, self.height = width * MM, height * MM
        self.margin = document.page.margins_mm * MM
        self.room = self.width - 2 * self.margin
        total = sum(column.width for column in document.columns) or 1.0
        self.widths = [column.width / total * self.room for column in document.columns]
        self.edges = [self.margin + sum(self.widths[:n]) for n in range(len(self.widths) + 1)]
        self.bottom = self.height - self.margin - FOOT
        self.head_heights = self._head_heights()
        self.pages = self._paginate()

    @property
    def head_height(self) -> float:
        """Height of the table head."""
        return sum(self.head_heights)

    def cell_room(self, column: int, cell: Cell) -> float:
        """Width for the words of a cell."""
        span = cell.span if isinstance(cell, Text) else 1
        indent = cell.indent * INDENT if isinstance(cell, Text) else 0.0
        return sum(self.widths[column : column + span]) - 2 * PAD - indent

    def cell_lines(self, column: int, cell: Cell, *, bold: bool) -> tuple[tuple[str, ...], float]:
        """Lines of a cell and their size in points; narrow columns take the smaller size.

        Amounts and codes are one line, made smaller until they fit.
        """
        text = cell_text(cell)
        room = self.cell_room(column, cell)
        size = SMALL if self.widths[column] < 24 * MM else BODY
        if isinstance(cell, Text):
            return wrap(text, size, room, bold=bold or cell.bold), size
        while size > 5.0 and len(wrap(text, size, room, bold=bold)) > 1:
            size -= 0.25
        return wrap(text, size, room, bold=bold), size

    def row_height(self, row: Row) -> float:
        """Height of a row: its cell with most lines."""
        most = 1
        for column, cell in enumerate(row.cells):
            if isinstance(cell, Text) and cell.text:
                most = max(most, len(self.cell_lines(column, cell, bold=row.bold)[0]))
        return FIRST_LINE + (most - 1) * NEXT_LINE

    def _head_heights(self) -> list[float]:
        rows = self.document.header_rows
        heights = [HEAD_ROW] * rows
        for cell in self.document.header:
            if cell.number and cell.rows == 1:
                heights[cell.row] = NUMBER_ROW if not _worded(self.document, cell.row) else HEAD_ROW
        for cell in self.document.header:
            room = sum(self.widths[cell.column : cell.column + cell.columns]) - PAD
            lines = len(wrap(cell.text, NUMBER if cell.number else SMALL, room, bold=not cell.number))
            needed = lines * NEXT_LINE + PAD
            missing = needed - sum(heights[cell.row : cell.row + cell.rows])
            if missing > 0 and not cell.number:
                heights[cell.row] += missing
        return heights

    def opening_height(self) -> float:
        """Height of block, title and facts on the first page."""
        document = self.document
        height = len(document.block) * BLOCK_LINE + (3 * MM if document.block else 0)
        height += len(document.title) * TITLE_LINE + (4 * MM if document.title else 0)
        return (
            height
            + sum(self.fact_lines(n) for n in range(len(document.facts))) * BLOCK_LINE
            + (3 * MM if document.facts else 0)
        )

    def fact_lines(self, number: int) -> int:
        """How many lines a fact takes."""
        return len(wrap(self.document.facts[number].value, BODY, self.room - 42 * MM))

    def notes_height(self) -> float:
        """Height of the notes below the table."""
        lines = sum(len(wrap(note, SMALL, self.room)) for note in self.document.notes)
        return lines * BLOCK_LINE + (2 * MM if lines else 0)

    def tiers(self) -> list[list[Signature]]:
        """Signers row by row."""
        count = max((signature.tier for signature in self.document.signatures), default=-1) + 1
        return [[s for s in self.document.signatures if s.tier == tier] for tier in range(count)]

    def tier_height(self, tier: list[Signature]) -> float:
        """Height of a row of signatures with the space to sign."""
        return max(len(s.lines) for s in tier) * BLOCK_LINE + SIGNATURE_SPACE + BLOCK_LINE

    def signatures_height(self) -> float:
        """Height of all signatures."""
        tiers = self.tiers()
        return sum(self.tier_height(tier) for tier in tiers) + (5 * MM if tiers else 0)

    def _paginate(self) -> list[Page]:
        page = Page(first=True)
        pages = [page]
        at = self.margin + self.opening_height()
        rows = self.document.rows
        heights = [self.row_height(row) for row in rows]
        closing = self.notes_height() + self.signatures_height()
        # The signatures keep at least two rows with them, so the last rows may start a page early.
        keep = max(len(rows) - 2, 1)
        for index, height in enumerate(heights):
            needed = height
            if index == keep:
                needed = sum(heights[index:]) + closing
            elif rows[index].kind is RowKind.HEADING and index + 1 < len(rows):
                needed += heights[index + 1]
            needed += self.head_height if page.head_top is None else 0.0
            if at + needed > self.bottom and page.rows:
                page = Page(first=False)
                pages.append(page)
                at = self.margin
            if page.head_top is None:
                page.head_top = at
                at += self.head_height
            page.rows.append(PlacedRow(index, at, height))
            at += height
        if at + closing > self.bottom and closing:
            page = Page(first=False)
            pages.append(page)
            at = self.margin
        if self.document.notes:
            page.notes_top = at + 2 * MM
        if self.document.signatures:
            page.signatures_top = at + self.notes_height() + 5 * MM
        return pages


def _worded(document: ReportDocument, row: int) -> bool:
    """Whether a head row holds words, not only column numbers."""
    return any(
        not cell.number and cell.row <= row < cell.row + cell.rows and cell.rows == 1
        for cell in document.header
    )

"""The report document: a form as plain data, before it is a worksheet, a page or a PDF.

Forms build a `ReportDocument`; writers and the painter turn any of them into their own medium. So no form
knows a file format and no writer knows a form. Words on it are those of the law: Indonesian, never
translated.

From top to bottom a document is: ``block`` (top right), ``title`` (centred, bold), ``facts`` (label : value,
left), the table (``header`` repeated on every page, then ``rows``), ``notes`` (small, left), ``signatures``
(kept together with at least two table rows), and on every page the ``footer``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from village_budget.reports.cells import (
    EMPTY,
    Across,
    Cell,
    Code,
    Elsewhere,
    Empty,
    Formula,
    Money,
    Product,
    Share,
    Sum,
    Text,
    Volume,
)

__all__ = [
    "EMPTY", "NOT_A_SIGNATURE", "Across", "Align", "Cell", "Code", "Column", "Elsewhere", "Empty", "Fact",
    "Footer", "Formula", "HeaderCell", "Money", "PageSetup", "Product", "ReportDocument", "Row", "RowKind",
    "Share", "Side", "Signature", "Sum", "Text", "Volume", "on_paper",
]  # fmt: skip


NOT_A_SIGNATURE = "sidik data, bukan tanda tangan elektronik"
"""Said beside every fingerprint (PP 71/2019 art. 60)."""


class Align(StrEnum):
    """Where the content of a column stands; header cells are always centred."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table.

    Attributes:
        key: name within the form, e.g. ``amount``.
        width: in characters (spreadsheet units); a page scales all widths to its own.
        align: of its cells.
    """

    key: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """One cell of the table head, covering ``rows`` x ``columns`` places; places not covered stay empty.

    Attributes:
        text: words of the form, as the law writes them.
        row: topmost header row it covers, from 0.
        column: leftmost column it covers, from 0.
        rows: how many header rows it covers.
        columns: how many columns it covers.
        number: a column number or letter, printed small and not bold.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    number: bool = False


class RowKind(StrEnum):
    """What a row is; headings, subtotals and totals of money carry formulas."""

    HEADING = "heading"
    LINE = "line"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    Attributes:
        kind: what it is.
        level: depth below the outermost level (0), for grouping; never for indenting.
        cells: one for each column.
        bold: whether its words and amounts are bold.
    """

    kind: RowKind
    level: int
    cells: tuple[Cell, ...]
    bold: bool = False


class Side(StrEnum):
    """Where on the page a signature stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signer.

    Attributes:
        side: where it stands.
        tier: row of signatures, from 0; signers of one tier stand side by side.
        lines: lines above the space for the signature: place and date, function.
        name: printed bold and underlined below the space; a dotted line when it is not known.
    """

    side: Side
    tier: int
    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper (``F4``, 215 x 330 mm, ``A4`` or ``Legal``) and margins in mm on all sides."""

    paper: str = "F4"
    landscape: bool = False
    margins_mm: float = 11.0


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of every page; ``Halaman n dari m`` is added by writer and painter.

    Attributes:
        program: name and version of the program.
        status: word for the state of the plan, e.g. ``rancangan``.
        printed_at: when the document was built.
        fingerprint: of the plan's content, 64 hex digits; empty when unknown.
        code: what the QR code holds (`reports.qr_code` draws it); empty when there is no fingerprint.
    """

    program: str
    status: str
    printed_at: datetime
    fingerprint: str
    code: str

    @property
    def short_fingerprint(self) -> str:
        """First 16 digits as people compare them: ``7F3A 91C2 D04E 55B1``."""
        digits = self.fingerprint[:16].upper()
        return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


@dataclass(frozen=True, slots=True)
class Fact:
    """One line above the table: ``label : value``."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A form, filled in. See the module's text for the order of its parts.

    Attributes:
        name: name of the form, e.g. ``apbdes``.
        sheet_title: title of its sheet and of its entry in lists, e.g. ``APB Desa`` or ``1.1.01``.
        block: lines at the top right, naming the regulation it is an annex of.
        title: lines of the title.
        facts: lines between title and table.
        columns: of the table.
        header: cells of the table head.
        header_rows: how many rows the head has, the row of column numbers included.
        rows: of the table.
        notes: lines below the table.
        signatures: signers.
        page: paper.
        footer: foot of every page.
        properties: identity of the plan for machines (``plan_code``, ``fiscal_year``, ``fingerprint``, ..).
        filtered: a list that its reader filters by column.
    """

    name: str
    sheet_title: str
    block: tuple[str, ...]
    title: tuple[str, ...]
    facts: tuple[Fact, ...]
    columns: tuple[Column, ...]
    header: tuple[HeaderCell, ...]
    header_rows: int
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    signatures: tuple[Signature, ...]
    page: PageSetup
    footer: Footer
    properties: dict[str, str] = field(default_factory=dict, hash=False)
    filtered: bool = False

    def formulas(self) -> Iterator[tuple[int, int, Money | Share]]:
        """Row index, column index and cell of every amount and share with a formula."""
        for row_index, row in enumerate(self.rows):
            for column_index, cell in enumerate(row.cells):
                if isinstance(cell, Money | Share) and cell.formula is not None:
                    yield row_index, column_index, cell

    @property
    def is_filled_in(self) -> bool:
        """Whether it leaves cells to its reader: all others are locked in a workbook."""
        return any(isinstance(cell, Text) and cell.open for line in self.rows for cell in line.cells)


def on_paper(document: ReportDocument, paper: str, margins_mm: float | None = None) -> ReportDocument:
    """The same document on another paper: ``F4``, ``A4`` or ``Legal``; None leaves the form's own margins."""
    margins = document.page.margins_mm if margins_mm is None else margins_mm
    if (document.page.paper, document.page.margins_mm) == (paper, margins):
        return document
    return replace(document, page=replace(document.page, paper=paper, margins_mm=margins))

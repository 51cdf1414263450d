"""Draws a laid out page with QPainter, in layout units; the same for preview, paper and PDF."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.printing.pages import (
    BLOCK_LINE,
    BODY,
    FIRST_LINE,
    INDENT,
    NEXT_LINE,
    NUMBER,
    PAD,
    SIGNATURE_SPACE,
    SMALL,
    TITLE,
    TITLE_LINE,
    Layout,
    Page,
    PlacedRow,
)
from ui.printing.text import MM, paper_font, width_of, wrap
from village_budget.reports.dates import date_and_time
from village_budget.reports.document import Align, Cell, Code, Money, Side, Signature, Text, Volume
from village_budget.reports.qr_code import dots

_BLACK = QColor(0, 0, 0)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_FLAGS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_PLACES = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
}
QR = 11 * MM
SIGNER = 62 * MM


class PagePainter:
    """Draws pages of one layout; the painter must be scaled to layout units."""

    def __init__(self, layout: Layout, painter: QPainter) -> None:
        self._layout = layout
        self._document = layout.document
        self._painter = painter
        self._line = QPen(_BLACK, 0.25 * MM)
        self._line.setCapStyle(Qt.PenCapStyle.SquareCap)

    def paint(self, number: int) -> None:
        """Draw page ``number``, from 0."""
        page = self._layout.pages[number]
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(_BLACK)
        if page.first:
            self._opening()
        if page.head_top is not None:
            self._head(page.head_top)
        for placed in page.rows:
            self._row(placed)
        self._closing(page)
        self._foot(number)

    def _text(
        self, box: QRectF, text: str, points: float, flags: Qt.AlignmentFlag, *, bold: bool = False
    ) -> None:
        self._painter.setFont(paper_font(points, bold=bold))
        self._painter.setPen(_BLACK)
        self._painter.drawText(box, flags | _MIDDLE | Qt.TextFlag.TextDontClip, text)

    def _opening(self) -> None:
        layout, document = self._layout, self._document
        at = layout.margin
        widest = max((width_of(line, SMALL) for line in document.block), default=0.0)
        left = max(layout.width - layout.margin - max(widest, 70 * MM), layout.margin)
        for line in document.block:
            self._text(QRectF(left, at, layout.room, BLOCK_LINE), line, SMALL, Qt.AlignmentFlag.AlignLeft)
            at += BLOCK_LINE
        at += 3 * MM if document.block else 0
        for line in document.title:
            box = QRectF(layout.margin, at, layout.room, TITLE_LINE)
            self._text(box, line, TITLE, Qt.AlignmentFlag.AlignHCenter, bold=True)
            at += TITLE_LINE
        at += 4 * MM if document.title else 0
        for fact in document.facts:
            self._text(
                QRectF(layout.margin, at, 40 * MM, BLOCK_LINE), fact.label, BODY, Qt.AlignmentFlag.AlignLeft
            )
            self._text(
                QRectF(layout.margin + 37 * MM, at, 4 * MM, BLOCK_LINE), ":", BODY, Qt.AlignmentFlag.AlignLeft
            )
            for line in wrap(fact.value, BODY, layout.room - 42 * MM):
                box = QRectF(layout.margin + 40 * MM, at, layout.room, BLOCK_LINE)
                self._text(box, line, BODY, Qt.AlignmentFlag.AlignLeft)
                at += BLOCK_LINE

    def _head(self, top: float) -> None:
        layout = self._layout
        tops = [top + sum(layout.head_heights[:n]) for n in range(len(layout.head_heights) + 1)]
        for cell in self._document.header:
            left, right = layout.edges[cell.column], layout.edges[cell.column + cell.columns]
            box = QRectF(left, tops[cell.row], right - left, tops[cell.row + cell.rows] - tops[cell.row])
            self._border(box)
            points = NUMBER if cell.number else SMALL
            lines = wrap(cell.text, points, box.width() - PAD, bold=not cell.number)
            start = box.center().y() - len(lines) * NEXT_LINE / 2
            for number, line in enumerate(lines):
                place = QRectF(left, start + number * NEXT_LINE, box.width(), NEXT_LINE)
                self._text(place, line, points, Qt.AlignmentFlag.AlignHCenter, bold=not cell.number)

    def _border(self, box: QRectF) -> None:
        self._painter.setPen(self._line)
        self._painter.drawRect(box)

    def _row(self, placed: PlacedRow) -> None:
        layout = self._layout
        row = self._document.rows[placed.index]
        covered = 0
        for column, cell in enumerate(row.cells):
            if covered:
                covered -= 1
                continue
            span = cell.span if isinstance(cell, Text) else 1
            covered = span - 1
            left, right = layout.edges[column], layout.edges[column + span]
            self._border(QRectF(left, placed.top, right - left, placed.height))
            self._cell(column, cell, QRectF(left, placed.top, right - left, placed.height), bold=row.bold)

    def _cell(self, column: int, cell: Cell, box: QRectF, *, bold: bool) -> None:
        lines, points = self._layout.cell_lines(column, cell, bold=bold)
        if lines == ("",):
            return
        align = self._document.columns[column].align
        if isinstance(cell, Money | Volume):
            align = Align.RIGHT
        elif isinstance(cell, Code):
            align = Align.CENTRE if self._document.columns[column].align is not Align.LEFT else Align.LEFT
        indent = cell.indent * INDENT if isinstance(cell, Text) else 0.0
        bold = bold or (isinstance(cell, Text) and cell.bold)
        room = box.width() - 2 * PAD - indent
        for number, line in enumerate(lines):
            top = box.top() + (FIRST_LINE - NEXT_LINE) / 2 + number * NEXT_LINE
            place = QRectF(box.left() + PAD + indent, top, room, NEXT_LINE)
            self._text(place, line, points, _FLAGS[align], bold=bold)

    def _closing(self, page: Page) -> None:
        layout = self._layout
        if page.notes_top is not None:
            at = page.notes_top
            for note in self._document.notes:
                for line in wrap(note, SMALL, layout.room):
                    box = QRectF(layout.margin, at, layout.room, BLOCK_LINE)
                    self._text(box, line, SMALL, Qt.AlignmentFlag.AlignLeft)
                    at += BLOCK_LINE
        if page.signatures_top is not None:
            at = page.signatures_top
            for tier in layout.tiers():
                for signature in tier:
                    self._signature(signature, at, max(len(s.lines) for s in tier))
                at += layout.tier_height(tier)

    def _signature(self, signature: Signature, top: float, most: int) -> None:
        layout = self._layout
        left = {
            Side.LEFT: layout.margin,
            Side.CENTRE: layout.width / 2 - SIGNER / 2,
            Side.RIGHT: layout.width - layout.margin - SIGNER,
        }[signature.side]
        at = top + (most - len(signature.lines)) * BLOCK_LINE
        for line in signature.lines:
            self._text(QRectF(left, at, SIGNER, BLOCK_LINE), line, BODY, Qt.AlignmentFlag.AlignHCenter)
            at += BLOCK_LINE
        at += SIGNATURE_SPACE
        name = signature.name or "." * 40
        box = QRectF(left, at, SIGNER, BLOCK_LINE)
        self._text(box, name, BODY, Qt.AlignmentFlag.AlignHCenter, bold=bool(signature.name))
        if signature.name:
            half = width_of(name, BODY, bold=True) / 2
            self._painter.setPen(self._line)
            line_y = round(at + BLOCK_LINE * 0.92)
            middle = left + SIGNER / 2
            self._painter.drawLine(round(middle - half), line_y, round(middle + half), line_y)

    def _foot(self, number: int) -> None:
        layout, footer = self._layout, self._document.footer
        top = layout.height - layout.margin - QR
        left = layout.margin
        matrix = dots(footer.code)
        if matrix:
            self._qr(matrix, left, top)
            left += QR + 2.5 * MM
        first = f"{footer.program} · {footer.status} · {date_and_time(footer.printed_at)}"
        box = QRectF(left, top + 1.5 * MM, layout.room, 4 * MM)
        self._text(box, first, 7.0, Qt.AlignmentFlag.AlignLeft)
        if footer.short_fingerprint:
            words = f"Sidik dokumen {footer.short_fingerprint}"
            box = QRectF(left, top + 5.5 * MM, layout.room, 4 * MM)
            self._text(box, words, 7.0, Qt.AlignmentFlag.AlignLeft, bold=True)
        pages = f"Halaman {number + 1} dari {len(layout.pages)}"
        box = QRectF(layout.margin, top + 1.5 * MM, layout.room, 4 * MM)
        self._text(box, pages, 7.0, Qt.AlignmentFlag.AlignRight)

    def _qr(self, matrix: tuple[tuple[bool, ...], ...], left: float, top: float) -> None:
        side = QR / len(matrix)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_BLACK)
        for y, line in enumerate(matrix):
            x = 0
            while x < len(line):
                run = x
                while run < len(line) and line[run]:
                    run += 1
                if run > x:
                    self._painter.drawRect(QRectF(left + x * side, top + y * side, (run - x) * side, side))
                x = max(run, x + 1)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

"""Draws pages with a QPainter: the one hand behind preview, paper and PDF."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ui.printing.measure import UNITS_PER_MM, print_font
from ui.printing.page_sheet import LINE_MM, PlacedText, Sheet
from village_budget.reports.report_document import Align


class SheetPainter:
    """Draws sheets on one paint device; make it and let it go inside one function."""

    def __init__(self, painter: QPainter, units_per_mm: float) -> None:
        self._painter = painter
        self._scale = units_per_mm / UNITS_PER_MM
        self._fonts: dict[tuple[float, bool, bool], tuple[QFont, QFontMetricsF]] = {}

    def draw(self, sheet: Sheet) -> None:
        """Draw one page with its upper left corner at the painter's origin, black on white."""
        painter = self._painter
        painter.save()
        try:
            painter.scale(self._scale, self._scale)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.black)
            for block in sheet.blocks:
                painter.drawRect(_units(block.x, block.y, block.width, block.height))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            pen = QPen(Qt.GlobalColor.black, LINE_MM * UNITS_PER_MM)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            for line in sheet.segments:
                start = QPointF(line.x1 * UNITS_PER_MM, line.y1 * UNITS_PER_MM)
                painter.drawLine(start, QPointF(line.x2 * UNITS_PER_MM, line.y2 * UNITS_PER_MM))
            for text in sheet.texts:
                self._write(text)
        finally:
            painter.restore()

    def _write(self, text: PlacedText) -> None:
        font, metrics = self._font(text)
        wide = metrics.horizontalAdvance(text.text)
        shift = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[text.align]
        self._painter.setFont(font)
        at = QPointF(text.x * UNITS_PER_MM - shift, text.baseline * UNITS_PER_MM)
        self._painter.drawText(at, text.text)

    def _font(self, text: PlacedText) -> tuple[QFont, QFontMetricsF]:
        key = (text.size, text.bold, text.underline)
        found = self._fonts.get(key)
        if found is None:
            font = print_font(text.size, bold=text.bold)
            font.setUnderline(text.underline)
            found = self._fonts[key] = (font, QFontMetricsF(font))
        return found


def _units(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(x * UNITS_PER_MM, y * UNITS_PER_MM, width * UNITS_PER_MM, height * UNITS_PER_MM)

"""A sketch of the public page on a phone, with the figures of the plan; no browser is needed for it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from ui.support.theme import theme
from village_budget.money import format_accounting
from village_budget.reports.poster.poster_facts import PosterFacts

_WIDE, _HIGH = 360.0, 640.0
"""The phone, in its own pixels."""
_EDGE = 16.0


def page_sketch(facts: PosterFacts, colours: Mapping[str, object], height: int, ratio: float) -> QImage:
    """Draw the page.

    Args:
        facts: what it says.
        colours: of the design that the page shares with the poster.
        height: in pixels.
        ratio: device pixels a pixel.
    """
    scale = height * ratio / _HIGH
    image = QImage(QSize(round(_WIDE * scale), round(_HIGH * scale)), QImage.Format.Format_RGB32)
    image.fill(QColor(str(colours["ground"])))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        _Sketch(painter, facts, colours).draw()
    finally:
        painter.end()
    return image


class _Sketch:
    """Draws from the top down, in the pixels of the phone."""

    def __init__(self, painter: QPainter, facts: PosterFacts, colours: Mapping[str, object]) -> None:
        self._painter = painter
        self._facts = facts
        self._colours = colours

    def _ink(self, name: str) -> QColor:
        return QColor(str(self._colours[name]))

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(theme().font("body", bold=bold))
        font.setPixelSize(round(size))
        return font

    def _words(
        self, text: str, top: float, size: float, ink: str, *, bold: bool = False, right: bool = False
    ) -> float:
        """One line, cut where the phone ends; its height."""
        font = self._font(size, bold=bold)
        metrics = QFontMetricsF(font)
        room = _WIDE - 2 * _EDGE
        self._painter.setFont(font)
        self._painter.setPen(self._ink(ink))
        place = QRectF(_EDGE, top, room, metrics.height())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(place, side, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        return metrics.height()

    def draw(self) -> None:
        """Head, totals, income, sectors."""
        facts, painter = self._facts, self._painter
        painter.fillRect(QRectF(0, 0, _WIDE, 122), self._ink("head"))
        painter.fillRect(QRectF(0, 122, _WIDE, 5), self._ink("rule"))
        self._words(facts.over, 14, 14, "onhead")
        self._words(facts.title, 34, 29 if len(facts.title) < 18 else 22, "onhead", bold=True)
        self._words(facts.village, 76, 13, "onhead", bold=True)
        self._words(facts.regulation, 97, 12, "onhead")
        top = 140.0
        for total in facts.totals:
            painter.fillRect(QRectF(_EDGE, top, _WIDE - 2 * _EDGE, 3), self._ink("accent"))
            self._words(total.name, top + 12, 14, "ink2")
            self._words(f"Rp {format_accounting(total.amount)}", top + 9, 18, "ink", bold=True, right=True)
            top += 43
        top = self._income(top + 8)
        self._sectors(top + 16)

    def _income(self, top: float) -> float:
        facts = self._facts
        self._words(facts.heads["from"], top, 19, "accent", bold=True)
        top += 32
        whole = sum(line.amount for line in facts.funds)
        left = _EDGE
        funds = self._colours["funds"]
        assert isinstance(funds, dict)
        for line in facts.funds:
            wide = (_WIDE - 2 * _EDGE) * line.amount / whole if whole else 0.0
            colour = QColor(str(funds.get(line.code, self._colours["ink2"])))
            self._painter.fillRect(QRectF(left, top, max(wide - 1, 0.5), 24), colour)
            left += wide
        return top + 24

    def _sectors(self, top: float) -> None:
        facts, painter = self._facts, self._painter
        self._words(facts.heads["to"], top, 19, "accent", bold=True)
        top += 34
        for line in facts.sectors:
            self._words(line.name, top, 14, "ink", bold=True)
            self._words(f"Rp {format_accounting(line.amount)}", top + 20, 13, "ink2")
            track = QRectF(_EDGE, top + 43, _WIDE - 2 * _EDGE, 7)
            painter.fillRect(track, self._ink("track"))
            share = min(max(line.share.number, 0.0), 1.0)
            painter.fillRect(QRectF(track.left(), track.top(), track.width() * share, 7), self._ink("accent"))
            top += 62
        if not facts.sectors:
            self._words(facts.heads["nothing"], top, 14, "ink2")

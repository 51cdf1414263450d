"""Head and gauge of an opened finding: its state as icon and word, its track across the whole width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.check.finding_view import FindingView
from ui.check.finding_words import limit_words, measured_words
from ui.check.gauge import paint_track
from ui.support.icons import pixmap
from ui.support.theme import theme

_GROUNDS = {
    "bad": "badtint",
    "warn": "warntint",
    "ok": "oktint",
    "accent": "tint",
    "waive": "waivetint",
    "ink3": "sector",
}
_LIMIT_AT = 0.8


class StateChip(QWidget):
    """The state of a finding: icon and word on their ground, never colour alone (U31)."""

    def __init__(self, view: FindingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setAccessibleName(view.state_word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        words = QFontMetrics(theme().font("caption", bold=True)).horizontalAdvance(self._view.state_word)
        return QSize(words + theme().px(32), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        painter = QPainter(self)
        try:
            px, color, token = theme().px, theme().color, self._view.token
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(_GROUNDS[token]))
            painter.drawRoundedRect(QRectF(self.rect()), px(3), px(3))
            side = px(14)
            icon = pixmap(self._view.icon, color(token), side, self.devicePixelRatioF())
            painter.drawPixmap(px(6), (self.height() - side) // 2, icon)
            painter.setFont(theme().font("caption", bold=True))
            painter.setPen(color(token if token != "ink3" else "ink2"))
            box = QRectF(self.rect()).adjusted(px(24), 0, 0, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._view.state_word)
        finally:
            painter.end()


class LargeGauge(QWidget):
    """The gauge across the whole width, its measured value and its limit written below their places."""

    def __init__(self, view: FindingView) -> None:
        super().__init__()
        self._view = view
        self.setFixedHeight(theme().px(48))
        self.setAccessibleName(f"{measured_words(view)}, {limit_words(view)}, {view.gap}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Track, then the words below it."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, finding = theme().px, self._view.finding
        paint_track(painter, QRectF(0, px(8), self.width(), px(12)), self._view)
        small, bold = theme().font("small"), theme().font("small", bold=True)
        limit, measured = limit_words(self._view), measured_words(self._view)
        room = QFontMetrics(bold).horizontalAdvance(limit) + px(2)
        tick = self.width() * _LIMIT_AT
        left = min(tick, self.width() - room)
        if finding.limit > 0 and finding.measured > finding.limit:
            # The fill runs past the tick: its words take the right, the limit ends at its tick.
            left = max(tick - room, 0.0)
        top, height = px(25), px(20)
        painter.setFont(bold)
        painter.setPen(theme().color("ink"))
        painter.drawText(QRectF(left, top, room, height), Qt.AlignmentFlag.AlignVCenter, limit)
        wide = QFontMetrics(small).horizontalAdvance(measured) + px(2)
        share = finding.measured / finding.limit if finding.limit > 0 else 0.0
        fill = self.width() * min(max(share * _LIMIT_AT, 0.0), 1.0)
        at = min(max(fill - wide, 0.0), self.width() - wide)
        if left - px(10) < at + wide and at < left + room + px(10):
            at = left - px(10) - wide if fill <= tick else left + room + px(10)
        if 0 <= at <= self.width() - wide:
            painter.setFont(small)
            painter.setPen(theme().color("ink2"))
            painter.drawText(QRectF(at, top, wide, height), Qt.AlignmentFlag.AlignVCenter, measured)

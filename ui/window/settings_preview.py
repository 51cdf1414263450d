"""A piece of the grid in the look that is being chosen, before it is put in force."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.icons import pixmap
from ui.support.theme import Theme

_WORDS = {
    "id": ("Pembangunan Desa", "Semen 40 kg", "Pasir pasang", "Siltap, tunjangan", "sisa 12.500.000"),
    "en": ("Village development", "Semen 40 kg", "Pasir pasang", "Pay, allowances", "12.500.000 left"),
}
_AMOUNTS = ("48.750.000", "28.750.000", "20.000.000")
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ROW, _STRIP, _WIDTH = 28, 40, 380


class SettingsPreview(QWidget):
    """Three rows, a fund chip, the cursor and a gauge, painted from the tokens of any theme and size."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.look = Theme()
        self._language = "id"

    def show_look(self, look: Theme, language: str) -> None:
        """Draw another look."""
        self.look, self._language = look, language
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Rows as high as they will be."""
        return QSize(self.look.px(_WIDTH), self.look.px(_ROW * 3 + _STRIP))

    def minimumSizeHint(self) -> QSize:
        """The rows are never squeezed; their words give way at the right."""
        return QSize(min(self.look.px(_WIDTH), 560), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Rows, then the strip."""
        painter = QPainter(self)
        try:
            look, words = self.look, _WORDS[self._language]
            painter.fillRect(self.rect(), look.color("surface"))
            for number in range(3):
                self._row(painter, number, words[number])
            self._strip(painter, words[3], words[4])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("line2"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        finally:
            painter.end()

    def _row(self, painter: QPainter, number: int, words: str) -> None:
        look, px = self.look, self.look.px
        rect = QRectF(0, number * px(_ROW), self.width(), px(_ROW))
        ground = ("sector", "tint", "surface")[number]
        painter.fillRect(rect, look.color(ground))
        if number == 1:
            painter.fillRect(QRectF(0, rect.top(), px(3), rect.height()), look.color("accent"))
        painter.setPen(look.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(look.font("body", bold=number == 0))
        painter.setPen(look.color("ink"))
        left = rect.adjusted(px(12 + 14 * (number > 0)), 0, -px(170), 0)
        painter.drawText(left, _LEFT, words)
        amount = QRectF(rect.right() - px(162), rect.top(), px(100), rect.height())
        painter.drawText(amount, _RIGHT, _AMOUNTS[number])
        if number:
            chip = QRectF(rect.right() - px(52), rect.top() + px(5), px(42), rect.height() - px(10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("surface" if number == 1 else "fund-DDS-ground"))
            painter.drawRoundedRect(chip, px(3), px(3))
            painter.setFont(look.font("small", bold=True))
            painter.setPen(look.color("fund-DDS-text"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, "DDS")
        if number == 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), look.ring))
            painter.drawRect(amount.adjusted(-px(4), 2, px(4), -2))

    def _strip(self, painter: QPainter, rule: str, left: str) -> None:
        look, px = self.look, self.look.px
        top = px(_ROW) * 3
        strip = QRectF(px(12), top, self.width() - px(24), px(_STRIP))
        side = px(16)
        sign = pixmap("terpenuhi", QColor(look.color("ok")), side, self.devicePixelRatioF())
        painter.drawPixmap(px(12), top + px(6), sign)
        line = QRectF(strip.left() + px(22), top + px(3), strip.width() - px(22), px(22))
        painter.setFont(look.font("small"))
        painter.setPen(look.color("ink2"))
        painter.drawText(line, _LEFT, rule)
        painter.setPen(look.color("ok"))
        painter.drawText(line, _RIGHT, left)
        track = QRectF(strip.left(), top + px(28), strip.width(), px(6))
        painter.fillRect(track, look.color("track"))
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * 0.62, track.height()),
                         look.color("okfill"))  # fmt: skip
        tick = track.left() + track.width() * 0.8
        painter.fillRect(QRectF(tick, track.top() - px(3), 2, track.height() + px(6)), look.color("ink"))

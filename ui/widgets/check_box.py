"""Check boxes in the window's own hand: the style's mark is too small and ignores the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.support.theme import theme

SIDE = 18


def paint_check(painter: QPainter, box: QRectF, *, on: bool, focus: bool = False) -> None:
    """Draw a check box: filled with a tick, or an empty frame."""
    px, color = theme().px, theme().color
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("accent" if on or focus else "line2"), px(2) if focus and not on else 1.2))
    painter.setBrush(color("accent" if on else "surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
    if on:
        pen = QPen(color("onaccent"), px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, y, side = box.left(), box.top(), box.width()
        corners = ((0.26, 0.52), (0.43, 0.69), (0.75, 0.33))
        painter.drawPolyline([QPointF(x + a * side, y + b * side) for a, b in corners])
    if focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("accent"), px(2)))
        painter.drawRoundedRect(box.adjusted(-px(2), -px(2), px(2), px(2)), px(5), px(5))
    painter.restore()


class CheckBox(QCheckBox):
    """A check box with its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(theme().font("body"))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Room for mark and words."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + theme().px(SIDE + 16), theme().px(26))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - Qt's signature
        """Mark and words are one."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        painter = QPainter(self)
        try:
            px = theme().px
            side = px(SIDE)
            box = QRectF(px(3), (self.height() - side) / 2, side, side)
            paint_check(painter, box, on=self.isChecked(), focus=self.hasFocus())
            painter.setFont(self.font())
            painter.setPen(theme().color("ink" if self.isEnabled() else "ink3"))
            words = QRectF(self.rect()).adjusted(side + px(13), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        finally:
            painter.end()

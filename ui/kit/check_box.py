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
    frame = theme().ring if focus else 1.2
    painter.setPen(QPen(color("accent" if on or focus else "line2"), frame))
    painter.setBrush(color("accent" if on and not focus else "surface"))
    inset = frame / 2 if focus else 0.5
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), px(4), px(4))
    if on and focus:
        # The ring stays inside the box's own square, which stands flush with the words above and below it.
        inner = frame + 1.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(box.adjusted(inner, inner, -inner, -inner), px(2), px(2))
    if on:
        pen = QPen(color("onaccent"), px(2) if not focus else 1.5 * theme().factor)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        shrink = (frame + 1.5) if focus else 0.0
        x, y, side = box.left() + shrink, box.top() + shrink, box.width() - 2 * shrink
        corners = ((0.26, 0.52), (0.43, 0.69), (0.75, 0.33))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([QPointF(x + a * side, y + b * side) for a, b in corners])
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
            box = QRectF(0, (self.height() - side) / 2, side, side)
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().color("tint"))
                painter.drawRoundedRect(self.rect(), px(4), px(4))
            paint_check(painter, box, on=self.isChecked(), focus=self.hasFocus())
            painter.setFont(self.font())
            painter.setPen(theme().color("ink" if self.isEnabled() else "ink3"))
            words = QRectF(self.rect()).adjusted(side + px(10), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        finally:
            painter.end()

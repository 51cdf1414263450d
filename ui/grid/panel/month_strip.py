"""Twelve small squares: the months of an activity, from its first to its last."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import theme

_LETTERS = "JFMAMJJASOND"


class MonthStrip(QWidget):
    """Shows and sets the first and last month.

    A click on a month outside extends the run to it; a click inside moves the nearer end. By keyboard:
    Left and Right choose a month, Space does what a click does.
    """

    edited = Signal(int, int)
    """First and last month (1-12) that the user has set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = 1, 12
        self._cursor = 1
        self._fixed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Months"))

    def show_months(self, first: int, last: int, *, fixed: bool = False) -> None:
        """Show a run of months; ``fixed`` ones can't be changed."""
        self.first, self.last = first, last
        self._fixed = fixed
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(f"{first}-{last}")
        self.update()

    def sizeHint(self) -> QSize:
        """Twelve squares and eleven gaps."""
        px = theme().px
        return QSize(12 * px(15) + 11 * px(2), px(19))

    def set_month(self, month: int) -> None:
        """Do what a click on a month does."""
        first, last = self.first, self.last
        if month < first:
            first = month
        elif month > last:
            last = month
        elif month - first < last - month:
            first = month if month != first else min(month + 1, last)
        else:
            last = month if month != last else max(month - 1, first)
        if not self._fixed and (first, last) != (self.first, self.last):
            self.show_months(first, last)
            self.edited.emit(first, last)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click sets the nearer end of the run."""
        for month in range(1, 13):
            if self._square(month).contains(event.position().toPoint()):
                self._cursor = month
                self.set_month(month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Space."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._cursor = max(1, min(12, self._cursor + steps[key]))
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.set_month(self._cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the squares."""
        painter = QPainter(self)
        try:
            for month in range(1, 13):
                self._paint_month(painter, month)
        finally:
            painter.end()

    def _square(self, month: int) -> QRect:
        px = theme().px
        return QRect(QPoint((month - 1) * (px(15) + px(2)), 0), QSize(px(15), px(19)))

    def _paint_month(self, painter: QPainter, month: int) -> None:
        look, box = theme(), self._square(month)
        active = self.first <= month <= self.last
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("tint2" if active else "sub"))
        painter.drawRoundedRect(box, look.px(2), look.px(2))
        if self.hasFocus() and month == self._cursor:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), look.ring))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), look.px(2), look.px(2))
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink" if active else "ink3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _LETTERS[month - 1])

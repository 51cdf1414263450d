"""Shows where dragged lines would go: a line between two rows or a ring round one, and the words for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.support.theme import theme


class DropMark(QWidget):
    """Lies over the rows while lines are dragged; never in the way of the mouse.

    Attributes:
        words: what is said beside the pointer.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self._row = QRect()
        self._edge = ""
        self._at = QPoint()
        self.hide()

    @property
    def edge(self) -> str:
        """``above``, ``below``, ``into``; empty where nothing can be put down."""
        return self._edge

    def show_place(self, row: QRect, edge: str, at: QPoint, words: str) -> None:
        """Show a place.

        Args:
            row: the row's rectangle, from where its name begins.
            edge: ``above``, ``below`` or ``into`` it; empty: nowhere, only the words are shown.
            at: the pointer.
            words: what would happen.
        """
        parent = self.parentWidget()
        assert parent is not None
        self._row, self._edge, self._at, self.words = row, edge, at, words
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the place and the words."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._edge:
                self._place(painter)
            self._words(painter)
        finally:
            painter.end()

    def _place(self, painter: QPainter) -> None:
        look = theme()
        painter.setPen(QPen(look.color("accent"), look.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        row = self._row
        if self._edge == "into":
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), look.px(3), look.px(3))
            return
        y = row.top() if self._edge == "above" else row.bottom()
        y = max(y, 1)
        dot = look.px(3)
        painter.drawEllipse(QPoint(row.left(), y), dot, dot)
        painter.drawLine(row.left() + dot, y, row.right(), y)

    def _words(self, painter: QPainter) -> None:
        if not self.words:
            return
        look = theme()
        font = look.font("small", bold=True)
        metrics = QFontMetrics(font)
        size = metrics.boundingRect(self.words)
        width, height = size.width() + look.px(20), look.px(26)
        left = min(self._at.x() + look.px(14), self.width() - width - look.px(8))
        top = self._at.y() + look.px(18)
        if top + height > self.height():
            top = self._at.y() - height - look.px(8)
        box = QRect(max(left, 0), max(top, 0), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("ink"))
        painter.drawRoundedRect(box, look.px(5), look.px(5))
        painter.setFont(font)
        painter.setPen(look.color("surface"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.words)

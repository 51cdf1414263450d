"""Dims the window behind a question, so that it is seen where the keyboard is."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import theme

_DIMMED = 0.47


class Veil(QWidget):
    """A veil of ink in every theme: what is behind is darker, what is before is clear."""

    def __init__(self, behind: QWidget) -> None:
        super().__init__(behind)
        self.setGeometry(behind.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """One colour over all."""
        painter = QPainter(self)
        try:
            painter.setOpacity(1 - _DIMMED)
            painter.fillRect(self.rect(), theme().color("veil"))
        finally:
            painter.end()

    def lift(self) -> None:
        """Give the window its light back."""
        self.hide()
        self.deleteLater()

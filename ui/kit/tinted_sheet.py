"""A rounded sheet on its own ground, with a hairline around it when it has one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.support.theme import theme


class TintedSheet(QWidget):
    """Ground and edge by tokens; what stands on it is laid out by whoever makes it."""

    def __init__(self, ground: str, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._edge = ground, edge

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground and the edge."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            color = theme().color
            painter.setPen(QPen(color(self._edge), 1) if self._edge else Qt.PenStyle.NoPen)
            painter.setBrush(color(self._ground))
            radius = theme().px(6)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        finally:
            painter.end()

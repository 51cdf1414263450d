"""A line to search in, with a lens that grows with the font."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.support.icons import pixmap
from ui.support.theme import theme

_LENS = 16


class SearchField(QLineEdit):
    """Qt draws the icon of an action at one size; this one follows the font factor."""

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setFont(theme().font("body"))
        self.setTextMargins(theme().px(_LENS + 8), 0, 0, 0)
        self.setFixedHeight(theme().px(32))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(placeholder) + theme().px(_LENS + 36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the lens at its left."""
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            side = theme().px(_LENS)
            drawn = pixmap("cari", theme().color("ink2"), side, self.devicePixelRatioF())
            painter.drawPixmap(theme().px(9), (self.height() - side) // 2, drawn)
        finally:
            painter.end()

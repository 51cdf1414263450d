"""A line for a folder: read from its end, which is what tells one folder from another."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from ui.support.icons import pixmap
from ui.support.theme import theme

_ICON = 18


class PathField(QLineEdit):
    """A line edit with a folder in front; at rest it shows the end of a long path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme().font("body"))
        self.setTextMargins(theme().px(_ICON + 8), 0, 0, 0)
        self.textChanged.connect(self.setToolTip)

    def shown_text(self) -> str:
        """The path as it has room: without its first folders when it is long."""
        text, metrics = self.text(), self.fontMetrics()
        room = self._room().width()
        if metrics.horizontalAdvance(text) <= room:
            return text
        parts = text.replace("\\", "/").split("/")
        mark = "\\" if "\\" in text else "/"
        for first in range(1, len(parts)):
            shorter = "…" + mark + mark.join(parts[first:])
            if metrics.horizontalAdvance(shorter) <= room:
                return shorter
        return metrics.elidedText(parts[-1], Qt.TextElideMode.ElideMiddle, room)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        whole = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return whole.adjusted(theme().px(_ICON + 8) + 2, 0, -2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """While it is typed into, Qt's own; at rest, the end of the path."""
        resting = not self.hasFocus() and self.shown_text() != self.text()
        if not resting:
            super().paintEvent(event)
        painter = QPainter(self)
        try:
            if resting:
                option = QStyleOptionFrame()
                self.initStyleOption(option)
                self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
                painter.setFont(self.font())
                painter.setPen(theme().color("ink" if self.isEnabled() else "ink3"))
                painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter, self.shown_text())
            side = theme().px(_ICON)
            drawn = pixmap("folder", theme().color("ink2"), side, self.devicePixelRatioF())
            painter.drawPixmap(theme().px(9), (self.height() - side) // 2, drawn)
        finally:
            painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Back to the end of the path."""
        super().focusOutEvent(event)
        self.update()

"""What comes next: the dates of the budget's year and the next sensible step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.formats import elide_end, month_names
from ui.support.i18n import language
from ui.support.theme import theme


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be done by a day, with the article it stands on."""

    day: date
    title: str
    basis: str
    left: str
    near: bool


class DueList(QWidget):
    """Days as small calendar leaves with their titles."""

    ROW = 48

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dues: list[Due] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dues(self, dues: list[Due]) -> None:
        """Show other days."""
        self._dues = dues
        self.setAccessibleName("; ".join(f"{due.title} {due.day.isoformat()} {due.left}" for due in dues))
        self.setFixedHeight(theme().px(self.ROW) * max(len(dues), 1))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(theme().px(300), theme().px(self.ROW) * max(len(self._dues), 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        painter = QPainter(self)
        try:
            for number, due in enumerate(self._dues):
                self._paint_due(painter, due, number * theme().px(self.ROW))
        finally:
            painter.end()

    def _paint_due(self, painter: QPainter, due: Due, top: int) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        leaf = QRectF(0, top + px(3), px(42), px(42))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warntint" if due.near else "sector"))
        painter.drawRoundedRect(leaf, px(4), px(4))
        painter.setPen(color("ink"))
        painter.setFont(theme().font("strip", bold=True))
        painter.drawText(leaf.adjusted(0, px(3), 0, -px(17)), Qt.AlignmentFlag.AlignCenter, str(due.day.day))
        painter.setFont(theme().font("caption"))
        painter.setPen(color("ink2"))
        month = month_names(language())[due.day.month - 1][:3]
        painter.drawText(leaf.adjusted(0, px(20), 0, -px(2)), Qt.AlignmentFlag.AlignCenter, month)
        painter.setFont(theme().font("small", bold=due.near))
        painter.setPen(color("warn" if due.near else "ink2"))
        right = QRectF(0, top, self.width() - px(2), px(self.ROW - 2))
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, due.left)
        room = round(right.width()) - px(56) - painter.fontMetrics().horizontalAdvance(due.left) - px(8)
        for text, font, token, offset in (
            (due.title, theme().font("body", bold=due.near), "ink", 4),
            (due.basis, theme().font("small"), "ink2", 24),
        ):
            painter.setFont(font)
            painter.setPen(color(token))
            shown = elide_end(text, painter.fontMetrics(), room)
            box = QRectF(px(56), top + px(offset), room, px(21))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

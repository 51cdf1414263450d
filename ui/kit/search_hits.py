"""What a search found, and how a hit is drawn: code, description, amount in three columns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.support import formats
from ui.support.theme import theme
from ui.support.workspace import Target

HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW = 28
"""Height of a hit, before the font factor."""


@dataclass(frozen=True)
class SearchHit:
    """One place found.

    Attributes:
        code: code of the row.
        text: its description.
        value: its amount as text; may be empty.
        target: where to go.
    """

    code: str
    text: str
    value: str
    target: Target


class HitPainter(QStyledItemDelegate):
    """Draws a hit, or the sentence that nothing was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = 0

    def fit_codes(self, codes: list[str]) -> None:
        """Make the first column as wide as its widest code."""
        metrics = QFontMetrics(theme().font("body"))
        widest = max((metrics.horizontalAdvance(code) for code in codes), default=0)
        self._code = widest + theme().px(14)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """One height for all."""
        return QSize(theme().px(200), theme().px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Code and amount are whole, the description gives way in its middle."""
        painter.save()
        try:
            self._paint(painter, option, index)
        finally:
            painter.restore()

    def _paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        px, color = theme().px, theme().color
        box = QRect(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("tint"))
        hit = index.data(HIT_ROLE)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme().font("body"))
        metrics = painter.fontMetrics()
        inner = box.adjusted(px(10), 0, -px(10), 0)
        if not isinstance(hit, SearchHit):
            painter.setPen(color("ink2"))
            painter.drawText(inner, middle, str(index.data()))
            return
        painter.setPen(color("ink2"))
        painter.drawText(inner, middle, hit.code)
        painter.setPen(color("ink"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, hit.value)
        value = metrics.horizontalAdvance(hit.value) + (px(16) if hit.value else 0)
        words = inner.adjusted(self._code, 0, -value, 0)
        painter.drawText(words, middle, formats.elide_words(hit.text, metrics, words.width()))

"""Draws the marks of a line behind its description: icons at the right edge, the tag after the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui.grid.model.row_marks import Mark
from ui.support.icons import pixmap
from ui.support.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

ICONS = {
    Mark.ABOVE_STANDARD: ("naik", "warn"),
    Mark.LINK: ("lampiran", "ink2"),
    Mark.NOTE: ("catatan", "ink2"),
}
"""Icon and ink of each mark; the word is in the tooltip and spoken by screen readers."""

_SIDE = 14
_GAP = 4


class MarkPainter:
    """Knows how much room marks take and draws them there.

    Attributes:
        tag_word: words of the tag of a line that nobody has reviewed.
    """

    def __init__(self, tag_word: str) -> None:
        self.tag_word = tag_word
        self._theme = theme()
        self._metrics = QFontMetrics(self._theme.font("caption", bold=True))

    def width(self, marks: Sequence[Mark]) -> int:
        """Room that marks need at the right of the description."""
        px = self._theme.px
        icons = sum(mark in ICONS for mark in marks) * px(_SIDE + _GAP)
        return icons + (self._tag_width() + px(_GAP) if Mark.UNREVIEWED in marks else 0)

    def draw(self, painter: QPainter, box: QRect, marks: Sequence[Mark], text_end: int) -> None:
        """Draw marks.

        Args:
            painter: of the row.
            box: the description's cell.
            marks: in their order.
            text_end: where the words end; the tag stands behind them, the icons at the cell's edge.
        """
        px = self._theme.px
        right = box.right() + 1
        for mark in reversed(marks):
            if mark not in ICONS:
                continue
            name, token = ICONS[mark]
            side = px(_SIDE)
            right -= side
            at = QPoint(right, box.top() + (box.height() - side) // 2)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(at, pixmap(name, self._theme.color(token), side, ratio))
            right -= px(_GAP)
        if Mark.UNREVIEWED in marks:
            left = min(text_end + px(8), right - self._tag_width())
            self._tag(painter, QRect(left, box.top(), self._tag_width(), box.height()))

    def _tag_width(self) -> int:
        return self._metrics.horizontalAdvance(self.tag_word) + 2 * self._theme.px(6)

    def _tag(self, painter: QPainter, room: QRect) -> None:
        px = self._theme.px
        height = px(17)
        box = QRect(room.left(), room.top() + (room.height() - height) // 2, room.width(), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sector"))
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setFont(self._theme.font("caption", bold=True))
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tag_word)

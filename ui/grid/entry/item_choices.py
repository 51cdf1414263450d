"""The list below an open cell: items that fit what is typed; it never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.grid.model.price_help import Suggestion
from ui.support.formats import elide_end, elide_words
from ui.support.theme import theme

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WIDE, _SLIM = 520, 180


class ItemChoices(QWidget):
    """Suggestions; none is the present one until a key or the mouse goes there."""

    chosen = Signal(object)
    """Place of the suggestion that was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setMouseTracking(True)
        self.items: Sequence[Suggestion] = ()
        self.place = -1
        self.hide()

    @property
    def current(self) -> Suggestion | None:
        """The present choice; None while none is chosen."""
        return self.items[self.place] if 0 <= self.place < len(self.items) else None

    def offer(self, items: Sequence[Suggestion]) -> None:
        """Show these; none of them is chosen yet."""
        self.items = tuple(items)
        self.place = -1
        self.setVisible(bool(items))
        self._tell()

    def step(self, step: int) -> None:
        """Go down or up; before the first one is what was typed."""
        self.place = min(max(self.place + step, -1), len(self.items) - 1)
        self._tell()

    def stand_at(self, cell: QRect) -> None:
        """Stand below a cell, left edges together; above it where there is no room below."""
        parent = self.parentWidget()
        assert parent is not None
        px = theme().px
        priced = any(item.price for item in self.items)
        width = min(px(_WIDE if priced else _SLIM), parent.width() - px(8))
        height = len(self.items) * self._row_height() + self._foot_height() + 2 * px(4)
        top = cell.bottom() + px(3)
        if top + height > parent.height() and cell.top() > height:
            top = cell.top() - height - px(2)
        left = max(px(2), min(cell.left(), parent.width() - width - px(2)))
        self.setGeometry(left, top, width, height)
        self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the mouse is the present choice."""
        place = self._at(event)
        if place >= 0 and place != self.place:
            self.place = place
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        place = self._at(event)
        if place >= 0:
            self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the sheet, its rows, and what the keys do."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _tell(self) -> None:
        current = self.current
        words = f"{current.whole} {current.unit} {current.price}".strip() if current else ""
        self.setAccessibleName(words or self.tr("{count} suggestions").format(count=len(self.items)))
        self.update()

    def _at(self, event: QMouseEvent) -> int:
        place = (int(event.position().y()) - theme().px(4)) // self._row_height()
        return place if 0 <= place < len(self.items) else -1

    def _row_height(self) -> int:
        return theme().px(26)

    def _foot_height(self) -> int:
        return theme().px(24)

    def _paint(self, painter: QPainter) -> None:
        look = theme()
        px = look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5))
        for place, item in enumerate(self.items):
            top = px(4) + place * self._row_height()
            box = QRect(1, top, self.width() - 2, self._row_height())
            self._paint_row(painter, box, item, place == self.place)
        foot = QRect(0, self.height() - self._foot_height() - px(2), self.width(), self._foot_height())
        painter.fillRect(foot.left() + 1, foot.top(), foot.width() - 2, 1, look.color("line"))
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        painter.drawText(foot.adjusted(px(12), 0, -px(12), 0), _LEFT, self.tr("↓ chooses · Esc closes"))

    def _paint_row(self, painter: QPainter, box: QRect, item: Suggestion, chosen: bool) -> None:
        look = theme()
        px = look.px
        if chosen:
            painter.fillRect(box, look.color("tint"))
            painter.fillRect(box.left(), box.top(), px(3), box.height(), look.color("accent"))
        room = box.adjusted(px(12), 0, -px(12), 0)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        painter.drawText(room, _RIGHT, item.price)
        words = room
        if item.price:
            # Units stand in a column of their own, so that prices have one edge and units another.
            painter.setPen(look.color("ink2"))
            painter.drawText(room.adjusted(0, 0, -px(100), 0), _RIGHT, item.unit)
            words = room.adjusted(0, 0, -px(180), 0)
        metrics = QFontMetrics(look.font("body"))
        name = elide_words(item.text, metrics, words.width())
        painter.setPen(look.color("ink"))
        painter.drawText(words, _LEFT, name)
        left = metrics.horizontalAdvance(f"{name} ")
        if item.detail and words.width() - left > px(24):
            painter.setPen(look.color("ink2"))
            rest = words.adjusted(left, 0, 0, 0)
            detail = elide_end(item.detail, metrics, rest.width())
            painter.drawText(rest, _LEFT, detail)

"""The list below an open fund cell: codes and names that fit what is typed; it never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.support.formats import elide_words
from ui.support.theme import theme
from village_budget.chart.chart import FundSource


class FundChoices(QWidget):
    """Fund sources to choose from; one of them is the present choice."""

    chosen = Signal(str)
    """Code of the fund source that was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._funds: Sequence[FundSource] = ()
        self._place = -1
        self.hide()

    @property
    def current(self) -> FundSource | None:
        """The present choice; None when nothing fits or nothing is chosen yet."""
        return self._funds[self._place] if 0 <= self._place < len(self._funds) else None

    def offer(self, funds: Sequence[FundSource], *, choose_first: bool) -> None:
        """Show these, the first of them chosen when asked."""
        self._funds = tuple(funds)
        self._place = 0 if funds and choose_first else -1
        self.setVisible(bool(funds))
        self.update()

    def step(self, step: int) -> None:
        """Go to the next or the one before, round and round."""
        if self._funds:
            start = self._place if self._place >= 0 else (-1 if step > 0 else 0)
            self._place = (start + step) % len(self._funds)
            self.update()

    def place(self, cell: QRect) -> None:
        """Stand below a cell, right edges together; above it where there is no room below."""
        parent = self.parentWidget()
        assert parent is not None
        width, height = theme().px(350), len(self._funds) * self._row_height() + 2 * theme().px(4)
        top = cell.bottom() + theme().px(3)
        if top + height > parent.height():
            top = max(0, cell.top() - height - theme().px(2))
        self.setGeometry(max(0, cell.right() + 1 - width), top, width, height)
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        row = (int(event.position().y()) - theme().px(4)) // self._row_height()
        if 0 <= row < len(self._funds):
            self.chosen.emit(self._funds[row].code)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the sheet and its rows."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _row_height(self) -> int:
        return theme().px(26)

    def _paint(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(5), look.px(5))
        for place, fund in enumerate(self._funds):
            top = look.px(4) + place * self._row_height()
            self._paint_row(
                painter, QRect(1, top, self.width() - 2, self._row_height()), fund, place == self._place
            )

    def _paint_row(self, painter: QPainter, box: QRect, fund: FundSource, chosen: bool) -> None:
        look = theme()
        if chosen:
            painter.fillRect(box, look.color("tint"))
            painter.fillRect(box.left(), box.top(), look.px(3), box.height(), look.color("accent"))
        align = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font("caption", bold=True))
        painter.setPen(look.color(f"fund-{fund.code}-text"))
        painter.drawText(box.adjusted(look.px(12), 0, 0, 0), align, fund.code)
        font = look.font("small")
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        name = box.adjusted(look.px(52), 0, -look.px(8), 0)
        painter.drawText(name, align, elide_words(fund.name, QFontMetrics(font), name.width()))

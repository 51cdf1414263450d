"""Cards of the summary: the four totals, a titled card, and the list of fund sources."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.support.icons import pixmap
from ui.support.theme import theme
from ui.widgets.chips import paint_chip
from ui.widgets.controls import Hairline, column, label, row, set_ink
from ui.widgets.share_columns import share_columns
from village_budget.money import Sen, format_amount, format_percent


class Card(QFrame):
    """A white sheet with a hairline around it and a title."""

    def __init__(self, title: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body: QVBoxLayout = column(margins=(20, 11, 16, 10), gap=4)
        if title:
            head = row(gap=8)
            head.addWidget(label(title, role="strip", bold=True))
            head.addStretch(1)
            if note:
                head.addWidget(label(note, role="small", token="ink2"))
            self.head = head
            self.body.addLayout(head)
        self.setLayout(self.body)


class TotalsCard(Card):
    """Four figures side by side with a note under each."""

    def __init__(self, captions: list[str]) -> None:
        super().__init__()
        self.body.setContentsMargins(*(theme().px(n) for n in (4, 8, 4, 8)))
        self._values: list[QLabel] = []
        self._notes: list[QLabel] = []
        self._marks: list[QLabel] = []
        self._lines: list[Hairline] = []
        self._blocks: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(theme().px(8))
        for caption in captions:
            self._blocks.append(self._block(caption))
        self.body.addLayout(self._grid)
        self.set_layout("wide")

    def _block(self, caption: str) -> QWidget:
        value, note = label("0", role="figure", bold=True), label("", role="small", token="ink2", wrap=True)
        mark = QLabel()
        mark.hide()
        below = row(gap=5)
        below.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(note, 1)
        words = column(margins=(20, 2, 12, 2), gap=0)
        words.addWidget(label(caption, role="small", token="ink2"))
        words.addWidget(value)
        words.addLayout(below)
        words.addStretch(1)
        whole = row(gap=0)
        whole.addLayout(words, 1)
        line = Hairline(vertical=True)
        whole.addWidget(line)
        self._lines.append(line)
        block = QWidget()
        block.setLayout(whole)
        self._values.append(value)
        self._notes.append(note)
        self._marks.append(mark)
        return block

    def set_layout(self, mode: str) -> None:
        """Four beside each other, or two and two where there is little room; smaller figures then."""
        columns = 2 if mode == "small" else len(self._blocks)
        font = theme().font("figure" if mode == "wide" else "title", bold=True)
        for number, block in enumerate(self._blocks):
            self._values[number].setFont(font)
            self._lines[number].setVisible((number + 1) % columns > 0)
            self._grid.addWidget(block, number // columns, number % columns)
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def show_total(self, number: int, sen: Sen, note: str, token: str = "ink2") -> None:
        """Show a figure and the note below it; ``ok`` and ``bad`` bring their icon."""
        self._values[number].setText(format_amount(sen))
        icon = {"ok": "terpenuhi", "bad": "melanggar"}.get(token, "")
        self._marks[number].setVisible(bool(icon))
        if icon:
            drawn = pixmap(icon, theme().color(token), theme().px(14), self.devicePixelRatioF())
            self._marks[number].setPixmap(drawn)
        self._notes[number].setText(note)
        set_ink(self._notes[number], token)


@dataclass(frozen=True, slots=True)
class FundShare:
    """What a fund source brings."""

    code: str
    name: str
    sen: Sen


class FundList(QWidget):
    """Fund sources with chip, name, bar against all money, amount and share; the legend of the chart too."""

    ROW, TIGHT_ROW, MANY = 32, 24, 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: list[FundShare] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: list[FundShare]) -> None:
        """Show other amounts."""
        self._shares = shares
        self.setAccessibleName("; ".join(f"{s.code} {format_amount(s.sen)}" for s in shares))
        self.setFixedHeight(self._row_height() * max(len(shares), 1))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(theme().px(380), self._row_height() * max(len(self._shares), 1))

    def _row_height(self) -> int:
        return theme().px(self.TIGHT_ROW if len(self._shares) > self.MANY else self.ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens, on the same column edges as the chart."""
        painter = QPainter(self)
        try:
            whole = sum(share.sen for share in self._shares)
            for number, share in enumerate(self._shares):
                self._paint_row(painter, share, number * self._row_height(), whole)
        finally:
            painter.end()

    def _paint_row(self, painter: QPainter, share: FundShare, top: int, whole: Sen) -> None:
        px, color = theme().px, theme().color
        height = self._row_height()
        middle = top + height / 2
        known = f"fund-{share.code}" if share.code else ""
        ink = color(f"{known}-text" if known else "ink2")
        ground = color(f"{known}-ground" if known else "sector")
        chip = QRectF(0, middle - px(10), px(38), px(20))
        paint_chip(painter, chip, share.code or "?", ink, ground)
        painter.setFont(theme().font("body"))
        painter.setPen(color("ink"))
        at = share_columns(self.width())
        left, right = at.bar_left, at.bar_right
        name = painter.fontMetrics().elidedText(share.name, Qt.TextElideMode.ElideRight, left - px(54))
        painter.drawText(QRectF(px(46), top, left, height), Qt.AlignmentFlag.AlignVCenter, name)
        track = QRectF(left, middle - px(3), right - left, px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("track"))
        painter.drawRoundedRect(track, px(3), px(3))
        if whole > 0 and share.sen > 0:
            painter.setBrush(color(f"{known}-solid" if known else "line2"))
            filled = QRectF(
                track.left(), track.top(), max(track.width() * share.sen / whole, px(6)), track.height()
            )
            painter.drawRoundedRect(filled, px(3), px(3))
        self._paint_amount(painter, share, QRectF(0, top, self.width(), height), whole)

    def _paint_amount(self, painter: QPainter, share: FundShare, box: QRectF, whole: Sen) -> None:
        at = share_columns(self.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(theme().font("body", bold=True))
        painter.setPen(theme().color("ink"))
        painter.drawText(QRectF(0, box.top(), at.amount_right, box.height()), flags, format_amount(share.sen))
        painter.setFont(theme().font("body"))
        painter.setPen(theme().color("ink2"))
        box.setRight(at.share_right)
        painter.drawText(box, flags, format_percent(share.sen, whole, 1))

"""Cards of the summary: a titled card and the four totals."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.controls import (
    Hairline,
    column,
    label,
    row,
    set_ink,
)
from ui.support.icons import pixmap
from ui.support.theme import theme
from village_budget.money import Sen, format_amount


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
        mark.setContentsMargins(0, theme().px(2), 0, 0)
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

"""Ways out of a broken rule: what each would change, what results, and a button that does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kit.controls import (
    button,
    column,
    label,
    row,
    wrapped,
)
from ui.kit.tinted_sheet import TintedSheet

if TYPE_CHECKING:
    from village_budget.rules.ways.moves import WayOut


@dataclass(frozen=True, slots=True)
class WayWords:
    """A way out in words.

    Attributes:
        way: the proposal.
        heading: its name.
        moves: one sentence a change.
        result: what results.
        moved: how much money it moves.
    """

    way: WayOut
    heading: str
    moves: tuple[str, ...]
    result: str
    moved: str


class WaysOut(QWidget):
    """The proposals, smallest first; words while they are worked out, and when there is none."""

    asked = Signal(object)  # WayOut

    def __init__(self, *, locked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked = locked
        self.buttons: list[QPushButton] = []
        self._words = wrapped(self.tr("Working out what would mend it …"), token="ink2")
        box = column(gap=8)
        box.addWidget(label(self.tr("Ways out"), role="small", bold=True, token="ink2"))
        box.addWidget(self._words)
        self._cards = column(gap=8)
        box.addLayout(self._cards)
        self.setLayout(box)

    def wait(self) -> None:
        """The plan has changed: what is shown can't be followed until it is worked out again."""
        for made in self.buttons:
            made.setEnabled(False)

    def show_ways(self, ways: list[WayWords], decide: str) -> None:
        """Show proposals, or what a person has to decide when there is none."""
        focused = next((n for n, made in enumerate(self.buttons) if made.hasFocus()), -1)
        while self._cards.count():
            item = self._cards.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        self._words.setVisible(not ways)
        self._words.setText(decide)
        for number, words in enumerate(ways):
            self._cards.addWidget(self._card(words, first=number == 0))
        if 0 <= focused < len(self.buttons):
            self.buttons[focused].setFocus()

    def _card(self, words: WayWords, *, first: bool) -> QWidget:
        card = TintedSheet("tint" if first else "surface", "accent" if first else "line")
        told = column(gap=2)
        told.addWidget(wrapped(words.heading, bold=True))
        for sentence in words.moves:
            told.addWidget(wrapped(sentence, role="small", token="ink2"))
        told.addWidget(wrapped(words.result, role="small", token="ok"))
        act = button(self.tr("Apply"), kind="primary" if first else "secondary")
        act.setAccessibleName(self.tr("Apply: {heading}").format(heading=words.heading))
        act.setEnabled(not self._locked)
        act.clicked.connect(lambda: self.asked.emit(words.way))
        self.buttons.append(act)
        right = column(gap=4)
        right.addWidget(act)
        right.addWidget(
            label(words.moved, role="small", bold=True, token="ink2"), 0, Qt.AlignmentFlag.AlignRight
        )
        right.addStretch(1)
        whole = row(margins=(14, 10, 12, 10), gap=14)
        whole.addLayout(told, 1)
        whole.addLayout(right)
        card.setLayout(whole)
        return card

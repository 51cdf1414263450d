"""What a grid is narrowed to: a chip for each condition, how much is shown, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.grid.model.row_conditions import Condition
from ui.grid.view.row_filter import Shown
from ui.kit.controls import (
    FilterChip,
    button,
    label,
    row,
    set_ground,
)
from ui.support.formats import amount, elide_end
from ui.support.theme import theme


class FilterBar(QWidget):
    """One line above the grid; there only while something is hidden.

    Attributes:
        text: how much is shown, in words.
    """

    dropped = Signal(str)  # kind of the condition that is taken off
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "sub")
        self.text = ""
        self._told: list[str] = []
        self._chips = row(gap=6)
        self._words = label("", role="small", token="ink2")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clear = button(self.tr("Show everything"), kind="link")
        self.clear.clicked.connect(self.cleared)
        box = row(margins=(14, 4, 10, 4), gap=10)
        box.addLayout(self._chips)
        box.addWidget(self._words, 1)
        box.addWidget(self.clear)
        self.setLayout(box)
        self.hide()

    def show_conditions(self, conditions: Sequence[Condition], shown: Shown, *, marked: str = "") -> None:
        """Show what is in force.

        Args:
            conditions: one chip each.
            shown: how much is in sight.
            marked: words of the condition on findings; empty when it is not in force.
        """
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._told = [one.words for one in conditions] + ([marked] if marked else [])
        kinds = [one.kind for one in conditions] + (["marked"] if marked else [])
        for kind, words in zip(kinds, self._told, strict=True):
            chip = FilterChip(words)
            chip.setChecked(True)
            chip.setAccessibleName(self.tr("Take off: {words}").format(words=words))
            chip.clicked.connect(lambda _=False, kind=kind: self.dropped.emit(kind))
            self._chips.addWidget(chip)
        text = self.tr("{n} of {m} lines · Rp {amount}. Totals in the table are of the whole plan.")
        if not shown.rows:
            text = self.tr("No row fits. All {m} lines are still there.")
        self.text = text.format(n=shown.lines, m=shown.of, amount=amount(shown.amount))
        self._words.setToolTip(self.text)
        self._fit()
        self.setVisible(bool(self._told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words give way to the chips, and long chips to each other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        chips = self.chips()
        bold, small = QFontMetrics(theme().font("small", bold=True)), QFontMetrics(theme().font("small"))
        room = self.width() - self.clear.sizeHint().width() - theme().px(24 + 20)
        edge = theme().px(40)
        share = (room - theme().px(6) * len(chips)) // max(len(chips), 1)
        wide = [bold.horizontalAdvance(words) + edge for words in self._told]
        tight = sum(wide) + theme().px(6) * len(chips) > room
        for chip, words, width in zip(chips, self._told, wide, strict=True):
            told = elide_end(words, bold, min(width, share) - edge) if tight else words
            chip.setText(f"{told}  ×")
            chip.setToolTip("" if told == words else words)
        left = room - sum(min(width, share) if tight else width for width in wide) - theme().px(20)
        self._words.setText(elide_end(self.text, small, left) if left > theme().px(60) else "")

    def chips(self) -> list[FilterChip]:
        """The chips that are there."""
        found = (self._chips.itemAt(n) for n in range(self._chips.count()))
        return [item.widget() for item in found if item and isinstance(item.widget(), FilterChip)]  # type: ignore[misc]

"""What a grid is narrowed to: a chip for each condition, how much is shown, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.item_models.row_conditions import Condition
from ui.support.formats import amount
from ui.widgets.controls import FilterChip, button, label, row, set_ground
from ui.widgets.row_filter import Shown


class FilterBar(QWidget):
    """One line above the grid; there only while something is hidden."""

    dropped = Signal(str)  # kind of the condition that is taken off
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "sub")
        self._chips = row(gap=6)
        self._words = label("", role="small", token="ink2")
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
        told = [(one.kind, one.words) for one in conditions] + ([("marked", marked)] if marked else [])
        for kind, words in told:
            chip = FilterChip(f"{words}  ×")
            chip.setChecked(True)
            chip.setAccessibleName(self.tr("Take off: {words}").format(words=words))
            chip.clicked.connect(lambda _=False, kind=kind: self.dropped.emit(kind))
            self._chips.addWidget(chip)
        text = self.tr("{n} of {m} lines · Rp {amount}. Totals in the table are of the whole plan.")
        self._words.setText(text.format(n=shown.lines, m=shown.of, amount=amount(shown.amount)))
        self.setVisible(bool(told))

    @property
    def text(self) -> str:
        """How much is shown, in words."""
        return self._words.text()

    def chips(self) -> list[FilterChip]:
        """The chips that are there."""
        found = (self._chips.itemAt(n) for n in range(self._chips.count()))
        return [item.widget() for item in found if item and isinstance(item.widget(), FilterChip)]  # type: ignore[misc]

"""What becomes of the amounts that are copied: as they are, zero, or changed by a percentage."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from ui.kit.controls import (
    FilterChip,
    column,
    label,
    row,
)
from ui.support.theme import theme
from village_budget.document.edits.amounts import CopiedAmounts, Scale
from village_budget.errors import UserError
from village_budget.money import MINUS, AmountError, parse_volume


class AmountsChoice(QWidget):
    """Three chips, of which one is on, and a field for the percentage."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {
            Scale.KEEP: FilterChip(self.tr("As they are")),
            Scale.ZERO: FilterChip(self.tr("Zero")),
            Scale.PERCENT: FilterChip(self.tr("Change by percent")),
        }
        group = QButtonGroup(self)
        line = row(gap=8)
        for chip in self.chips.values():
            group.addButton(chip)
            line.addWidget(chip)
        self.chips[Scale.KEEP].setChecked(True)
        self.percent = QLineEdit("5")
        self.percent.setFont(theme().font("body"))
        self.percent.setAccessibleName(self.tr("Percent"))
        self.percent.setFixedWidth(QFontMetrics(self.percent.font()).horizontalAdvance("−100,00") + 32)
        line.addWidget(self.percent)
        line.addWidget(label("%", token="ink2"))
        line.addStretch(1)
        self._words = label("", role="small", token="ink2", wrap=True)
        whole = column(gap=6)
        whole.addLayout(line)
        whole.addWidget(self._words)
        self.setLayout(whole)
        self._switch()
        group.buttonClicked.connect(self._switch)
        self.percent.textChanged.connect(self._hear)

    @property
    def scale(self) -> Scale:
        """Which chip is on."""
        return next(scale for scale, chip in self.chips.items() if chip.isChecked())

    def amounts(self) -> CopiedAmounts | None:
        """What was chosen; None while the percentage can't be read."""
        if self.scale is not Scale.PERCENT:
            return CopiedAmounts(self.scale)
        try:
            return CopiedAmounts(Scale.PERCENT, _read_percent(self.percent.text()))
        except (UserError, AmountError):
            return None

    def _switch(self, *_: object) -> None:
        by_percent = self.scale is Scale.PERCENT
        self.percent.setEnabled(by_percent)
        self._hear()
        if by_percent:
            self.percent.setFocus()
            self.percent.selectAll()

    def _hear(self, *_: object) -> None:
        readable = self.amounts() is not None
        self.percent.setProperty("wrong", "false" if readable else "true")
        self.percent.style().polish(self.percent)
        self._words.setText(self._explained(readable=readable))
        self.changed.emit()

    def _explained(self, *, readable: bool) -> str:
        if not readable:
            return self.tr("Enter a percentage from −100 to 1.000, for example 5 or −2,5.")
        return {
            Scale.KEEP: self.tr("Volume, unit price and amount stay as they were."),
            Scale.ZERO: self.tr("Volumes stay, unit prices become 0: enter the new ones."),
            Scale.PERCENT: self.tr(
                "Each unit price is changed and rounded to whole rupiah; the amount is worked out anew. "
                "Volumes stay."
            ),
        }[self.scale]


def _read_percent(text: str) -> Decimal:
    """A percentage as people type it: ``5``, ``+5 %``, ``-2,5``.

    Raises:
        AmountError: it is none.
    """
    body = text.strip().rstrip("%").strip().replace(MINUS, "-")
    sign = -1 if body.startswith("-") else 1
    return parse_volume(body.lstrip("+-"), point_decimals=True) * sign

"""Asks why a price is above the standard; offers usual reasons, and the standard price itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from ui.grid.model.price_help import Compared
from ui.kit.controls import (
    FilterChip,
    button,
    label,
    row,
)
from ui.kit.dialog import BaseDialog
from ui.support.formats import amount
from ui.support.theme import theme
from village_budget.domain.lines import Line
from village_budget.money import line_amount


class PriceReasonDialog(BaseDialog):
    """Accepted, `values` is what to set in the line: a reason, or the standard price."""

    topic = "tabel.alasan-harga"

    def __init__(self, line: Line, compared: Compared, list_name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Above the standard price"), parent, width=520)
        self.values: dict[str, object] = {}
        item = compared.standard.item
        self._standard = item.price
        words = self.tr("{name}, per {unit}").format(name=line.description, unit=line.unit)
        self.body.addWidget(label(words, token="ink2", wrap=True))
        self.body.addLayout(self._figures(line, compared, list_name))
        self.body.addSpacing(theme().px(6))
        asked = row(gap=12)
        asked.addWidget(label(self.tr("Why is it more?"), bold=True))
        asked.addStretch(1)
        asked.addWidget(label(self.tr("Alt+1 to Alt+4 write one of these"), role="small", token="ink3"))
        self.body.addLayout(asked)
        self.reason = QLineEdit(line.price_reason)
        self.reason.setAccessibleName(self.tr("Reason of the price"))
        self.reason.setPlaceholderText(self.tr("In your own words; the evaluator reads it."))
        self.reason.setMaxLength(300)
        self.body.addWidget(self.reason)
        self.body.addLayout(self._usual())
        self._buttons()
        self.reason.textChanged.connect(self._show_state)
        self._show_state()
        self.reason.setFocus()
        self.reason.selectAll()

    def _figures(self, line: Line, compared: Compared, list_name: str) -> QGridLayout:
        """Price, standard and difference under each other, one right edge."""
        over = line.amount - line_amount(line.volume, self._standard)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(4))
        rows = (
            (self.tr("Price in this budget"), amount(line.unit_price), "ink"),
            (self.tr("Standard, {list}").format(list=list_name), amount(self._standard), "ink"),
            (self.tr("Too much per {unit}").format(unit=line.unit), amount(compared.over), "warn"),
            (self.tr("Too much in all"), amount(over), "warn"),
        )
        for place, (words, figure, token) in enumerate(rows):
            told = label(figure, bold=True, token=token)
            told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label(words, token="ink2", wrap=True), place, 0)
            grid.addWidget(told, place, 1)
        grid.setColumnStretch(0, 1)
        return grid

    def _usual(self) -> QGridLayout:
        """Usual reasons, taken by a click or Alt and their number."""
        grid = QGridLayout()
        grid.setSpacing(theme().px(6))
        reasons = (
            self.tr("Freight to the site"), self.tr("Survey of three shops"),
            self.tr("Better quality or brand"), self.tr("Prices have risen since the list"),
        )  # fmt: skip
        self.usual: list[FilterChip] = []
        for number, words in enumerate(reasons, start=1):
            chip = FilterChip(f"{number}  {words}")
            chip.setCheckable(False)
            chip.setAccessibleName(words)
            chip.clicked.connect(lambda _checked=False, words=words: self._take(words))
            QShortcut(QKeySequence(f"Alt+{number}"), self, lambda words=words: self._take(words))
            self.usual.append(chip)
            grid.addWidget(chip, (number - 1) // 2, (number - 1) % 2)
        return grid

    def _buttons(self) -> None:
        self.use_standard = button(self.tr("Use the standard price"))
        self.use_standard.clicked.connect(self._lower)
        self._foot.insertWidget(0, self.use_standard)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.keep: QPushButton = button(self.tr("Keep the reason"), kind="primary")
        self.keep.clicked.connect(self._keep)
        self.add_button(cancel)
        self.add_button(self.keep, default=True)

    def _take(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setFocus()

    def _show_state(self) -> None:
        self.keep.setEnabled(bool(self.reason.text().strip()))

    def _keep(self) -> None:
        self.values = {"price_reason": self.reason.text().strip()}
        self.accept()

    def _lower(self) -> None:
        self.values = {"unit_price": self._standard, "expression": "", "price_reason": ""}
        self.accept()

"""One change over the selected lines, shown line by line before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTableView, QWidget

from ui.grid.model.bulk_preview_model import NAME, BulkPreviewModel
from ui.kit.controls import (
    Hairline,
    button,
    label,
    row,
    wrapped,
)
from ui.kit.dialog import BaseDialog
from ui.support.formats import amount, signed
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.support.theme import theme
from village_budget.arithmetic import evaluate
from village_budget.document.bulk_change import STEPS, BulkChange, BulkOutcome, Way, outcome
from village_budget.document.edits.bulk import SetLines
from village_budget.errors import UserError
from village_budget.money import AmountError, parse_volume

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart
    from village_budget.domain.lines import Line
    from village_budget.figures.figures import Figures

_FIELDS = {Way.FUND: "fund", Way.VOLUME: "volume", Way.VOLUME_PERCENT: "volume"}
_PERCENT = (Way.PRICE_PERCENT, Way.VOLUME_PERCENT)
_PRICES = (Way.PRICE, Way.PRICE_PERCENT, Way.PRICE_PLUS, Way.PRICE_ROUND)


class BulkDialog(BaseDialog):
    """Accepted, `edit` is the change as one step."""

    topic = "tabel.massal"

    def __init__(
        self, lines: Sequence[Line], chart: Chart, figures: Figures, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Change many lines"), parent, width=900)
        self._lines, self._figures = list(lines), figures
        self._found: BulkOutcome | None = None
        self.edit: SetLines | None = None
        self._make_choices(chart)
        self._make_table()
        self.totals = wrapped("", bold=True)
        self.funds = wrapped("", token="ink2")
        self.trouble = wrapped("", token="bad")
        for words in (self.totals, self.funds, self.trouble):
            self.body.addWidget(words)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.accept_button = button(self.tr("Change {count} lines").format(count=len(lines)), kind="primary")
        self.accept_button.clicked.connect(self._take)
        self.add_button(self.accept_button, default=True)
        self.way.currentIndexChanged.connect(self._way_chosen)
        self.value.textChanged.connect(self.refresh)
        self.fund.currentIndexChanged.connect(self.refresh)
        self.step.currentIndexChanged.connect(self.refresh)
        self._way_chosen()
        self.way.setFocus()

    def _make_choices(self, chart: Chart) -> None:
        names = {
            Way.FUND: self.tr("Fund source: set to"),
            Way.PRICE: self.tr("Unit price: set to (Rp)"),
            Way.PRICE_PERCENT: self.tr("Unit price: add per cent"),
            Way.PRICE_PLUS: self.tr("Unit price: add rupiah"),
            Way.PRICE_ROUND: self.tr("Unit price: round"),
            Way.VOLUME: self.tr("Volume: set to"),
            Way.VOLUME_PERCENT: self.tr("Volume: add per cent"),
        }
        self.way = self._combo(self.tr("What changes"))
        for way, words in names.items():
            self.way.addItem(words, way)
        self.value = QLineEdit()
        self.value.setFont(theme().font("body"))
        self.value.setAccessibleName(self.tr("Value"))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fund = self._combo(self.tr("Fund source"))
        for code, source in chart.funds.items():
            self.fund.addItem(f"{code}  {source.name}", code)
        self.step = self._combo(self.tr("Rounding"))
        self.step.addItem(self.tr("not rounded"), 1)
        for step in STEPS:
            self.step.addItem(self.tr("rounded to {step}").format(step=amount(step * 100)), step)
        line = row(gap=8)
        line.addWidget(self.way, 3)
        line.addWidget(self.value, 2)
        line.addWidget(self.fund, 4)
        line.addWidget(self.step, 2)
        self.body.addWidget(
            label(self.tr("{count} lines are selected").format(count=len(self._lines)), token="ink2")
        )
        self.body.addLayout(line)

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setFont(theme().font("body"))
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(12)
        return made

    def _make_table(self) -> None:
        self.model = BulkPreviewModel(self._lines, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Lines before and after"))
        self.table.setFont(theme().font("body"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setFrameShape(QTableView.Shape.NoFrame)
        # Figures stand under the words of their heads.
        self.table.setStyleSheet(f"QTableView::item {{ padding: 0 {theme().px(5)}px; }}")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme().px(27))
        head = self.table.horizontalHeader()
        head.setFont(theme().font("small"))
        head.setFixedHeight(theme().px(30))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column in range(self.model.columnCount()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, theme().px(118))
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(theme().px(min(30 + 27 * max(len(self._lines), 3), 300)))
        self.body.addWidget(Hairline())
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Hairline())

    def _way_chosen(self) -> None:
        way = self._way
        self.fund.setVisible(way is Way.FUND)
        self.value.setVisible(way not in (Way.FUND, Way.PRICE_ROUND))
        self.step.setVisible(way in _PRICES)
        hints = {Way.PRICE_PERCENT: "5 / -2,5", Way.VOLUME_PERCENT: "5 / -2,5", Way.PRICE_PLUS: "25.000"}
        self.value.setPlaceholderText(hints.get(way, ""))
        if way is Way.PRICE_ROUND and self.step.currentData() == 1:
            self.step.setCurrentIndex(self.step.findData(STEPS[-1]))
        self.refresh()

    @property
    def _way(self) -> Way:
        return Way(self.way.currentData())

    def change(self) -> BulkChange | None:
        """The change as it is chosen; None while its value is not typed yet.

        Raises:
            AmountError: the value can't be read.
        """
        way, text = self._way, self.value.text().strip()
        step = int(self.step.currentData()) if way in _PRICES else 1
        if way is Way.FUND:
            return BulkChange(way, fund=str(self.fund.currentData()))
        if way is Way.PRICE_ROUND:
            return BulkChange(way, step=step)
        if not text:
            return None
        if way in _PERCENT:
            bare = text.rstrip("% ").replace("−", "-")
            sign = -1 if bare.startswith("-") else 1
            return BulkChange(way, number=sign * parse_volume(bare.lstrip("+-")), step=step)
        if way is Way.VOLUME:
            return BulkChange(way, number=Decimal(parse_volume(text)))
        return BulkChange(way, rupiah=evaluate(text.lstrip("+")), step=step)

    def refresh(self) -> None:
        """Work the change out, and show what it does."""
        self._found, trouble = None, ""
        try:
            change = self.change()
            if change is not None:
                self._found = outcome(change, self._lines, self._figures)
        except (AmountError, UserError) as error:
            trouble = message_parts(error, language()).joined()
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.model.show_outcome(self._found, _FIELDS.get(self._way, "unit_price"))
        self._show_totals()

    def _show_totals(self) -> None:
        found = self._found
        count = len(found.values) if found is not None else 0
        self.accept_button.setText(self.tr("Change {count} lines").format(count=count))
        self.accept_button.setEnabled(count > 0)
        before = found.before if found else sum(line.amount for line in self._lines)
        after = found.after if found else before
        words = self.tr("Together {before}, then {after}").format(before=amount(before), after=amount(after))
        self.totals.setText(f"{words} ({signed(after - before)})" if after != before else words)
        funds = [self._fund_words(*item) for item in found.funds.items()] if found else []
        self.funds.setText("\n".join(funds) or self.tr("The balance of the fund sources stays as it is."))

    def _fund_words(self, fund: str, balance: tuple[int, int]) -> str:
        return self.tr("{fund}: {before}, then {after}").format(
            fund=fund, before=self._left(balance[0]), after=self._left(balance[1])
        )

    def _left(self, sen: int) -> str:
        if not sen:
            return self.tr("balanced")
        words = self.tr("{amount} left") if sen > 0 else self.tr("{amount} short")
        return words.format(amount=amount(abs(sen)))

    def _take(self) -> None:
        if self._found is not None and self._found.values:
            self.edit = SetLines(self._found.values)
            self.accept()

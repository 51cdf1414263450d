"""The preview of a pasted block: columns named, each row taken, refused or passed over; mended in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.dialogs.base import LARGEST, BaseDialog
from ui.item_models.pasted_rows_model import PastedRowsModel, verdict_words
from ui.item_models.picker_entries import PickerEntry, Search
from ui.support.formats import amount as amount_text
from ui.support.icons import pixmap
from ui.support.theme import theme
from ui.widgets.code_picker import CodePicker
from ui.widgets.controls import FilterChip, Hairline, button, column, label, row
from ui.widgets.paste_table import PasteTable
from village_budget.exchange.pasted_block import PastedBlock
from village_budget.exchange.pasted_fields import Field
from village_budget.exchange.pasted_verdicts import State

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SLICE = 250
"""Rows judged at one go: the window answers between two of them."""


class _Count(QWidget):
    """Icon, number and word of one state."""

    def __init__(self, icon: str, token: str, word: str) -> None:
        super().__init__()
        side = theme().px(16)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, theme().color(token), side, self.devicePixelRatioF()))
        self._number = label("", role="strip", bold=True, token=token)
        self._word = word
        line = row(gap=6)
        for part in (picture, self._number, label(word, token="ink2")):
            line.addWidget(part)
        self.setLayout(line)

    def show_count(self, count: int) -> None:
        """Say another number."""
        self._number.setText(str(count))
        self.setAccessibleName(f"{count} {self._word}")


class PasteDialog(BaseDialog):
    """Shows a block before anything is changed; accepted, `block.taken()` is what to add."""

    topic = "langkah.tempel"

    def __init__(
        self,
        block: PastedBlock,
        chart: Chart,
        where: str,
        accounts: Search,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Paste from Excel"), parent, width=640)
        self.block = block
        self._chart = chart
        self._accounts = accounts
        self._where = where
        self.model = PastedRowsModel(block, self)
        self.table = PasteTable(self.model)
        self.taken = _Count("terpenuhi", "ok", self.tr("taken"))
        self.refused = _Count("melanggar", "bad", self.tr("refused"))
        self.passed = _Count("dikecualikan", "ink3", self.tr("passed over"))
        self._sum = label("", bold=True)
        self._help = label("", role="small", token="ink2", wrap=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._judge_on)
        self._arrange()
        self._foot_parts()
        self.table.head.named.connect(self._name_column)
        self.model.mended.connect(self._show_counts)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_help())
        self._begin()
        self.table.setFocus()

    def sizeHint(self) -> QSize:
        """As large as the design, never larger than a small screen."""
        px = theme().px
        return QSize(min(px(1060), LARGEST.width()), min(px(648), LARGEST.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """The first refused row has the cursor."""
        super().showEvent(event)
        self.table.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes nothing in by chance: only its button does."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)

    def show_only_refused(self, *, only: bool) -> None:
        """Show the refused rows, or all."""
        self.model.only_refused = only
        self.model.refresh()
        (self._refused_chip if only else self._all_chip).setChecked(True)
        self._to_first_fault()

    def choose_account(self) -> None:
        """Let the lines that name no account go to another one."""
        picker = CodePicker(self.tr("Account of these lines"), self._accounts, "", self)
        picker.picked.connect(self._take_account)
        picker.open()

    # Parts

    def _arrange(self) -> None:
        self.body.setSpacing(theme().px(6))
        self.body.addWidget(self._subtitle())
        counts = row(gap=20)
        for count in (self.taken, self.refused, self.passed):
            counts.addWidget(count)
        counts.addStretch(1)
        self._all_chip = FilterChip(self.tr("All"))
        self._refused_chip = FilterChip(self.tr("Only refused"))
        group = QButtonGroup(self)
        for chip, only in ((self._all_chip, False), (self._refused_chip, True)):
            group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, only=only: self.show_only_refused(only=only))
            counts.addWidget(chip)
        self._all_chip.setChecked(True)
        self.body.addLayout(self._target_row())
        self.body.addLayout(counts)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.table, 1)

    def _subtitle(self) -> QLabel:
        words = self.tr("{count} rows of the clipboard to {where}. Nothing has changed yet.")
        if self.block.layout.foreign:
            words += " " + self.tr("Figures are read as 1,234.50.")
        return label(words.format(count=len(self.block.grid), where=self._where), token="ink2", wrap=True)

    def _target_row(self) -> QHBoxLayout:
        self.account = button("", kind="secondary")
        self.account.clicked.connect(self.choose_account)
        self.fund = QComboBox()
        self.fund.setAccessibleName(self.tr("Fund source of lines without one"))
        self.fund.addItem(self.tr("not chosen yet"), "")
        for code in self._chart.funds:
            self.fund.addItem(code, code)
        self.fund.setCurrentIndex(max(self.fund.findData(self.block.target.fund), 0))
        self.fund.currentIndexChanged.connect(self._take_fund)
        line = row(gap=8)
        line.addWidget(label(self.tr("Account"), role="small", token="ink2"))
        line.addWidget(self.account)
        line.addSpacing(theme().px(12))
        line.addWidget(label(self.tr("Fund, where empty"), role="small", token="ink2"))
        line.addWidget(self.fund)
        line.addStretch(1)
        self._name_account()
        return line

    def _foot_parts(self) -> None:
        words = column(gap=2)
        words.addWidget(self._sum)
        words.addWidget(self._help)
        self._foot.insertLayout(0, words, 1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button: QPushButton = button("", kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(self.accept_button)

    # Judging

    def _begin(self) -> None:
        self.model.refresh()
        self._judge_on()
        if not self.block.done:
            self._timer.start(0)

    def _judge_on(self) -> None:
        """Judge the next rows; small blocks are done at once."""
        first = len(self.block.verdicts)
        self.block.judge(SLICE)
        self.model.grow(first)
        if self.block.done:
            self._timer.stop()
            self._to_first_fault()
        self._show_counts()

    def _name_column(self, place: int, field: object) -> None:
        assert isinstance(field, Field)
        self.block.name_column(place, field)
        self.table.head.show_fields()
        self.table.fit()
        self._begin()

    def _take_fund(self) -> None:
        self.block.aim(replace(self.block.target, fund=str(self.fund.currentData() or "")))
        self._begin()

    def _take_account(self, entry: object) -> None:
        assert isinstance(entry, PickerEntry)
        self.block.aim(replace(self.block.target, account_code=entry.code))
        self._name_account()
        self._begin()

    def _name_account(self) -> None:
        code = self.block.target.account_code
        name = f"{code} {self._chart.account_name(code)}" if code else self.tr("Choose an account…")
        room = theme().px(250)
        metrics = QFontMetrics(self.account.font())
        short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.account.setText(short)
        self.account.setAccessibleName(self.tr("Account of these lines: {name}").format(name=name))
        self.account.setToolTip(name if short != name else "")

    def _to_first_fault(self) -> None:
        rows = range(self.model.rowCount())
        first = next((n for n in rows if self.model.verdict(n).state is State.REFUSED), None)
        if first is not None:
            self.table.go_to_fault(first)
        elif self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 1))

    def _show_counts(self) -> None:
        for state, part in (
            (State.TAKEN, self.taken), (State.REFUSED, self.refused), (State.PASSED, self.passed),
        ):  # fmt: skip
            part.show_count(self.block.count(state))
        count = self.block.count(State.TAKEN)
        self.accept_button.setText(self.tr("Add {count} rows").format(count=count))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.accept_button.setEnabled(bool(count) and self.block.done)
        self._sum.setText(self._sum_words())
        self._show_help()

    def _sum_words(self) -> str:
        totals = self.block.totals()
        total = amount_text(sum(totals.values()))
        if not totals:
            return self.tr("Nothing to add yet.")
        if len(totals) == 1:
            fund = next(iter(totals))
            known = self._chart.funds.get(fund)
            if known is None:
                return self.tr("{total} will be added, without a fund source").format(total=total)
            words = self.tr("{total} will be added, all from {name} ({fund})")
            return words.format(total=total, name=known.name, fund=fund)
        parts = " · ".join(f"{fund or '?'} {amount_text(part)}" for fund, part in totals.items())
        return self.tr("{total} will be added: {parts}").format(total=total, parts=parts)

    def _show_help(self) -> None:
        """What is wrong with the row of the cursor, in full; else what can be done here."""
        index = self.table.currentIndex()
        if index.isValid() and self.model.verdict(index.row()).state is State.REFUSED:
            verdict = self.model.verdict(index.row())
            words = verdict_words(verdict)
            if verdict.repairs:
                words += ". " + self.tr("Alt+1 takes {repair}.").format(repair=verdict.repairs[0])
            self._help.setText(words)
            return
        self._help.setText(self.tr("Mend red cells right here. One step of Undo takes all of it back."))

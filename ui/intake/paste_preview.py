"""The rows of one block before anything is changed: named columns, verdicts, repairs; judged in slices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QWidget

from ui.intake.column_memory import ColumnMemory
from ui.intake.paste_head import is_tight
from ui.intake.paste_repairs import RepairBar
from ui.intake.paste_table import PasteTable
from ui.intake.paste_targets import PasteTargets
from ui.intake.pasted_rows_model import PastedRowsModel
from ui.kit.controls import (
    FilterChip,
    Hairline,
    button,
    column,
    label,
    row,
)
from ui.pickers.code_picker import CodePicker
from ui.pickers.picker_entries import PickerEntry, Search
from ui.support.icons import pixmap
from ui.support.theme import theme
from village_budget.chart.chart import Chart
from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.lines.pasted_verdicts import PasteTarget, State

SLICE = 250
"""Rows judged at one go: the window answers between two of them."""


class _Count(QWidget):
    """Icon, number and word of one state."""

    def __init__(self, icon: str, token: str, word: str) -> None:
        super().__init__()
        side = theme().px(16)
        picture = label("")
        picture.setPixmap(pixmap(icon, theme().color(token), side, self.devicePixelRatioF()))
        self._number = label("", role="strip", bold=True, token=token)
        self._word = word
        line = row(gap=6)
        line.addWidget(picture)
        line.addWidget(self._number)
        if not is_tight():
            line.addWidget(label(word, token="ink2"))
        self.setLayout(line)

    def show_count(self, count: int) -> None:
        """Say another number."""
        self._number.setText(str(count))
        self.setAccessibleName(f"{count} {self._word}")


class PastePreview(QWidget):
    """One block with all that can be done to it."""

    changed = Signal()
    """Verdicts, counts or sums are others."""

    def __init__(
        self, block: PastedBlock, chart: Chart, accounts: Search, activities: Search | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.block = block
        self._accounts = accounts
        self._activities = activities
        self.model = PastedRowsModel(block, self)
        self.table = PasteTable(self.model)
        self.targets = PasteTargets(block, chart, asks_activity=activities is not None)
        self.repairs = RepairBar()
        self.taken = _Count("terpenuhi", "ok", self.tr("taken"))
        self.refused = _Count("melanggar", "bad", self.tr("refused"))
        self.passed = _Count("dikecualikan", "ink3", self.tr("passed over"))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._judge_on)
        self._memory = ColumnMemory()
        self._guessed = block.layout.fields
        self._named = False
        self._arrange()
        self.table.head.named.connect(self._name_column)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_repairs())
        self.targets.choice_wanted.connect(self.choose)
        self.targets.group_wanted.connect(self.choose_for_group)
        self.targets.fund_chosen.connect(self._take_fund)
        self.repairs.repair_wanted.connect(self._repair)
        self.repairs.choice_wanted.connect(self.choose)
        self.model.mended.connect(self._show)
        self._recall()
        self._begin()

    def keep_names(self) -> None:
        """The rows are taken: columns that were named by hand are so again next time."""
        if self._named:
            self._memory.keep(self.block.layout.headings, self.block.layout.fields)

    def guess_again(self) -> None:
        """Name the columns by what is in them, not as last time."""
        self._memory.forget(self.block.layout.headings)
        self._named = False
        self._name_all(self._guessed)

    def show_only_refused(self, *, only: bool) -> None:
        """Show the refused rows, or all."""
        self.model.only_refused = only
        self.model.refresh()
        self._refused_chip.setChecked(only)
        self._all_chip.setChecked(not only)
        self._to_first_fault()

    def choose(self, kind: object) -> None:
        """Let the lines that name no account (or activity) go to another one."""
        if kind is Field.ACTIVITY and self._activities is not None:
            picker = CodePicker(self.tr("Activity of these lines"), self._activities, "", self)
            picker.picked.connect(self.take_activity)
        elif self.block.groups:
            self.targets.show_groups()
            return
        else:
            picker = CodePicker(self.tr("Account of these lines"), self._accounts, "", self)
            picker.picked.connect(self.take_account)
        picker.open()

    def choose_for_group(self, number: int) -> None:
        """Let a group of rows go to another account."""
        picker = CodePicker(self.block.groups[number].name, self._accounts, "", self)
        picker.picked.connect(lambda entry: self.take_group(number, entry))
        picker.open()

    def take_account(self, entry: object) -> None:
        """The account of lines that name none."""
        assert isinstance(entry, PickerEntry)
        self._aim(replace(self.block.target, account_code=entry.code))

    def take_activity(self, entry: object) -> None:
        """The activity of lines that name none."""
        assert isinstance(entry, PickerEntry)
        self.block.guessed_activity = False
        self._aim(replace(self.block.target, activity_code=entry.code))

    def take_group(self, number: int, entry: object) -> None:
        """The account of a group of rows."""
        assert isinstance(entry, PickerEntry)
        self.block.propose(number, entry.code)
        self.targets.show_names()
        self._begin()

    # Parts

    def _arrange(self) -> None:
        counts = row(gap=20)
        if is_tight():
            counts.addWidget(self.targets, 1)
            counts.addWidget(self.refused)
            for part in (self.taken, self.passed):
                part.setParent(self)
                part.hide()
        else:
            for count in (self.taken, self.refused, self.passed):
                counts.addWidget(count)
            counts.addStretch(1)
        words = self.tr("Columns as last time. Guess again")
        self.recalled = button(self.tr("Guess again") if is_tight() else words, kind="link", name=words)
        self.recalled.setToolTip(words)
        self.recalled.clicked.connect(self.guess_again)
        self.recalled.hide()
        counts.addWidget(self.recalled)
        self._all_chip = FilterChip(self.tr("All"))
        self._refused_chip = FilterChip(self.tr("Only refused"))
        group = QButtonGroup(self)
        for chip, only in ((self._all_chip, False), (self._refused_chip, True)):
            group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, only=only: self.show_only_refused(only=only))
            counts.addWidget(chip)
        self._all_chip.setChecked(True)
        if is_tight():
            # One chip for both: on and off.
            group.setExclusive(False)
            self._all_chip.hide()
            self._refused_chip.clicked.disconnect()
            self._refused_chip.clicked.connect(lambda on: self.show_only_refused(only=on))
        whole = column(gap=6)
        if not is_tight():
            whole.addWidget(self.targets)
        whole.addLayout(counts)
        whole.addWidget(Hairline())
        whole.addWidget(self.table, 1)
        whole.addWidget(self.repairs)
        self.setLayout(whole)

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
        self._show()

    def _aim(self, target: PasteTarget) -> None:
        self.block.aim(target)
        self.targets.show_names()
        self._begin()

    def _name_column(self, place: int, field: object) -> None:
        assert isinstance(field, Field)
        self._named = True
        self.block.name_column(place, field)
        self._show_names()

    def _recall(self) -> None:
        named = self._memory.recall(self.block.layout.headings)
        if named is not None and named != self._guessed:
            self.block.name_columns(named)
            self.table.head.show_fields()
            self.recalled.show()

    def _name_all(self, fields: Sequence[Field]) -> None:
        self.block.name_columns(fields)
        self.recalled.hide()
        self._show_names()
        self.table.setFocus()

    def _show_names(self) -> None:
        self.table.head.show_fields()
        self.table.fit()
        self._begin()

    def _take_fund(self, code: str) -> None:
        self._aim(replace(self.block.target, fund=code))

    def _repair(self, number: int) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.model.repair(index.row(), number)
            self.table.setFocus()

    def _to_first_fault(self) -> None:
        rows = range(self.model.rowCount())
        first = next((n for n in rows if self.model.verdict(n).state is State.REFUSED), None)
        if first is not None:
            self.table.go_to_fault(first)
        elif self.model.rowCount():
            taken = next((n for n in rows if self.model.verdict(n).state is State.TAKEN), 0)
            self.table.setCurrentIndex(self.model.index(taken, 1))
            above = self.model.index(max(0, taken - 2), 1)
            self.table.scrollTo(above, QAbstractItemView.ScrollHint.PositionAtTop)

    def _show(self) -> None:
        for state, part in (
            (State.TAKEN, self.taken), (State.REFUSED, self.refused), (State.PASSED, self.passed),
        ):  # fmt: skip
            part.show_count(self.block.count(state))
        self._show_repairs()
        self.changed.emit()

    def _show_repairs(self) -> None:
        index = self.table.currentIndex()
        verdict = self.model.verdict(index.row()) if index.isValid() else None
        self.repairs.show_verdict(verdict, count=self.block.count(State.REFUSED), choices=True)

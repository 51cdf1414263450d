"""Where the rows of a preview go that don't say so themselves: activity, account, fund source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget

from ui.intake.paste_head import is_tight
from ui.kit.controls import button, label, row
from ui.support.theme import theme
from village_budget.chart.chart import Chart
from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_fields import Field

_WIDTH = 220
_LARGE = 1.4
"""From this font size on the names on the buttons are cut shorter."""


class PasteTargets(QWidget):
    """Buttons and a box; only what the block needs is shown."""

    choice_wanted = Signal(object)
    """Field whose code is to be chosen."""
    group_wanted = Signal(int)
    """Number of the group of rows whose account is to be chosen."""
    fund_chosen = Signal(object)

    def __init__(
        self, block: PastedBlock, chart: Chart, *, asks_activity: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._block = block
        self._chart = chart
        self.activity = self._choice(Field.ACTIVITY)
        self.account = self._choice(Field.ACCOUNT)
        self.groups = button("", kind="secondary")
        self.groups.clicked.connect(self.show_groups)
        self.fund = QComboBox()
        self.fund.setAccessibleName(self.tr("Fund source of lines without one"))
        self.fund.addItem(self.tr("not chosen yet"), "")
        for code in chart.funds:
            self.fund.addItem(code, code)
        self.fund.setCurrentIndex(max(self.fund.findData(block.target.fund), 0))
        self.fund.currentIndexChanged.connect(
            lambda _: self.fund_chosen.emit(str(self.fund.currentData() or ""))
        )
        line = row(gap=8)
        parts: list[tuple[str, QWidget, bool]] = [
            (self.tr("Activity"), self.activity, asks_activity),
            (self.tr("Account"), self.account, not block.groups and block.target.part is not None),
            (self.tr("Accounts"), self.groups, bool(block.groups)),
            (self.tr("Fund, where empty"), self.fund, True),
        ]
        for words, part, wanted in parts:
            if wanted:
                if not is_tight():
                    line.addWidget(label(words, role="small", token="ink2"))
                line.addWidget(part)
                line.addSpacing(theme().px(8))
            else:
                part.setParent(self)
                part.hide()
        line.addStretch(1)
        self.setLayout(line)
        self.show_names()

    def show_names(self) -> None:
        """Let the buttons say what is chosen."""
        target = self._block.target
        account = (
            f"{target.account_code} {self._chart.account_name(target.account_code)}"
            if target.account_code
            else ""
        )
        activity = (
            f"{target.activity_code} {self._chart.activity_name(target.activity_code)}"
            if target.activity_code
            else ""
        )
        self._name(
            self.account, account or self.tr("Choose an account…"), self.tr("Account of these lines: {name}")
        )
        guess = self.tr(" (by its name)") if self._block.guessed_activity else ""
        self._name(
            self.activity, f"{activity}{guess}" if activity else self.tr("Choose an activity…"),
            self.tr("Activity of these lines: {name}"),
        )  # fmt: skip
        missing = sum(not group.account for group in self._block.groups)
        words = self.tr("Accounts of {count} groups…") if is_tight() else self.tr("{count} groups…")
        words = words.format(count=len(self._block.groups))
        if missing:
            words = self.tr("{missing} of {count} groups missing…").format(
                missing=missing, count=len(self._block.groups)
            )
        self._name(self.groups, words, self.tr("Accounts of the groups of rows: {name}"))

    def show_groups(self) -> None:
        """The groups with their accounts; choosing one lets its account be chosen."""
        menu = QMenu(self)
        for number, group in enumerate(self._block.groups):
            account = f"{group.account} {self._chart.account_name(group.account)}" if group.account else "?"
            action = menu.addAction(f"{group.name}  →  {account}")
            action.triggered.connect(lambda _checked=False, number=number: self.group_wanted.emit(number))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.groups.mapToGlobal(self.groups.rect().bottomLeft()))

    def _choice(self, kind: Field) -> QPushButton:
        made = button("", kind="secondary")
        made.clicked.connect(lambda: self.choice_wanted.emit(kind))
        return made

    def _name(self, made: QPushButton, name: str, accessible: str) -> None:
        room = theme().px(_WIDTH // 3 if is_tight() else _WIDTH // 2 if theme().factor >= _LARGE else _WIDTH)
        short = QFontMetrics(made.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
        made.setText(short)
        made.setAccessibleName(accessible.format(name=name))
        made.setToolTip(name if short != name else "")

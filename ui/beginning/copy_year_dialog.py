"""Start a year from another one: what is copied, with which amounts, and what becomes of what is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.beginning.amounts_choice import AmountsChoice
from ui.beginning.source_choice import SourceChoice
from ui.kit.ask import ask, tell
from ui.kit.check_box import CheckBox
from ui.kit.controls import (
    FilterChip,
    button,
    column,
    label,
    row,
    wrapped,
)
from ui.kit.dialog import BaseDialog
from ui.kit.year_field import YearField
from ui.support.formats import rupiah
from ui.support.theme import theme
from village_budget.document.edits.amounts import KEPT
from village_budget.document.edits.year_copies import CopyYear, Into, is_carry_over
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan
from village_budget.errors import UserError
from village_budget.money import AmountError

if TYPE_CHECKING:
    from pathlib import Path

YEARS = (2019, 2045)
"""First and last fiscal year that may be added."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CopyYearDialog(BaseDialog):
    """Asks what to copy; accepted, `year` and `edit` say what to do.

    Args:
        plan: the plan that is copied into; for a new year an empty one of that year.
        sources: plan versions to copy from, the likeliest first.
        folder: where other plan files are looked for.
        taken: years that the file has, when a new one is asked for; None copies into the present year.
    """

    topic = "mulai.tahun-lalu"

    def __init__(
        self,
        plan: Plan,
        sources: Sequence[Plan],
        folder: Path,
        *,
        taken: Sequence[int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        new = taken is not None
        title = self.tr("New year") if new else self.tr("Copy from last year")
        super().__init__(title, parent, width=640)
        self._plan = plan
        self._taken = tuple(taken or ())
        self.year_field = YearField(*YEARS, plan.info.fiscal_year) if new else None
        nothing = self.tr("Nothing: begin empty") if new else ""
        self.source = SourceChoice(sources, folder, nothing=nothing)
        self.amounts = AmountsChoice()
        self.parts: dict[Part, CheckBox] = {}
        self.carry_over = CheckBox(self.tr("SiLPA lines too, with amount 0"))
        self.into: dict[Into, FilterChip] = {}
        self._counts: dict[Part, tuple[QLabel, QLabel]] = {}
        self._sum = label("", bold=True)
        self._says = label(
            self.tr("Marked as not reviewed. One step that can be undone."), role="small", token="ink2"
        )
        self._problem = wrapped("", role="small", token="bad")
        self._copying = QWidget()
        self._lay_out()
        self._connect()
        self._show()
        (self.year_field or self.source.box).setFocus()

    def edit(self) -> CopyYear | None:
        """The copy that was chosen; None when the year begins empty or something is missing."""
        source, amounts = self.source.plan, self.amounts.amounts()
        if source is None or amounts is None:
            return None
        into = next((into for into, chip in self.into.items() if chip.isChecked()), Into.APPEND)
        parts = frozenset(part for part, box in self.parts.items() if box.isChecked())
        return CopyYear(source, parts, amounts, into, carry_over=self.carry_over.isChecked())

    def year(self) -> int:
        """The year that is copied into."""
        return self.year_field.value() if self.year_field is not None else self._plan.info.fiscal_year

    def accept(self) -> None:
        """Say what is missing, or ask before anything is replaced; then be done."""
        trouble = self._trouble()
        self._problem.setText(trouble)
        if trouble:
            return
        edit = self.edit()
        gone = edit.replaced(self._plan) if edit is not None else None
        if edit is not None and gone is not None and gone.lines:
            words = self.tr(
                "Delete {count} lines, {total}, and copy {new} lines from {year} in their place? "
                "This can be undone."
            )
            words = words.format(
                count=len(gone.lines), total=rupiah(gone.amount),
                new=len(edit.copied(self._plan).lines), year=edit.source.info.fiscal_year,
            )  # fmt: skip
            if not ask(self.tr("Replace"), words, self.tr("Replace"), parent=self):
                return
        super().accept()

    # Parts

    def _lay_out(self) -> None:
        if self.year_field is not None:
            line = row(gap=12)
            self.year_field.setAccessibleName(self.tr("Fiscal year"))
            self.year_field.setFixedWidth(theme().px(84))
            caption = label(self.tr("Fiscal &year"))
            caption.setBuddy(self.year_field)
            line.addWidget(caption)
            line.addWidget(self.year_field)
            line.addStretch(1)
            self.body.addLayout(line)
        self._group(self.tr("Copy from"), self.source, self.body)
        inner = column(gap=10)
        self._group(self.tr("What is copied"), self._parts_grid(), inner)
        self._group(self.tr("Amounts"), self.amounts, inner)
        if self._plan.lines or self._plan.activities:
            self._group(self._there_words(), self._into_row(), inner)
        self._copying.setLayout(inner)
        self.body.addWidget(self._copying)
        self.body.addWidget(self._problem)
        self.body.addStretch(1)
        words = column(gap=2)
        words.addWidget(self._sum)
        words.addWidget(self._says)
        self._foot.insertLayout(0, words, 1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button = button("", kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(self.accept_button)
        self.accept_button.setDefault(True)

    def _group(self, words: str, widget: QWidget, into: QVBoxLayout) -> None:
        into.addSpacing(theme().px(4))
        into.addWidget(label(words, role="small", bold=True, token="ink2"))
        into.addWidget(widget)

    def _parts_grid(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(2))
        names = {
            Part.REVENUE: self.tr("Revenue"), Part.SPENDING: self.tr("Spending"),
            Part.FINANCING: self.tr("Financing"),
        }  # fmt: skip
        for place, (part, name) in enumerate(names.items()):
            box = self.parts[part] = CheckBox(name)
            box.setChecked(True)
            count, amount = label("", token="ink2"), label("")
            amount.setAlignment(_RIGHT)
            count.setAlignment(_RIGHT)
            self._counts[part] = (count, amount)
            grid.addWidget(box, place, 0)
            grid.addWidget(count, place, 1)
            grid.addWidget(amount, place, 2)
        indent = row(margins=(30, 0, 0, 0), gap=0)
        indent.addWidget(self.carry_over)
        indent.addStretch(1)
        grid.addLayout(indent, len(names), 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, theme().px(150))
        made = QWidget()
        made.setLayout(grid)
        return made

    def _there_words(self) -> str:
        words = self.tr("{year} holds {activities} activities and {lines} lines, {total} already")
        return words.format(
            year=self._plan.info.fiscal_year, activities=len(self._plan.activities),
            lines=len(self._plan.lines), total=rupiah(sum(line.amount for line in self._plan.lines.values())),
        )  # fmt: skip

    def _into_row(self) -> QWidget:
        line = row(gap=8)
        group = QButtonGroup(self)
        for into, words in (
            (Into.MISSING, self.tr("Only what is missing")), (Into.APPEND, self.tr("Add all behind it")),
            (Into.REPLACE, self.tr("Replace it")),
        ):  # fmt: skip
            chip = self.into[into] = FilterChip(words)
            group.addButton(chip)
            chip.clicked.connect(self._show)
            line.addWidget(chip)
        line.addStretch(1)
        self.into[Into.MISSING].setChecked(True)
        made = QWidget()
        made.setLayout(line)
        return made

    def _connect(self) -> None:
        self.source.changed.connect(self._show)
        self.source.refused.connect(lambda error: tell(error, parent=self))
        self.amounts.changed.connect(self._show)
        self.carry_over.toggled.connect(self._show)
        for box in self.parts.values():
            box.toggled.connect(self._show)
        if self.year_field is not None:
            self.year_field.textChanged.connect(self._show)

    # What is shown

    def _show(self, *_: object) -> None:
        """Say what would be copied, part by part, with the amounts as they would be."""
        edit = self.edit()
        self._copying.setEnabled(self.source.plan is not None)
        self._problem.setText("")
        self._says.setVisible(edit is not None)
        lines = activities = 0
        for part, (count, amount) in self._counts.items():
            words, total = ("", "")
            if edit is not None:
                words, total, found, new = self._of_part(edit, part)
                if self.parts[part].isChecked():
                    lines, activities = lines + found, activities + new
            count.setText(words)
            amount.setText(total)
        silpa = edit is not None and any(is_carry_over(line) for line in edit.source.lines.values())
        self.carry_over.setVisible(silpa)
        self.carry_over.setEnabled(self.parts[Part.FINANCING].isChecked())
        self._show_foot(edit, lines, activities)

    def _of_part(self, edit: CopyYear, part: Part) -> tuple[str, str, int, int]:
        one = CopyYear(edit.source, frozenset({part}), edit.amounts, edit.into, carry_over=edit.carry_over)
        try:
            come = one.copied(self._plan)
        except AmountError:
            come = CopyYear(edit.source, frozenset({part}), KEPT, edit.into).copied(self._plan)
            return self.tr("amounts too large"), "", len(come.lines), len(come.activities)
        count = len(come.lines)
        words = self.tr("{count} lines").format(count=count)
        if part is Part.SPENDING:
            words = self.tr("{activities} activities, {count} lines").format(
                activities=len(come.activities), count=count
            )
        return words, rupiah(come.amount), count, len(come.activities)

    def _show_foot(self, edit: CopyYear | None, lines: int, activities: int) -> None:
        words, verb = "", self.tr("Add {year}").format(year=self.year())
        if edit is not None:
            words = self.tr("{activities} activities, {lines} lines are copied")
            words = words.format(activities=activities, lines=lines)
            verb = self.tr("Copy {lines} lines").format(lines=lines)
        self._sum.setText(words)
        self.accept_button.setText(verb)
        self.accept_button.setAccessibleName(verb)
        self.accept_button.setEnabled(bool(lines or activities) if edit else self.source.plan is None)

    def _trouble(self) -> str:
        field = self.year_field
        if field is not None and not field.is_complete():
            field.setFocus()
            return self.tr("A fiscal year lies between {first} and {last}.").format(
                first=YEARS[0], last=YEARS[1]
            )
        if field is not None and field.value() in self._taken:
            field.setFocus()
            return self.tr("This file has a budget for {year} already.").format(year=field.value())
        edit = self.edit()
        if edit is not None:
            try:
                edit.changes(self._plan, lambda: 0)
            except (UserError, AmountError):
                return self.tr("With these amounts a line would be larger than the limit.")
        return ""

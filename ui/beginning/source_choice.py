"""Which year to copy from: one of this file, or of another plan file that is only looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from ui.kit.controls import (
    button,
    column,
    label,
    row,
)
from ui.support.formats import rupiah
from ui.support.theme import theme
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan


class SourceChoice(QWidget):
    """A box of years, a button for another file, and what the chosen year holds."""

    changed = Signal()
    refused = Signal(object)  # UserError

    def __init__(
        self, plans: Sequence[Plan], folder: Path, *, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._plans: list[Plan | None] = []
        self.box = QComboBox()
        self.box.setFont(theme().font("body"))
        self.box.setAccessibleName(self.tr("Copy from"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(34)
        for plan in plans:
            self._add(plan, self.words(plan))
        if nothing:
            self._add(None, nothing)
        self.box.currentIndexChanged.connect(self._show)
        self.other = button(self.tr("Another file…"), icon="folder")
        self.other.clicked.connect(self._choose)
        line = row(gap=8)
        line.addWidget(self.box, 1)
        line.addWidget(self.other)
        self._about = label("", role="small", token="ink2", wrap=True)
        whole = column(gap=6)
        whole.addLayout(line)
        whole.addWidget(self._about)
        self.setLayout(whole)
        self._show()

    @property
    def plan(self) -> Plan | None:
        """The plan to copy from; None when nothing is copied."""
        place = self.box.currentIndex()
        return self._plans[place] if 0 <= place < len(self._plans) else None

    def words(self, plan: Plan, village: str = "") -> str:
        """Year, version, state, and the village when it is another file's."""
        info = plan.info
        kind = self.tr("budget") if not info.version else self.tr("amendment {n}").format(n=info.version)
        status = {
            "draft": self.tr("draft"), "agreed": self.tr("agreed by the BPD"),
            "submitted": self.tr("submitted"), "evaluated": self.tr("evaluated"),
            "enacted": self.tr("enacted"),
        }[info.status.value]  # fmt: skip
        return " · ".join(one for one in (str(info.fiscal_year), kind, status, village) if one)

    def take_file(self, path: Path) -> None:
        """Offer the years of another plan file, and choose its newest."""
        from village_budget.document.years import read_years
        from village_budget.errors import UserError

        try:
            plans = read_years(path)
        except UserError as error:
            self.refused.emit(error)
            return
        first = self.box.count()
        for plan in plans:
            self._add(plan, self.words(plan, plan.village.name))
        self.box.setCurrentIndex(first)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Copy from another plan file"), str(self._folder), "*.apbdes"
        )
        if chosen:
            self.take_file(Path(chosen))

    def _add(self, plan: Plan | None, words: str) -> None:
        self._plans.append(plan)
        self.box.addItem(words)

    def _show(self, *_: object) -> None:
        plan = self.plan
        if plan is None:
            self._about.setText(self.tr("The year begins empty."))
        else:
            spending = sum(line.amount for line in plan.part_lines(Part.SPENDING))
            self._about.setText(
                self.tr("{activities} activities, {lines} lines, spending {total}").format(
                    activities=len(plan.activities), lines=len(plan.lines), total=rupiah(spending)
                )
            )
        self.changed.emit()

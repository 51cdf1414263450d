"""Single activities of any year, ticked in a list and copied into the present one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.beginning.amounts_choice import AmountsChoice
from ui.beginning.source_choice import SourceChoice
from ui.beginning.tick_list import TickList
from ui.beginning.tick_rows import ROW_ROLE, TickModel, activity_rows
from ui.kit.ask import tell
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
)
from ui.kit.dialog import LARGEST, BaseDialog
from ui.kit.search_field import SearchField
from ui.support.formats import rupiah
from ui.support.theme import theme
from village_budget.document.edits.year_copies import CopyActivities
from village_budget.money import AmountError

if TYPE_CHECKING:
    from pathlib import Path

    from village_budget.chart.chart import Chart
    from village_budget.domain.plan import Plan

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CopyActivitiesDialog(BaseDialog):
    """Asks which activities to copy; accepted, `edit` says it.

    Args:
        plan: the plan that is copied into.
        sources: plan versions to copy from, the likeliest first; the plan itself may be among them.
        chart: names of the activities.
        folder: where other plan files are looked for.
    """

    topic = "mulai.tahun-lalu"

    def __init__(
        self,
        plan: Plan,
        sources: Sequence[Plan],
        chart: Chart,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Copy activities"), parent, width=640)
        self._plan = plan
        self._chart = chart
        self.source = SourceChoice(sources, folder)
        self.search = SearchField(self.tr("Code or words"), self.tr("Code or words"))
        self.rows = TickModel(self)
        self.list = TickList(self.rows)
        self.list.setAccessibleName(self.tr("Activities"))
        self.amounts = AmountsChoice()
        self._sum = label("", bold=True)
        self._nothing = label(self.tr("Nothing matches. Search codes or words."), token="ink2", wrap=True)
        self._lay_out()
        self.source.changed.connect(self._show_source)
        self.source.refused.connect(lambda error: tell(error, parent=self))
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.rows.ticked.connect(self._show)
        self.amounts.changed.connect(self._show)
        self._show_source()
        self.search.setFocus()

    def sizeHint(self) -> QSize:
        """Tall: most of it is the list."""
        px = theme().px
        return QSize(min(px(820), LARGEST.width()), min(px(648), LARGEST.height()))

    def edit(self) -> CopyActivities | None:
        """The copy that was chosen; None while there is none."""
        source, amounts, rows = self.source.plan, self.amounts.amounts(), self.rows.chosen()
        if source is None or amounts is None or not rows:
            return None
        return CopyActivities(source, tuple(one.key for one in rows), amounts)

    def tick(self, keys: Sequence[int]) -> None:
        """Tick activities of the chosen year."""
        shown = [self.rows.index(n).data(ROW_ROLE) for n in range(self.rows.rowCount())]
        wanted = [n for n, one in enumerate(shown) if one.key in keys]
        self.rows.tick(wanted, on=True)
        if wanted:
            self.list.setCurrentIndex(self.rows.index(wanted[0]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While typing, the arrows move in the list and Enter ticks."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.list.step(_STEPS[key])
                return True
            if key in _ENTER:
                self.list.toggle_current()
                self.search.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.body.addWidget(self.source)
        line = row(gap=12)
        line.addWidget(self.search, 1)
        self.all_button = button(self.tr("Tick &all"), kind="quiet", icon="centang")
        self.all_button.clicked.connect(self.rows.toggle_all)
        line.addWidget(self.all_button)
        self.body.addLayout(line)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.list, 1)
        self.list.setMinimumHeight(theme().px(34 * 4))
        self.body.addWidget(self._nothing)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.amounts)
        words = column(gap=2)
        words.addWidget(self._sum)
        words.addWidget(
            label(self.tr("Marked as not reviewed. One step that can be undone."), role="small", token="ink2")
        )
        self._foot.insertLayout(0, words, 1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button = button("", kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(self.accept_button)

    def _show_source(self) -> None:
        source = self.source.plan
        present = {activity.code for activity in self._plan.activities.values()}
        if source is self._plan:
            present = set()
        self.rows.show_rows(activity_rows(source, self._chart, present) if source is not None else ())
        self._look(self.search.text())

    def _look(self, text: str) -> None:
        self.rows.search(text)
        found = bool(self.rows.rowCount())
        self._nothing.setVisible(not found)
        self.list.setVisible(found)
        if found:
            self.list.setCurrentIndex(self.rows.index(0))

    def _show(self) -> None:
        edit, count = self.edit(), len(self.rows.chosen())
        words = self.tr("Tick the activities to copy.") if not count else ""
        usable = edit is not None
        if edit is not None:
            try:
                come = edit.copied()
            except AmountError:
                words, usable = self.tr("With these amounts a line would be larger than the limit."), False
            else:
                words = self.tr("{lines} lines, {total}").format(
                    lines=len(come.lines), total=rupiah(come.amount)
                )
        self._sum.setText(words)
        self.accept_button.setText(
            self.tr("&Copy {count} activities").format(count=count) if count else self.tr("&Copy")
        )
        self.accept_button.setAccessibleName(self.accept_button.text().replace("&", ""))
        self.accept_button.setEnabled(usable)

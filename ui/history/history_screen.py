"""Riwayat: every step by day, what it changed, and a row brought back as it was."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.history.history_detail import HistoryDetail
from ui.history.history_filters import HistoryFilters
from ui.history.history_list import HistoryList
from ui.history.history_model import HistoryModel, StepEntry
from ui.history.history_rows import HistoryRows
from ui.history.history_steps import Journal, rows_of
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
)
from ui.kit.screen_head import ScreenHead
from ui.support.formats import long_date
from ui.support.i18n import language
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from village_budget.errors import FileError

if TYPE_CHECKING:
    from datetime import date

_DAYS_BACK = (1, 3, 7, 30)


class HistoryScreen(QWidget):
    """The list of steps and the detail of one; what a step changed is read when it is looked at."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._journal: Journal | None = None
        self._step: StepEntry | None = None
        self._alone = False
        self._stale = True
        self.model = HistoryModel(self)
        self.list = HistoryList(self.model)
        self.list.setAccessibleName(self.tr("Steps"))
        self.filters = HistoryFilters()
        self.detail = HistoryDetail()
        self.rows = HistoryRows(workspace, self.detail)
        self.head = ScreenHead(self.tr("History"))
        self.compare = button(self.tr("Compare"), kind="quiet", icon="timbangan")
        self.print = button(self.tr("Print"), kind="quiet", icon="cetak")
        self.head.add_button(self.compare)
        self.head.add_button(self.print)
        self._nothing = label("", token="ink2", wrap=True)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        work = self._workspace
        work.opened.connect(self._opened)
        work.changed.connect(self._hear)
        self.filters.changed.connect(self._show_steps)
        self.filters.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._open)
        self.list.entered.connect(self._enter)
        self.list.clicked.connect(lambda _: self._enter() if self._alone else None)
        detail = self.detail
        detail.list.left.connect(self._back)
        detail.back.clicked.connect(self._back)
        self.rows.only_asked.connect(self.filters.show_rows)
        self.compare.clicked.connect(self._open_compare)
        self.print.clicked.connect(self._print)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = column(gap=0)
        left.addWidget(self.head)
        left.addWidget(self.filters)
        left.addWidget(Hairline())
        self._nothing.setContentsMargins(theme().px(16), theme().px(14), theme().px(16), theme().px(14))
        left.addWidget(self._nothing)
        left.addWidget(self.list, 1)
        left.addStretch(0)
        self._left.setLayout(left)
        whole = row(gap=0)
        whole.addWidget(self._left)
        self._line = Hairline(vertical=True)
        whole.addWidget(self._line)
        whole.addWidget(self.detail, 1)
        self.setLayout(whole)
        self.set_layout("wide")

    def set_layout(self, mode: str) -> None:
        """List beside detail; with too little room one stands for the other."""
        self.head.set_layout(mode)
        self._alone = mode == "small"
        widest = theme().px({"wide": 500, "compact": 430}.get(mode, 100_000))
        self._left.setMaximumWidth(widest)
        self._left.setMinimumWidth(0 if self._alone else widest)
        self._left.show()
        self._line.setVisible(not self._alone)
        self.detail.setVisible(not self._alone)
        self.detail.back.setVisible(self._alone)
        self.detail.set_compact(compact=mode != "wide")

    # What the window asks

    def jump_to(self, target: Target) -> None:
        """Show only what touched a row."""
        document = self._workspace.document
        if document is None:
            return
        plan = document.plan
        rows = rows_of(document, line_id=target.line_id, activity_id=target.activity_id)
        if not rows:
            return
        if target.line_id in plan.lines:
            line = plan.lines[target.line_id]
            name = line.description or line.account_code
        elif target.activity_id in plan.activities:
            activity = plan.activities[target.activity_id]
            name = f"{activity.code} {activity.name or document.chart.activity_name(activity.code)}"
        else:
            name = self.tr("this row")
        self.filters.show_all()
        self.filters.show_rows(rows, name)

    def open_search(self) -> None:
        """Take the keyboard to the search of the history."""
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    # The list

    def _opened(self) -> None:
        # Steps of another file are not shown over this one, not for a moment.
        self._step = self._journal = None
        self.filters.show_all()
        self._hear()

    def _hear(self, _applied: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._idle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read the steps again, and show them."""
        document = self._workspace.document
        self._stale = False
        self._journal = None
        if document is not None:
            try:
                self._journal = Journal(document, language())
            except FileError as error:
                self._workspace.refused.emit(error)
        self.filters.people = self._journal.people() if self._journal else ()
        self.filters.show_removed(sum(map(len, self._journal.removed.values())) if self._journal else 0)
        self._show_steps()

    def _show_steps(self) -> None:
        journal = self._journal
        entries = journal.entries if journal else []
        shown = self.filters.shown
        touched = journal.touching(shown.rows) if journal and shown.rows is not None else None
        today = datetime.now().astimezone().date()
        fitting = [entry for entry in entries if shown.fits(entry, touched, today)]
        newest = self._step is not None and self.list.currentIndex().row() == 1
        self.model.show_steps(fitting, self._days(fitting, today))
        count = self.tr("{n} steps").format(n=len(fitting))
        of = self.tr("{n} of {all} steps").format(n=len(fitting), all=len(entries))
        self.head.set_subtitle(count if len(fitting) == len(entries) else of)
        self._nothing.setText(
            self.tr("Nothing fits. Take a filter away.")
            if entries
            else self.tr("Nothing has been changed yet. Each change will stand here: when, who and what.")
        )
        self._nothing.setVisible(not fitting)
        self.list.setVisible(bool(fitting))
        # Whoever looks at the newest step goes on to look at the newest.
        kept = -1 if newest else self.model.row_of(self._step.id) if self._step else -1
        if fitting:
            self.list.choose(max(kept, 1))
        else:
            self._step = None
            self.rows.show_nothing()

    def _days(self, entries: list[StepEntry], today: date) -> dict[date, tuple[str, str]]:
        counts: dict[date, int] = {}
        for entry in entries:
            day = entry.at.date()
            counts[day] = counts.get(day, 0) + 1
        words: dict[date, tuple[str, str]] = {}
        for day, count in counts.items():
            name = long_date(day, language())
            if day == today:
                name = self.tr("Today, {day}").format(day=name)
            elif day == today - timedelta(days=1):
                name = self.tr("Yesterday, {day}").format(day=name)
            words[day] = (name, self.tr("{n} steps").format(n=count))
        return words

    # From list to detail and back

    def _open(self, step: StepEntry) -> None:
        self._step = step
        self.rows.show_step(step)

    def _enter(self) -> None:
        if self._alone:
            self._left.hide()
            self.detail.show()
        self.detail.list.setFocus()

    def _back(self) -> None:
        if self._alone:
            self.detail.hide()
            self._left.show()
        self.list.setFocus()

    # Two moments beside each other, and paper

    def _open_compare(self) -> None:
        self.compare_menu().popup(self.compare.mapToGlobal(self.compare.rect().bottomLeft()))

    def compare_menu(self) -> QMenu:
        """How far back to compare."""
        menu = QMenu(self)
        for days in _DAYS_BACK:
            action = menu.addAction(self.tr("With {n} days ago").format(n=days))
            action.triggered.connect(lambda _=False, days=days: self.compare_with(days))
        return menu

    def compare_with(self, days: int) -> None:
        """Show totals then and now."""
        self.list.clearSelection()
        self.rows.compare_with(days)
        if self._alone:
            self._enter()

    def _print(self) -> None:
        """Print the history on its form."""
        from village_budget.reports.catalogue import form

        document = self._workspace.document
        if document is not None:
            self._workspace.print_asked.emit(form("riwayat").build(document.report_source()))

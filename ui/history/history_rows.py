"""What a step changed, shown in the detail, and what can be done about one of its rows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.history.change_words import ChangeWords
from ui.history.changes_model import ChangedRow, mark_of
from ui.history.history_compare import compared
from ui.history.history_steps import rows_of
from ui.support.formats import moment
from ui.support.i18n import language
from ui.support.workspace import Target, Workspace
from village_budget.domain.plan import Entity
from village_budget.errors import FileError, UserError

if TYPE_CHECKING:
    from ui.history.history_detail import HistoryDetail
    from ui.history.history_model import StepEntry
    from village_budget.store.steps import StepChange

_ROWS = {"line": Entity.LINE, "activity": Entity.ACTIVITY}


class HistoryRows(QObject):
    """Fills the detail and answers its buttons; changes are read when a step is looked at."""

    only_asked = Signal(object, str)  # rows, name: show only what touched them

    def __init__(self, workspace: Workspace, detail: HistoryDetail) -> None:
        super().__init__(detail)
        self._workspace = workspace
        self._step: StepEntry | None = None
        self.detail = detail
        detail.list.chosen.connect(self._row_chosen)
        detail.list.entered.connect(self._go_to_row)
        detail.goto.clicked.connect(self._go_to_row)
        detail.only.clicked.connect(self._only_row)
        detail.restore.clicked.connect(self._restore)

    def show_step(self, step: StepEntry) -> None:
        """Read what a step changed, and show it."""
        document = self._workspace.document
        if document is None:
            return
        words = ChangeWords(document)
        self._step = step
        try:
            # Activities first: lines are removed before the activity that they are read under.
            changes = sorted(document.step_changes(step.id), key=lambda change: change.entity == "line")
        except FileError as error:
            self._workspace.refused.emit(error)
            return

        def worded(change: StepChange) -> ChangedRow:
            title, place = words.title(change)
            return ChangedRow(title, place, mark_of(change), tuple(words.fields(change)), change)

        self.detail.model.show_changes(changes, worded)
        who = step.who or self.tr("no name given")
        facts = [moment(step.at, language()), who, self.tr("{n} rows").format(n=step.count)]
        if not step.holds and step.kind != "undo":
            facts.append(self.tr("taken back since"))
        reason = self.tr("Reason: {why}").format(why=step.why) if step.why else ""
        self.detail.show_words(step.what, " · ".join(facts), reason)
        self.detail.show_foot(on=True)
        self.detail.list.setCurrentIndex(self.detail.model.index(0))
        self._row_chosen(self.detail.list.current())

    def show_nothing(self) -> None:
        """No step is chosen."""
        self._step = None
        self.detail.model.show_rows([])
        self.detail.show_words("", "", "")
        self.detail.show_foot(on=False)

    def _row_chosen(self, shown: ChangedRow | None) -> None:
        document = self._workspace.document
        change = shown.change if shown is not None else None
        if document is None or change is None:
            self.detail.show_foot(on=False)
            return
        is_row = change.entity in _ROWS
        plan = document.plan
        there = is_row and change.key in (plan.lines if change.entity == "line" else plan.activities)
        self.detail.goto.setEnabled(there)
        self.detail.only.setEnabled(is_row)
        can = is_row and change.before is not None and not document.read_only
        self.detail.restore.setEnabled(can)
        gone = change.after is None and not there
        words = self.tr("Bring this row back") if gone else self.tr("Back to before this step")
        self.detail.restore.setText(words)
        self.detail.restore.setAccessibleName(words)
        self.detail.hint.setText(self._hint(change, there=there, read_only=document.read_only))

    def _hint(self, change: StepChange, *, there: bool, read_only: bool) -> str:
        if read_only:
            return self.tr("This plan can only be looked at; nothing can be brought back.")
        if change.entity not in _ROWS:
            return self.tr("Only lines and activities can be brought back; change this one where it stands.")
        if change.before is None:
            return self.tr("This row came with this step; before it there is nothing to go back to.")
        if not there and change.entity == "activity":
            return self.tr(
                "The activity comes back with the lines that were deleted with it. One step to undo."
            )
        if not there:
            return self.tr("The line comes back; its activity too, if that is gone. One step to undo.")
        return self.tr("Only this row goes back; what was changed in it since is given up. One step to undo.")

    def _target(self) -> Target | None:
        shown = self.detail.list.current()
        change = shown.change if shown is not None else None
        if change is None or change.entity not in _ROWS:
            return None
        return Target(line_id=change.key) if change.entity == "line" else Target(activity_id=change.key)

    def _go_to_row(self) -> None:
        target = self._target()
        if target is not None and self.detail.goto.isEnabled():
            self._workspace.jump.emit(target)

    def _only_row(self) -> None:
        target, shown, document = self._target(), self.detail.list.current(), self._workspace.document
        if target is not None and shown is not None and document is not None:
            rows = rows_of(document, line_id=target.line_id, activity_id=target.activity_id)
            self.only_asked.emit(rows, shown.title)

    def _restore(self) -> None:
        from village_budget.document.history.row_restore import restoration

        shown, document, step = self.detail.list.current(), self._workspace.document, self._step
        change = shown.change if shown is not None else None
        if change is None or document is None or step is None:
            return
        try:
            edit = restoration(document, _ROWS[change.entity], change.key, step.id - 1)
        except UserError as error:
            self._workspace.refused.emit(error)
            return
        self._workspace.apply(edit)

    def compare_with(self, days: int) -> None:
        """Show totals then and now."""
        document = self._workspace.document
        if document is None:
            return
        then = datetime.now().astimezone() - timedelta(days=days)
        try:
            rows = compared(document, then)
        except FileError as error:
            self._workspace.refused.emit(error)
            return
        self.detail.model.show_rows(rows)
        title = self.tr("{n} days ago and now").format(n=days)
        self.detail.show_words(title, moment(then, language()), "")
        self.detail.show_foot(on=False)

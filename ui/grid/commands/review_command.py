"""Ctrl+R: the selected lines were looked at; the cursor goes on to the next one that was not (U25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.grid.model.nodes import GridColumn, line_key

if TYPE_CHECKING:
    from ui.grid.line_table_screen import LineTableScreen
    from ui.support.workspace import Workspace
    from village_budget.document.document import Document
    from village_budget.domain.lines import Line, Part


def with_unreviewed(words: str, document: Document, part: Part) -> str:
    """The counts in the head of a grid, with the lines that wait to be looked at."""
    count = sum(line.part is part for line in document.plan.lines.values() if line.review)
    if not count:
        return words
    told = QCoreApplication.translate("ReviewCommand", "{count} not reviewed").format(count=count)
    return f"{words} · {told}"


class ReviewCommand(QObject):
    """Takes the mark off the selected lines and those below selected rows."""

    def __init__(self, screen: LineTableScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self.action = QAction(self.tr("Mark as reviewed"), self)
        self.action.setShortcut(QKeySequence("Ctrl+R"))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(lambda _checked=False: self.review())

    def review(self) -> None:
        """Mark the lines, then go to the next one; say so when none is left."""
        from village_budget.document.edits.reviews import SetReviewed

        view = self._screen.view
        if view is None or not self._screen.rows.may_change():
            return
        lines = {line.id: line for node in view.selected_nodes() for line in view.lines_shown(node)}
        ids = tuple(key for key, line in lines.items() if line.review)
        if ids:
            self._workspace.apply(SetReviewed(ids))
        self._go_on(list(lines.values()))

    def _go_on(self, before: list[Line]) -> None:
        document, view = self._workspace.document, self._screen.view
        if document is None or view is None:
            return
        rows = document.plan.part_lines(self._screen.part)
        places = {line.id: place for place, line in enumerate(rows)}
        behind = max((places[line.id] for line in before if line.id in places), default=-1)
        left = [line for line in rows if line.review]
        if not left:
            self._workspace.told.emit(self.tr("Every line here is reviewed."))
            return
        following = next((line for line in left if places[line.id] > behind), left[0])
        node = view.budget_model().tree.nodes.get(line_key(following.id))
        if node is not None:
            view.go_to(node, max(view.currentIndex().column(), GridColumn.NAME))

"""The note and the file of the cursor's line: shown, changed, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.grid.model.nodes import NodeKind

if TYPE_CHECKING:
    from ui.grid.line_table_screen import LineTableScreen
    from ui.grid.view.budget_grid import BudgetGrid
    from ui.support.workspace import Workspace


class NoteCommand(QObject):
    """Works in one grid screen; also in a plan that is only looked at."""

    def __init__(self, screen: LineTableScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self.show = QAction(self.tr("Note and file…"), self)
        self.show.setShortcut(QKeySequence("Ctrl+M"))
        self.show.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.show.triggered.connect(lambda _checked=False: self.ask())

    def connect_view(self, view: BudgetGrid) -> None:
        """Give a new grid the key."""
        view.addAction(self.show)

    def ask(self) -> None:
        """Show what the line of the cursor carries, and keep what was changed, as one step."""
        from ui.grid.commands.line_notes_dialog import LineNotesDialog
        from village_budget.document.edits.line_edits import SetLine

        document, view = self._workspace.document, self._screen.view
        node = view.current_node() if view is not None else None
        if document is None or view is None or node is None or not self._screen.commit_pending():
            return
        if node.kind is not NodeKind.LINE:
            view.say(self.tr("Notes and files belong to lines. Go to a line first."))
            return
        line = view.budget_model().tree.line(node)
        asked = LineNotesDialog(line, document.plan, document.path, self._screen, fixed=document.read_only)
        if asked.answer() and asked.values:
            self._workspace.apply(SetLine(line.id, asked.values))
        view.setFocus()

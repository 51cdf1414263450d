"""One change over the selected lines of a grid, through its preview, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from ui.grid.line_table_screen import LineTableScreen
    from ui.grid.view.budget_grid import BudgetGrid
    from ui.support.workspace import Workspace


class BulkCommand(QObject):
    """Works on the selected lines and those below selected rows."""

    def __init__(self, screen: LineTableScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self.change = QAction(self.tr("Change many lines…"), self)
        self.change.setShortcut(QKeySequence("Ctrl+H"))
        self.change.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.change.triggered.connect(lambda _checked=False: self.ask())

    def connect_view(self, view: BudgetGrid) -> None:
        """Give a new grid the key."""
        view.addAction(self.change)

    def ask(self) -> None:
        """Show the preview; accepted, the change is made."""
        from ui.grid.commands.bulk_dialog import BulkDialog

        document, view = self._workspace.document, self._screen.view
        if document is None or view is None or not self._screen.rows.may_change():
            return
        lines = self._screen.rows.lines()
        if not lines:
            view.say(self.tr("There are no lines here to change."))
            return
        asked = BulkDialog(lines, document.chart, document.figures, self._screen)
        if asked.answer() and asked.edit is not None:
            self._workspace.apply(asked.edit)
        view.setFocus()

"""From a row of a grid to its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.grid.model.nodes import NodeKind
from ui.support.workspace import Target

if TYPE_CHECKING:
    from ui.grid.grid_screen import GridScreen
    from ui.grid.view.budget_grid import BudgetGrid
    from ui.support.workspace import Workspace


class HistoryCommand(QObject):
    """Shows all steps that touched the line or the activity of the cursor."""

    def __init__(self, screen: GridScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self.show = QAction(self.tr("History of this row"), self)
        self.show.setShortcut(QKeySequence("Ctrl+Shift+H"))
        self.show.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.show.triggered.connect(lambda _checked=False: self._show())

    def connect_view(self, view: BudgetGrid) -> None:
        """Give a new grid the key."""
        view.addAction(self.show)

    def _show(self) -> None:
        view = self._screen.view
        node = view.current_node() if view is not None else None
        if view is None or node is None:
            return
        if node.kind is NodeKind.LINE:
            line = view.budget_model().tree.line(node)
            self._workspace.jump.emit(Target(line_id=line.id, history=True))
            return
        while node is not None and node.kind is not NodeKind.ACTIVITY:
            node = node.parent
        if node is None:
            self._workspace.place_asked.emit("riwayat")
        else:
            self._workspace.jump.emit(Target(activity_id=node.row_id, history=True))

"""Sorting a grid for the eye: by a column up, down, and back to the plan's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.grid.model.nodes import GridColumn
    from ui.grid.model.rows_model import RowTreeModel
    from ui.grid.view.tree_rows import TreeRows


class GridOrder(QObject):
    """The order of one grid's rows."""

    changed = Signal()

    def __init__(self, view: TreeRows, model: RowTreeModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @property
    def column(self) -> GridColumn | None:
        """The column the rows are sorted by; None in the plan's order."""
        return self._model.tree.order.column

    @property
    def descending(self) -> bool:
        """Largest first."""
        return self._model.tree.order.descending

    @property
    def active(self) -> bool:
        """Whether the rows stand in another order than the plan's."""
        return self.column is not None

    def turn(self, column: GridColumn) -> None:
        """What a click on a head means: up, then down, then the plan's order."""
        if self.column is not column:
            self.sort(column)
        elif not self.descending:
            self.sort(column, descending=True)
        else:
            self.clear()

    def sort(self, column: GridColumn, *, descending: bool = False) -> None:
        """Sort by a column; asked again it takes in what was typed since."""
        self._model.sort_rows(column, descending=descending)
        self._told()

    def clear(self) -> None:
        """Back to the plan's order."""
        if self.active:
            self._model.sort_rows(None)
            self._told()

    def _told(self) -> None:
        self._view.scrollTo(self._view.currentIndex())
        self._view.header().viewport().update()
        self._view.viewport().update()
        self.changed.emit()

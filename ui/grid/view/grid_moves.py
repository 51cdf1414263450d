"""How the cursor moves through the grid: arrows, Tab runs, Enter and its way back (U10)."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from ui.grid.model.nodes import (
    INPUT_COLUMNS,
    GridColumn,
    Node,
    NodeKind,
    line_key,
)
from ui.grid.model.rows_model import RowTreeModel


class MovableView(Protocol):
    """What the moves need of the view."""

    def currentIndex(self) -> QModelIndex:
        """The cursor."""

    def setCurrentIndex(self, index: QModelIndex) -> None:
        """Put the cursor on a cell."""

    def indexBelow(self, index: QModelIndex) -> QModelIndex:
        """The next row shown."""

    def indexAbove(self, index: QModelIndex) -> QModelIndex:
        """The row shown before."""

    def isExpanded(self, index: QModelIndex) -> bool:
        """Whether a row is open."""

    def isRowHidden(self, row: int, parent: QModelIndex) -> bool:
        """Whether a filter hides a row."""

    def setExpanded(self, index: QModelIndex, expanded: bool) -> None:
        """Open or close a row."""

    def toggle(self, node: Node) -> None:
        """Open a closed row, close an open one."""

    def edit_current(self) -> None:
        """Open the cell of the cursor."""

    def insert_below(self) -> None:
        """Start a line below the cursor."""

    def leave_grid(self, step: int) -> None:
        """Give the keyboard to the next or the previous widget."""


class GridMoves:
    """Moves of one view; remembers in which column a run of Tabs began."""

    def __init__(self, view: MovableView, model: RowTreeModel) -> None:
        self._view = view
        self._model = model
        self._run: GridColumn | None = None

    def forget_run(self) -> None:
        """A run of Tabs ends: Enter stays in its column again."""
        self._run = None

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means when no editor is open; False when it means nothing here."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        known = True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            step = -1 if key == Qt.Key.Key_Backtab else 1
            leaves = bool(held & Qt.KeyboardModifier.ControlModifier)
            self._view.leave_grid(step) if leaves else self.side(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (shift or not held):
            self._enter(-1 if shift else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shift:
            self._edge(key == Qt.Key.Key_Home, whole=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not held:
            self._sideways(key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Space and not held:
            known = self._toggle()
        else:
            known = False
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.forget_run()
        return known

    def after_entry(self, move: str) -> None:
        """Go where the keyboard went when it left an editor."""
        if move in ("down", "up"):
            self._vertical(1 if move == "down" else -1)
        elif move in ("right", "left"):
            self.side(1 if move == "right" else -1)
        elif move == "insert":
            self._view.insert_below()

    def to_line(self, line_id: int) -> None:
        """Put the cursor on a line that was just made, in the same column."""
        index = self._view.currentIndex()
        column = max(index.column(), GridColumn.NAME) if index.isValid() else GridColumn.NAME
        self._set(self._model.index_of_key(line_key(line_id), column))

    def side(self, step: int) -> None:
        """Tab: the next input of the row, then the first one of the next row that has any."""
        index = self._view.currentIndex()
        if not index.isValid():
            return
        if self._run is None:
            self._run = GridColumn(max(index.column(), GridColumn.NAME))
        columns = self._inputs(self._model.node(index))
        ahead = [c for c in columns if (c > index.column() if step > 0 else c < index.column())]
        if ahead:
            self._set(self._in_column(index, ahead[0] if step > 0 else ahead[-1]))
            return
        row = self._next_input_row(index, step)
        if row.isValid():
            columns = self._inputs(self._model.node(row))
            self._set(self._in_column(row, columns[0] if step > 0 else columns[-1]))
        else:
            self._view.leave_grid(step)

    def _inputs(self, node: Node) -> tuple[GridColumn, ...]:
        if node.kind is NodeKind.LINE:
            return INPUT_COLUMNS
        return (GridColumn.NAME,) if node.kind is NodeKind.ADD_LINE else ()

    def _next_input_row(self, index: QModelIndex, step: int) -> QModelIndex:
        row = self._neighbour(index, step)
        while row.isValid() and not self._model.node(row).takes_input():
            row = self._neighbour(row, step)
        return row

    def _neighbour(self, index: QModelIndex, step: int) -> QModelIndex:
        first = index.siblingAtColumn(0)
        return self._view.indexBelow(first) if step > 0 else self._view.indexAbove(first)

    def _enter(self, step: int) -> None:
        node = self._node()
        if step > 0 and node is not None and node.kind in (NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT):
            if self._model.editable:
                self._view.edit_current()
        else:
            self._vertical(step)

    def _vertical(self, step: int) -> None:
        index = self._view.currentIndex()
        column = self._run if self._run is not None else index.column()
        self.forget_run()
        row = self._neighbour(index, step)
        self._set(self._in_column(row if row.isValid() else index, column))

    def _toggle(self) -> bool:
        node = self._node()
        if node is None or not node.is_summed():
            return False
        self._view.toggle(node)
        return True

    def _sideways(self, right: bool) -> None:
        self.forget_run()
        node, index = self._node(), self._view.currentIndex()
        if node is None:
            return
        if node.is_summed():
            self._open_or_close(node, index, right)
            return
        column = max(index.column(), GridColumn.NAME) + (1 if right else -1)
        if node.kind is not NodeKind.LINE or column < GridColumn.NAME:
            if not right:
                self._set(self._model.index_of(node.parent, GridColumn.NAME))
        elif column < len(GridColumn):
            self._set(self._in_column(index, column))

    def _open_or_close(self, node: Node, index: QModelIndex, right: bool) -> None:
        first = index.siblingAtColumn(0)
        is_open = self._view.isExpanded(first)
        if right and is_open and node.children:
            below = self._neighbour(index, 1)
            if below.parent() == first:
                self._set(self._in_column(below, index.column()))
        elif right or is_open:
            self._view.setExpanded(first, right)
        elif node.parent is not None and node.parent.parent is not None:
            self._set(self._model.index_of(node.parent, index.column()))

    def _edge(self, first: bool, *, whole: bool) -> None:
        self.forget_run()
        index = self._view.currentIndex()
        if not index.isValid():
            return
        if not whole:
            self._set(self._in_column(index, GridColumn.NAME if first else GridColumn.FUND))
            return
        self._set(self._in_column(self._outermost(first), index.column()))

    def _outermost(self, first: bool) -> QModelIndex:
        """The first or the last row that is shown."""
        above = QModelIndex()
        while True:
            rows = range(self._model.rowCount(above))
            shown = [row for row in rows if not self._view.isRowHidden(row, above)]
            if not shown:
                return above
            found = self._model.index(shown[0 if first else -1], 0, above)
            if first or not self._view.isExpanded(found):
                return found
            above = found

    def _node(self) -> Node | None:
        index = self._view.currentIndex()
        return self._model.node(index) if index.isValid() else None

    def _in_column(self, index: QModelIndex, column: int) -> QModelIndex:
        return index.siblingAtColumn(column)

    def _set(self, index: QModelIndex) -> None:
        if index.isValid():
            self._view.setCurrentIndex(index)

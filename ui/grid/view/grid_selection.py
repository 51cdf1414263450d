"""Which rows of a grid are selected, and how the selection widens level by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from ui.grid.model.nodes import GridColumn, Node, NodeKind

if TYPE_CHECKING:
    from ui.grid.model.rows_model import RowTreeModel
    from ui.grid.view.tree_rows import TreeRows
    from village_budget.domain.lines import Line

_ADDING = (NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT)
_FLAGS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def selected_rows(view: TreeRows, model: RowTreeModel) -> list[Node]:
    """Selected rows from top to bottom, or the cursor's row; rows that only add something left out.

    Nor those that a filter hides: nothing is done to what is not seen.
    """
    chosen = {model.node(index).uid for index in view.selectionModel().selectedRows()}
    current = view.current_node()
    if len(chosen) <= 1:
        found = [current] if current is not None and current.kind not in _ADDING else []
    else:
        found = [node for node in model.tree.walk() if node.uid in chosen and node.kind not in _ADDING]
    return [node for node in found if not is_hidden(view, model, node)]


def is_hidden(view: TreeRows, model: RowTreeModel, node: Node) -> bool:
    """Whether a filter hides a row; one in a closed row is not hidden."""
    return view.narrowed and any(
        view.isIndexHidden(model.index_of(one)) for one in (node, *node.ancestors()[:-1])
    )


def lines_shown(view: TreeRows, model: RowTreeModel, node: Node) -> list[Line]:
    """Lines that a row sums, or its own, without those that a filter hides."""
    if not view.narrowed:
        return model.tree.lines_below(node)
    if view.isIndexHidden(model.index_of(node)):
        return []
    if node.kind is NodeKind.LINE:
        return [model.tree.line(node)]
    return [line for child in node.children for line in lines_shown(view, model, child)]


def reveal(view: TreeRows, model: RowTreeModel, node: Node) -> None:
    """Show a row that a filter hides: the cursor goes there, as after an undo."""
    if not view.narrowed:
        return
    for one in (node, *node.ancestors()[:-1]):
        index = model.index_of(one)
        view.setRowHidden(index.row(), index.parent(), False)  # noqa: FBT003 - Qt's signature


def leave_hidden(view: TreeRows, model: RowTreeModel) -> None:
    """Put the cursor on the nearest row that is shown, so that nobody types into a hidden one."""
    node, column = view.current_node(), max(view.currentIndex().column(), GridColumn.NAME)
    if node is None or not is_hidden(view, model, node):
        return
    rows = list(model.tree.walk())
    at = rows.index(node)
    nearest = (*rows[at:], *reversed(rows[:at]))
    found = next((one for one in nearest if not is_hidden(view, model, one)), None)
    if found is None:
        view.selectionModel().clear()
    else:
        view.setCurrentIndex(model.index_of(found, column))
        view.go_up_into_sight()


def select_level(view: TreeRows, model: RowTreeModel) -> None:
    """Select all rows like the cursor's in its group; asked again, in the group above, and so on (Ctrl+A)."""
    current = view.current_node()
    if current is None:
        return
    if current.kind in _ADDING:
        siblings = [node for node in (current.parent or current).children if node.kind not in _ADDING]
        if not siblings:
            return
        current = siblings[-1]
    chosen = {model.node(index).uid for index in view.selectionModel().selectedRows()}
    for group in current.ancestors():
        rows = [node for node in _shown(view, model, group) if node.kind is current.kind]
        if group is model.tree.root or not {node.uid for node in rows} <= chosen:
            select_rows(view, model, rows, current)
            return


def _shown(view: TreeRows, model: RowTreeModel, group: Node) -> Iterator[Node]:
    """Rows below a group that can be seen: in open rows, not hidden by a filter."""
    above = model.index_of(group)
    for place, node in enumerate(group.children):
        if not view.isRowHidden(place, above):
            yield node
            if view.isExpanded(model.index_of(node)):
                yield from _shown(view, model, node)


def select_rows(view: TreeRows, model: RowTreeModel, rows: list[Node], current: Node) -> None:
    """Select these rows in as few ranges as there are runs of them; the cursor stays on its row."""
    selection = QItemSelection()
    first = last = QModelIndex()
    for node in rows:
        index = model.index_of(node)
        if last.isValid() and index.parent() == last.parent() and index.row() == last.row() + 1:
            last = index
            continue
        if first.isValid():
            selection.select(first, last)
        first = last = index
    if first.isValid():
        selection.select(first, last)
    column = max(view.currentIndex().column(), GridColumn.NAME)
    keep = QItemSelectionModel.SelectionFlag.NoUpdate
    view.selectionModel().setCurrentIndex(model.index_of(current, column), keep)
    view.selectionModel().select(selection, _FLAGS)
    view.viewport().update()

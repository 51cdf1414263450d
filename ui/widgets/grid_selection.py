"""Which rows of a grid are selected, and how the selection widens level by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from ui.item_models.budget_nodes import Column, Kind, Node

if TYPE_CHECKING:
    from ui.item_models.budget_tree_model import BudgetTreeModel
    from ui.widgets.tree_rows import TreeRows

_ADDING = (Kind.ADD_LINE, Kind.ADD_ACCOUNT)
_FLAGS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def selected_rows(view: TreeRows, model: BudgetTreeModel) -> list[Node]:
    """Selected rows from top to bottom, or the cursor's row; rows that only add something left out."""
    chosen = {model.node(index).uid for index in view.selectionModel().selectedRows()}
    current = view.current_node()
    if len(chosen) <= 1:
        return [current] if current is not None and current.kind not in _ADDING else []
    return [node for node in model.tree.walk() if node.uid in chosen and node.kind not in _ADDING]


def select_level(view: TreeRows, model: BudgetTreeModel) -> None:
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


def _shown(view: TreeRows, model: BudgetTreeModel, group: Node) -> Iterator[Node]:
    """Rows below a group that can be seen: in open rows, not hidden by a filter."""
    above = model.index_of(group)
    for place, node in enumerate(group.children):
        if not view.isRowHidden(place, above):
            yield node
            if view.isExpanded(model.index_of(node)):
                yield from _shown(view, model, node)


def select_rows(view: TreeRows, model: BudgetTreeModel, rows: list[Node], current: Node) -> None:
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
    column = max(view.currentIndex().column(), Column.NAME)
    keep = QItemSelectionModel.SelectionFlag.NoUpdate
    view.selectionModel().setCurrentIndex(model.index_of(current, column), keep)
    view.selectionModel().select(selection, _FLAGS)
    view.viewport().update()

"""Shows only some rows of the grid: those with a finding, or of one fund source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QTreeView

from ui.item_models.budget_nodes import Kind, Node
from ui.item_models.budget_tree_model import BudgetTreeModel
from ui.item_models.row_states import RowState

Fits = Callable[[Node], bool]


class RowFilter:
    """Hides and shows rows of one view; rows made later are shown, so that nobody types into the dark.

    Attributes:
        active: whether any row may be hidden.
    """

    def __init__(self, view: QTreeView, model: BudgetTreeModel) -> None:
        self._view = view
        self._model = model
        self.active = False

    def show_all(self) -> None:
        """Hide nothing."""
        if self.active:
            self._apply(self._model.tree.root, None)
        self.active = False

    def show_marked(self) -> None:
        """Only rows that a broken rule points at, the rows above them and, for activities, those below."""
        own = self._model.states.own
        below = self._model.states.below
        self.active = True
        self._apply(
            self._model.tree.root,
            lambda node: (
                own.get(node.key, RowState.FINE) > RowState.WAIVED
                or below.get(node.key, RowState.FINE) > RowState.WAIVED
                or any(own.get(above.key, RowState.FINE) > RowState.WAIVED for above in node.ancestors())
            ),
        )

    def show_fund(self, fund: str) -> None:
        """Only lines of a fund source and what sums them."""
        cells, tree = self._model.cells, self._model.tree
        self.active = True
        self._apply(
            tree.root,
            lambda node: (
                tree.line(node).fund == fund
                if node.kind is Kind.LINE
                else node.is_summed() and fund in cells.funds(node)
            ),
        )

    def _apply(self, parent: Node, fits: Fits | None) -> None:
        above = self._model.index_of(parent)
        for place, node in enumerate(parent.children):
            hidden = fits is not None and not fits(node)
            if self._view.isRowHidden(place, above) is not hidden:
                self._view.setRowHidden(place, above, hidden)
            if not hidden:
                self._apply(node, fits)

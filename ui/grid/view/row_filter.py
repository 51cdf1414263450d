"""Shows only some rows of the grid: those with a finding, or that fit several conditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.grid.model.nodes import Node, NodeKind
from ui.grid.model.row_conditions import Condition, by_fund
from ui.grid.model.row_states import RowState
from ui.grid.model.rows_model import RowTreeModel
from ui.grid.view.tree_rows import TreeRows
from village_budget.money import Sen

Fits = Callable[[Node], bool]


@dataclass(frozen=True, slots=True)
class Shown:
    """How much is shown: lines, all lines, what the shown ones come to in sen, and rows of any kind."""

    lines: int
    of: int
    amount: Sen
    rows: int


class RowFilter:
    """Hides and shows rows of one view; rows made later are shown, so that nobody types into the dark.

    Attributes:
        active: whether any row may be hidden.
        conditions: what the shown lines fit, in the order they were chosen.
        marked: only rows that a broken rule points at.
    """

    def __init__(self, view: TreeRows, model: RowTreeModel) -> None:
        self._view = view
        self._model = model
        self.active = False
        self.marked = False
        self.conditions: tuple[Condition, ...] = ()

    def show_all(self) -> None:
        """Hide nothing."""
        self.conditions, self.marked = (), False
        if self.active:
            self._apply(self._model.tree.root, None)
        self.active = self._view.narrowed = False

    def show_marked(self) -> None:
        """Only rows that a broken rule points at, the rows above them and, for activities, those below."""
        self.marked = True
        self._narrow()

    def show_fund(self, fund: str) -> None:
        """Only lines of a fund source and what sums them."""
        self.add(by_fund(fund, fund))

    def add(self, condition: Condition) -> None:
        """Narrow by one condition more; it takes the place of one of its kind."""
        others = [one for one in self.conditions if one.kind != condition.kind]
        self.conditions = (*others, condition)
        self._narrow()

    def drop(self, kind: str) -> None:
        """Take a condition off again; ``marked`` is that of findings."""
        self.conditions = tuple(one for one in self.conditions if one.kind != kind)
        self.marked = self.marked and kind != "marked"
        if self.conditions or self.marked:
            self._narrow()
        else:
            self.show_all()

    def shown(self) -> Shown:
        """How much of the plan is in sight."""
        tree = self._model.tree
        lines = [node for node in tree.walk() if node.kind is NodeKind.LINE]
        seen = [tree.line(node) for node in lines if not self.active or self._fits(node)]
        rows = len(self._visible(tree.root)) if self.active else len(lines)
        return Shown(len(seen), len(lines), sum(line.amount for line in seen), rows)

    def _narrow(self) -> None:
        self.active = self._view.narrowed = True
        visible = self._visible(self._model.tree.root)
        self._apply(self._model.tree.root, lambda node: node.key in visible)
        self._view.leave_hidden()

    def _visible(self, root: Node) -> set[object]:
        """Keys of the lines that fit and of all rows above them; of activities without lines too."""
        found: set[object] = set()
        for node in self._model.tree.walk(root):
            alone = self.marked and not self.conditions and self._is_marked(node)
            if self._fits(node) if node.kind is NodeKind.LINE else alone or self._fits_empty(node):
                found.add(node.key)
                found.update(above.key for above in node.ancestors())
        return found

    def _fits_empty(self, node: Node) -> bool:
        tree = self._model.tree
        activity = tree.activity_of(node) if node.kind is NodeKind.ACTIVITY else None
        if activity is None or not self.conditions or any(tree.lines_below(node)):
            return False
        marked = not self.marked or self._is_marked(node)
        return marked and all(one.fits_empty(activity) for one in self.conditions)

    def _fits(self, node: Node) -> bool:
        tree = self._model.tree
        line, activity = tree.line(node), tree.activity_of(node)
        return all(one.fits(line, activity) for one in self.conditions) and (
            not self.marked or self._is_marked(node)
        )

    def _is_marked(self, node: Node) -> bool:
        states = self._model.states
        own, below = states.own, states.below
        return any(
            state > RowState.WAIVED
            for state in (
                own.get(node.key, RowState.FINE),
                below.get(node.key, RowState.FINE),
                *(own.get(above.key, RowState.FINE) for above in node.ancestors()),
            )
        )

    def _apply(self, parent: Node, fits: Fits | None) -> None:
        above = self._model.index_of(parent)
        for place, node in enumerate(parent.children):
            hidden = fits is not None and not fits(node)
            if self._view.isRowHidden(place, above) is not hidden:
                self._view.setRowHidden(place, above, hidden)
            if not hidden:
                self._apply(node, fits)

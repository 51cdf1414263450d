"""Where dragged lines would go when they are let go over a row; knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from ui.grid.model.nodes import Node, NodeKind
from ui.grid.model.rows import RowTree
from village_budget.domain.lines import Part


@dataclass(frozen=True, slots=True)
class DropPlace:
    """A place for lines.

    Attributes:
        activity_id: of the activity; None in the parts that have none.
        account_code: of the account; None: each line keeps its own.
        before_id: the line they shall stand before; None: behind the last one.
        row: the row at whose edge, or in which, the place is shown.
        edge: ``above`` or ``below`` the row, or ``into`` it.
    """

    activity_id: int | None
    account_code: str | None
    before_id: int | None
    row: Node
    edge: str

    @property
    def home(self) -> tuple[int | None, str | None]:
        """Activity and account."""
        return self.activity_id, self.account_code


def drop_place(tree: RowTree, node: Node, *, upper: bool, is_open: bool) -> DropPlace | None:
    """The place that a row stands for.

    Args:
        tree: of the row.
        node: the row under the pointer.
        upper: the pointer is in its upper half.
        is_open: the rows below it are shown.
    """
    if node.kind is NodeKind.LINE:
        line = tree.line(node)
        before, edge = (line.id, "above") if upper else (_next(node), "below")
        return DropPlace(line.activity_id, line.account_code, before, node, edge)
    if node.kind is NodeKind.ADD_LINE:
        return DropPlace(node.row_id, node.code, None, node, "above")
    if node.kind is NodeKind.ACCOUNT:
        first = next((child.row_id for child in node.children if child.kind is NodeKind.LINE), None)
        inside = is_open and first is not None
        return DropPlace(
            node.row_id, node.code, first if inside else None, node, "below" if inside else "into"
        )
    if tree.part is Part.SPENDING and node.kind in (NodeKind.ACTIVITY, NodeKind.ADD_ACCOUNT):
        return DropPlace(node.row_id, None, None, node, "into")
    return None


def _next(node: Node) -> int | None:
    siblings = node.parent.children if node.parent is not None else []
    behind = siblings[node.row + 1 :]
    return behind[0].row_id if behind and behind[0].kind is NodeKind.LINE else None

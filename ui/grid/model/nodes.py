"""Nodes of the budget tree: plain rows with a parent, known by a key that outlives every refresh."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TypeAlias

NodeKey: TypeAlias = tuple[str | int | None, ...]


class NodeKind(Enum):
    """What a row of the tree stands for."""

    SECTOR = "sector"
    SUBSECTOR = "subsector"
    ACTIVITY = "activity"
    ACCOUNT = "account"
    LINE = "line"
    ADD_LINE = "add-line"
    ADD_ACCOUNT = "add-account"


class GridColumn(IntEnum):
    """Columns of the grid, left to right."""

    STATE = 0
    CODE = 1
    NAME = 2
    VOLUME = 3
    UNIT = 4
    PRICE = 5
    AMOUNT = 6
    FUND = 7


INPUT_COLUMNS = (GridColumn.NAME, GridColumn.VOLUME, GridColumn.UNIT, GridColumn.PRICE, GridColumn.FUND)
"""Where Tab stops on a line; the amount is computed and only takes what is typed on it."""

GROUPS = (NodeKind.SECTOR, NodeKind.SUBSECTOR)
SUMMED = (NodeKind.SECTOR, NodeKind.SUBSECTOR, NodeKind.ACTIVITY, NodeKind.ACCOUNT)


@dataclass(eq=False, slots=True)
class Node:
    """One row of the tree.

    Attributes:
        uid: number of the node, never used twice in one tree.
        kind: what it stands for; revenue and financing show kelompok and jenis as sector and subsector.
        key: identity of what it stands for, the same before and after any edit.
        code: code of the chart; empty for lines and add rows.
        name: name of a group, activity or account; lines are read from the plan.
        row_id: id of the activity or line; for an account or an add row the id of its activity.
        parent: None for the root only.
        children: in the order shown.
    """

    uid: int
    kind: NodeKind
    key: NodeKey
    code: str = ""
    name: str = ""
    row_id: int | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def row(self) -> int:
        """Place among its siblings; 0 for the root."""
        return self.parent.children.index(self) if self.parent else 0

    @property
    def depth(self) -> int:
        """Number of ancestors that are shown: 0 for a top row."""
        return len(self.ancestors()) - 1

    def ancestors(self) -> list[Node]:
        """Its parent and all above it, nearest first, the root last."""
        found: list[Node] = []
        node = self.parent
        while node is not None:
            found.append(node)
            node = node.parent
        return found

    def is_summed(self) -> bool:
        """Whether it shows a total of the rows below it."""
        return self.kind in SUMMED

    def takes_input(self) -> bool:
        """Whether Tab stops on this row."""
        return self.kind in (NodeKind.LINE, NodeKind.ADD_LINE)


def line_key(line_id: int) -> NodeKey:
    """Key of a line's row."""
    return ("line", line_id)


def activity_key(activity_id: int) -> NodeKey:
    """Key of an activity's row."""
    return ("activity", activity_id)


def account_key(activity_id: int | None, code: str) -> NodeKey:
    """Key of an account's row below an activity, or below a part when there is none."""
    return ("account", activity_id, code)


def group_key(code: str) -> NodeKey:
    """Key of a sector or subsector, a kelompok or jenis."""
    return ("group", code)


def add_line_key(activity_id: int | None, code: str) -> NodeKey:
    """Key of the row below an account that starts a new line."""
    return ("add-line", activity_id, code)


def add_account_key(activity_id: int | None) -> NodeKey:
    """Key of the row below an activity (or the part) that adds an account."""
    return ("add-account", activity_id)

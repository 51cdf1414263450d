"""Another order for the eye: lines within their account, activities within their level; without Qt.

The order is worked out once, when it is asked for, and kept as a rank of each row: what is typed later moves
no row, and rows made later stand behind. The plan itself, its forms and its steps know nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ui.grid.model.nodes import (
    GridColumn,
    NodeKey,
    NodeKind,
    line_key,
)

if TYPE_CHECKING:
    from ui.grid.model.cell_text import CellText
    from ui.grid.model.nodes import Node
    from village_budget.domain.lines import Line

SORTABLE = (
    GridColumn.CODE, GridColumn.NAME, GridColumn.VOLUME, GridColumn.UNIT,
    GridColumn.PRICE, GridColumn.AMOUNT, GridColumn.FUND,
)  # fmt: skip
_OF_ACTIVITIES = (GridColumn.CODE, GridColumn.NAME, GridColumn.AMOUNT, GridColumn.FUND)


class RowOrder:
    """Ranks of rows by their key; without ranks the plan's own order holds."""

    def __init__(self) -> None:
        self._ranks: dict[NodeKey, int] = {}
        self.column: GridColumn | None = None
        self.descending = False

    def of_plan(self) -> None:
        """Go back to the plan's order."""
        self._ranks.clear()
        self.column = None
        self.descending = False

    def by(self, column: GridColumn, rows: Sequence[Node], cells: CellText, *, descending: bool) -> None:
        """Rank rows by what stands in a column; equal ones stay in the order they are given in."""
        self.column, self.descending = column, descending
        wanted = [row for row in rows if _has(row, column)]
        wanted.sort(key=lambda row: _value(row, column, cells), reverse=descending)
        self._ranks = {row.key: rank for rank, row in enumerate(wanted)}

    def rank(self, key: NodeKey) -> int:
        """Where a row stands among its siblings; unknown ones behind all others."""
        return self._ranks.get(key, len(self._ranks)) if self._ranks else 0

    def sorted_lines(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Lines of an account in the order they are shown in."""
        return sorted(lines, key=lambda line: self.rank(line_key(line.id))) if self._ranks else lines


def _has(row: Node, column: GridColumn) -> bool:
    if row.kind is NodeKind.LINE:
        return column is not GridColumn.CODE
    return row.kind is NodeKind.ACTIVITY and column in _OF_ACTIVITIES


def _value(row: Node, column: GridColumn, cells: CellText) -> Any:
    """What a row is compared by; lines and activities never meet, each kind has its own siblings."""
    number = row.kind is NodeKind.ACTIVITY
    if column is GridColumn.AMOUNT:
        return number, cells.amount(row)
    if row.kind is NodeKind.LINE and column in (GridColumn.VOLUME, GridColumn.PRICE):
        line = cells.line(row)
        return number, line.volume if column is GridColumn.VOLUME else line.unit_price
    return number, cells.text(row, column).casefold()

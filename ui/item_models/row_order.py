"""Another order for the eye: lines within their account, activities within their level; without Qt.

The order is worked out once, when it is asked for, and kept as a rank of each row: what is typed later moves
no row, and rows made later stand behind. The plan itself, its forms and its steps know nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ui.item_models.budget_nodes import Column, Kind, NodeKey, line_key

if TYPE_CHECKING:
    from ui.item_models.budget_nodes import Node
    from ui.item_models.cell_text import CellText
    from village_budget.domain.lines import Line

SORTABLE = (
    Column.CODE, Column.NAME, Column.VOLUME, Column.UNIT, Column.PRICE, Column.AMOUNT, Column.FUND,
)  # fmt: skip
_OF_ACTIVITIES = (Column.CODE, Column.NAME, Column.AMOUNT, Column.FUND)


class RowOrder:
    """Ranks of rows by their key; without ranks the plan's own order holds."""

    def __init__(self) -> None:
        self._ranks: dict[NodeKey, int] = {}
        self.column: Column | None = None
        self.descending = False

    def of_plan(self) -> None:
        """Go back to the plan's order."""
        self._ranks.clear()
        self.column = None
        self.descending = False

    def by(self, column: Column, rows: Sequence[Node], cells: CellText, *, descending: bool) -> None:
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


def _has(row: Node, column: Column) -> bool:
    if row.kind is Kind.LINE:
        return column is not Column.CODE
    return row.kind is Kind.ACTIVITY and column in _OF_ACTIVITIES


def _value(row: Node, column: Column, cells: CellText) -> Any:
    """What a row is compared by; lines and activities never meet, each kind has its own siblings."""
    number = row.kind is Kind.ACTIVITY
    if column is Column.AMOUNT:
        return number, cells.amount(row)
    if row.kind is Kind.LINE and column in (Column.VOLUME, Column.PRICE):
        line = cells.line(row)
        return number, line.volume if column is Column.VOLUME else line.unit_price
    return number, cells.text(row, column).casefold()

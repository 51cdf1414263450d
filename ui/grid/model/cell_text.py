"""What stands in a cell of the grid, and what its editor opens with; knows nothing of Qt."""

from __future__ import annotations

from ui.grid.model.nodes import (
    GROUPS,
    GridColumn,
    Node,
    NodeKind,
)
from ui.grid.model.rows import RowTree
from village_budget.arithmetic import evaluate, evaluate_volume
from village_budget.chart import codes
from village_budget.domain.lines import Line, Part, factor_text
from village_budget.figures.figures import Figures
from village_budget.money import AmountError, Sen, format_amount, format_volume

UNDECIDED = "?"
"""Shown for a fund source that is not chosen yet."""


class CellText:
    """Texts of a tree's cells; amounts come from the figures, lines from the plan.

    Attributes:
        with_sen: show two decimals everywhere, because some amount of the plan has them.
    """

    def __init__(self, tree: RowTree, figures: Figures) -> None:
        self._tree = tree
        self._figures = figures
        self.with_sen = False

    def text(self, node: Node, column: GridColumn) -> str:
        """Text of a cell as shown; empty where nothing stands."""
        if node.kind is NodeKind.LINE:
            return self._line_text(self._tree.line(node), column)
        if not node.is_summed():
            return ""
        texts = {GridColumn.CODE: node.code, GridColumn.NAME: node.name}
        if column is GridColumn.AMOUNT:
            return self.money(self.amount(node))
        if column is GridColumn.FUND:
            return fund_letters(self.funds(node))
        return texts.get(column, "")

    def line(self, node: Node) -> Line:
        """The line of a line's row."""
        return self._tree.line(node)

    def money(self, sen: Sen) -> str:
        """An amount in this grid's format."""
        return format_amount(sen, with_sen=self.with_sen)

    def amount(self, node: Node) -> Sen:
        """What a row comes to."""
        if node.kind is NodeKind.LINE:
            return self._tree.line(node).amount
        return sum(self.funds(node).values())

    def funds(self, node: Node) -> dict[str, Sen]:
        """What a summed row comes to by fund source."""
        if node.kind in GROUPS:
            word = "code" if self._tree.part is Part.SPENDING else "account"
            return self._figures.funds(word, node.code)
        if node.kind is NodeKind.ACTIVITY and node.row_id is not None:
            return self._figures.funds("activity", node.row_id)
        if node.code and codes.level(node.code) < 4:
            return self._own_funds(node)
        if node.row_id is None:
            return self._figures.funds("account", node.code)
        return self._figures.funds("activity_account", node.row_id, node.code)

    def _own_funds(self, node: Node) -> dict[str, Sen]:
        """Sums of a short account's own lines; its figures count the accounts below it too."""
        funds: dict[str, Sen] = {}
        for line in self._tree.lines_below(node):
            funds[line.fund] = funds.get(line.fund, 0) + line.amount
        return funds

    def _line_text(self, line: Line, column: GridColumn) -> str:
        match column:
            case GridColumn.NAME | GridColumn.UNIT:
                return entry_text(line, column)
            case GridColumn.VOLUME:
                return format_volume(line.volume)
            case GridColumn.PRICE | GridColumn.AMOUNT:
                return self.money(line.unit_price if column is GridColumn.PRICE else line.amount)
            case GridColumn.FUND:
                return line.fund or UNDECIDED
        return ""


def fund_letters(funds: dict[str, Sen]) -> str:
    """Fund sources of a summed row, the largest and how many more: ``ADD +3``."""
    ranked = sorted(funds, key=lambda fund: (-funds[fund], fund))
    if not ranked:
        return ""
    first = ranked[0] or UNDECIDED
    return f"{first} +{len(ranked) - 1}" if len(ranked) > 1 else first


def volume_text(line: Line) -> str:
    """A volume as it was typed: its arithmetic, its factors, or the number."""
    if _makes_volume(line):
        return line.volume_expression
    return factor_text(line.factors) if line.factors else format_volume(line.volume)


def _makes_price(line: Line) -> bool:
    """Whether the kept arithmetic still makes the price by itself (``+250.000`` alone does not)."""
    if not line.expression or line.expression.startswith("+"):
        return False
    try:
        return evaluate(line.expression) == line.unit_price
    except AmountError:
        return False


def _makes_volume(line: Line) -> bool:
    if not line.volume_expression or line.volume_expression.startswith("+"):
        return False
    try:
        return evaluate_volume(line.volume_expression) == line.volume
    except AmountError:
        return False


def entry_text(line: Line, column: GridColumn) -> str:
    """What an editor of this cell opens with; read back it gives the same value (U03)."""
    match column:
        case GridColumn.NAME:
            text = line.description
        case GridColumn.VOLUME:
            text = volume_text(line)
        case GridColumn.UNIT:
            text = line.unit
        case GridColumn.PRICE:
            text = line.expression if _makes_price(line) else format_amount(line.unit_price)
        case GridColumn.AMOUNT:
            text = format_amount(line.amount)
        case GridColumn.FUND:
            text = line.fund
        case _:
            text = ""
    return text

"""What rows of a grid become on the clipboard, and what a cell gives to the cells below it; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ui.grid.model.cell_text import CellText, entry_text
from ui.grid.model.nodes import GridColumn, Node
from village_budget.document.edits.added_lines import AddLines, NewLine
from village_budget.domain.lines import Line
from village_budget.errors import UserError
from village_budget.exchange.cells.copied_rows import CopiedCell, plain_number
from village_budget.money import Sen, format_amount, format_volume, line_amount

COPIED = (
    GridColumn.CODE, GridColumn.NAME, GridColumn.VOLUME, GridColumn.UNIT,
    GridColumn.PRICE, GridColumn.AMOUNT, GridColumn.FUND,
)  # fmt: skip
"""Columns of a copied row, left to right."""


def copied_row(node: Node, cells: CellText, line: Line | None) -> list[CopiedCell]:
    """A row as cells; a line says its account, so that it finds its place again."""
    if line is not None:
        code = line.account_code
        price, amount = rupiah(line.unit_price), rupiah(line.amount)
        return [code, line.description, line.volume, line.unit, price, amount, line.fund]
    funds = " ".join(fund for fund in cells.funds(node) if fund)
    return [node.code, node.name, "", "", "", rupiah(cells.amount(node)), funds]


def copied_cell(node: Node, cells: CellText, line: Line | None, column: GridColumn) -> str:
    """One cell as text, for another cell: numbers in plain form."""
    if column in COPIED and (line is not None or node.is_summed()):
        if line is not None and column is GridColumn.VOLUME:
            return entry_text(line, column)
        found = copied_row(node, cells, line)[COPIED.index(column)]
        return plain_number(found) if isinstance(found, Decimal) else found
    return ""


def rupiah(sen: Sen) -> Decimal:
    """An amount in rupiah, with decimals only when it has sen."""
    whole, rest = divmod(sen, 100)
    return Decimal(whole) if not rest else Decimal(sen) / 100


def filled(source: Line, below: Sequence[Line], column: GridColumn) -> dict[int, dict[str, object]]:
    """Values that make a cell of the lines below that of the first one.

    Raises:
        UserError: ``fill-not-exact``, an amount that a line's volume does not divide.
    """
    match column:
        case GridColumn.NAME:
            values: dict[str, object] = {"description": source.description}
        case GridColumn.VOLUME:
            values = {
                "volume": source.volume,
                "factors": source.factors,
                "volume_expression": source.volume_expression,
            }
        case GridColumn.UNIT:
            values = {"unit": source.unit}
        case GridColumn.PRICE:
            values = {"unit_price": source.unit_price, "expression": source.expression}
        case GridColumn.AMOUNT:
            return {line.id: {"unit_price": _price(source, line)} for line in below}
        case _:
            values = {"fund": source.fund}
    return {line.id: dict(values) for line in below}


def copy_of(line: Line) -> AddLines:
    """An edit that adds the same line once more, behind it."""
    same = NewLine(
        line.account_code, line.description, line.volume, line.unit, line.unit_price, line.fund,
        factors=line.factors, tags=line.tags, expression=line.expression,
    )  # fmt: skip
    return AddLines(line.part, line.activity_id, (same,), line.id)


def _price(source: Line, line: Line) -> Sen:
    price = Decimal(source.amount) / line.volume if line.volume else Decimal("0.5")
    if price != int(price) or line_amount(line.volume, int(price)) != source.amount:
        raise UserError(
            "fill-not-exact",
            amount=format_amount(source.amount),
            volume=format_volume(line.volume),
            name=line.description or line.account_code,
        )
    return int(price)

"""A budget as a tree of headings and amounts, and its way into the rows of a table.

Every heading's amount is the sum of the rows directly below it, as a formula and as a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from village_budget.chart.chart import Chart
from village_budget.domain.lines import Line
from village_budget.money import Sen
from village_budget.reports.report_document import (
    Cell,
    Formula,
    Money,
    Row,
    RowKind,
    Sum,
)


@dataclass(slots=True)
class OutlineNode:
    """One heading or line with what stands below it.

    Attributes:
        name: words of the row.
        amount: in sen.
        funds: fund sources as printed, e.g. ``ADD, PBH``.
        activity: code for the activity cells, empty for none.
        account: code for the account cells, empty for none.
        indent: steps its words are indented.
        bold: whether it is printed bold.
        kind: of its row.
        output: volume and unit of what it delivers.
        line: the budget line it stands for, if it stands for one.
        formula: how a spreadsheet computes the amount when no children do.
        children: rows that add up to it.
    """

    name: str
    amount: Sen
    funds: str = ""
    activity: str = ""
    account: str = ""
    indent: int = 0
    bold: bool = False
    kind: RowKind = RowKind.HEADING
    output: tuple[Decimal | None, str] = (None, "")
    line: Line | None = None
    formula: Formula | None = None
    children: list[OutlineNode] = field(default_factory=list)


CellMaker: TypeAlias = Callable[[OutlineNode, Money], tuple[Cell, ...]]


def add_rows(
    rows: list[Row], nodes: Iterable[OutlineNode], cells: CellMaker, level: int = 0
) -> tuple[int, ...]:
    """Append nodes and all below them to the rows; the indexes of the nodes' own rows."""
    indexes: list[int] = []
    for node in nodes:
        index = len(rows)
        indexes.append(index)
        rows.append(_PLACE)
        below = add_rows(rows, node.children, cells, level + 1)
        formula = Sum(below) if below else node.formula
        rows[index] = Row(node.kind, level, cells(node, Money(node.amount, formula)), node.bold)
    return tuple(indexes)


_PLACE = Row(RowKind.HEADING, 0, ())


def total(lines: Iterable[Line]) -> Sen:
    """Sum of lines in sen."""
    return sum(line.amount for line in lines)


def group_by_account(lines: Sequence[Line], level: int) -> tuple[dict[str, list[Line]], list[Line]]:
    """Lines by their account code cut to a level, in code order, and those whose code is shorter."""
    groups: dict[str, list[Line]] = {}
    rest: list[Line] = []
    for line in lines:
        parts = line.account_code.split(".") if line.account_code else []
        if len(parts) < level:
            rest.append(line)
        else:
            groups.setdefault(".".join(parts[:level]), []).append(line)
    return dict(sorted(groups.items())), rest


def fund_text(chart: Chart, lines: Iterable[Line], unknown: str) -> str:
    """Fund sources of lines in chart order, joined by comma; ``unknown`` stands for those not decided."""
    return ", ".join(fund or unknown for fund in funds_in_order(chart, lines))


def funds_in_order(chart: Chart, lines: Iterable[Line]) -> list[str]:
    """Fund source codes of lines in chart order; others after them, "" (not yet decided) last."""
    used = {line.fund for line in lines}
    known = [fund for fund in chart.funds if fund in used]
    return known + sorted(used - set(known) - {""}) + ([""] if "" in used else [])

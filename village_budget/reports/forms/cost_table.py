"""The table of a cost plan: accounts with their subtotals, cost lines, total, totals by fund source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from village_budget.chart import codes
from village_budget.chart.chart import Chart
from village_budget.domain.lines import Line
from village_budget.money import Sen, format_volume, line_amount
from village_budget.reports.forms.layout import FormLayout
from village_budget.reports.forms.outline import (
    OutlineNode,
    add_rows,
    funds_in_order,
    group_by_account,
    total,
)
from village_budget.reports.report_document import (
    EMPTY,
    Cell,
    Money,
    Product,
    Row,
    RowKind,
    Sum,
    Text,
    Volume,
)

_DEEPEST = 4


class CostTable:
    """Builds the rows of one cost plan."""

    def __init__(self, chart: Chart, layout: FormLayout) -> None:
        self._chart = chart
        self._words = layout.words
        self._place = {column.key: index for index, column in enumerate(layout.columns)}
        self._rows: list[Row] = []
        self._line_rows: list[tuple[int, Line]] = []

    def rows(self, lines: Sequence[Line], total_word: str) -> tuple[Row, ...]:
        """Accounts from the second level down with their cost lines, the total, the totals by fund."""
        tops = self._top_accounts(lines)
        self._total_row(total_word, total(lines), Sum(tuple(tops)))
        self._fund_rows(lines)
        return tuple(self._rows)

    def financing_rows(self, lines: Sequence[Line], total_word: str, net: Sen) -> tuple[Row, ...]:
        """The same for financing, whose total is in (6.1) minus out (6.2)."""
        tops = self._top_accounts(lines)
        incoming = tuple(index for index, code in tops.items() if not codes.is_within(code, "6.2"))
        outgoing = tuple(index for index, code in tops.items() if codes.is_within(code, "6.2"))
        self._total_row(total_word, net, Sum(incoming, outgoing))
        return tuple(self._rows)

    def _top_accounts(self, lines: Sequence[Line]) -> dict[int, str]:
        """Write the accounts and lines; the row indexes of the outermost accounts with their codes."""
        self._rows, self._line_rows = [], []
        groups, rest = group_by_account(lines, 2)
        nodes = [self._account(code, group, 2) for code, group in groups.items()]
        if rest:
            nodes.append(self._heading(self._words["undetailed"], "", rest, self._lines(rest, 1), 0))
        tops = add_rows(self._rows, nodes, self._cells)
        return dict(zip(tops, [*groups, ""], strict=False))

    def _account(self, code: str, lines: list[Line], level: int) -> OutlineNode:
        """An account: first the lines that stop at it, then the accounts below, or at last all its lines."""
        indent = level - 2
        children: list[OutlineNode] = []
        if level < _DEEPEST:
            groups, rest = group_by_account(lines, level + 1)
            children.extend(self._lines(rest, indent + 1))
            children.extend(self._account(below, group, level + 1) for below, group in groups.items())
        else:
            children.extend(self._lines(lines, indent + 1))
        return self._heading(self._chart.account_name(code), f"{code}.", lines, children, indent)

    def _heading(
        self, name: str, code: str, lines: Sequence[Line], children: list[OutlineNode], indent: int
    ) -> OutlineNode:
        return OutlineNode(
            name,
            total(lines),
            account=code,
            indent=indent,
            bold=True,
            kind=RowKind.SUBTOTAL,
            children=children,
        )

    def _lines(self, lines: Iterable[Line], indent: int) -> list[OutlineNode]:
        return [
            OutlineNode(
                line.description,
                line.amount,
                line.fund or self._words["no_fund"],
                account=f"{number}",
                indent=indent,
                kind=RowKind.LINE,
                line=line,
                formula=self._product(line),
            )
            for number, line in enumerate(lines, start=1)
        ]

    def _product(self, line: Line) -> Product | None:
        """Volume x unit price as `money.line_amount` computes it; None when the line's amount is another."""
        if line.amount != line_amount(line.volume, line.unit_price):
            return None
        decimals = 2 if line.volume == 1 and line.unit_price % 100 else 0
        return Product(self._place["volume"], self._place["price"], decimals)

    def _cells(self, node: OutlineNode, amount: Money) -> tuple[Cell, ...]:
        line = node.line
        if line is not None:
            self._line_rows.append((len(self._rows) - 1, line))
        values: dict[str, Cell] = {
            "code": Text(node.account, 0),
            "name": Text(_with_factors(node, line), node.indent),
            "amount": amount,
            "fund": Text(node.funds) if node.funds else EMPTY,
        }
        if line is not None:
            values["volume"] = Volume(line.volume)
            values["unit"] = Text(line.unit)
            values["price"] = Money(line.unit_price)
        return self._row_cells(values)

    def _row_cells(self, values: dict[str, Cell]) -> tuple[Cell, ...]:
        cells: list[Cell] = [EMPTY] * len(self._place)
        for key, cell in values.items():
            cells[self._place[key]] = cell
        return tuple(cells)

    def _total_row(self, word: str, amount: Sen, formula: Sum) -> None:
        cells = self._row_cells({"name": Text(word), "amount": Money(amount, formula)})
        self._rows.append(Row(RowKind.TOTAL, 0, cells, bold=True))

    def _fund_rows(self, lines: Sequence[Line]) -> None:
        """What each fund source pays, as sums over its own cost lines."""
        self._rows.append(Row(RowKind.HEADING, 0, self._row_cells({"name": Text(self._words["by_fund"])})))
        for fund in funds_in_order(self._chart, lines):
            rows = tuple(index for index, line in self._line_rows if line.fund == fund)
            known = self._chart.funds.get(fund)
            values: dict[str, Cell] = {
                "name": Text(known.name if known else fund or self._words["no_fund"], 1),
                "amount": Money(total(line for line in lines if line.fund == fund), Sum(rows)),
                "fund": Text(fund or self._words["no_fund"]),
            }
            self._rows.append(Row(RowKind.LINE, 0, self._row_cells(values)))


def _with_factors(node: OutlineNode, line: Line | None) -> str:
    """The description, and below it how the volume comes about: ``3 orang x 12 bulan``."""
    if line is None or len(line.factors) < 2:
        return node.name
    factors = " x ".join(f"{format_volume(factor.value)} {factor.unit}".strip() for factor in line.factors)
    return f"{node.name}\n{factors}"

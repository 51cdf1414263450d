"""The table that `apbdes` and `penjabaran` share: three parts, their grand totals, the balance.

Totals stand on the heading rows and again as rows of their own (Permendagri 20/2018, annex).
"""

from __future__ import annotations

from village_budget.money import Sen
from village_budget.reports.forms.layout import FormLayout
from village_budget.reports.forms.outline import OutlineNode, add_rows
from village_budget.reports.forms.part_trees import PartTree, TreeStyle
from village_budget.reports.report_document import (
    EMPTY,
    Cell,
    Code,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Sum,
    Text,
    Volume,
)
from village_budget.reports.source import ReportSource

_ACTIVITY_KEYS = ("a1", "b1", "c1")
_ACCOUNT_KEYS = ("a2", "b2", "c2", "d2")


class BudgetTable:
    """Fills the table of one form."""

    def __init__(self, layout: FormLayout, style: TreeStyle) -> None:
        self._layout = layout
        self._style = style
        self._place = {column.key: index for index, column in enumerate(layout.columns)}
        self._rows: list[Row] = []

    def document(self, source: ReportSource) -> ReportDocument:
        """The filled-in form of a plan."""
        self._rows = []
        words, figures = self._layout.words, source.figures
        tree = PartTree(source, self._style)
        revenue_head = self._add(tree.revenue())
        revenue = self._total(words["revenue_total"], figures.revenue, Sum((revenue_head,)))
        spending_head = self._add(tree.spending())
        spending = self._total(words["spending_total"], figures.spending, Sum((spending_head,)))
        surplus = self._total(words["surplus"], figures.surplus, Sum((revenue,), (spending,)))
        head, incoming, outgoing = tree.financing()
        self._rows.append(Row(RowKind.HEADING, 0, self._cells(head, None), bold=True))
        money_in, money_out = add_rows(self._rows, (incoming, outgoing), self._cells, level=1)
        net = self._total(words["net_financing"], figures.net_financing, Sum((money_in,), (money_out,)))
        self._total(words["balance"], figures.balance, Sum((surplus, net)))
        return self._layout.document(source, tuple(self._rows))

    def _add(self, node: OutlineNode) -> int:
        return add_rows(self._rows, (node,), self._cells)[0]

    def _total(self, name: str, amount: Sen, formula: Sum) -> int:
        cells = self._cells(OutlineNode(name, amount), Money(amount, formula))
        self._rows.append(Row(RowKind.TOTAL, 0, cells, bold=True))
        return len(self._rows) - 1

    def _cells(self, node: OutlineNode, amount: Money | None) -> tuple[Cell, ...]:
        cells: list[Cell] = [EMPTY] * len(self._layout.columns)
        place = self._place
        if "code" in place:
            cells[place["code"]] = Text(one_cell_code(node.activity, node.account))
        else:
            for keys, code in ((_ACTIVITY_KEYS, node.activity), (_ACCOUNT_KEYS, node.account)):
                # Real digits also for the regency's own codes: 91, never "90-99".
                for key, digits in zip(keys, code.split(".") if code else (), strict=False):
                    cells[place[key]] = Code(digits)
        cells[place["name"]] = Text(node.name, node.indent)
        if amount is not None:
            cells[place["amount"]] = amount
        if node.funds:
            cells[place["fund"]] = Text(node.funds)
        volume, unit = node.output
        if volume and "volume" in place:
            cells[place["volume"]] = Volume(volume)
            cells[place["unit"]] = Text(unit) if unit else EMPTY
        return tuple(cells)


def one_cell_code(activity: str, account: str) -> str:
    """Both codes in one cell as Siskeudes prints them: ``01.01.01.``, ``5.1.1.01. [01.01.01]``."""
    padded = ".".join(part.zfill(2) for part in activity.split(".")) if activity else ""
    if account:
        return f"{account}. [{padded}]" if padded else f"{account}."
    return f"{padded}." if padded else ""

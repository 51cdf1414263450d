"""The form ``daftar-dana-desa``: what Dana Desa is planned for, in the order of the later OMSPAN report.

There is no official planning form; its parts follow the report, so that both can be compared: income,
spending by sector, financing, what is left, then the parts whose use the year's regulation sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from village_budget.chart import codes
from village_budget.chart.tags import read_tags
from village_budget.domain.activity import Activity
from village_budget.domain.findings import Finding
from village_budget.domain.lines import Line, Part
from village_budget.money import Sen
from village_budget.reports.forms import finding_cells
from village_budget.reports.forms.layout import layout_for
from village_budget.reports.report_document import (
    EMPTY,
    Cell,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Share,
    Sum,
    Text,
    Volume,
)
from village_budget.reports.source import ReportSource

FUND = "DDS"
_THEME = "dana_desa"
_STATES = {
    "error": "rule_broken",
    "warning": "rule_warning",
    "advice": "rule_advice",
    "waived": "rule_waived",
    "ask": "rule_ask",
    "kept": "rule_holds",
}
"""Words for each state of a rule that applies; a state without words is an error, never a good word."""


def build(source: ReportSource) -> list[ReportDocument]:
    """One document."""
    table = _Table(source)
    return [table.layout.document(source, table.rows(), notes=(table.words["note"],))]


class _Table:
    """Writes the rows from top to bottom."""

    def __init__(self, source: ReportSource) -> None:
        self.layout = layout_for(source, "daftar-dana-desa")
        self.words = self.layout.words
        self._source = source
        self._place = {column.key: index for index, column in enumerate(self.layout.columns)}
        self._rows: list[Row] = []
        self._base: tuple[int, Sen] = (0, 0)
        self._number = 0

    def rows(self) -> tuple[Row, ...]:
        income = self._income()
        spending = self._spending()
        plan = self._source.plan
        outgoing = [row for row in plan.part_lines(Part.FINANCING) if _uses(row, "6.2")]
        financing = self._part(self.words["financing"], [(row.description, row.amount) for row in outgoing])
        amounts = [self._amount(index) for index in (income, spending, financing)]
        left = Money(amounts[0] - amounts[1] - amounts[2], Sum((income,), (spending, financing)))
        self._add(RowKind.TOTAL, {"name": Text(self.words["balance"]), "amount": left}, bold=True)
        self._earmarks()
        return tuple(self._rows)

    def _income(self) -> int:
        """Dana Desa of the year, what is left of last year's, and their sum."""
        this_year = self._source.figures.funds("part", "revenue").get(FUND, 0)
        leftover = self._source.figures.funds("part", "financing_in").get(FUND, 0)
        rows = [(self.words["fund_revenue"], this_year), (self.words["leftover"], leftover)]
        self._base = (len(self._rows) + 1, this_year)
        return self._part(self.words["revenue"], rows)

    def _part(self, word: str, rows: Sequence[tuple[str, Sen]]) -> int:
        head = len(self._rows)
        below = Sum(tuple(range(head + 1, head + 1 + len(rows)))) if rows else None
        total = Money(sum(amount for _, amount in rows), below)
        self._add(RowKind.HEADING, {"name": Text(word), "amount": total}, bold=True)
        for name, amount in rows:
            self._add(RowKind.LINE, {"name": Text(name, 1), "amount": Money(amount)}, level=1)
        return head

    def _spending(self) -> int:
        """Sectors with their activities; gives the row of their total."""
        source = self._source
        self._add(RowKind.HEADING, {"name": Text(self.words["spending"])}, bold=True)
        sectors: dict[str, list[tuple[Activity, Sen]]] = {}
        for activity in source.plan.activities_in_order():
            amount = source.figures.funds("activity", activity.id).get(FUND, 0)
            if amount:
                sectors.setdefault(codes.prefixes(activity.code)[0], []).append((activity, amount))
        heads: list[int] = []
        for sector, paid in sectors.items():
            heads.append(len(self._rows))
            first = len(self._rows) + 1
            total = Money(sum(amount for _, amount in paid), Sum(tuple(range(first, first + len(paid)))))
            name = Text(source.chart.activity_name(sector).upper())
            self._add_shared(RowKind.HEADING, {"code": Text(sector), "name": name}, total, bold=True)
            for activity, amount in paid:
                self._activity(activity, amount)
        if not sectors:
            self._add(RowKind.LINE, {"name": Text(self.words["none"])})
        whole = Money(
            sum(a for paid in sectors.values() for _, a in paid), Sum(tuple(heads)) if heads else None
        )
        self._add_shared(RowKind.TOTAL, {"name": Text(self.words["spending_total"])}, whole, bold=True)
        return len(self._rows) - 1

    def _activity(self, activity: Activity, amount: Sen) -> None:
        self._number += 1
        cells: dict[str, Cell] = {
            "number": Volume(Decimal(self._number)),
            "code": Text(activity.code),
            "name": Text(activity.name or self._source.chart.activity_name(activity.code), 1),
            "output": Text(activity.output),
            "volume": Volume(activity.target) if activity.target else EMPTY,
            "unit": Text(activity.target_unit),
            "way": Text("", open=True),
            "priority": Text(self._priorities(activity)),
        }
        self._add_shared(RowKind.LINE, cells, Money(amount), level=1)

    def _priorities(self, activity: Activity) -> str:
        """Tags of its lines that Dana Desa pays, in the order in which the program offers them."""
        used = {
            tag
            for line in self._source.plan.lines_of(activity.id)
            if line.fund == FUND
            for tag in self._source.figures.tags(line)
        }
        year = self._source.plan.info.fiscal_year
        return ", ".join(
            info.name("id") for tag, info in read_tags().items() if tag in used and info.matters_in(year)
        )

    def _earmarks(self) -> None:
        """What the year's rules ask of Dana Desa: how much, which share, the limit, whether it is kept."""
        found = [one for one in self._source.findings if self._is_earmark(one)]
        if not found:
            return
        self._add(RowKind.HEADING, {"name": Text(self.words["earmarks"])}, bold=True)
        for finding in found:
            limit = finding.limit_percent.replace(".", ",")
            state = self.words[_STATES[finding_cells.state_of(finding)]]
            cells: dict[str, Cell] = {
                "name": Text(finding_cells.title_of(self._source, finding), 1),
                "output": Text(finding.basis),
                "way": Text(f"{self.words['limit']} {limit}%" if limit else ""),
                "amount": Money(finding.measured),
                "share": Share(finding.measured, finding.base) if finding.base else EMPTY,
                "priority": Text(state, bold=finding.is_open),
            }
            self._add(RowKind.LINE, cells, level=1)

    def _is_earmark(self, finding: Finding) -> bool:
        theme = finding_cells.text_of(self._source, finding).theme
        return theme == _THEME and finding.applies and finding.unit == "sen" and bool(finding.base)

    def _add_shared(
        self, kind: RowKind, cells: dict[str, Cell], amount: Money, *, level: int = 0, bold: bool = False
    ) -> None:
        """A row with its share of the year's Dana Desa."""
        base, whole = self._base
        at = self._place["amount"]
        share = Share(amount.sen, whole, (len(self._rows), at), (base, at))
        self._add(kind, {**cells, "amount": amount, "share": share}, level=level, bold=bold)

    def _add(self, kind: RowKind, cells: dict[str, Cell], *, level: int = 0, bold: bool = False) -> None:
        made: list[Cell] = [EMPTY] * len(self._place)
        for key, cell in cells.items():
            made[self._place[key]] = cell
        self._rows.append(Row(kind, level, tuple(made), bold))

    def _amount(self, index: int) -> Sen:
        cell = self._rows[index].cells[self._place["amount"]]
        assert isinstance(cell, Money)
        return cell.sen


def _uses(line: Line, account: str) -> bool:
    """Whether a financing line below an account belongs to Dana Desa."""
    return line.fund == FUND and codes.is_within(line.account_code, account)

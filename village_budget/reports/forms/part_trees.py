"""The three parts of a budget as trees, down to the level a form shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from village_budget.chart import codes
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.reports.forms.outline import (
    OutlineNode,
    fund_text,
    funds_in_order,
    group_by_account,
    total,
)
from village_budget.reports.report_document import RowKind
from village_budget.reports.source import ReportSource

_SUBSECTOR = "Sub Bidang "


@dataclass(frozen=True, slots=True)
class TreeStyle:
    """How deep and in which words a form shows the trees.

    Attributes:
        words: the form's words.
        account_level: deepest account level of revenue and financing (3 jenis, 4 objek).
        spending_level: deepest account level below an activity (2 or 4).
        numbered: jenis are numbered (``1. Dana Desa``) in place of their code, as in the Perdes.
        bold_activities: activities are bold.
        by_fund: an account that several funds pay stands on one row for each, as Siskeudes prints it.
    """

    words: dict[str, str]
    account_level: int
    spending_level: int
    numbered: bool = False
    bold_activities: bool = False
    by_fund: bool = False


@dataclass(frozen=True, slots=True)
class _Branch:
    """Where in a tree accounts are hung up: their level, the deepest one shown, indent, activity code."""

    level: int
    deepest: int
    indent: int
    activity: str = ""

    def below(self) -> _Branch:
        return _Branch(self.level + 1, self.deepest, self.indent + 1, self.activity)


class PartTree:
    """Builds the trees of one plan."""

    def __init__(self, source: ReportSource, style: TreeStyle) -> None:
        self._plan = source.plan
        self._chart = source.chart
        self._style = style
        self._words = style.words

    def revenue(self) -> OutlineNode:
        """Akun 4 with its kelompok, jenis and, where the form goes there, objek."""
        lines = self._plan.part_lines(Part.REVENUE)
        return OutlineNode(
            self._words["revenue"],
            total(lines),
            account="4",
            bold=True,
            children=self._accounts(lines, _Branch(2, self._style.account_level, 1)),
        )

    def financing(self) -> tuple[OutlineNode, OutlineNode, OutlineNode]:
        """Akun 6 (without amount), and below it kelompok 6.1 and 6.2, always both."""
        lines = self._plan.part_lines(Part.FINANCING)
        outgoing = [line for line in lines if codes.is_within(line.account_code, "6.2")]
        incoming = [line for line in lines if not codes.is_within(line.account_code, "6.2")]
        head = OutlineNode(self._words["financing"], 0, account="6", bold=True)
        return head, self._financing_group("6.1", incoming), self._financing_group("6.2", outgoing)

    def _financing_group(self, code: str, lines: list[Line]) -> OutlineNode:
        return OutlineNode(
            self._chart.account_name(code),
            total(lines),
            self._funds(lines, only_one=True),
            account=code,
            indent=1,
            bold=True,
            children=self._accounts(lines, _Branch(3, self._style.account_level, 2)),
        )

    def spending(self) -> OutlineNode:
        """Akun 5 with sectors, subsectors, activities and their accounts."""
        tree: dict[str, dict[str, list[OutlineNode]]] = {}
        lines_of: dict[str, list[Line]] = {}
        for activity in self._plan.activities_in_order():
            lines = self._plan.lines_of(activity.id)
            if not lines:
                continue
            above = codes.prefixes(activity.code)[:2]
            sector, subsector = above[0], above[-1]
            tree.setdefault(sector, {}).setdefault(subsector, []).append(self._activity(activity, lines))
            for code in dict.fromkeys(above):
                lines_of.setdefault(code, []).extend(lines)
        sectors = [
            OutlineNode(
                self._chart.activity_name(sector).upper(),
                total(lines_of[sector]),
                activity=sector,
                bold=True,
                children=[
                    self._subsector(subsector, lines_of[subsector], nodes)
                    for subsector, nodes in subsectors.items()
                ],
            )
            for sector, subsectors in tree.items()
        ]
        amount = sum(node.amount for node in sectors)
        return OutlineNode(self._words["spending"], amount, account="5", bold=True, children=sectors)

    def _subsector(self, code: str, lines: list[Line], activities: list[OutlineNode]) -> OutlineNode:
        name = self._chart.activity_name(code).removeprefix(_SUBSECTOR)
        return OutlineNode(
            name, total(lines), self._funds(lines), activity=code, indent=1, bold=True, children=activities
        )

    def _activity(self, activity: Activity, lines: list[Line]) -> OutlineNode:
        return OutlineNode(
            activity.name or self._chart.activity_name(activity.code),
            total(lines),
            self._funds(lines),
            activity=activity.code,
            indent=2,
            bold=self._style.bold_activities,
            output=(activity.target, activity.target_unit),
            children=self._accounts(
                lines, _Branch(2, self._style.spending_level, 3, activity.code), always_rest=True
            ),
        )

    def _accounts(
        self, lines: Sequence[Line], at: _Branch, *, always_rest: bool = False
    ) -> list[OutlineNode]:
        """Nodes of the accounts of a level; lines that stop above it come last as not yet broken down.

        Lines without a deeper code need no row of their own when they are all there is (the heading says
        it all), unless ``always_rest``.
        """
        if at.level > at.deepest:
            return []
        groups, rest = group_by_account(lines, at.level)
        nodes = [
            self._account(code, some, at, number)
            for number, (code, group) in enumerate(groups.items(), 1)
            for some in self._rows_of(group, at)
        ]
        if rest and (nodes or always_rest):
            nodes.append(
                OutlineNode(
                    self._words["undetailed"],
                    total(rest),
                    self._funds(rest),
                    activity=at.activity,
                    indent=at.indent,
                    kind=RowKind.LINE,
                )
            )
        return nodes

    def _rows_of(self, lines: list[Line], at: _Branch) -> list[list[Line]]:
        """Lines of one account as they stand on rows: all on one, or those of each fund on their own."""
        deeper = at.level < at.deepest and any(codes.level(line.account_code) > at.level for line in lines)
        if deeper or not self._style.by_fund:
            return [lines]
        return [[line for line in lines if line.fund == fund] for fund in funds_in_order(self._chart, lines)]

    def _account(self, code: str, lines: list[Line], at: _Branch, number: int) -> OutlineNode:
        name = self._chart.account_name(code)
        numbered = self._style.numbered and at.level == 3
        upper = not at.activity and at.level == 2
        children = self._accounts(lines, at.below())
        return OutlineNode(
            f"{number}. {name}" if numbered else name,
            total(lines),
            self._funds(lines, only_one=upper),
            activity=at.activity,
            account="" if numbered else code,
            indent=at.indent,
            bold=upper,
            kind=RowKind.HEADING if children else RowKind.LINE,
            output=(None, "") if at.activity or at.level < 4 else _output(lines),
            children=children,
        )

    def _funds(self, lines: Sequence[Line], *, only_one: bool = False) -> str:
        if only_one and len({line.fund for line in lines}) > 1:
            return ""
        return fund_text(self._chart, lines, self._words["no_fund"])


def _output(lines: Sequence[Line]) -> tuple[Decimal | None, str]:
    """Volume and unit of a revenue or financing object: of its lines when they share one unit."""
    units = {line.unit for line in lines}
    if len(units) != 1 or "" in units:
        return None, ""
    return sum((line.volume for line in lines), Decimal(0)), units.pop()

"""Spending as rows by sector, subsector and activity, each with amounts in several columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from village_budget.chart import codes
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.money import Sen
from village_budget.reports.forms.layout import FormLayout
from village_budget.reports.report_document import (
    EMPTY,
    Across,
    Cell,
    Money,
    Row,
    RowKind,
    Share,
    Sum,
    Text,
)
from village_budget.reports.source import ReportSource

_SUBSECTOR = "Sub Bidang "


@dataclass(slots=True)
class _ActivityGroup:
    """Rows of one code with their amounts by column."""

    index: int
    amounts: dict[str, Sen] = field(default_factory=dict)
    below: list[int] = field(default_factory=list)

    def add(self, amounts: Mapping[str, Sen]) -> None:
        for key, amount in amounts.items():
            self.amounts[key] = self.amounts.get(key, 0) + amount


class ActivityRows:
    """Fills a matrix: one row an activity, amounts by column, sums down and across.

    Args:
        source: the plan.
        layout: with the columns ``code``, ``name``, ``amount`` and those of the matrix.
        columns: keys of the matrix's columns, left to right.
        amounts: what of an activity's lines stands in each of them, in sen.
        more: other cells of an activity's row, by column.
    """

    def __init__(
        self,
        source: ReportSource,
        layout: FormLayout,
        columns: Sequence[str],
        amounts: Callable[[Sequence[Line]], Mapping[str, Sen]],
        more: Callable[[Activity, Sequence[Line]], Mapping[str, Cell]],
    ) -> None:
        self._source = source
        self._columns = tuple(columns)
        self._amounts = amounts
        self._more = more
        self._place = {column.key: index for index, column in enumerate(layout.columns)}
        self._groups: dict[str, _ActivityGroup] = {}
        self._all = _ActivityGroup(-1)
        self._rows: list[tuple[str, _ActivityGroup, RowKind, int, dict[str, Cell]]] = []

    def rows(self, total_word: str) -> tuple[Row, ...]:
        """All rows and the total below them; nothing but the total when no activity has lines."""
        chart = self._source.chart
        for activity in self._source.plan.activities_in_order():
            lines = self._source.plan.lines_of(activity.id)
            if not lines:
                continue
            above = codes.prefixes(activity.code)[:2]
            owner = self._all
            for level, code in enumerate(dict.fromkeys(above)):
                owner = self._group(code, owner, level, chart.activity_name(code))
            amounts = self._amounts(lines)
            row = _ActivityGroup(len(self._rows), dict(amounts))
            owner.below.append(row.index)
            name = activity.name or chart.activity_name(activity.code)
            cells: dict[str, Cell] = {"code": Text(activity.code), "name": Text(name, 2)}
            self._rows.append(("", row, RowKind.LINE, 2, cells | dict(self._more(activity, lines))))
            for group in (self._all, *(self._groups[code] for code in dict.fromkeys(above))):
                group.add(amounts)
        self._all.index = len(self._rows)
        total: dict[str, Cell] = {"name": Text(total_word)}
        self._rows.append(("", self._all, RowKind.TOTAL, 0, total))
        return tuple(self._row(*row[1:]) for row in self._rows)

    def _group(self, code: str, owner: _ActivityGroup, level: int, name: str) -> _ActivityGroup:
        found = self._groups.get(code)
        if found is None:
            found = self._groups[code] = _ActivityGroup(len(self._rows))
            owner.below.append(found.index)
            words = name.upper() if level == 0 else name.removeprefix(_SUBSECTOR)
            cells: dict[str, Cell] = {"code": Text(code), "name": Text(words, level)}
            self._rows.append((code, found, RowKind.HEADING, level, cells))
        return found

    def _row(self, group: _ActivityGroup, kind: RowKind, level: int, cells: dict[str, Cell]) -> Row:
        made: list[Cell] = [EMPTY] * len(self._place)
        for key, cell in cells.items():
            made[self._place[key]] = cell
        for key in self._columns:
            formula = Sum(tuple(group.below)) if group.below else None
            made[self._place[key]] = Money(group.amounts.get(key, 0), formula, quiet=True)
        columns = tuple(self._place[key] for key in self._columns)
        amount = self._place["amount"]
        made[amount] = Money(sum(group.amounts.values()), Across(columns))
        if "share" in self._place:
            whole = sum(self._all.amounts.values())
            total = (self._all.index, amount)
            made[self._place["share"]] = Share(
                sum(group.amounts.values()), whole, (group.index, amount), total
            )
        return Row(kind, level, tuple(made), bold=kind is not RowKind.LINE)

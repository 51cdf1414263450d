"""The Qt side of the tree: sound for Qt's own checker, and refreshed narrowly."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from tests import builders
from ui.grid.model.nodes import (
    GridColumn,
    NodeKind,
    account_key,
    activity_key,
    group_key,
    line_key,
)
from ui.grid.model.rows_model import RowTreeModel
from village_budget.chart.chart import national_chart
from village_budget.domain.findings import Direction, Finding, Severity
from village_budget.domain.lines import Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.figures.figures import Figures

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

pytestmark = pytest.mark.usefixtures("qapp")


class Bench:
    """A plan, its figures and a model over them, moved together."""

    def __init__(self, plan: Plan, part: Part = Part.SPENDING) -> None:
        self.plan = plan
        self.figures = Figures(plan, national_chart())
        self.model = RowTreeModel(plan, self.figures, national_chart(), part)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.changed: list[tuple[object, int, int]] = []
        self.resets: list[str] = []
        self.model.dataChanged.connect(self._note)
        self.model.modelReset.connect(lambda: self.resets.append("reset"))
        self.model.layoutChanged.connect(lambda: self.resets.append("layout"))

    def _note(self, first: QModelIndex, last: QModelIndex) -> None:
        self.changed.append((self.model.node(first).key, first.column(), last.column()))

    def apply(self, *changes: Change) -> None:
        for change in changes:
            self.plan.apply(change)
            self.figures.apply(change)
        self.model.apply(changes)

    def set_line(self, line_id: int, **values: object) -> None:
        before = self.plan.lines[line_id]
        self.apply(Change(Entity.LINE, line_id, before, replace(before, **values)))  # type: ignore[arg-type]

    def text(self, key: tuple[object, ...], column: GridColumn) -> str:
        return str(self.model.index_of_key(key, column).data())  # type: ignore[arg-type]


def _finding(**values: object) -> Finding:
    base = Finding(
        "X-1", Severity.ERROR, False, True, True, Direction.AT_MOST, 2, 1, None, "", 1, 0, "sen", "PP 1"
    )
    return replace(base, **values)  # type: ignore[arg-type]


def test_qts_checker_finds_no_fault_through_random_changes() -> None:
    """G03: rows come, go and move, and the checker watches each signal."""
    for part in Part:
        bench = Bench(builders.small_plan(), part)
        rng = random.Random(part.value)
        new_id = builders.ids_after(bench.plan)
        for _ in range(60):
            bench.apply(*builders.random_changes(bench.plan, rng, new_id))
        assert bench.resets == []


def test_a_price_refreshes_the_line_and_what_sums_it_only() -> None:
    bench = Bench(builders.small_plan())
    bench.set_line(5, unit_price=70_000_00, amount=28_000_000_00)
    assert {key for key, _, _ in bench.changed} == {
        line_key(5),
        account_key(2, "5.3.5.01"),
        activity_key(2),
        group_key("2.3"),
        group_key("2"),
    }


def test_the_number_of_refreshed_rows_does_not_grow_with_the_plan() -> None:
    counts = []
    for size in (100, 1000):
        bench = Bench(builders.large_plan(size))
        bench.set_line(7, unit_price=1_00, amount=1_00)
        counts.append(len(bench.changed))
    assert counts[0] == counts[1] == 5


def test_amounts_are_summed_at_every_level() -> None:
    bench = Bench(builders.small_plan())
    assert bench.text(line_key(6), GridColumn.AMOUNT) == "6.500.000"
    assert bench.text(account_key(2, "5.3.5.01"), GridColumn.AMOUNT) == "32.500.000"
    assert bench.text(activity_key(2), GridColumn.AMOUNT) == "62.500.000"
    assert bench.text(group_key("2"), GridColumn.AMOUNT) == "62.500.000"
    bench.set_line(6, fund="ADD")
    assert bench.text(group_key("2"), GridColumn.FUND) == "DDS +1"


def test_one_amount_with_sen_shows_two_decimals_everywhere() -> None:
    """U08: one format in a window; back to whole rupiah when the sen are gone."""
    bench = Bench(builders.small_plan())
    before = bench.plan.lines[8]
    bench.set_line(8, unit_price=1_500_050, amount=15_000_500_00)
    assert bench.text(line_key(5), GridColumn.AMOUNT) == "26.000.000,00"
    bench.apply(Change(Entity.LINE, 8, bench.plan.lines[8], before))
    assert bench.text(line_key(5), GridColumn.AMOUNT) == "26.000.000"


def test_a_finding_marks_its_line_and_the_closed_rows_above_it() -> None:
    bench = Bench(builders.small_plan())
    bench.model.set_findings([_finding(lines=(5,)), _finding(severity=Severity.WARNING, activities=(1,))])
    states = bench.model.states
    assert states.shown(line_key(5), is_open=True).name == "BROKEN"
    assert states.shown(group_key("2"), is_open=False).name == "BROKEN"
    assert states.shown(group_key("2"), is_open=True).name == "FINE"
    assert states.shown(activity_key(1), is_open=True).name == "WARNING"
    bench.changed.clear()
    bench.model.set_findings([_finding(lines=(5,))])
    assert {key for key, _, _ in bench.changed} == {activity_key(1), group_key("1.1"), group_key("1")}


def test_a_kept_rule_marks_no_row() -> None:
    bench = Bench(builders.small_plan())
    bench.model.set_findings(
        [_finding(severity=Severity.ADVICE, lines=(5,)), _finding(lines=(6,), holds=True)]
    )
    assert bench.model.states.own[line_key(5)].name == "ADVICE"
    assert line_key(6) not in bench.model.states.own


def test_only_lines_and_add_rows_take_input_and_none_when_read_only() -> None:
    bench = Bench(builders.small_plan())
    for node in bench.model.tree.walk():
        expected = node.kind in (NodeKind.LINE, NodeKind.ADD_LINE)
        assert bench.model.can_edit(node, GridColumn.PRICE) is expected
    looked_at = RowTreeModel(bench.plan, bench.figures, national_chart(), Part.SPENDING, editable=False)
    assert not any(looked_at.can_edit(node, GridColumn.PRICE) for node in looked_at.tree.walk())

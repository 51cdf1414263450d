"""The tree below the window: structure, order, and following every kind of change."""

from __future__ import annotations

import random
from dataclasses import replace

from tests import builders
from ui.grid.model.nodes import (
    Node,
    NodeKind,
    account_key,
    activity_key,
    line_key,
)
from ui.grid.model.rows import RowTree
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Part
from village_budget.domain.plan import Change, Entity, Plan


def _shape(tree: RowTree, node: Node | None = None) -> list[object]:
    """Keys, names and nesting of a tree, to compare two."""
    top = node or tree.root
    return [(child.key, child.code, child.name, _shape(tree, child)) for child in top.children]


def _tree(plan: Plan, part: Part = Part.SPENDING) -> RowTree:
    return RowTree(plan, national_chart(), part)


def test_spending_hangs_on_sector_subsector_activity_and_account() -> None:
    tree = _tree(builders.small_plan())
    line = tree.nodes[line_key(5)]
    assert [node.code for node in reversed(line.ancestors()[:-1])] == ["2", "2.3", "2.3.10", "5.3.5.01"]
    assert [node.kind for node in reversed(line.ancestors()[:-1])] == [
        NodeKind.SECTOR,
        NodeKind.SUBSECTOR,
        NodeKind.ACTIVITY,
        NodeKind.ACCOUNT,
    ]


def test_each_account_ends_with_the_row_that_adds_a_line() -> None:
    tree = _tree(builders.small_plan())
    accounts = [node for node in tree.walk() if node.kind is NodeKind.ACCOUNT]
    assert accounts
    assert all(node.children[-1].kind is NodeKind.ADD_LINE for node in accounts)
    activities = [node for node in tree.walk() if node.kind is NodeKind.ACTIVITY]
    assert all(node.children[-1].kind is NodeKind.ADD_ACCOUNT for node in activities)


def test_a_plan_that_only_may_be_looked_at_has_no_add_rows() -> None:
    tree = RowTree(builders.small_plan(), national_chart(), Part.SPENDING, editable=False)
    assert all(node.kind not in (NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT) for node in tree.walk())


def test_revenue_hangs_on_groups_and_accounts() -> None:
    tree = _tree(builders.small_plan(), Part.REVENUE)
    assert [node.code for node in tree.walk()] == [
        "4.2", "4.2.1", "4.2.1.01", "", "4.2.1.01", "4.2.3", "4.2.3.01", "", "4.2.3.01", "",
    ]  # fmt: skip


def test_a_line_on_a_short_code_gets_an_account_row_of_its_own() -> None:
    plan = builders.small_plan()
    plan.apply(Change(Entity.LINE, 90, None, builders.line(90, Part.REVENUE, account_code="4.2", rupiah=5)))
    tree = _tree(plan, Part.REVENUE)
    group = tree.root.children[0]
    assert [(node.kind, node.code) for node in group.children][:2] == [
        (NodeKind.ACCOUNT, "4.2"),
        (NodeKind.SUBSECTOR, "4.2.1"),
    ]


def test_removing_the_last_activity_takes_its_groups_along() -> None:
    plan = builders.small_plan()
    tree = _tree(plan)
    gone = plan.activities[3]
    changes = [Change(Entity.LINE, row.id, row, None) for row in plan.lines_of(3)]
    changes.append(Change(Entity.ACTIVITY, 3, gone, None))
    for change in changes:
        plan.apply(change)
    tree.apply(changes)
    assert [node.code for node in tree.root.children] == ["1", "2"]
    assert activity_key(3) not in tree.nodes


def test_the_last_line_takes_its_account_but_never_its_activity() -> None:
    plan = builders.small_plan()
    tree = RowTree(plan, national_chart(), Part.SPENDING, editable=False)
    changes = [Change(Entity.LINE, row.id, row, None) for row in plan.lines_of(3)]
    for change in changes:
        plan.apply(change)
    tree.apply(changes)
    assert tree.nodes[activity_key(3)].children == []


def test_a_row_keeps_its_node_when_it_moves() -> None:
    plan = builders.small_plan()
    tree = _tree(plan)
    node = tree.nodes[line_key(6)]
    changes = [
        Change(Entity.LINE, 5, plan.lines[5], replace(plan.lines[5], position=1)),
        Change(Entity.LINE, 6, plan.lines[6], replace(plan.lines[6], position=0)),
    ]
    for change in changes:
        plan.apply(change)
    tree.apply(changes)
    assert [child.row_id for child in tree.nodes[account_key(2, "5.3.5.01")].children][:2] == [6, 5]
    assert tree.nodes[line_key(6)] is node


def test_any_row_of_changes_gives_the_tree_that_a_fresh_start_would() -> None:
    for seed in range(30):
        rng = random.Random(seed)
        plan = builders.small_plan()
        new_id = builders.ids_after(plan)
        trees = [_tree(plan, part) for part in Part]
        for _ in range(40):
            changes = builders.random_changes(plan, rng, new_id)
            for change in changes:
                plan.apply(change)
            for tree in trees:
                tree.apply(changes)
                assert _shape(tree) == _shape(_tree(plan, tree.part))
                assert {node.uid for node in tree.walk()} == set(tree.by_uid)
                assert {node.key for node in tree.walk()} == set(tree.nodes)

"""Moving lines: their order, their home, and as few other lines touched as can be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from village_budget.document.edits.line_moves import MoveLines, block_step
from village_budget.domain.lines import Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError


def a_plan(count: int = 6) -> Plan:
    """Lines 101.. of one account of activity 2."""
    plan = builders.small_plan()
    for n in range(count):
        row = replace(plan.lines[5], id=101 + n, account_code="5.2.1.01", position=n * 2)
        plan.apply(Change(Entity.LINE, row.id, None, row))
    return plan


def order(plan: Plan, activity: int = 2, account: str = "5.2.1.01") -> list[int]:
    return [row.id for row in plan.lines_of(activity) if row.account_code == account]


def do(plan: Plan, edit: MoveLines) -> list[Change]:
    changes = edit.changes(plan, lambda: 0)
    for change in changes:
        plan.apply(change)
    return changes


def test_a_line_goes_before_another_and_behind_the_last() -> None:
    plan = a_plan()
    do(plan, MoveLines((104,), 2, "5.2.1.01", 102))
    assert order(plan) == [101, 104, 102, 103, 105, 106]
    do(plan, MoveLines((101,), 2, "5.2.1.01"))
    assert order(plan) == [104, 102, 103, 105, 106, 101]


def test_lines_that_need_not_move_are_left_alone() -> None:
    plan = a_plan()
    assert [change.key for change in do(plan, MoveLines((101,), 2, "5.2.1.01"))] == [101]
    assert do(plan, MoveLines((101,), 2, "5.2.1.01")) == []


def test_lines_of_several_accounts_come_together_in_another_activity() -> None:
    plan = a_plan()
    do(plan, MoveLines((7, 103, 101), 3, "5.2.7.01", 8))
    assert order(plan, 3, "5.2.7.01") == [7, 103, 101, 8]
    assert order(plan) == [102, 104, 105, 106]


def test_without_an_account_each_keeps_its_own() -> None:
    plan = a_plan()
    do(plan, MoveLines((7, 103), 3))
    assert order(plan, 3, "5.3.5.02") == [7]
    assert order(plan, 3) == [103]


@pytest.mark.parametrize(
    ("chosen", "step", "after"),
    [
        ((103,), -1, [101, 103, 102, 104, 105, 106]),
        ((102, 103), 1, [101, 104, 102, 103, 105, 106]),
        ((102, 103), -1, [102, 103, 101, 104, 105, 106]),
        ((102, 105), 1, [101, 103, 104, 106, 102, 105]),
        ((103, 105), -1, [101, 103, 105, 102, 104, 106]),
    ],
)
def test_a_block_moves_by_one(chosen: tuple[int, ...], step: int, after: list[int]) -> None:
    plan = a_plan()
    edit = block_step(plan, chosen, step)
    assert edit is not None
    do(plan, edit)
    assert order(plan) == after


def test_a_block_at_its_end_stays() -> None:
    plan = a_plan()
    assert block_step(plan, (101, 102), -1) is None
    assert block_step(plan, (105, 106), 1) is None
    assert block_step(plan, (), 1) is None


def test_a_block_is_of_one_account() -> None:
    with pytest.raises(UserError) as refused:
        block_step(a_plan(), (101, 7), 1)
    assert refused.value.code == "lines-of-several-accounts"


def test_a_line_does_not_leave_its_part() -> None:
    plan = a_plan()
    for edit, code in (
        (MoveLines((1,), 2), "line-without-activity"),
        (MoveLines((5,), None), "line-without-activity"),
        (MoveLines((5,), 99), "activity-missing"),
        (MoveLines((1,), None, "5.2.1.01"), "account-of-other-part"),
    ):
        with pytest.raises(UserError) as refused:
            edit.changes(plan, lambda: 0)
        assert refused.value.code == code
    assert plan.lines[1].part is Part.REVENUE


@given(st.lists(st.sampled_from(range(101, 107)), min_size=1, unique=True), st.integers(100, 107))
def test_any_move_keeps_all_lines_and_their_order(chosen: list[int], before: int) -> None:
    plan = a_plan()
    was = order(plan)
    do(plan, MoveLines(tuple(chosen), 2, "5.2.1.01", before))
    now = order(plan)
    assert [key for key in now if key not in chosen] == [key for key in was if key not in chosen]
    at = now.index(chosen[0])
    assert now[at : at + len(chosen)] == chosen
    places = [plan.lines[key].position for key in now]
    assert len(set(places)) == len(places)

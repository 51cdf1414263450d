"""The plan applies changes, and every change is its own inverse."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity, Plan, PlanInfo, Status
from village_budget.domain.village import Village

Content = tuple[Village, PlanInfo, dict[int, Activity], dict[int, Line], list[Line]]


def content(plan: Plan) -> Content:
    """Everything a plan holds, and the order it gives."""
    return plan.village, plan.info, dict(plan.activities), dict(plan.lines), list(plan.all_lines())


@given(st.integers(0, 2**32), st.integers(1, 30))
def test_undoing_every_change_leads_back_to_the_start(seed: int, steps: int) -> None:
    """Random changes, applied and turned round in reverse order, leave the plan as it was."""
    rng = random.Random(seed)
    plan = builders.small_plan()
    start = content(plan)
    new_id = builders.ids_after(plan)
    done: list[Change] = []
    for _ in range(steps):
        for change in builders.random_changes(plan, rng, new_id):
            plan.apply(change)
            done.append(change)
    for change in reversed(done):
        plan.apply(change.inverse())
    assert content(plan) == start


def test_a_change_is_its_own_inverses_inverse() -> None:
    """Turning a change round twice gives it back."""
    row = builders.line(1)
    change = Change(Entity.LINE, 1, row, replace(row, fund="ADD"))
    assert change.inverse().inverse() == change
    assert change.inverse().after == row


def test_head_and_village_can_change() -> None:
    """The plan's own rows change like any other."""
    plan = builders.small_plan()
    info = replace(plan.info, status=Status.AGREED, regulation_number="3")
    plan.apply(Change(Entity.PLAN, 1, plan.info, info))
    moved = builders.village(name="Sumberasih")
    plan.apply(Change(Entity.VILLAGE, 1, plan.village, moved))
    assert (plan.info, plan.village) == (info, moved)


def test_lines_come_in_the_order_of_the_forms() -> None:
    """Revenue, spending by activity and account, financing; within an account by position."""
    plan = builders.small_plan()
    assert [row.part for row in plan.all_lines()] == [Part.REVENUE] * 2 + [Part.SPENDING] * 7 + [
        Part.FINANCING
    ]
    assert [row.id for row in plan.lines_of(2)] == [5, 6, 7]
    first, second = plan.lines[5], plan.lines[6]
    plan.apply(Change(Entity.LINE, 5, first, replace(first, position=1)))
    plan.apply(Change(Entity.LINE, 6, second, replace(second, position=0)))
    assert [row.id for row in plan.lines_of(2)] == [6, 5, 7]
    codes = [(activity.code, activity.position) for activity in plan.activities_in_order()]
    assert codes == sorted(codes)


def test_a_line_can_move_to_another_activity() -> None:
    """It leaves the one and arrives at the other."""
    plan = builders.small_plan()
    row = plan.lines[5]
    plan.apply(Change(Entity.LINE, 5, row, replace(row, activity_id=3)))
    assert 5 not in [line.id for line in plan.lines_of(2)]
    assert 5 in [line.id for line in plan.lines_of(3)]


def test_the_same_activity_can_stand_twice() -> None:
    """Two roads are two activities of one code, in their own order."""
    plan = builders.small_plan()
    for key, position in ((11, 2), (12, 1)):
        plan.apply(Change(Entity.ACTIVITY, key, None, builders.activity(key, "2.3.10", position=position)))
    assert [a.id for a in plan.activities_in_order() if a.code == "2.3.10"] == [2, 12, 11]


def test_rows_are_frozen() -> None:
    """A row that was handed out never changes under the one who holds it."""
    with pytest.raises(AttributeError):
        builders.line(1).amount = 5  # type: ignore[misc]


def test_the_builders_plan_is_balanced() -> None:
    """The ground other tests stand on: three activities, ten lines, two funds, nothing over."""
    plan = builders.small_plan()
    assert (len(plan.activities), len(plan.lines)) == (3, 10)
    signs = {Part.REVENUE: 1, Part.SPENDING: -1, Part.FINANCING: 1}
    for fund in ("ADD", "DDS"):
        assert sum(signs[row.part] * row.amount for row in plan.lines.values() if row.fund == fund) == 0

"""No total says two things: every form of a plan tells the same figure, that of the plan's own lines."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

import pytest

from tests.builders import activity, ids_after, line, random_changes, small_plan, village
from tests.reports.plans import kampung_plan, source, trap_plan
from tests.reports.told_totals import Key, told_by, truth
from village_budget.domain.lines import Part
from village_budget.domain.plan import Change, Entity, Plan, PlanInfo
from village_budget.reports.forms import pemeriksaan

SHORT = {
    Part.REVENUE: ("4", "4.1", "4.2.3"),
    Part.SPENDING: ("5", "5.2", "5.3.5", ""),
    Part.FINANCING: ("6", "6.1", "6.2", "6.1.1"),
}
"""Accounts that a village has not broken down yet."""


def random_plan(seed: int) -> Plan:
    """Any rows: short codes, funds not decided, one code twice, sen, activities of nothing."""
    rng, plan = random.Random(seed), small_plan()
    new_id = ids_after(plan)
    for _ in range(150):
        for change in random_changes(plan, rng, new_id):
            plan.apply(change)
    for row in list(plan.lines.values()):
        if rng.random() < 0.2:
            short = replace(row, account_code=rng.choice(SHORT[row.part]))
            plan.apply(Change(Entity.LINE, row.id, row, short))
    return plan


def assert_agree(plan: Plan) -> None:
    sums: dict[Key, int] = defaultdict(int)
    for key, sen in truth(plan):
        sums[key] += sen
    used = [one for one in plan.activities_in_order() if plan.lines_of(one.id)]
    places = {one.id: str(number) for number, one in enumerate(plan.activities_in_order())}
    own = {str(number): places[one.id] for number, one in enumerate(used)}
    tellers: dict[Key, set[str]] = defaultdict(set)
    for form, told, sen in told_by(source(plan)):
        key = ("activity", own[told[1]], *told[2:]) if told[0] == "activity" else told
        assert sen == sums[key], (form, told)
        tellers[key].add(form)
    for grand in ("revenue", "spending", "net", "balance"):
        assert len(tellers[grand,]) >= 6
    for number in own:
        assert len(tellers["activity", own[number]]) == 6


@pytest.mark.parametrize("seed", range(20))
def test_all_forms_of_any_plan_tell_the_same(seed: int) -> None:
    assert_agree(random_plan(seed))


def test_all_forms_of_the_trap_plan_and_of_a_real_budget_tell_the_same() -> None:
    assert_agree(trap_plan())
    assert_agree(kampung_plan())


def test_money_on_the_head_of_a_part_is_in_every_form() -> None:
    """An account that is only ``4`` or ``6`` yet: the page and the Dana Desa list left it out."""
    lines = [
        line(1, Part.REVENUE, account_code="4", rupiah=5_000_000),
        line(2, Part.FINANCING, account_code="6", rupiah=7_000_000),
        line(3, account_code="5", rupiah=12_000_000),
    ]
    assert_agree(Plan(village(), PlanInfo(1, 2026), [activity()], lines))


def test_a_deficit_stands_in_parentheses_in_the_findings() -> None:
    """As in every column of the forms; a minus is easily overlooked."""
    plan = Plan(village(), PlanInfo(1, 2026), [activity()], [line(1, rupiah=12_000_000)])
    (document,) = pemeriksaan.build(source(plan))
    assert document.facts[0].value.endswith("SiLPA tahun berjalan Rp (12.000.000)")

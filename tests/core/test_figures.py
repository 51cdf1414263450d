"""Totals moved by each change equal totals summed again, along every path."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.figures.figures import Figures, part_name
from village_budget.figures.selector import Selector

CHART = national_chart()
SELECTORS = (
    Selector(),
    Selector(parts=("spending",), funds=("DDS",)),
    Selector(parts=("spending",), activities=("1", "5.3"), accounts=("5.1",)),
    Selector(tags=("blt", "siltap")),
    Selector(parts=("spending",), without_tags=("ketahanan_pangan",)),
    Selector(any_of=(Selector(activities=("2.3",)), Selector(accounts=("4.2.1",)))),
)


def walked(seed: int, steps: int) -> tuple[Plan, Figures]:
    """A plan after random changes, with the figures that followed each of them."""
    rng = random.Random(seed)
    plan = builders.small_plan()
    figures = Figures(plan, CHART)
    for selector in SELECTORS[: len(SELECTORS) // 2]:
        figures.watch(selector)
    new_id = builders.ids_after(plan)
    for _ in range(steps):
        for change in builders.random_changes(plan, rng, new_id):
            plan.apply(change)
            figures.apply(change)
    return plan, figures


def every_key(plan: Plan) -> set[tuple[str | int, ...]]:
    """All keys that could carry a total of the plan, and some that carry none."""
    keys: set[tuple[str | int, ...]] = {
        ("part", name) for name in ("revenue", "spending", "financing_in", "financing_out")
    }
    keys |= {("account", code) for code in CHART.accounts}
    keys |= {("code", code) for code in [*CHART.activities, "2.3.95"]}
    for activity in [*plan.activities, 1, 2, 3]:
        keys.add(("activity", activity))
        keys |= {("activity_account", activity, code) for code in ["", *CHART.accounts]}
    return keys


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_figures_moved_equal_figures_summed(seed: int, steps: int) -> None:
    """After any changes: totals, funds, used funds, counts and watches are those of a fresh sum."""
    plan, moved = walked(seed, steps)
    fresh = Figures(plan, CHART)
    for key in every_key(plan):
        assert moved.total(*key) == fresh.total(*key), key
        assert moved.funds(*key) == fresh.funds(*key), key
    assert moved.used_funds() == fresh.used_funds()
    assert moved.line_count == fresh.line_count
    for selector in SELECTORS:
        assert moved.watch(selector).total == fresh.watch(selector).total
        assert moved.watch(selector).members == fresh.watch(selector).members
        assert moved.watch(selector).largest() == fresh.watch(selector).largest()


@given(st.integers(0, 2**32), st.integers(0, 40))
def test_sums_agree_along_every_path(seed: int, steps: int) -> None:
    """Spending by sector, by account, by activity, by fund and line by line is one number."""
    plan, figures = walked(seed, steps)
    lines = [row.amount for row in plan.lines.values() if row.part is Part.SPENDING]
    bare = sum(
        row.amount for row in plan.lines.values() if row.part is Part.SPENDING and not row.account_code
    )
    assert figures.spending == sum(lines)
    assert figures.spending == sum(figures.total("code", sector) for sector in "12345")
    assert figures.spending == sum(figures.total("activity", key) for key in plan.activities)
    assert figures.spending == figures.total("account", "5") + bare
    assert figures.spending == sum(figures.funds("part", "spending").values())
    assert figures.revenue == figures.total("account", "4")
    assert figures.financing_in == figures.total("account", "6.1")
    assert figures.financing_out == figures.total("account", "6.2")
    assert figures.balance == sum(figures.fund_balance(fund) for fund in figures.used_funds())
    assert figures.balance == figures.surplus + figures.net_financing
    for code, entry in CHART.activities.items():
        if entry.level < 3:
            below = [c for c in [*CHART.activities, "2.3.95"] if c.rpartition(".")[0] == code]
            assert figures.total("code", code) == sum(figures.total("code", c) for c in below)


@given(st.integers(0, 2**32), st.integers(0, 20))
def test_figures_equal_a_naive_sum(seed: int, steps: int) -> None:
    """A plain loop over the lines says the same as the figures."""
    plan, figures = walked(seed, steps)
    by_part: dict[str, int] = defaultdict(int)
    by_fund: dict[tuple[str, str], int] = defaultdict(int)
    for row in plan.lines.values():
        by_part[part_name(row)] += row.amount
        by_fund[part_name(row), row.fund] += row.amount
    assert (figures.revenue, figures.spending) == (by_part["revenue"], by_part["spending"])
    assert (figures.financing_in, figures.financing_out) == (
        by_part["financing_in"],
        by_part["financing_out"],
    )
    for fund in builders.FUNDS:
        assert figures.fund_in(fund) == by_fund["revenue", fund] + by_fund["financing_in", fund]
        assert figures.fund_out(fund) == by_fund["spending", fund] + by_fund["financing_out", fund]


def test_the_small_plan_is_balanced_in_every_fund() -> None:
    """Revenue minus spending plus financing is zero, for the plan and for each fund."""
    figures = Figures(builders.small_plan(), CHART)
    assert (figures.revenue, figures.spending) == (150_000_000_00, 155_000_000_00)
    assert (figures.surplus, figures.net_financing, figures.balance) == (-5_000_000_00, 5_000_000_00, 0)
    assert figures.used_funds() == ["ADD", "DDS"]
    assert [figures.fund_balance(fund) for fund in figures.used_funds()] == [0, 0]


def test_a_fund_is_used_only_while_it_has_lines() -> None:
    """When its last line goes the fund goes too; a line of zero rupiah still counts."""
    plan = builders.plan()
    figures = Figures(plan, CHART)
    row = builders.line(1, Part.REVENUE, account_code="4.3.1.01", rupiah=0, fund="DLL")
    change = Change(Entity.LINE, 1, None, row)
    plan.apply(change)
    figures.apply(change)
    assert figures.used_funds() == ["DLL"]
    undecided = Change(Entity.LINE, 1, row, replace(row, fund=""))
    plan.apply(undecided)
    figures.apply(undecided)
    assert figures.used_funds() == [""]
    gone = Change(Entity.LINE, 1, undecided.after, None)
    plan.apply(gone)
    figures.apply(gone)
    assert figures.used_funds() == []
    assert figures.funds("part", "revenue") == {}


def test_an_activity_that_changes_its_code_takes_its_lines_along() -> None:
    """Its money moves to the new sector; rules that watch the sector see it."""
    plan = builders.small_plan()
    figures = Figures(plan, CHART)
    fourth = figures.watch(Selector(parts=("spending",), activities=("4",)))
    before = plan.activities[3]
    change = Change(Entity.ACTIVITY, 3, before, replace(before, code="2.2.02"))
    plan.apply(change)
    figures.apply(change)
    assert (figures.total("code", "4"), fourth.total, fourth.members) == (0, 0, {})
    assert figures.total("code", "2.2.02") == figures.total("activity", 3) == 32_500_000_00

"""How many plans a full check gets through, and what one edit costs the rules alone on a large plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path

from tests import builders
from tests.benchmarks.measure import Measure, pairs, seconds
from village_budget.chart.chart import national_chart
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker, check
from village_budget.rules.packs.loader import load_pack

PLANS, LINES, KINDS, REPEAT = 1000, 400, 8, 200


def measures(folder: Path) -> list[Measure]:
    """1,000 plans of 400 lines judged from scratch; rules alone after one edit, on 4,000 lines and 400."""
    large, small = _edits(builders.large_plan(4000)), _edits(builders.large_plan(LINES))
    large_cost, small_cost = pairs(large, small, 21)
    taken = seconds(_check_all)
    return [
        Measure("rules_after_edit_4000_lines/400_lines", large_cost / small_cost, 1.5),
        Measure("rules_after_edit_4000_lines_ms", large_cost * 1000),
        Measure("full_check_1000_plans_of_400_lines_per_second", PLANS / taken),
    ]


def _check_all() -> None:
    """Each of the plans is judged anew; a handful of different ones take turns."""
    chart, pack = national_chart(), load_pack(2026)
    plans = [builders.large_plan(LINES - number) for number in range(KINDS)]
    for _, plan in zip(range(PLANS), cycle(plans), strict=False):
        check(plan, chart, pack)


def _edits(plan: Plan) -> Callable[[], float]:
    """The cost of one changed price for figures and rules together, without the disk."""
    chart = national_chart()
    figures = Figures(plan, chart)
    checker = Checker(load_pack(plan.info.fiscal_year), plan, figures, chart)
    lines = [row.id for row in plan.all_lines() if row.activity_id is not None]
    turn = count()

    def several() -> None:
        for _ in range(REPEAT):
            number = next(turn)
            before = plan.lines[lines[number * 37 % len(lines)]]
            price = 1_000_00 + number * 100
            after = replace(before, unit_price=price, amount=price * int(before.volume))
            change = Change(Entity.LINE, before.id, before, after)
            plan.apply(change)
            figures.apply(change)
            checker.apply([change])

    return lambda: seconds(several) / REPEAT

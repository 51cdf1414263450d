"""Findings kept edit by edit equal findings from scratch."""

from __future__ import annotations

import random
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from village_budget.chart.chart import national_chart
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker, check
from village_budget.rules.loader import load_pack


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9), year=st.sampled_from([2025, 2026]))
def test_findings_kept_edit_by_edit_equal_findings_from_scratch(seed: int, year: int) -> None:
    rng = random.Random(seed)
    plan, chart, pack = builders.small_plan(year), national_chart(), load_pack(year)
    figures = Figures(plan, chart)
    checker = Checker(pack, plan, figures, chart)
    keys = count(1000)
    for _ in range(15):
        before = checker.findings
        changes = builders.random_changes(plan, rng, lambda: next(keys))
        for change in changes:
            plan.apply(change)
            figures.apply(change)
        changed = checker.apply(changes)
        assert checker.findings == check(plan, chart, pack)
        assert changed == (before != checker.findings)

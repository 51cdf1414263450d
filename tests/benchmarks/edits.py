"""What one edit costs, to disk and all, on a large plan, on a real-sized one, and against summing anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tests import builders
from tests.benchmarks.measure import Measure, pairs, seconds
from village_budget.chart.chart import national_chart
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.figures.figures import Figures
from village_budget.rules.check import check
from village_budget.store.fingerprint import PlanDigest

REPEAT = 25


def measures(folder: Path) -> list[Measure]:
    """The same edit on 4,000 and on 400 cost lines, and against recomputing everything on 4,000."""
    with opened(folder, 400) as small, opened(folder, 4000) as large:
        edit_small, edit_large = _edits(small), _edits(large)
        large_cost, small_cost = pairs(edit_large, edit_small, 15)
        edit_cost, scratch_cost = pairs(edit_large, lambda: seconds(lambda: recompute(large)), 7)
    return [
        Measure("edit_4000_lines/edit_400_lines", large_cost / small_cost, 1.5),
        Measure("edit_4000_lines/recompute_4000_lines", edit_cost / scratch_cost, 0.05),
        Measure("edit_4000_lines_ms", edit_cost * 1000),
        Measure("recompute_4000_lines_ms", scratch_cost * 1000),
    ]


@contextmanager
def opened(folder: Path, cost_lines: int) -> Iterator[Document]:
    """A document of so many cost lines, in a file of its own."""
    plan = builders.large_plan(cost_lines)
    document = Document.create(folder / f"{cost_lines}.apbdes", plan.village, plan.info.fiscal_year)
    try:
        document.apply(WholePlan(plan))
        yield document
    finally:
        document.close()


class WholePlan:
    """An edit that puts a whole plan into an empty one."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def label(self, plan: Plan) -> object:
        """Named as a loaded table is."""
        from village_budget.document.edit import StepLabel

        return StepLabel("step-load-table", {})

    def changes(self, plan: Plan, new_id: object) -> list[Change]:
        """All its activities, then all its lines."""
        activities = [Change(Entity.ACTIVITY, row.id, None, row) for row in self._plan.activities.values()]
        return activities + [Change(Entity.LINE, row.id, None, row) for row in self._plan.lines.values()]


def recompute(document: Document) -> object:
    """Everything an edit brings up to date, from nothing: figures, all findings, fingerprint."""
    plan = document.plan
    figures = Figures(plan, national_chart())
    findings = check(plan, document.chart, document.pack)
    digest = PlanDigest(plan.village, plan.info, plan.activities.values(), plan.lines.values())
    return figures, findings, digest.fingerprint


def _edits(document: Document):
    lines = [row.id for row in document.plan.all_lines() if row.activity_id is not None]
    turn = count()

    def several() -> None:
        for _ in range(REPEAT):
            number = next(turn)
            key = lines[number * 37 % len(lines)]
            document.apply(SetLine(key, {"unit_price": 1_000_00 + number * 100}))

    return lambda: seconds(several) / REPEAT

"""The plan as it was at earlier steps of its journal, found by the fingerprint that a print carries (S20)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from village_budget.domain.lines import Line
from village_budget.domain.plan import Plan
from village_budget.store.fingerprint import PlanDigest
from village_budget.store.row_values import replayed

if TYPE_CHECKING:
    from datetime import datetime

    from village_budget.document.editor import OpenPlan
    from village_budget.domain.plan import Row
    from village_budget.store.steps import StepChange


@dataclass(frozen=True, slots=True)
class PastPlan:
    """A plan version after one of its steps.

    Attributes:
        revision: how many steps it has; 0 is the plan as it was made.
        at: time of its last step; None before the first.
        plan: its rows then; a copy of its own only until the next state is asked for.
        fingerprint: of its content then.
    """

    revision: int
    at: datetime | None
    plan: Plan
    fingerprint: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that two states of a plan do not share; None where it is not there."""

    before: Line | None
    after: Line | None


def states(document: OpenPlan) -> Iterator[PastPlan]:
    """The selected plan version after each of its steps, newest first, the present state among them.

    Raises:
        FileError: the journal can't be read any more.
    """
    steps = document.history()
    now = document.plan
    plan = Plan(
        now.village, now.info, now.activities.values(), now.lines.values(), list(now.records.values())
    )
    digest = PlanDigest(plan.village, plan.info, plan.activities.values(), plan.lines.values())
    for number in range(len(steps), 0, -1):
        step = steps[number - 1]
        yield PastPlan(number, step.at, plan, digest.fingerprint)
        recorded = list(reversed(document.step_changes(step.id)))
        if any(change.entity == "plan" and change.before is None for change in recorded):
            return  # the step that made the plan
        changes = [replayed(change, _row(plan, change), backwards=True) for change in recorded]
        digest.accept(digest.prepare(changes))
        for change in changes:
            plan.apply(change)
    yield PastPlan(0, None, plan, digest.fingerprint)


def _row(plan: Plan, change: StepChange) -> Row | None:
    """The row that a recorded change speaks of, as it is in a state."""
    match change.entity:
        case "village":
            return plan.village
        case "plan":
            return plan.info
        case "activity":
            return plan.activities.get(change.key)
        case "line":
            return plan.lines.get(change.key)
    return plan.records.get(change.key)


def changed_lines(before: Plan, after: Plan) -> tuple[LineChange, ...]:
    """Lines that were added, changed or removed, in the order of the forms, those removed last."""
    changed = [
        LineChange(before.lines.get(line.id), line)
        for line in after.all_lines()
        if before.lines.get(line.id) != line
    ]
    gone = [LineChange(line, None) for line in before.all_lines() if line.id not in after.lines]
    return (*changed, *gone)

"""What a plan still lacks before it can be handed in: the one thing to do next, as an identifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan

Kind = Literal["revenue", "activity", "spending", "account", "fund", "ready"]


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next step of a plan.

    Attributes:
        kind: ``revenue`` no revenue yet, ``activity`` no activity, ``spending`` no cost line, ``account``
            lines not yet broken down, ``fund`` lines without a fund source, ``ready`` nothing of these.
        count: how many lines are meant; 0 when none.
        line_id: the first of them; None when none.
    """

    kind: Kind
    count: int = 0
    line_id: int | None = None


def next_step(plan: Plan) -> NextStep:
    """Look at a plan in the order in which it is made: money, activities, their lines, accounts, sources."""
    lines = plan.lines.values()
    if not any(line.part is Part.REVENUE for line in lines):
        return NextStep("revenue")
    if not plan.activities:
        return NextStep("activity")
    if not any(line.part is Part.SPENDING for line in lines):
        return NextStep("spending")
    bare = [line.id for line in lines if not line.account_code]
    if bare:
        return NextStep("account", len(bare), bare[0])
    undecided = [line.id for line in lines if not line.fund]
    if undecided:
        return NextStep("fund", len(undecided), undecided[0])
    return NextStep("ready")

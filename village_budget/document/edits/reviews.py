"""Edits that say a line was looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits.line_edits import find, set_change
from village_budget.domain.plan import Change, Plan


@dataclass(frozen=True, slots=True)
class SetReviewed:
    """Take the mark off lines that were copied, of a template or guessed: somebody has looked (U25)."""

    line_ids: tuple[int, ...]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the number of lines."""
        return StepLabel("step-set-reviewed", {"count": str(len(set(self.line_ids)))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The lines that still had the mark."""
        rows = [find(plan, line_id) for line_id in dict.fromkeys(self.line_ids)]
        return [set_change(row, replace(row, review="")) for row in rows if row.review]

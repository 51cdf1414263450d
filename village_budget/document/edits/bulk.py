"""Edits of many rows at once, each one step to undo: what a gesture over a selection does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits.line_edits import SetLine, find
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError


@dataclass(frozen=True, slots=True)
class SetLines:
    """Set fields of several lines, for each line its own as `SetLine` takes them."""

    values: Mapping[int, Mapping[str, object]]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step: that of one line's when it is only one."""
        if len(self.values) == 1:
            return next(SetLine(key, values) for key, values in self.values.items()).label(plan)
        return StepLabel("step-set-lines", {"count": str(len(self.values))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The lines that become different."""
        return [
            change
            for line_id, values in self.values.items()
            for change in SetLine(line_id, values).changes(plan, new_id)
        ]


@dataclass(frozen=True, slots=True)
class RemoveRows:
    """Remove activities with all their lines, and single lines beside them."""

    activity_ids: tuple[int, ...]
    line_ids: tuple[int, ...] = ()

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the number of activities and lines."""
        count = {"activities": str(len(set(self.activity_ids))), "count": str(len(self._lines(plan)))}
        return StepLabel("step-remove-rows", count)

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The lines first, then the activities; nothing in their place."""
        gone = [Change(Entity.LINE, key, find(plan, key), None) for key in self._lines(plan)]
        for key in dict.fromkeys(self.activity_ids):
            activity = plan.activities.get(key)
            if activity is None:
                raise UserError("activity-missing")
            gone.append(Change(Entity.ACTIVITY, key, activity, None))
        return gone

    def _lines(self, plan: Plan) -> dict[int, None]:
        below = [line.id for key in self.activity_ids for line in plan.lines_of(key)]
        return dict.fromkeys([*below, *self.line_ids])

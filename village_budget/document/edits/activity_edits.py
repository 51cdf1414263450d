"""Edits of activities: add, set, remove with their lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.domain.activity import Activity
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError

_TEXTS = ("name", "officer", "location", "output", "target_unit", "note")


def find(plan: Plan, activity_id: int) -> Activity:
    """An activity by its key.

    Raises:
        UserError: ``activity-missing``.
    """
    activity = plan.activities.get(activity_id)
    if activity is None:
        raise UserError("activity-missing")
    return activity


def next_position(plan: Plan, code: str) -> int:
    """Place number behind the activities of the same code."""
    return max((row.position + 1 for row in plan.activities.values() if row.code == code), default=0)


def clean_values(values: Mapping[str, object]) -> dict[str, Any]:
    """Fields of an activity made clean.

    Raises:
        UserError: a text is too long, a code or month unusable, a target negative.
    """
    clean: dict[str, Any] = dict(values)
    for name in _TEXTS:
        if name in clean:
            clean[name] = fields.clean_text(clean[name], name)
    if "code" in clean:
        clean["code"] = fields.activity_code(clean["code"])
    for name in ("start_month", "end_month"):
        if name in clean:
            clean[name] = fields.month(clean[name])
    if clean.get("target") is not None:
        clean["target"] = fields.volume(clean["target"])
    if clean.get("tags") is not None:
        clean["tags"] = tuple(dict.fromkeys(fields.clean_text(tag, "tags") for tag in clean["tags"]))
    if clean.get("priority", 0) < 0:
        raise UserError("priority-negative")
    return clean


@dataclass(frozen=True, slots=True)
class AddActivity:
    """Add an activity; without a name it has the chart's."""

    code: str
    name: str = ""

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        return StepLabel("step-add-activity", {"code": self.code})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """One activity more, behind those of its code."""
        code = fields.activity_code(self.code)
        name = fields.clean_text(self.name, "name")
        activity = Activity(new_id(), code, name, position=next_position(plan, code))
        return [Change(Entity.ACTIVITY, activity.id, None, activity)]


@dataclass(frozen=True, slots=True)
class SetActivity:
    """Set fields of an activity; ``values`` may name any but ``id`` and ``position``."""

    activity_id: int
    values: Mapping[str, object]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        return StepLabel("step-set-activity", {"code": find(plan, self.activity_id).code})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The activity before and after; nothing when all is as it was."""
        refused = {"id", "position"} & self.values.keys()
        if refused:
            raise TypeError(f"not to be set: {', '.join(sorted(refused))}")
        before = find(plan, self.activity_id)
        after = replace(before, **clean_values(self.values))
        if after.end_month < after.start_month:
            raise UserError("months-reversed")
        if after.code != before.code:
            after = replace(after, position=next_position(plan, after.code))
        return [Change(Entity.ACTIVITY, before.id, before, after)] if after != before else []


@dataclass(frozen=True, slots=True)
class RemoveActivity:
    """Remove an activity with all its lines."""

    activity_id: int

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the number of lines."""
        activity = find(plan, self.activity_id)
        count = len(plan.lines_of(activity.id))
        return StepLabel("step-remove-activity", {"code": activity.code, "count": str(count)})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The lines first, then the activity."""
        activity = find(plan, self.activity_id)
        lines = [Change(Entity.LINE, row.id, row, None) for row in plan.lines_of(activity.id)]
        return [*lines, Change(Entity.ACTIVITY, activity.id, activity, None)]

"""Edits that bring rows back as the journal has them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from village_budget.document.edit import NewId, StepLabel
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError
from village_budget.personal_numbers import has_personal_number


@dataclass(frozen=True, slots=True)
class RestoreRow:
    """Bring a line or an activity back to an earlier state, also one that was removed (U18).

    Attributes:
        row: as it was.
        others: rows it needs or had: the activity of a line that is gone too, the lines of an activity;
            those that the plan still has stay as they are.
    """

    row: Line | Activity
    others: tuple[Line | Activity, ...] = ()

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        row = self.row
        if isinstance(row, Line):
            return StepLabel("step-restore-line", {"name": row.description or row.account_code})
        return StepLabel("step-restore-activity", {"code": row.code})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The activity first, then its lines.

        Raises:
            UserError: ``restore-activity-gone``; ``personal-number``: an old file has one in its text.
        """
        missing = [row for row in self.others if row.id not in _rows(plan, row)]
        wanted = sorted((self.row, *missing), key=lambda row: isinstance(row, Line))
        known = {*plan.activities, *(row.id for row in wanted if isinstance(row, Activity))}
        for row in wanted:
            if isinstance(row, Line) and row.activity_id is not None and row.activity_id not in known:
                raise UserError("restore-activity-gone", name=row.description or row.account_code)
            _check_texts(row)
        found = []
        for row in wanted:
            entity = Entity.LINE if isinstance(row, Line) else Entity.ACTIVITY
            before = _rows(plan, row).get(row.id)
            if before != row:
                found.append(Change(entity, row.id, before, row))
        return found


def _rows(plan: Plan, row: Line | Activity) -> dict[int, Line] | dict[int, Activity]:
    return plan.lines if isinstance(row, Line) else plan.activities


def _check_texts(row: Line | Activity) -> None:
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, str) and has_personal_number(value):
            raise UserError("personal-number", field=field.name)

"""What is needed to bring one row back as it was: its recorded state, and what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from village_budget.document.edits.restored_rows import RestoreRow
from village_budget.document.history import timeline
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.domain.plan import Entity
from village_budget.errors import UserError

if TYPE_CHECKING:
    from village_budget.document.editor import OpenPlan


def restoration(document: OpenPlan, entity: Entity, key: int, step_id: int) -> RestoreRow:
    """The edit that brings a line or an activity back as it was after a step.

    A line whose activity is gone brings that along; an activity brings the lines that went with it.

    Raises:
        UserError: ``restore-not-there``: the row was not in the plan then.
        FileError: the journal can't be read any more.
    """
    row = timeline.row_at(document, entity, key, step_id)
    if row is None:
        raise UserError("restore-not-there")
    if isinstance(row, Activity):
        return RestoreRow(row, () if key in document.plan.activities else _lines_of(document, key))
    home = row.activity_id
    if home is None or home in document.plan.activities:
        return RestoreRow(row)
    states = timeline.row_states(document, Entity.ACTIVITY, home)
    activity = next((state.row for state in states if state.row is not None), None)
    return RestoreRow(row, () if activity is None else (activity,))


def _lines_of(document: OpenPlan, activity_id: int) -> tuple[Line, ...]:
    """Lines that were removed in the same step as their activity."""
    removals = timeline.removed_rows(document)
    found = (step for step, rows in removals.items() if (Entity.ACTIVITY, activity_id) in rows)
    step_id = next(found, None)
    if step_id is None:
        return ()
    rows = (timeline.whole_row(change) for change in document.step_changes(step_id) if change.after is None)
    gone = {key for entity, key in removals[step_id] if entity is Entity.LINE}
    return tuple(
        row for row in rows if isinstance(row, Line) and row.activity_id == activity_id and row.id in gone
    )

"""The journal as people ask about it: which rows a step touched, how a row was at a step, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.domain.plan import Entity, Plan
from village_budget.store.row_values import TYPES, from_columns, replayed
from village_budget.store.steps import StepKind

if TYPE_CHECKING:
    from village_budget.document.editor import OpenPlan
    from village_budget.store.steps import Step, StepChange


@dataclass(frozen=True, slots=True)
class RowAtStep:
    """A line or an activity after a step; ``row`` None where it was not there. Step 0: before all."""

    step_id: int
    row: Line | Activity | None


@dataclass(frozen=True, slots=True)
class ChangedRows:
    """Keys of lines and activities; also of those that are gone now."""

    lines: frozenset[int]
    activities: frozenset[int]


def standing(steps: Sequence[Step]) -> frozenset[int]:
    """Ids of the steps that still count: done and not taken back, or done again."""
    held: set[int] = set()
    for step in steps:
        if step.kind in (StepKind.DO, StepKind.NOTE):
            held.add(step.id)
        elif step.target is not None and step.kind is StepKind.UNDO:
            held.discard(step.target)
        elif step.target is not None:
            held.add(step.target)
    return frozenset(held)


def changed_since(document: OpenPlan, moment: datetime) -> ChangedRows:
    """Lines and activities that steps since a moment changed; one taken back again does not count.

    Args:
        document: the open plan.
        moment: with a time zone.

    Raises:
        FileError: the journal can't be read any more.
    """
    steps = document.history()
    before = standing([step for step in steps if step.at <= moment])
    moved = before ^ standing(steps)
    touched = [touch for touch in document.touched_rows() if touch.step_id in moved] if moved else []
    return ChangedRows(
        frozenset(touch.key for touch in touched if touch.entity == "line"),
        frozenset(touch.key for touch in touched if touch.entity == "activity"),
    )


def row_states(document: OpenPlan, entity: Entity, key: int) -> list[RowAtStep]:
    """A line or an activity after each step that touched it, newest first; the last is before all of them.

    Raises:
        FileError: the journal can't be read any more.
    """
    rows = document.plan.lines if entity is Entity.LINE else document.plan.activities
    row: Line | Activity | None = rows.get(key)
    states: list[RowAtStep] = []
    for step_id, change in document.row_changes(entity, key):
        states.append(RowAtStep(step_id, row))
        earlier = replayed(change, row, backwards=True).after
        assert earlier is None or isinstance(earlier, Line | Activity)
        row = earlier
    return [*states, RowAtStep(0, row)]


def row_at(document: OpenPlan, entity: Entity, key: int, step_id: int) -> Line | Activity | None:
    """A line or an activity as it was after a step; None when it was not there.

    Raises:
        FileError: the journal can't be read any more.
    """
    states = row_states(document, entity, key)
    return next(state.row for state in states if state.step_id <= step_id)


def removed_rows(document: OpenPlan) -> dict[int, list[tuple[Entity, int]]]:
    """Lines and activities that were removed and are still gone, by the step that removed them.

    One that is gone because its adding was taken back was never removed.

    Raises:
        FileError: the journal can't be read any more.
    """
    plan = document.plan
    last = {
        (touch.entity, touch.key): touch
        for touch in document.touched_rows()
        if touch.entity in ("line", "activity")
    }
    steps = {step.id: step for step in document.history()}
    found: dict[int, list[tuple[Entity, int]]] = {}
    for (name, key), touch in last.items():
        entity = Entity(name)
        step = steps.get(touch.step_id)
        if key in (plan.lines if entity is Entity.LINE else plan.activities) or step is None:
            continue
        if step.kind is not StepKind.UNDO:
            found.setdefault(step.target or step.id, []).append((entity, key))
    return found


def plan_at(document: OpenPlan, moment: datetime) -> Plan:
    """The rows of the selected plan version as they were at a moment, in a copy.

    Raises:
        FileError: the journal can't be read any more.
    """
    now = document.plan
    plan = Plan(
        now.village, now.info, now.activities.values(), now.lines.values(), list(now.records.values())
    )
    for step in reversed(document.history()):
        if step.at <= moment:
            break
        for change in reversed(document.step_changes(step.id)):
            if change.entity in ("line", "activity"):
                rows = plan.lines if change.entity == "line" else plan.activities
                plan.apply(replayed(change, rows.get(change.key), backwards=True))
    return plan


def whole_row(change: StepChange) -> Line | Activity | None:
    """The row that a recorded removal or addition speaks of; None for an update, which keeps fields only."""
    values = change.before if change.after is None else change.after if change.before is None else None
    if values is None:
        return None
    row = from_columns(TYPES[Entity(change.entity)], values)
    return row if isinstance(row, Line | Activity) else None

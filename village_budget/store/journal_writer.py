"""Writing the journal: a step and its changes, chained to the step before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import insert

from village_budget.store import tables
from village_budget.store.journal import StepDraft, chained
from village_budget.store.row_values import Values, dump
from village_budget.store.steps import Step, StepChange

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ADD_STEP = insert(tables.step)
_ADD_CHANGE = insert(tables.change)


def append(
    connection: Connection, draft: StepDraft, changes: Sequence[StepChange], step_id: int, prev_hash: str
) -> Step:
    """Write a step and its changes inside the caller's transaction."""
    rows = [
        (n, change.entity, change.key, _text(change.before), _text(change.after))
        for n, change in enumerate(changes)
    ]
    values: Values = {
        "id": step_id,
        "plan_id": draft.plan_id,
        "kind": draft.kind.value,
        "undoes": draft.target,
        "label": draft.label.code,
        "details": dump(draft.label.details),
        "at": draft.at.isoformat(),
        "who": draft.who,
        "why": draft.why,
    }
    digest = chained(prev_hash, list(values.values()), rows)
    connection.execute(_ADD_STEP, {**values, "prev_hash": prev_hash, "hash": digest})
    if rows:
        names = ("ordinal", "entity", "key", "before", "after")
        connection.execute(
            _ADD_CHANGE, [{"step_id": step_id, **dict(zip(names, row, strict=True))} for row in rows]
        )
    return Step(
        step_id, draft.plan_id, draft.kind, draft.target, draft.label, draft.at, draft.who, draft.why, digest
    )


def _text(values: object) -> str | None:
    return None if values is None else dump(values)

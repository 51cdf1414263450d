"""The journal in the file: steps and their changes, chained by hashes so that tampering shows.

Each step's hash covers the step, its changes and the hash of the step before it. A changed or removed step
breaks the chain; a chain cut at its end or written anew as a whole shows against the seal, a printed
fingerprint or a backup only (S22).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from village_budget.store import tables
from village_budget.store.rows import Values, dump
from village_budget.store.steps import Kind, Step, StepChange, StepLabel

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STEP_COLUMNS = ("id", "plan_id", "kind", "undoes", "label", "details", "at", "who", "why")
_ADD_STEP = insert(tables.step)
_ADD_CHANGE = insert(tables.change)
_ALL_STEPS = select(*(tables.step.c[name] for name in (*_STEP_COLUMNS, "prev_hash", "hash"))).order_by(
    tables.step.c.id
)
_ALL_CHANGES = select(tables.change).order_by(tables.change.c.step_id, tables.change.c.ordinal)


class ChainError(Exception):
    """The journal does not follow from itself; ``step`` is the first that is wrong."""

    def __init__(self, step: int) -> None:
        super().__init__(step)
        self.step = step


@dataclass(frozen=True, slots=True)
class Draft:
    """A step about to be recorded; see `Step` for the fields."""

    plan_id: int
    kind: Kind
    label: StepLabel
    at: datetime
    target: int | None = None
    who: str = ""
    why: str = ""


def genesis(uid: str) -> str:
    """The hash before the first step: of the file's own id, so that no journal fits another file."""
    return sha256(uid.encode()).hexdigest()


def chained(prev_hash: str, step: Sequence[object], changes: Iterable[Sequence[object]]) -> str:
    """Hash of a step after another: over its columns as they stand in the file and its changes' columns."""
    content = dump([prev_hash, list(step), [list(change) for change in changes]])
    return sha256(content.encode("ascii")).hexdigest()


def append(
    connection: Connection, draft: Draft, changes: Sequence[StepChange], step_id: int, prev_hash: str
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


def read_chain(connection: Connection, uid: str) -> tuple[list[Step], int]:
    """All steps in order, each checked against its hash, and the highest key any change ever named.

    Raises:
        ChainError: a step or change was altered, removed or put in.
    """
    highest = 0
    changes: dict[int, list[tuple[Any, ...]]] = {}
    for step_id, rows in groupby(connection.execute(_ALL_CHANGES), key=lambda row: row[0]):
        changes[step_id] = [tuple(row[1:]) for row in rows]
        highest = max(highest, *(row[2] for row in changes[step_id]))
    steps: list[Step] = []
    prev_hash = genesis(uid)
    for row in connection.execute(_ALL_STEPS):
        *columns, was, digest = row
        if was != prev_hash or chained(prev_hash, columns, changes.pop(row[0], ())) != digest:
            raise ChainError(row[0])
        steps.append(_step(row))
        prev_hash = digest
    if changes:
        raise ChainError(min(changes))
    return steps, highest


def read_changes(connection: Connection, step_id: int) -> list[StepChange]:
    """What one step changed, in the order it was done."""
    query = (
        select(*(tables.change.c[name] for name in ("entity", "key", "before", "after")))
        .where(tables.change.c.step_id == step_id)
        .order_by(tables.change.c.ordinal)
    )
    return [
        StepChange(entity, key, _fields(before), _fields(after))
        for entity, key, before, after in connection.execute(query)
    ]


def _text(values: object) -> str | None:
    return None if values is None else dump(values)


def _fields(text: str | None) -> dict[str, object] | None:
    return None if text is None else json.loads(text)


def _step(row: Sequence[Any]) -> Step:
    key, plan_id, kind, undoes, label, details, at, who, why, _, digest = row
    named = StepLabel(label, {} if details == "{}" else json.loads(details))
    return Step(key, plan_id, Kind(kind), undoes, named, datetime.fromisoformat(at), who, why, digest)

"""The journal in the file: steps and their changes, chained by hashes so that tampering shows.

Each step's hash covers the step, its changes and the hash of the step before it. A changed or removed step
breaks the chain; a chain cut at its end or written anew as a whole shows against the seal, a printed
fingerprint or a backup only (S22).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

from village_budget.store.row_values import dump
from village_budget.store.steps import Step, StepChange, StepKind, StepLabel, Touch

_ALL_STEPS = (
    "SELECT id, plan_id, kind, undoes, label, details, at, who, why, prev_hash, hash FROM step ORDER BY id"
)
_ALL_CHANGES = "SELECT step_id, ordinal, entity, key, before, after FROM change ORDER BY step_id, ordinal"
_CHANGES = "SELECT entity, key, before, after FROM change WHERE step_id = ? ORDER BY ordinal"

_TOUCHED = (
    "SELECT change.step_id, change.entity, change.key FROM change JOIN step ON step.id = change.step_id"
    " WHERE step.plan_id = ? ORDER BY change.step_id, change.ordinal"
)
_OF_ROW = (
    "SELECT step_id, entity, key, before, after FROM change WHERE entity = ? AND key = ?"
    " ORDER BY step_id DESC"
)


class ChainError(Exception):
    """The journal does not follow from itself; ``step`` is the first that is wrong."""

    def __init__(self, step: int) -> None:
        super().__init__(step)
        self.step = step


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step about to be recorded; see `Step` for the fields."""

    plan_id: int
    kind: StepKind
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


def read_chain(raw: sqlite3.Connection, uid: str) -> tuple[list[Step], int]:
    """All steps in order, each checked against its hash, and the highest key any change ever named.

    Raises:
        ChainError: a step or change was altered, removed or put in.
    """
    highest = 0
    changes: dict[int, list[tuple[Any, ...]]] = {}
    for step_id, rows in groupby(raw.execute(_ALL_CHANGES), key=lambda row: row[0]):
        changes[step_id] = [tuple(row[1:]) for row in rows]
        highest = max(highest, *(row[2] for row in changes[step_id]))
    steps: list[Step] = []
    prev_hash = genesis(uid)
    for row in raw.execute(_ALL_STEPS):
        *columns, was, digest = row
        if was != prev_hash or chained(prev_hash, columns, changes.pop(row[0], ())) != digest:
            raise ChainError(row[0])
        steps.append(_step(row))
        prev_hash = digest
    if changes:
        raise ChainError(min(changes))
    return steps, highest


def read_changes(raw: sqlite3.Connection, step_id: int) -> list[StepChange]:
    """What one step changed, in the order it was done."""
    return [
        StepChange(entity, key, _fields(before), _fields(after))
        for entity, key, before, after in raw.execute(_CHANGES, (step_id,))
    ]


def read_touched(raw: sqlite3.Connection, plan_id: int) -> list[Touch]:
    """Which rows the steps of a plan version touched, oldest first: without what changed in them."""
    return [Touch(*row) for row in raw.execute(_TOUCHED, (plan_id,))]


def read_changes_of_row(raw: sqlite3.Connection, entity: str, key: int) -> list[tuple[int, StepChange]]:
    """Step and change of each time that a row was touched, newest first."""
    return [
        (step_id, StepChange(name, row, _fields(before), _fields(after)))
        for step_id, name, row, before, after in raw.execute(_OF_ROW, (entity, key))
    ]


def _fields(text: str | None) -> dict[str, object] | None:
    return None if text is None else json.loads(text)


def _step(row: Sequence[Any]) -> Step:
    key, plan_id, kind, undoes, label, details, at, who, why, _, digest = row
    named = StepLabel(label, {} if details == "{}" else json.loads(details))
    return Step(key, plan_id, StepKind(kind), undoes, named, datetime.fromisoformat(at), who, why, digest)

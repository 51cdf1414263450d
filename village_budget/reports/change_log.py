"""What was done to a plan, as the form of the history prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class PastChange:
    """One row that a step changed.

    Attributes:
        entity: ``line``, ``activity`` or ``plan``.
        name: of the row: description, activity or year.
        place: code of its activity and account.
        before: its fields as recorded; None: it was added.
        after: the same afterwards; None: it was removed.
    """

    entity: str
    name: str
    place: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class PastStep:
    """One step.

    Attributes:
        at: local time.
        who: name as it was given; may be empty.
        what: the sentence of the step, in Indonesian.
        why: reason; may be empty.
        kind: ``do``, ``undo``, ``redo`` or ``note``.
        holds: whether it still counts.
        changes: rows of the budget it changed; empty for those of bulk work.
        count: how many rows of the budget it changed.
    """

    at: datetime
    who: str
    what: str
    why: str
    kind: str
    holds: bool
    changes: tuple[PastChange, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PastSteps:
    """All steps of a plan version, oldest first.

    Attributes:
        steps: those that changed the budget.
        head: SHA-256 of the last step of the whole journal, 64 hex digits; empty when there is none.
        recorded: number of all steps in the journal, those beside the budget included.
    """

    steps: tuple[PastStep, ...] = ()
    head: str = ""
    recorded: int = 0

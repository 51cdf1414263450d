"""Steps of the journal as other rooms see them: what was done, undone, redone, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class StepKind(StrEnum):
    """What a step is; a note is recorded but can't be undone (a plan was added)."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class StepLabel:
    """Name of a step for menus and the history.

    Attributes:
        code: key of the sentence in ``resources/i18n/messages/document.toml``, ``step-...``.
        details: its placeholders, as plain text.
    """

    code: str
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One recorded step.

    Attributes:
        id: sequence number in the file; the order of steps, whatever the clock says.
        plan_id: the plan version it changed.
        kind: do, undo, redo or note.
        target: the step that an undo reverses or a redo repeats; None otherwise.
        label: its name.
        at: when, with time zone.
        who: name from the settings; may be empty.
        why: reason given; may be empty.
        hash: 64 hex, SHA-256 over the step and the hash before it.
    """

    id: int
    plan_id: int
    kind: StepKind
    target: int | None
    label: StepLabel
    at: datetime
    who: str
    why: str
    hash: str


@dataclass(frozen=True, slots=True)
class StepChange:
    """One row of a recorded step: fields by name, for an update only those that differ.

    ``before`` None is an addition, ``after`` None a removal.
    """

    entity: str
    key: int
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Touch:
    """A row that a step touched, without what changed in it."""

    step_id: int
    entity: str
    key: int


@dataclass(slots=True)
class UndoStacks:
    """Steps that can be undone and redone, the next one last; replayed from the journal on open."""

    undo: list[Step] = field(default_factory=list)
    redo: list[Step] = field(default_factory=list)

    def take(self, step: Step) -> None:
        """Follow one more recorded step."""
        if step.kind is StepKind.DO:
            self.undo.append(step)
            self.redo.clear()
        elif step.kind is StepKind.UNDO and self.undo:
            self.redo.append(self.undo.pop())
        elif step.kind is StepKind.REDO and self.redo:
            self.undo.append(self.redo.pop())

"""The journal of a document as entries of the list: sentences, kinds, rows touched; no change is read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.history.history_model import StepEntry
from ui.support.messages import sentence
from village_budget.document.history.timeline import removed_rows, standing
from village_budget.domain.plan import Entity
from village_budget.store.steps import StepKind

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.store.steps import Step

_IMPORTS = (
    "step-load-",
    "step-import-",
    "step-copy-",
    "step-add-lines",
    "step-set-overlay",
    "step-set-prices",
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistorySteps", text)


class Journal:
    """The steps of the selected plan version, newest first, and which of them touched a row.

    Attributes:
        entries: the steps as they are listed.
        steps: the recorded steps by id.
        removed: rows that a step removed and that are still gone, by step.
    """

    def __init__(self, document: Document, language: str) -> None:
        steps = document.history()
        self.steps: dict[int, Step] = {step.id: step for step in steps}
        self._touched: dict[tuple[str, int], set[int]] = {}
        counts: Counter[int] = Counter()
        for touch in document.touched_rows():
            counts[touch.step_id] += 1
            self._touched.setdefault((touch.entity, touch.key), set()).add(touch.step_id)
        held = standing(steps)
        self.removed = removed_rows(document)
        self._rows_word = _tr("{n} rows")
        self._nobody = _tr("no name")
        self._row_word = _tr("1 row")
        self._language = language
        self.entries = [self._entry(step, counts[step.id], holds=step.id in held) for step in reversed(steps)]

    def touching(self, rows: frozenset[tuple[Entity, int]]) -> frozenset[int]:
        """Steps that touched any of some rows."""
        return frozenset().union(*(self._touched.get((entity.value, key), ()) for entity, key in rows))

    def people(self) -> list[tuple[str, int]]:
        """Who did steps and how many, the busiest first."""
        return Counter(entry.who for entry in self.entries).most_common()

    def _entry(self, step: Step, count: int, *, holds: bool) -> StepEntry:
        what = sentence(step.label.code, self._language, **step.label.details)
        if step.kind is StepKind.UNDO:
            what = _tr("Taken back: {what}").format(what=what)
        elif step.kind is StepKind.REDO:
            what = _tr("Done again: {what}").format(what=what)
        at = step.at.astimezone()
        rows = self._row_word if count == 1 else self._rows_word.format(n=count)
        told = f"{at:%H:%M} · {step.who or self._nobody} · {rows}"
        gone = len(self.removed.get(step.id, ()))
        return StepEntry(step.id, at, what, step.who, step.why, count, _kind(step), holds, gone, told)


def _kind(step: Step) -> str:
    if step.kind in (StepKind.UNDO, StepKind.REDO):
        return "undo"
    code = step.label.code
    if code.startswith("step-set-status"):
        return "status"
    return "import" if code.startswith(_IMPORTS) else "edit"


def rows_of(
    document: Document, *, line_id: int | None, activity_id: int | None
) -> frozenset[tuple[Entity, int]]:
    """A line; or an activity with its present lines."""
    if line_id is not None:
        return frozenset({(Entity.LINE, line_id)})
    if activity_id is None:
        return frozenset()
    lines = document.plan.lines_of(activity_id)
    return frozenset({(Entity.ACTIVITY, activity_id), *((Entity.LINE, line.id) for line in lines)})

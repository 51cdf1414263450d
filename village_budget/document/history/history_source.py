"""The journal as the form of the history wants it: sentences, names of rows, bulk work counted."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from village_budget import paths
from village_budget.document.history.timeline import standing
from village_budget.reports.change_log import PastChange, PastStep, PastSteps

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.store.steps import Step, StepChange, StepLabel

_BUDGET = frozenset({"line", "activity", "plan"})
BULK = 40
"""A step that changed more rows than this is told by their number: an import is no list of corrections."""


def past_steps(document: Document) -> PastSteps:
    """All steps of the selected plan version that changed the budget, oldest first.

    Raises:
        FileError: the journal can't be read any more.
    """
    recorded = document.history()
    held = standing(recorded)
    told: list[tuple[Step, list[StepChange]]] = []
    names = _Names(document)
    for step in recorded:
        changes = [change for change in document.step_changes(step.id) if change.entity in _BUDGET]
        if changes:
            told.append((step, changes))
            names.learn(changes)
    steps = tuple(_step(step, changes, names, holds=step.id in held) for step, changes in told)
    return PastSteps(steps, document.journal_head, len(recorded))


def _step(step: Step, changes: Sequence[StepChange], names: _Names, *, holds: bool) -> PastStep:
    listed = changes if len(changes) <= BULK and step.kind.value in ("do", "note") else ()
    return PastStep(
        at=step.at.astimezone(),
        who=step.who,
        what=_sentence(step.label),
        why=step.why,
        kind=step.kind.value,
        holds=holds,
        changes=tuple(names.told(change) for change in listed),
        count=len(changes),
    )


class _Names:
    """Names of rows, also of those that are gone: learned from whole rows in the journal."""

    def __init__(self, document: Document) -> None:
        plan = document.plan
        self._chart = document.chart
        self._year = str(plan.info.fiscal_year)
        self._lines: dict[int, tuple[str, int | None, str]] = {}
        self._activities: dict[int, tuple[str, str]] = {}
        self._now = plan

    def learn(self, changes: Sequence[StepChange]) -> None:
        """Take the names of rows that were added or removed."""
        for change in changes:
            if change.before is not None and change.after is not None:
                continue
            values: Any = change.after if change.before is None else change.before
            if change.entity == "line":
                self._lines[change.key] = (
                    values["description"], values["activity_id"], values["account_code"]
                )  # fmt: skip
            elif change.entity == "activity":
                self._activities[change.key] = (values["code"], values["name"])

    def told(self, change: StepChange) -> PastChange:
        """A change with the name and place of its row."""
        name, place = self._year, ""
        if change.entity == "line":
            line = self._now.lines.get(change.key)
            found = (line.description, line.activity_id, line.account_code) if line else None
            text, home, account = found or self._lines.get(change.key, ("", None, ""))
            code = self._activity(home)[0] if home is not None else ""
            name, place = text or account, " ".join(filter(None, (code, account)))
        elif change.entity == "activity":
            place, name = self._activity(change.key)
        return PastChange(change.entity, name, place, change.before, change.after)

    def _activity(self, key: int) -> tuple[str, str]:
        row = self._now.activities.get(key)
        code, name = (row.code, row.name) if row else self._activities.get(key, ("", ""))
        return code, name or (self._chart.activity_name(code) if code else "")


@lru_cache(maxsize=1)
def _sentences() -> dict[str, dict[str, Any]]:
    text = paths.resource("i18n", "messages", "document.toml").read_text("utf-8")
    return {code: entry for code, entry in tomllib.loads(text).items() if code.startswith("step-")}


def _sentence(label: StepLabel) -> str:
    """The name of a step in Indonesian, the language of all forms."""
    entry = _sentences().get(label.code)
    return str(entry["id"]).format_map(label.details) if entry else label.code

"""Editing an open plan file: each edit, undo and redo goes to the disk first, then into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from village_budget.document import guards
from village_budget.document.edit import Applied, Edit
from village_budget.document.selected import Selected
from village_budget.document.session import Session, fingerprints_of_others
from village_budget.domain.plan import RECORDS, Change, Entity, Plan, Status
from village_budget.errors import FileError, UserError
from village_budget.store.fingerprint import short_form
from village_budget.store.lock import LockInfo
from village_budget.store.steps import Step, StepChange, StepKind, StepLabel, Touch

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart
    from village_budget.figures.figures import Figures

HEAD_DIGITS = 16
"""So many digits of the journal's last hash are printed."""
BULK_CHANGES = 200
"""From so many rows on an edit is bulk work: a backup is made before it."""

_WORDS: dict[StepKind, Literal["do", "undo", "redo"]] = {
    StepKind.DO: "do",
    StepKind.UNDO: "undo",
    StepKind.REDO: "redo",
}


class OpenPlan:
    """One plan version of an open file, and what can be done to it; `Document` adds the file around it.

    Attributes:
        path: where the file is.
        opened_by: who has the file, when ``read_only_reason`` is ``locked``.
        recovered: the last session ended without closing; everything acknowledged is here.
        saved_at: time of the last step in the file; None when it has none.
        author: name that is recorded with each step; may be empty.
        backup_problem: why the last backup could not be made; None when all is well.
    """

    def __init__(self, path: Path, session: Session, clock: Callable[[], datetime]) -> None:
        opened = session.opened
        self.path = path
        self.opened_by: LockInfo | None = opened.opened_by
        self.recovered = opened.recovered
        self.author = ""
        self.backup_problem: UserError | None = session.backup_problem
        self._backups = session.backups
        self._reason = opened.reason
        self._file = opened.file
        self._clock = clock
        self._selected: Selected
        steps = self._file.contents.steps
        self.saved_at: datetime | None = steps[-1].at if steps else None

    @property
    def plan(self) -> Plan:
        """Rows of the selected plan version; read them, never change them."""
        return self._selected.plan

    @property
    def chart(self) -> Chart:
        """The chart of accounts, with the regency's own codes."""
        return self._selected.chart

    @property
    def figures(self) -> Figures:
        """Totals of the selected plan version."""
        return self._selected.figures

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be changed: ``""``, ``locked``, ``file-read-only``, ``asked`` or ``enacted``."""
        if not self._reason and self.plan.info.status is Status.ENACTED:
            return "enacted"
        return self._reason

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return bool(self.read_only_reason)

    @property
    def takes_records(self) -> bool:
        """Whether answers and waivers can be recorded, also about an enacted budget."""
        return not self._reason

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the plan's canonical content, 64 hex digits."""
        return self._selected.digest.fingerprint

    @property
    def short_fingerprint(self) -> str:
        """The fingerprint as printed: ``7F3A 91C2 D04E 55B1``."""
        return short_form(self.fingerprint)

    def apply(self, edit: Edit) -> Applied:
        """Do an edit: on disk first, then in memory.

        Raises:
            UserError: it can't be done to this plan, or the plan is read-only.
            AmountError: an amount or a total is beyond the limit.
            FileError: it was not written; nothing has changed, in memory neither.
        """
        self._check_file_writable()
        keys = iter(range(self._file.next_key, self._file.next_key + 10_000_000))
        label = edit.label(self.plan)
        changes = edit.changes(self.plan, lambda: next(keys))
        self._check_not_enacted(change.entity for change in changes)
        if not changes:
            return Applied((), label, "do")
        guards.check_totals(self.figures, changes)
        if len(changes) >= BULK_CHANGES:
            self._back_up_before_bulk()
        return self._change(StepKind.DO, label, changes, why=str(getattr(edit, "reason", "")))

    def undo(self) -> Applied | None:
        """Take back the last step that is not taken back yet; None when there is none.

        Raises:
            UserError: the plan is read-only.
            FileError: it was not written; nothing has changed.
        """
        return self._replay(StepKind.UNDO, self._selected.stacks.undo)

    def redo(self) -> Applied | None:
        """Do the last step that was taken back again; None when there is none.

        Raises:
            UserError: the plan is read-only.
            FileError: it was not written; nothing has changed.
        """
        return self._replay(StepKind.REDO, self._selected.stacks.redo)

    @property
    def undo_label(self) -> StepLabel | None:
        """Name of the step that undo would take back; None when it can't."""
        undo = self._selected.stacks.undo
        return undo[-1].label if undo and not self.read_only else None

    @property
    def redo_label(self) -> StepLabel | None:
        """Name of the step that redo would do again; None when it can't."""
        redo = self._selected.stacks.redo
        return redo[-1].label if redo and not self.read_only else None

    def history(self) -> list[Step]:
        """All steps of the selected plan version, oldest first."""
        return [step for step in self._file.contents.steps if step.plan_id == self.plan.info.id]

    def step_changes(self, step_id: int) -> list[StepChange]:
        """What a step of the history changed.

        Raises:
            FileError: the file can't be read any more.
        """
        return self._file.changes_of(step_id)

    @property
    def journal_head(self) -> str:
        """Hash of the last step in the file, 64 hex digits: it covers all steps before it; empty: no step."""
        steps = self._file.contents.steps
        return steps[-1].hash if steps else ""

    def goes_on_from(self, head: str) -> bool:
        """Whether the journal still holds the step whose hash was printed or sent earlier (S22).

        A journal that was cut before that step, or written anew, does not.

        Args:
            head: at least its first 16 digits, in any spacing and case.
        """
        digits = "".join(head.split()).lower()
        return len(digits) >= HEAD_DIGITS and any(
            step.hash.startswith(digits) for step in self._file.contents.steps
        )

    def touched_rows(self) -> list[Touch]:
        """Which rows the steps of the selected plan version touched, oldest first.

        Raises:
            FileError: the file can't be read any more.
        """
        return self._file.touched_by(self.plan.info.id)

    def row_changes(self, entity: Entity, key: int) -> list[tuple[int, StepChange]]:
        """Step and change of each time that a row was touched, newest first.

        Raises:
            FileError: the file can't be read any more.
        """
        return self._file.changes_of_row(entity.value, key)

    def _back_up_before_bulk(self) -> None:
        try:
            self._backups.make(self._file, "bulk", self._clock())
        except FileError as error:
            # The step itself can be undone: a full backup disk is told, not a reason to stop working.
            self.backup_problem = error

    def _check_not_enacted(self, entities: Iterable[Entity]) -> None:
        """An enacted budget stands; what is recorded beside it (dates, documents, waivers) goes on."""
        if self.plan.info.status is Status.ENACTED and not RECORDS.issuperset(entities):
            raise UserError("plan-enacted", name=self.path.name, year=self.plan.info.fiscal_year)

    def _check_file_writable(self) -> None:
        if self._reason:
            raise FileError("file-read-only", name=self.path.name, path=str(self.path), drive=self.path.drive)

    def _replay(self, kind: Literal[StepKind.UNDO, StepKind.REDO], stack: list[Step]) -> Applied | None:
        from village_budget.store.row_values import replayed

        if not stack:
            return None
        self._check_file_writable()
        target = stack[-1]
        recorded = self._file.changes_of(target.id)
        self._check_not_enacted(Entity(change.entity) for change in recorded)
        backwards = kind is StepKind.UNDO
        if backwards:
            recorded.reverse()
        changes = [replayed(change, self._selected.row(change), backwards=backwards) for change in recorded]
        return self._change(kind, target.label, changes, target=target.id)

    def _change(
        self,
        kind: StepKind,
        label: StepLabel,
        changes: Sequence[Change],
        *,
        target: int | None = None,
        why: str = "",
    ) -> Applied:
        prepared = self._selected.digest.prepare(changes)
        fingerprints = {
            **fingerprints_of_others(self._file, self.plan, changes),
            self.plan.info.id: prepared.fingerprint,
        }
        step = self._record(kind, label, changes, fingerprints, target=target, why=why)
        changed = self._selected.take(changes, prepared, step)
        return Applied(tuple(changes), label, _WORDS[kind], changed)

    def _record(
        self,
        kind: StepKind,
        label: StepLabel,
        changes: Sequence[Change],
        fingerprints: dict[int, str],
        *,
        plan_id: int | None = None,
        target: int | None = None,
        why: str = "",
    ) -> Step:
        from village_budget.store.journal import StepDraft

        draft = StepDraft(plan_id or self.plan.info.id, kind, label, self._clock(), target, self.author, why)
        step = self._file.write(draft, changes, fingerprints)
        self.saved_at = step.at
        return step

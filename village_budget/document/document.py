"""The open plan file as a window or a script sees it: one plan version in memory, each edit on disk at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from village_budget.chart.chart import Chart, national_chart
from village_budget.document import guards
from village_budget.document.edit import Applied, Edit
from village_budget.domain.plan import Change, Entity, Plan, PlanInfo, Status
from village_budget.errors import FileError, UserError
from village_budget.figures.figures import Figures
from village_budget.store.fingerprint import PlanDigest, short_form
from village_budget.store.lock import LockInfo
from village_budget.store.steps import Kind, Step, StepChange, StepLabel, UndoStacks

if TYPE_CHECKING:
    from village_budget.domain.findings import Finding
    from village_budget.domain.plan import Row
    from village_budget.domain.village import Village
    from village_budget.rules.check import Checker
    from village_budget.rules.pack import RulePack
    from village_budget.store.opening import Opened


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


class Document:
    """An open plan file. Made by `create` or `open`; `close` it.

    Attributes:
        path: where it is.
        chart: the chart of accounts.
        plan: rows of the selected plan version; read them, never change them.
        figures: its totals.
        opened_by: who has the file, when ``read_only_reason`` is ``locked``.
        recovered: the last session ended without closing; everything acknowledged is here.
        saved_at: time of the last step in the file; None when it has none.
        author: name that is recorded with each step; may be empty.
    """

    path: Path
    chart: Chart
    plan: Plan
    figures: Figures

    def __init__(self, path: Path, opened: Opened, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.chart = national_chart()
        self.opened_by: LockInfo | None = opened.opened_by
        self.recovered = opened.recovered
        self.author = ""
        self._reason = opened.reason
        self._file = opened.file
        self._clock = clock
        self._digest: PlanDigest
        self._stacks = UndoStacks()
        self._checker: Checker | None = None
        steps = self._file.contents.steps
        self.saved_at: datetime | None = steps[-1].at if steps else None

    @classmethod
    def create(
        cls, path: Path, village: Village, fiscal_year: int, *, clock: Callable[[], datetime] = _now
    ) -> Document:
        """Make a new plan file with an empty plan and open it.

        Raises:
            FileError: ``file-exists``, or the place can't be written to.
            UserError: the village or the year is not usable.
        """
        from village_budget.store import plan_file

        guards.check_village(village)
        guards.check_year(fiscal_year)
        plan_file.create(path, village, PlanInfo(1, fiscal_year), clock())
        return cls.open(path, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        fiscal_year: int | None = None,
        read_only: bool = False,
        take_over: bool = False,
        clock: Callable[[], datetime] = _now,
    ) -> Document:
        """Open a plan file; the newest year and version unless told otherwise.

        Args:
            path: the file.
            fiscal_year: the year to select.
            read_only: only look.
            take_over: work in it although another machine's lock file says it is open there.
            clock: gives the time; for tests.

        Raises:
            FileError: missing, foreign, newer, damaged (with the newest good backup), unreadable.
            UserError: ``plan-missing``, there is no plan of that year.
        """
        from village_budget.store import opening

        opened = opening.open_file(path, clock(), read_only=read_only, take_over=take_over)
        document = cls(path, opened, clock)
        try:
            year = fiscal_year or max(info.fiscal_year for info in document.plans())
            document.select(year)
        except BaseException:
            document.close()
            raise
        return document

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
    def fingerprint(self) -> str:
        """SHA-256 of the plan's canonical content, 64 hex digits."""
        return self._digest.fingerprint

    @property
    def short_fingerprint(self) -> str:
        """The fingerprint as printed: ``7F3A 91C2 D04E 55B1``."""
        return short_form(self.fingerprint)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What every rule of the year says, kept up to date edit by edit."""
        return self._judge().findings

    @property
    def pack(self) -> RulePack:
        """The rules of the year."""
        return self._judge().pack

    def _judge(self) -> Checker:
        if self._checker is None:
            from village_budget.rules.check import Checker
            from village_budget.rules.loader import load_pack

            pack = load_pack(self.plan.info.fiscal_year)
            self._checker = Checker(pack, self.plan, self.figures, self.chart)
        return self._checker

    def plans(self) -> list[PlanInfo]:
        """All years and versions in the file, oldest first."""
        infos = self._file.contents.plans.values()
        return sorted(infos, key=lambda info: (info.fiscal_year, info.version))

    def select(self, fiscal_year: int, version: int | None = None) -> None:
        """Go to another year or version; the newest version unless told otherwise.

        Raises:
            UserError: ``plan-missing``; the present plan stays.
        """
        fitting = [
            info
            for info in self.plans()
            if info.fiscal_year == fiscal_year and version in (None, info.version)
        ]
        if not fitting:
            raise UserError("plan-missing", year=fiscal_year)
        info = fitting[-1]
        loaded = self._file.load(info.id)
        self.plan = Plan(self._file.contents.village, info, loaded.activities, loaded.lines)
        self.figures = Figures(self.plan, self.chart)
        self._digest = loaded.digest
        self._checker = None
        self._stacks = UndoStacks()
        for step in self._file.contents.steps:
            if step.plan_id == info.id:
                self._stacks.take(step)

    def add_plan(self, fiscal_year: int) -> PlanInfo:
        """Add an empty original plan of another year; it is not selected, and not undone.

        Raises:
            UserError: ``plan-exists``, or the year is not usable.
            FileError: it was not written.
        """
        guards.check_year(fiscal_year)
        if any(info.fiscal_year == fiscal_year for info in self.plans()):
            raise UserError("plan-exists", year=fiscal_year)
        info = PlanInfo(max(plan.id for plan in self.plans()) + 1, fiscal_year)
        digest = PlanDigest(self.plan.village, info, (), ())
        change = Change(Entity.PLAN, info.id, None, info)
        label = StepLabel("step-add-plan", {"year": str(fiscal_year)})
        self._record(Kind.NOTE, label, [change], {info.id: digest.fingerprint}, plan_id=info.id)
        return info

    def apply(self, edit: Edit) -> Applied:
        """Do an edit: on disk first, then in memory.

        Raises:
            UserError: it can't be done to this plan, or the plan is read-only.
            AmountError: an amount or a total is beyond the limit.
            FileError: it was not written; nothing has changed, in memory neither.
        """
        self._check_writable()
        keys = iter(range(self._file.next_key, self._file.next_key + 10_000_000))
        label = edit.label(self.plan)
        changes = edit.changes(self.plan, lambda: next(keys))
        if not changes:
            return Applied((), label, "do")
        guards.check_totals(self.figures, changes)
        return self._change(Kind.DO, label, changes, why=str(getattr(edit, "reason", "")))

    def undo(self) -> Applied | None:
        """Take back the last step that is not taken back yet; None when there is none.

        Raises:
            UserError: the plan is read-only.
            FileError: it was not written; nothing has changed.
        """
        return self._replay(Kind.UNDO, self._stacks.undo)

    def redo(self) -> Applied | None:
        """Do the last step that was taken back again; None when there is none.

        Raises:
            UserError: the plan is read-only.
            FileError: it was not written; nothing has changed.
        """
        return self._replay(Kind.REDO, self._stacks.redo)

    @property
    def undo_label(self) -> StepLabel | None:
        """Name of the step that undo would take back; None when it can't."""
        return self._stacks.undo[-1].label if self._stacks.undo and not self.read_only else None

    @property
    def redo_label(self) -> StepLabel | None:
        """Name of the step that redo would do again; None when it can't."""
        return self._stacks.redo[-1].label if self._stacks.redo and not self.read_only else None

    def history(self) -> list[Step]:
        """All steps of the selected plan version, oldest first."""
        return [step for step in self._file.contents.steps if step.plan_id == self.plan.info.id]

    def step_changes(self, step_id: int) -> list[StepChange]:
        """What a step of the history changed.

        Raises:
            FileError: the file can't be read any more.
        """
        return self._file.changes_of(step_id)

    def close(self) -> None:
        """Let the file go; safe to call twice."""
        from village_budget.store import opening

        opening.close_file(self._file)

    def _check_writable(self) -> None:
        reason = self.read_only_reason
        if reason == "enacted":
            raise UserError("plan-enacted", name=self.path.name, year=self.plan.info.fiscal_year)
        if reason:
            raise FileError("file-read-only", name=self.path.name, path=str(self.path), drive="")

    def _replay(self, kind: Literal[Kind.UNDO, Kind.REDO], stack: list[Step]) -> Applied | None:
        from village_budget.store.rows import replayed

        if not stack:
            return None
        self._check_writable()
        target = stack[-1]
        recorded = self._file.changes_of(target.id)
        backwards = kind is Kind.UNDO
        if backwards:
            recorded.reverse()
        changes = [replayed(change, self._row(change), backwards=backwards) for change in recorded]
        return self._change(kind, target.label, changes, target=target.id)

    def _row(self, change: StepChange) -> Row | None:
        match change.entity:
            case "line":
                return self.plan.lines.get(change.key)
            case "activity":
                return self.plan.activities.get(change.key)
            case "village":
                return self.plan.village
        return self.plan.info

    def _change(
        self,
        kind: Kind,
        label: StepLabel,
        changes: Sequence[Change],
        *,
        target: int | None = None,
        why: str = "",
    ) -> Applied:
        prepared = self._digest.prepare(changes)
        fingerprints = {self.plan.info.id: prepared.fingerprint}
        step = self._record(kind, label, changes, fingerprints, target=target, why=why)
        for change in changes:
            self.plan.apply(change)
            self.figures.apply(change)
        self._digest.accept(prepared)
        self._stacks.take(step)
        changed = self._checker.apply(changes) if self._checker else False
        return Applied(tuple(changes), label, _WORDS[kind], changed)

    def _record(
        self,
        kind: Kind,
        label: StepLabel,
        changes: Sequence[Change],
        fingerprints: dict[int, str],
        *,
        plan_id: int | None = None,
        target: int | None = None,
        why: str = "",
    ) -> Step:
        from village_budget.store.journal import Draft

        draft = Draft(plan_id or self.plan.info.id, kind, label, self._clock(), target, self.author, why)
        step = self._file.write(draft, changes, fingerprints)
        self.saved_at = step.at
        return step


_WORDS: dict[Kind, Literal["do", "undo", "redo"]] = {Kind.DO: "do", Kind.UNDO: "undo", Kind.REDO: "redo"}

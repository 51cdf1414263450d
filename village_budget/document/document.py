"""The open plan file as a window or a script sees it: one plan version in memory, edits on disk at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.chart.chart import national_chart
from village_budget.document import guards
from village_budget.document.editor import OpenPlan
from village_budget.document.price_books import PriceBooks
from village_budget.document.selected import Selected
from village_budget.document.session import local_now, rescued, start
from village_budget.domain.plan import Change, Entity, Plan, PlanInfo
from village_budget.errors import PackError, UserError
from village_budget.store.fingerprint import PlanDigest
from village_budget.store.steps import StepKind, StepLabel

if TYPE_CHECKING:
    from village_budget.document.edits.records import SetOverlay
    from village_budget.domain.answer import PriceText
    from village_budget.domain.findings import Finding
    from village_budget.domain.form_change import FormChange
    from village_budget.domain.prices import PriceBook
    from village_budget.domain.village import Village
    from village_budget.reports.source import ReportSource
    from village_budget.rules.packs.pack import RulePack
    from village_budget.rules.ways.moves import WayOut
    from village_budget.store.backup import BackupInfo

_FOR_WRITING = (
    "sqlalchemy.util",
    "sqlalchemy.sql.sqltypes",
    "sqlalchemy.sql",
    "sqlalchemy.engine",
    "village_budget.store.row_writer",
    "village_budget.store.journal_writer",
)


class Document(OpenPlan):
    """An open plan file. Made by `create` or `open`; `close` it."""

    _backup_folder: Path | None = None
    _books: PriceBooks

    @classmethod
    def create(
        cls,
        path: Path,
        village: Village,
        fiscal_year: int,
        *,
        backup_folder: Path | None = None,
        clock: Callable[[], datetime] = local_now,
    ) -> Document:
        """Make a new plan file with an empty plan and open it.

        Raises:
            FileError: ``file-exists``, or the place can't be written to.
            UserError: the village or the year is not usable.
        """
        from village_budget.store import creation

        guards.check_village(village)
        guards.check_year(fiscal_year)
        creation.create(path, village, PlanInfo(1, fiscal_year), clock())
        return cls.open(path, backup_folder=backup_folder, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        fiscal_year: int | None = None,
        read_only: bool = False,
        take_over: bool = False,
        backup_folder: Path | None = None,
        clock: Callable[[], datetime] = local_now,
    ) -> Document:
        """Open a plan file; the newest year and version unless told otherwise.

        Args:
            path: the file.
            fiscal_year: the year to select.
            read_only: only look.
            take_over: work in it although another machine's lock file says it is open there.
            backup_folder: where all backups are; the user's data folder when None.
            clock: gives the time; for tests.

        Raises:
            FileError: missing, foreign, newer, unreadable; ``file-damaged``, or ``file-damaged-backup`` with
                ``backup`` and ``backup_at`` of the newest good backup.
            UserError: ``plan-missing``, there is no plan of that year.
        """
        session = start(path, clock(), read_only=read_only, take_over=take_over, folder=backup_folder)
        document = cls(path, session, clock)
        document._backup_folder = backup_folder
        document._books = PriceBooks()
        try:
            document.select(fiscal_year or max(info.fiscal_year for info in document.plans()))
        except BaseException:
            document.close()
            raise
        return document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What every rule of the year says, kept up to date edit by edit."""
        return self._selected.checker.findings

    @property
    def pack(self) -> RulePack:
        """The rules that the plan is judged by, with what the regency adds."""
        return self._selected.pack

    @property
    def whole_pack(self) -> RulePack:
        """All rules of the year, whatever the day by which the plan is judged."""
        return self._selected.whole_pack

    @property
    def overlay_problem(self) -> PackError | None:
        """Why the regency's rule file that the plan carries is left aside; None when all is well."""
        return self._selected.overlay_problem

    @property
    def form_changes(self) -> Mapping[str, FormChange]:
        """What the regency's file changes in the official forms, by form."""
        return self._selected.form_changes

    @property
    def prices_problem(self) -> UserError | None:
        """Why the list of standard prices is left aside; None when all is well."""
        return self._books.problem

    def lend_prices(self, lender: Callable[[], PriceText | None]) -> bool:
        """Where a plan without standard prices of its own gets those of this computer; asked when needed.

        Returns:
            Whether any rule judges otherwise now.
        """
        self._books.lender = lender
        return self._selected.judge_anew()

    def compare_with(self, book: PriceBook) -> None:
        """Judge with these standard prices, whatever the plan carries."""
        self._books.given = book
        self._selected.judge_anew()

    def prepare_prices(self) -> Iterator[None]:
        """Read the list of standard prices part by part, before the rules are judged with it."""
        yield from self._books.prepare(self.plan.prices)

    def ways_out(self, finding: Finding) -> tuple[WayOut, ...]:
        """Small changes that mend a broken finding and break no other rule; none: a person must decide."""
        from village_budget.rules.ways.ways_out import ways_out

        chosen = self._selected
        # Kept until the next edit: the screen, the forms and a second look ask for the same.
        known = chosen.ways
        if finding.key not in known:
            rule = self.pack.rules[finding.rule]
            known[finding.key] = ways_out(finding, rule, self.plan, self.chart, self.pack, bench=chosen.bench)
        return known[finding.key]

    def read_overlay(self, path: Path) -> SetOverlay:
        """The edit that lays a regency's rule file over the rules, once it is proven to fit them.

        Raises:
            PackError: it can't be read or would loosen the law; names file, line and field.
        """
        from village_budget.document.edits.records import SetOverlay
        from village_budget.rules.packs.loader import load_overlay, load_pack

        overlay = load_overlay(path)
        overlay.apply_to(load_pack(self.plan.info.fiscal_year), self.plan.village.code)
        return SetOverlay(path.name, path.read_text(encoding="utf-8"))

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
        self._selected = Selected(self._file.contents, info, loaded, national_chart(), self._books)

    def version(self, plan_id: int) -> Plan:
        """Rows of any year and version in the file, to read and to copy from.

        Raises:
            UserError: ``plan-missing``.
            FileError: the file can't be read any more.
        """
        info = self._file.contents.plans.get(plan_id)
        if info is None:
            raise UserError("plan-missing", year=plan_id)
        if plan_id == self.plan.info.id:
            return self.plan
        rows = self._file.load(plan_id)
        records = self._file.contents.records_of(plan_id)
        return Plan(self.plan.village, info, rows.activities, rows.lines, records)

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
        self._check_file_writable()
        self._record(StepKind.NOTE, label, [change], {info.id: digest.fingerprint}, plan_id=info.id)
        return info

    def report_source(self) -> ReportSource:
        """What forms are built from, as the plan stands now."""
        from village_budget.document.report_input import report_source

        return report_source(self, self._clock())

    def prepare_writing(self) -> Iterator[None]:
        """Load what the first edit needs, part by part, so that it does not wait."""
        for module in _FOR_WRITING:
            import_module(module)
            yield
        self._file.prepare_writing()

    def close(self) -> None:
        """Let the file go; safe to call twice."""
        from village_budget.store import opening

        opening.close_file(self._file)

    def save_copy(self, target: Path, *, history: bool = True) -> None:
        """Write a proven copy under another name, replacing what was there; also when only looking.

        Args:
            target: the copy.
            history: with the journal; without it nothing that was deleted can be read from the copy.

        Raises:
            FileError: the copy was not made; what was under its name is as it was.
        """
        from village_budget.store import copies

        rescue = rescued(self._file.contents, self.plan, self._selected.digest)
        copies.save_copy(self._file, target, history=history, rescue=rescue)

    def backups(self) -> list[BackupInfo]:
        """Backups of this file, newest first, each opened and proven now."""
        return self._backups.infos()

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of this file, once it is closed; what is there is backed up first (U23).

        Raises:
            FileError: ``backup-damaged``, the file is open somewhere, or it was not written; it is as it was.
        """
        from village_budget.store.backup import restore

        restore(backup, self.path, self._clock(), folder=self._backup_folder)

"""The selected plan version in memory: rows, totals, fingerprint, judged rules and what can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import PackError
from village_budget.figures.figures import Figures
from village_budget.store.steps import StepChange, UndoStacks

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart
    from village_budget.document.price_books import PriceBooks
    from village_budget.domain.form_change import FormChange
    from village_budget.domain.plan import PlanInfo, Row
    from village_budget.rules.check import Checker
    from village_budget.rules.packs.pack import RulePack
    from village_budget.rules.regency.overlay import Overlay
    from village_budget.rules.ways.moves import WayOut
    from village_budget.rules.ways.trial_plan import Bench
    from village_budget.store.contents import Contents, Loaded
    from village_budget.store.fingerprint import PreparedDigest
    from village_budget.store.steps import Step

_SHAPING = frozenset({Entity.OVERLAY, Entity.PLAN, Entity.VILLAGE, Entity.PRICES})
"""What decides which rules hold: the regency's files, the regulation's day, the village's code."""


class Selected:
    """One plan version; changed only by `take`, once an edit is on disk.

    Attributes:
        plan: its rows.
        figures: its totals.
        chart: the chart of accounts, with the regency's codes.
        ways: ways out of broken findings that were asked for since the last edit.
        overlay_problem: why the regency's file can't be laid over the rules; None when all is well.
        digest: its fingerprint and what that is made of.
        stacks: steps that can be undone and redone.
    """

    def __init__(
        self,
        contents: Contents,
        info: PlanInfo,
        loaded: Loaded,
        chart: Chart,
        books: PriceBooks,
    ) -> None:
        records = contents.records_of(info.id)
        self.plan = Plan(contents.village, info, loaded.activities, loaded.lines, records)
        self.digest = loaded.digest
        self.stacks = UndoStacks()
        self._national = self.chart = chart
        self._books = books
        self._overlay: Overlay | None = None
        self.overlay_problem: PackError | None = None
        self.figures: Figures
        self._pack: RulePack | None = None
        self._checker: Checker | None = None
        self._bench: Bench | None = None
        self.ways: dict[tuple[str, str], tuple[WayOut, ...]] = {}
        self._taken = 0
        self._lay_over()
        for step in contents.steps:
            if step.plan_id == info.id:
                self.stacks.take(step)

    @property
    def checker(self) -> Checker:
        """Judges the rules of the year; made when first asked for."""
        if self._checker is None:
            from village_budget.rules.check import Checker

            self._checker = Checker(self.whole_pack, self.plan, self.figures, self.chart)
        return self._checker

    @property
    def bench(self) -> Bench:
        """A copy to try changes on; made when first asked for, dropped with the next edit.

        May be asked for on another thread: a copy that an edit has overtaken is not kept.
        """
        kept = self._bench
        if kept is not None:
            return kept
        from village_budget.rules.ways.trial_plan import Bench

        taken = self._taken
        made = Bench(self.plan, self.chart, self.pack)
        if taken == self._taken:
            self._bench = made
        return made

    @property
    def pack(self) -> RulePack:
        """The rules that hold on the day by which the plan is judged, the regency's among them.

        Raises:
            PackError: the pack can't be read.
        """
        return self.checker.pack

    @property
    def whole_pack(self) -> RulePack:
        """All rules of the year with what the regency adds.

        Raises:
            PackError: the pack can't be read.
        """
        if self._pack is None:
            from village_budget.rules.packs.loader import load_pack

            self._pack = load_pack(self.plan.info.fiscal_year)
            if self._overlay is not None:
                try:
                    self._pack = self._overlay.apply_to(self._pack, self.plan.village.code)
                except PackError as error:
                    self.overlay_problem = error
            self._pack = replace(self._pack, prices=self._books.book(self.plan.prices))
        return self._pack

    @property
    def form_changes(self) -> Mapping[str, FormChange]:
        """What the regency's file changes in the official forms; nothing when it can't be used."""
        return {} if self._overlay is None or self.overlay_problem else self._overlay.forms

    def judge_anew(self) -> bool:
        """Follow another list of prices; True when any rule judges otherwise now."""
        return self._judge_anew()

    def _lay_over(self) -> None:
        """Read the regency's file that the plan carries: its codes are part of the chart."""
        self._overlay = self.overlay_problem = None
        self.chart = self._national
        stored = self.plan.overlay
        if stored is not None:
            from village_budget.rules.regency.overlay_reader import loads_overlay

            try:
                self._overlay = loads_overlay(stored.text, stored.name)
                self.chart = self._overlay.chart_with(self._national)
            except PackError as error:
                # Of another version of the program: the plan opens, judged by the national rules alone.
                self.overlay_problem = error
        self.figures = Figures(self.plan, self.chart)

    def row(self, change: StepChange) -> Row | None:
        """The row that a recorded change speaks of, as it is now."""
        plan = self.plan
        rows: dict[str, Mapping[int, Row]] = {
            "village": {change.key: plan.village},
            "plan": {change.key: plan.info},
            "activity": plan.activities,
            "line": plan.lines,
            "answer": plan.answers,
            "waiver": plan.waivers,
            "overlay": plan.overlays,
            "prices": plan.price_lists,
        }
        return rows[change.entity].get(change.key)

    def take(self, changes: Sequence[Change], prepared: PreparedDigest, step: Step) -> bool:
        """Follow a written step; True when any rule judges otherwise now."""
        self._taken += 1
        try:
            return self._follow(changes, prepared, step)
        finally:
            # Once more: a copy that was begun in between is not kept either.
            self._taken += 1
            self._bench = None
            self.ways = {}

    def _follow(self, changes: Sequence[Change], prepared: PreparedDigest, step: Step) -> bool:
        for change in changes:
            self.plan.apply(change)
            self.figures.apply(change)
        self.digest.accept(prepared)
        self.stacks.take(step)
        touched = {change.entity for change in changes}
        if Entity.OVERLAY in touched:
            self._lay_over()
        if touched & _SHAPING:
            return self._judge_anew()
        return self._checker.apply(changes) if self._checker else False

    def _judge_anew(self) -> bool:
        """Other rules hold now: a file of the regency or the day of the regulation has changed."""
        if self._checker is None:
            self._pack = None
            return False
        before = self._checker.findings
        self._pack = self._checker = None
        return self.checker.findings != before

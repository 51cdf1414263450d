"""The selected plan version in memory: rows, totals, fingerprint, judged rules and what can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from village_budget.domain.plan import Change, Entity, Plan
from village_budget.figures.figures import Figures
from village_budget.store.steps import StepChange, UndoStacks

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart
    from village_budget.domain.plan import PlanInfo, Row
    from village_budget.rules.check import Checker
    from village_budget.rules.pack import RulePack
    from village_budget.store.contents import Contents, Loaded
    from village_budget.store.fingerprint import Prepared
    from village_budget.store.steps import Step

_SHAPING = (Entity.OVERLAY, Entity.PLAN, Entity.VILLAGE)
"""What decides which rules hold: the regency's file, the regulation's day, the village's code."""


class Selected:
    """One plan version; changed only by `take`, once an edit is on disk.

    Attributes:
        plan: its rows.
        figures: its totals.
        digest: its fingerprint and what that is made of.
        stacks: steps that can be undone and redone.
    """

    def __init__(
        self,
        contents: Contents,
        info: PlanInfo,
        loaded: Loaded,
        chart: Chart,
    ) -> None:
        records = contents.records_of(info.id)
        self.plan = Plan(contents.village, info, loaded.activities, loaded.lines, records)
        self.figures = Figures(self.plan, chart)
        self.digest = loaded.digest
        self.stacks = UndoStacks()
        self._chart = chart
        self._pack: RulePack | None = None
        self._checker: Checker | None = None
        for step in contents.steps:
            if step.plan_id == info.id:
                self.stacks.take(step)

    @property
    def checker(self) -> Checker:
        """Judges the rules of the year; made when first asked for."""
        if self._checker is None:
            from village_budget.rules.check import Checker

            self._checker = Checker(self.pack, self.plan, self.figures, self._chart)
        return self._checker

    @property
    def pack(self) -> RulePack:
        """The rules of the year.

        Raises:
            PackError: the pack can't be read.
        """
        if self._pack is None:
            from village_budget.rules.loader import load_pack

            self._pack = load_pack(self.plan.info.fiscal_year)
        return self._pack

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
        }
        return rows[change.entity].get(change.key)

    def take(self, changes: Sequence[Change], prepared: Prepared, step: Step) -> bool:
        """Follow a written step; True when any rule judges otherwise now."""
        for change in changes:
            self.plan.apply(change)
            self.figures.apply(change)
        self.digest.accept(prepared)
        self.stacks.take(step)
        if self._pack is not None and any(change.entity in _SHAPING for change in changes):
            return self._judge_anew()
        return self._checker.apply(changes) if self._checker else False

    def _judge_anew(self) -> bool:
        """Other rules hold now: the regency's file or the day of the regulation has changed."""
        before = self._checker.findings if self._checker else ()
        self._pack = self._checker = None
        return self.checker.findings != before

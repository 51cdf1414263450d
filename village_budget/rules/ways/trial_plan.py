"""Tries changes on a copy of a plan: they must mend the broken rule and break no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock

from village_budget.chart.chart import Chart
from village_budget.domain.activity import Activity
from village_budget.domain.findings import Finding, Severity
from village_budget.domain.plan import Change, Entity, Plan, Record
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker
from village_budget.rules.packs.pack import RulePack
from village_budget.rules.ways.moves import Move

_WEIGHT = {Severity.ADVICE: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Proof:
    """What a plan's rules say once changes are made.

    Attributes:
        mended: the finding as it is then; None when there is nothing left for it to speak of.
        worse: rules that were broken before and have a larger gap then.
    """

    mended: Finding | None
    worse: tuple[str, ...]


class Bench:
    """A copy of a plan with its own totals and findings, on which changes are made and taken back.

    Several findings may be looked at from several threads, one at a time: hold `lock` while it is used.

    Attributes:
        plan: the copy; as the plan was when the bench was made, between two trials.
        figures: its totals.
        lock: whose turn it is.
    """

    def __init__(self, plan: Plan, chart: Chart, pack: RulePack) -> None:
        # Each copied at one stroke: the window may change the plan while this is done behind it.
        activities, lines = tuple(plan.activities.values()), tuple(plan.lines.values())
        records: list[Record] = [*tuple(plan.answers.values()), *tuple(plan.waivers.values())]
        records += [*tuple(plan.overlays.values()), *tuple(plan.price_lists.values())]
        self.lock = Lock()
        self.plan = Plan(plan.village, plan.info, activities, lines, records)
        self.figures = Figures(self.plan, chart)
        self._checker = Checker(pack, self.plan, self.figures, chart)
        self._before = {finding.key: finding for finding in self._checker.findings}
        self._left = self._funds_left()
        self._balance = self.figures.balance

    def finding(self, key: tuple[str, str]) -> Finding | None:
        """A finding of the plan as it stands."""
        return self._before.get(key)

    def prove(
        self, key: tuple[str, str], moves: Sequence[Move], gone: Sequence[Activity] = ()
    ) -> Proof | None:
        """Try moves: they must make a finding hold and break nothing.

        Nothing that holds is broken afterwards, nothing broken weighs more, no fund source is short of more
        than before, and no more money is left unplanned or missing than before.

        Args:
            key: of the finding.
            moves: the changes.
            gone: activities taken out with their lines.

        Returns:
            What the rules say then; None when the moves are no way out.
        """
        changes = [_change(number, move) for number, move in enumerate(moves, start=1)]
        changes += [Change(Entity.ACTIVITY, activity.id, activity, None) for activity in gone]
        back = [change.inverse() for change in reversed(changes)]
        self._move(changes)
        try:
            if not self._is_balanced():
                return None
            self._checker.apply(changes)
            try:
                return self._judge(key)
            finally:
                self._move(back)
                self._checker.apply(back)
                back = []
        finally:
            self._move(back)

    def _is_balanced(self) -> bool:
        """Whether money and its sources are no worse than before; seen before any rule is judged."""
        left = self._funds_left()
        short = any(amount < min(self._left.get(fund, 0), 0) for fund, amount in left.items())
        return not short and abs(self.figures.balance) <= abs(self._balance)

    def _judge(self, key: tuple[str, str]) -> Proof | None:
        worse = []
        mended = None
        for finding in self._checker.findings:
            if finding.key == key:
                mended = finding
            if finding.holds:
                continue
            before = self._before.get(finding.key)
            if finding.key == key or before is None or before.holds:
                return None
            if _WEIGHT[finding.severity] > _WEIGHT[before.severity]:
                return None
            if finding.gap > before.gap:
                worse.append(finding.rule)
        return Proof(mended, tuple(dict.fromkeys(worse)))

    def _move(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self.plan.apply(change)
            self.figures.apply(change)

    def _funds_left(self) -> dict[str, int]:
        return {fund: self.figures.fund_balance(fund) for fund in self.figures.used_funds()}


def _change(number: int, move: Move) -> Change:
    """A move as a change of the copy; new lines have keys below zero there, which no plan uses."""
    if move.old is None:
        assert move.new is not None
        return Change(Entity.LINE, -number, None, replace(move.new, id=-number))
    return Change(Entity.LINE, move.old.id, move.old, move.new)

"""Judge a plan against a pack: once from scratch, or edit by edit without looking at the whole plan."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

from village_budget.chart.chart import Chart
from village_budget.domain.activity import Activity
from village_budget.domain.findings import Direction, Finding
from village_budget.domain.lines import Line
from village_budget.domain.plan import Change, Plan
from village_budget.figures.figures import Figures
from village_budget.money import format_rupiah
from village_budget.rules.kinds import KINDS, Sums
from village_budget.rules.line_tests import LINE_TESTS, PAY_TESTS, monthly_pay
from village_budget.rules.pack import Rule, RulePack

_MOST_LINES = 100


class Checker:
    """Keeps the findings of one plan up to date.

    Args:
        pack: the rules.
        plan: the rows; read only.
        figures: their totals, already moved when `apply` is called.
        chart: names and validity of codes.
    """

    def __init__(self, pack: RulePack, plan: Plan, figures: Figures, chart: Chart) -> None:
        self.pack = pack
        judges = [_judge(rule, plan, figures, chart) for rule in pack.rules.values()]
        self._judges = judges
        self._by_line = [judge for judge in judges if isinstance(judge, _LinesJudge)]
        self._plan = plan
        for line in plan.lines.values():
            for judge in self._by_line:
                judge.look(line)
        self._findings = self._collect()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every rule judged, in the order of the pack; one finding a fund for rules on fund sources."""
        return self._findings

    def apply(self, changes: Sequence[Change]) -> bool:
        """Judge again what the changes touch; True when any finding is other than before."""
        for change in changes:
            if isinstance(change.before, Line):
                for judge in self._by_line:
                    judge.forget(change.key)
            if isinstance(change.after, Line):
                for judge in self._by_line:
                    judge.look(change.after)
            if isinstance(change.after, Activity) and isinstance(change.before, Activity):
                for line in self._plan.lines_of(change.key):
                    for judge in self._by_line:
                        judge.forget(line.id)
                        judge.look(line)
        before = self._findings
        self._findings = self._collect()
        return before != self._findings

    def _collect(self) -> tuple[Finding, ...]:
        return tuple(finding for judge in self._judges for finding in judge.findings())


def check(plan: Plan, chart: Chart, pack: RulePack) -> tuple[Finding, ...]:
    """Judge a plan from scratch."""
    return Checker(pack, plan, Figures(plan, chart), chart).findings


class _Judge:
    """Judges one rule; `findings` costs next to nothing when its sums have not moved."""

    def findings(self) -> tuple[Finding, ...]:
        raise AssertionError("each kind of judge has its own")


class _BalanceJudge(_Judge):
    """The plan's balance, and that of each fund source."""

    def __init__(self, rule: Rule, figures: Figures) -> None:
        self._rule = rule
        self._figures = figures
        self._state: object = None
        self._found: tuple[Finding, ...] = ()

    def findings(self) -> tuple[Finding, ...]:
        figures = self._figures
        if self._rule.kind == "balance":
            sums = [Sums(figures.balance, 0, 1)]
        else:
            sums = [Sums(figures.fund_balance(f), 0, 1, (), f) for f in figures.used_funds() if f]
        if sums != self._state:
            self._state = sums
            self._found = tuple(KINDS[self._rule.kind](self._rule, one) for one in sums)
        return self._found


class _SumJudge(_Judge):
    """A rule over the sums of selected lines."""

    def __init__(self, rule: Rule, figures: Figures) -> None:
        self._rule = rule
        self._measured = figures.watch(rule.measured)
        self._base = figures.watch(rule.base)
        self._state: object = None
        self._found: tuple[Finding, ...] = ()

    def findings(self) -> tuple[Finding, ...]:
        measured, base = self._measured, self._base
        sums = Sums(measured.total, base.total, len(measured.members), measured.largest(_MOST_LINES))
        if sums != self._state:
            self._state = sums
            self._found = (KINDS[self._rule.kind](self._rule, sums),)
        return self._found


class _LinesJudge(_Judge):
    """A rule on each line by itself: remembers only the lines that fail (or are measured)."""

    def __init__(self, rule: Rule, activity_code: Callable[[Line], str], chart: Chart) -> None:
        self._rule = rule
        self._activity_code = activity_code
        self._chart = chart
        self._lines: dict[int, int] = {}
        self._changed = True
        self._found: tuple[Finding, ...] = ()

    def look(self, line: Line) -> None:
        """Take a line's answer in."""
        value = self._value(line)
        if value is not None:
            self._lines[line.id] = value
            self._changed = True

    def forget(self, line_id: int) -> None:
        """Take a line's answer out."""
        if self._lines.pop(line_id, None) is not None:
            self._changed = True

    def _value(self, line: Line) -> int | None:
        failed = LINE_TESTS[self._rule.test](line, self._activity_code(line), self._chart)
        return line.amount if failed else None

    def findings(self) -> tuple[Finding, ...]:
        if self._changed:
            self._changed = False
            self._found = (self._finding(),)
        return self._found

    def _finding(self) -> Finding:
        ranked = heapq.nsmallest(_MOST_LINES, self._lines.items(), key=lambda item: (-item[1], item[0]))
        sums = Sums(sum(self._lines.values()), 0, len(self._lines), tuple(key for key, _ in ranked))
        return KINDS[self._rule.kind](self._rule, sums)


class _PayJudge(_LinesJudge):
    """The lowest monthly pay of a post against the law's minimum."""

    def _value(self, line: Line) -> int | None:
        if not PAY_TESTS[self._rule.test](line, self._activity_code(line), self._chart):
            return None
        return monthly_pay(line)

    def _finding(self) -> Finding:
        rule = self._rule
        lowest = min(self._lines.values(), default=rule.limit)
        over = max(rule.limit - lowest, 0)
        short = sorted((pay, key) for key, pay in self._lines.items() if pay < rule.limit)
        facts = {
            "measured": format_rupiah(lowest), "limit": format_rupiah(rule.limit), "gap": format_rupiah(over),
            "headroom": format_rupiah(max(lowest - rule.limit, 0)), "count": str(len(short)),
        }  # fmt: skip
        return Finding(
            rule=rule.id, severity=rule.severity, holds=over == 0, applies=bool(self._lines),
            verified=rule.verified, direction=Direction.AT_LEAST, measured=lowest, limit=rule.limit,
            base=None,
            limit_percent="", gap=over, headroom=max(lowest - rule.limit, 0), unit="sen_per_month",
            basis=rule.basis, lines=tuple(key for _, key in short)[:_MOST_LINES], facts=facts,
        )  # fmt: skip


def _judge(rule: Rule, plan: Plan, figures: Figures, chart: Chart) -> _Judge:
    def activity_code(line: Line) -> str:
        activity = plan.activities.get(line.activity_id or -1)
        return activity.code if activity else ""

    if rule.kind in ("balance", "fund_balance"):
        return _BalanceJudge(rule, figures)
    if rule.kind == "lines":
        return _LinesJudge(rule, activity_code, chart)
    if rule.kind == "monthly_minimum":
        return _PayJudge(rule, activity_code, chart)
    return _SumJudge(rule, figures)

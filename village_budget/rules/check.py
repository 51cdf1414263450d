"""Judge a plan against a pack: once from scratch, or edit by edit without looking at the whole plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from village_budget.chart.chart import Chart
from village_budget.domain.activity import Activity
from village_budget.domain.findings import Finding
from village_budget.domain.lines import Line
from village_budget.domain.plan import Change, Plan
from village_budget.figures.figures import Figures
from village_budget.figures.selector import Selector, Watch
from village_budget.rules.judged_day import judged_on
from village_budget.rules.kinds.judgement import MOST_LINES, Inputs
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.kinds.line_tests import ACTIVITY_TESTS, LINE_TESTS
from village_budget.rules.kinds.tracked_lines import FailingLines, Tracker
from village_budget.rules.kinds.unit_prices import DearLines, SameItems
from village_budget.rules.packs.pack import Rule, RulePack


class Checker:
    """Keeps the findings of one plan up to date.

    Args:
        pack: the rules; those that do not hold on the day by which the plan is judged are left out. When
            that day changes (the date of the regulation), a new checker is needed.
        plan: the rows; read only.
        figures: their totals, already moved when `apply` is called.
        chart: names and validity of codes.
    """

    def __init__(self, pack: RulePack, plan: Plan, figures: Figures, chart: Chart) -> None:
        self.pack = pack.holding_on(judged_on(plan))
        self._plan = plan
        rules = [rule for rule in self.pack.rules.values() if _is_judged(rule, self.pack, plan)]
        # One look at the plan's lines for all rules together.
        figures.watches([selector for rule in rules for selector in _selectors(rule, chart)])
        self._judges = [_Judge(rule, self.pack, plan, figures, chart) for rule in rules]
        self._by_line = [judge for judge in self._judges if judge.rows in ("lines", "texts")]
        self._by_activity = [judge for judge in self._judges if judge.rows in ("activities", "texts")]
        self._look(plan.lines, plan.activities)
        self._findings = self._collect()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every rule judged, in the order of the pack; one finding a fund for rules on fund sources."""
        return self._findings

    def apply(self, changes: Sequence[Change]) -> bool:
        """Judge again what the changes touch; True when any finding is other than before.

        Called after `Plan.apply` and `Figures.apply` of all of them.
        """
        lines: dict[int, None] = {}
        activities: dict[int, None] = {}
        for change in changes:
            for row in (change.before, change.after):
                if isinstance(row, Line):
                    lines[row.id] = None
                    if row.activity_id is not None:
                        activities[row.activity_id] = None
                elif isinstance(row, Activity):
                    activities[row.id] = None
            if _recoded(change):
                lines.update((line.id, None) for line in self._plan.lines_of(change.key))
        self._look(lines, activities)
        before = self._findings
        self._findings = self._collect()
        return before != self._findings

    def lines_of(self, finding: Finding) -> tuple[int, ...]:
        """Lines behind a finding, largest first, also when it holds; at most 100."""
        if finding.lines:
            return finding.lines
        for judge in self._judges:
            if judge.rule.id == finding.rule:
                return judge.driving_lines(finding)
        return ()

    def _look(self, lines: Iterable[int], activities: Iterable[int]) -> None:
        for key in lines:
            line = self._plan.lines.get(key)
            activity = self._plan.activities.get(line.activity_id or -1) if line else None
            code = activity.code if activity else ""
            for judge in self._by_line:
                judge.look_at_line(key, line, code)
        for key in activities:
            known = self._plan.activities.get(key)
            for judge in self._by_activity:
                judge.look_at_activity(key, known)

    def _collect(self) -> tuple[Finding, ...]:
        found = (finding for judge in self._judges for finding in judge.findings())
        return tuple(map(self._waived, found)) if self._plan.waivers else tuple(found)

    def _waived(self, finding: Finding) -> Finding:
        """A breach that a recorded exemption covers stays visible, but is no longer open."""
        if finding.holds or not self.pack.rules[finding.rule].waivable:
            return finding
        waiver = self._plan.waiver(finding.rule, finding.fund)
        return finding if waiver is None else replace(finding, waived=True)


def check(plan: Plan, chart: Chart, pack: RulePack) -> tuple[Finding, ...]:
    """Judge a plan from scratch."""
    return Checker(pack, plan, Figures(plan, chart), chart).findings


def _recoded(change: Change) -> bool:
    before, after = change.before, change.after
    if not (isinstance(before, Activity) and isinstance(after, Activity)):
        return False
    return (before.code, before.tags) != (after.code, after.tags)


def _is_judged(rule: Rule, pack: RulePack, plan: Plan) -> bool:
    if KINDS[rule.kind].compares and pack.prices is None:
        return False
    return not rule.silent and rule.meant_for(plan.info.version)


def _never(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    return False


def _fund_selector(fund: str) -> Selector:
    out = (Selector(parts=("spending",)), Selector(parts=("financing",), accounts=("6.2",)))
    return Selector(funds=(fund,), any_of=out)


def _selectors(rule: Rule, chart: Chart) -> list[Selector]:
    """The selectors that a rule has figures keep sums of."""
    kind = KINDS[rule.kind]
    found = []
    if kind.rows == "selected" and rule.measures:
        found.append(rule.measured)
        found += [rule.base] if "base" in kind.needs else []
        found += [rule.minus] if rule.minus else []
        found += _classes(rule)
    if rule.kind == "fund_balance":
        found += [_fund_selector(fund) for fund in chart.funds]
    return found


def _classes(rule: Rule) -> list[Selector]:
    """The measured lines with each of the rule's tags, and last those with none of them."""
    if not rule.tags:
        return []
    bare = Selector(without_tags=rule.tags, any_of=(rule.measured,))
    return [*(Selector(tags=(tag,), any_of=(rule.measured,)) for tag in rule.tags), bare]


class _Judge:
    """Judges one rule; costs next to nothing when nothing that it depends on has moved."""

    def __init__(self, rule: Rule, pack: RulePack, plan: Plan, figures: Figures, chart: Chart) -> None:
        self.rule = rule
        self._kind = KINDS[rule.kind]
        self.rows = self._kind.rows
        selected = self.rows == "selected" and rule.measures
        needs_funds = rule.kind == "fund_balance"
        measured = figures.watch(rule.measured) if selected else Watch()
        same_items = SameItems(chart, measured) if rule.kind == "same_price" else None
        compared = pack.prices if self._kind.compares else None
        dear = DearLines(compared, measured) if compared is not None else None
        self._inputs = Inputs(
            plan=plan,
            figures=figures,
            chart=chart,
            measured=measured,
            minus=figures.watch(rule.minus) if selected and rule.minus else Watch(),
            base=figures.watch(rule.base) if selected and "base" in self._kind.needs else Watch(),
            of_fund={f: figures.watch(_fund_selector(f)) for f in chart.funds} if needs_funds else {},
            of_class=tuple(figures.watch(one) for one in _classes(rule)),
            questions=rule.questions,
            given=pack.given,
            holidays=pack.holidays,
            book=pack.prices,
            same_items=same_items,
            dear=dear,
        )
        self._tracker: Tracker = (
            dear or same_items or FailingLines(LINE_TESTS.get(rule.test, _never), chart, measured)
        )
        self._state: object = None
        self._found: tuple[Finding, ...] = ()

    def look_at_line(self, key: int, line: Line | None, activity_code: str) -> None:
        """Look at a line that came, went or changed (None: it is gone)."""
        self._tracker.look(key, line, activity_code)

    def look_at_activity(self, key: int, activity: Activity | None) -> None:
        """Test an activity that came, went or changed, or whose lines did."""
        failed = self._inputs.failed
        failed.discard(key)
        if activity is not None and ACTIVITY_TESTS[self.rule.test](activity, self._inputs.figures):
            failed.add(key)

    def findings(self) -> tuple[Finding, ...]:
        """The rule's findings as the plan stands."""
        state = (self._kind.state(self._inputs), self._inputs.answers())
        if state != self._state:
            self._state = state
            self._found = self._kind.judge(self.rule, self._inputs)
        return self._found

    def driving_lines(self, finding: Finding) -> tuple[int, ...]:
        """Lines behind one of the rule's findings, largest first."""
        inputs = self._inputs
        if finding.fund:
            watch = inputs.of_fund.get(finding.fund, Watch())
        elif inputs.dear is not None:
            watch = inputs.dear.explained
        else:
            watch = inputs.minus if self.rule.minus else inputs.measured
        return watch.largest(MOST_LINES)

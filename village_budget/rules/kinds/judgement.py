"""What a kind of rule gets to see of a plan, and how it puts its finding together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from village_budget.chart.chart import Chart
from village_budget.domain.findings import Direction, Finding
from village_budget.domain.plan import Plan
from village_budget.figures.figures import Figures
from village_budget.figures.selector import Watch
from village_budget.money import Sen, format_rupiah
from village_budget.rules.kinds.pay import PayReader
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.standing_answers import answer_of

if TYPE_CHECKING:
    from village_budget.domain.prices import PriceBook
    from village_budget.rules.kinds.unit_prices import DearLines, SameItems

MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Inputs:
    """One rule's view of the plan: running sums, never the whole plan.

    Attributes:
        plan: rows by id; looked up one by one only.
        figures: totals of the plan.
        chart: names of codes.
        measured: the measured lines, or those that failed the rule's test.
        minus: lines taken off the measured sum.
        base: lines of the denominator.
        failed: ids of the activities that failed the rule's test.
        of_fund: lines paid out of a fund source, by fund.
        of_class: the measured lines with each of the rule's tags, and last those with none of them.
        pay: reads lines of monthly pay.
        questions: ids of the questions that the rule asks.
        given: answers that the regency gives, by question.
        holidays: the regency's own holidays with their names, for rules that count working days.
        book: the regency's standard prices; None when the plan has none.
        same_items: the lines of each item that stands in the plan at several prices, for rules on that.
        dear: the lines above their standard price, for rules on that.
    """

    plan: Plan
    figures: Figures
    chart: Chart
    measured: Watch
    minus: Watch
    base: Watch
    failed: set[int] = field(default_factory=set)
    of_fund: Mapping[str, Watch] = field(default_factory=dict)
    of_class: tuple[Watch, ...] = ()
    pay: PayReader = field(default_factory=PayReader)
    questions: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    holidays: Mapping[date, str] = field(default_factory=dict)
    book: PriceBook | None = None
    same_items: SameItems | None = None
    dear: DearLines | None = None

    def answer(self, question: str) -> str:
        """The answer to one of the rule's questions as text; empty while it is open."""
        assert question in self.questions, question
        return answer_of(self.plan, question, self.given)

    def answers(self) -> tuple[str, ...]:
        """All answers that the rule looks at: when they change, it is judged again."""
        return tuple(answer_of(self.plan, question, self.given) for question in self.questions)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a kind found, before it becomes the rule's finding; amounts in sen, or counts.

    Attributes:
        over: how far beyond the limit; zero or less holds, and is the headroom.
    """

    measured: int
    limit: int
    over: int
    direction: Direction
    applies: bool = True
    base: Sen | None = None
    unit: str = "sen"
    lines: tuple[int, ...] = ()
    activities: tuple[int, ...] = ()
    fund: str = ""
    variant: str = ""


def finding(rule: Rule, verdict: Verdict, facts: Mapping[str, str]) -> Finding:
    """The rule's finding, with the facts that its sentences may name."""
    holds = verdict.over <= 0 or not verdict.applies
    variant = verdict.variant
    severity = rule.variants[variant].severity if variant in rule.variants else None
    quiet = holds and variant != "ask"
    return Finding(
        rule=rule.id,
        severity=severity or rule.severity,
        holds=holds,
        applies=verdict.applies,
        verified=rule.verified,
        direction=verdict.direction,
        measured=verdict.measured,
        limit=verdict.limit,
        base=verdict.base,
        limit_percent=rule.percent,
        gap=0 if holds else verdict.over,
        headroom=max(-verdict.over, 0) if holds and verdict.applies else 0,
        unit=verdict.unit,
        basis=rule.basis,
        lines=() if quiet else verdict.lines[:MOST_LINES],
        activities=() if quiet else verdict.activities[:MOST_LINES],
        facts=dict(facts),
        fund=verdict.fund,
        variant=variant,
        questions=rule.questions,
    )


def line_facts(inputs: Inputs, lines: tuple[int, ...]) -> dict[str, str]:
    """``first``: the largest line in words; ``codes``: where the largest lines stand, at most three codes."""
    if not lines:
        return {"first": "", "codes": ""}
    first = inputs.plan.lines[lines[0]]
    found = list(dict.fromkeys(_place(inputs, key) for key in lines[:20]))
    more = ", \N{HORIZONTAL ELLIPSIS}" if len(found) > 3 else ""
    words = first.description or inputs.chart.account_name(first.account_code)
    return {
        "first": f"{_place(inputs, lines[0])} {words} ({format_rupiah(first.amount)})".lstrip(),
        "codes": ", ".join(found[:3]) + more,
    }


def _place(inputs: Inputs, line_id: int) -> str:
    line = inputs.plan.lines[line_id]
    activity = inputs.plan.activities.get(line.activity_id or -1)
    return activity.code if activity else line.account_code


def set_facts(inputs: Inputs, lines: tuple[int, ...]) -> dict[str, str]:
    """Sum and number of the measured lines, and where the given ones stand."""
    count = len(inputs.measured.members)
    facts = {"count": str(count), "lines": counted(count, "line", "lines")}
    return {"measured": format_rupiah(inputs.measured.total), **facts, **line_facts(inputs, lines)}


def counted(count: int, one: str, many: str) -> str:
    """A count with its English noun; Indonesian nouns have no plural and stand in the sentence."""
    return f"{count} {one if count == 1 else many}"

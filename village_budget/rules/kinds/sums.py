"""Sums against zero or an amount: the balance, each fund source, ceilings, forbidden and questioned lines."""

from __future__ import annotations

from itertools import takewhile

from village_budget.domain.findings import Direction, Finding
from village_budget.money import format_rupiah
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    counted,
    finding,
    line_facts,
    set_facts,
)
from village_budget.rules.packs.pack import Rule

_FUND_LINES = 10


def balance(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """This year's SiLPA is zero; below zero the plan spends money it has not (Permendagri 20/2018 art. 9)."""
    left = inputs.figures.balance
    verdict = Verdict(left, 0, abs(left), Direction.EQUAL, variant="above" if left > 0 else "")
    figures = inputs.figures
    facts = {
        "measured": format_rupiah(left), "gap": format_rupiah(abs(left)),
        "in": format_rupiah(figures.revenue + figures.financing_in),
        "out": format_rupiah(figures.spending + figures.financing_out),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)


def fund_balance(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """No fund source pays more than it brings; one finding a fund source in use.

    When money without a fund source (a carry-over not yet split) could cover every shortage, the rule asks
    for the split instead of calling the plan overspent.
    """
    figures = inputs.figures
    funds = [fund for fund in figures.used_funds() if fund]
    undecided = figures.fund_in("")
    ask = undecided >= sum(max(-figures.fund_balance(fund), 0) for fund in funds)
    found = []
    for fund in funds:
        left = figures.fund_balance(fund)
        watch = inputs.of_fund.get(fund)
        verdict = Verdict(
            left, 0, -left, Direction.AT_LEAST, fund=fund, variant="ask" if left < 0 and ask else "",
            lines=watch.largest(_FUND_LINES) if watch and left < 0 else (),
        )  # fmt: skip
        facts = {
            "fund": fund, "measured": format_rupiah(left), "gap": format_rupiah(max(-left, 0)),
            "headroom": format_rupiah(max(left, 0)), "in": format_rupiah(figures.fund_in(fund)),
            "out": format_rupiah(figures.fund_out(fund)), "undecided": format_rupiah(undecided),
        }  # fmt: skip
        found.append(finding(rule, verdict, facts))
    return tuple(found)


def fund_state(inputs: Inputs) -> object:
    """What `fund_balance` depends on; compared to tell whether to judge again."""
    figures = inputs.figures
    funds = figures.used_funds()
    versions = tuple(watch.version for watch in inputs.of_fund.values())
    return (*((fund, figures.fund_in(fund), figures.fund_out(fund)) for fund in funds), versions)


def amount_max(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The measured sum is at most an amount."""
    assert rule.limit is not None
    measured = inputs.measured.total
    lines = inputs.measured.largest()
    over = measured - rule.limit
    applies = bool(lines)
    verdict = Verdict(
        measured, rule.limit, over, Direction.AT_MOST, applies=applies, lines=lines,
        variant="" if applies else "absent",
    )  # fmt: skip
    facts = {
        "measured": format_rupiah(measured), "limit": format_rupiah(rule.limit),
        "gap": format_rupiah(max(over, 0)), "headroom": format_rupiah(max(-over, 0)),
        **line_facts(inputs, lines),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)


def line_max(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """No single line is above an amount; the gap is that of the largest line."""
    limit = rule.limit
    assert limit is not None
    ranked = inputs.measured.largest(len(inputs.measured.members))
    amounts = inputs.measured.members
    above = tuple(takewhile(lambda key: amounts[key] > limit, ranked))
    largest = amounts[ranked[0]] if ranked else 0
    verdict = Verdict(
        largest, limit, largest - limit, Direction.AT_MOST, applies=bool(ranked), lines=above,
        variant="" if ranked else "absent",
    )  # fmt: skip
    facts = {
        "measured": format_rupiah(largest), "limit": format_rupiah(limit),
        "gap": format_rupiah(max(verdict.over, 0)), "headroom": format_rupiah(max(-verdict.over, 0)),
        "count": str(len(above)), "lines": counted(len(above), "line", "lines"), **line_facts(inputs, above),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)


def none_of(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """No line is selected: a forbidden pairing; the gap is what stands there now."""
    watch = inputs.measured
    lines = watch.largest()
    over = max(watch.total, 100 * len(watch.members)) if lines else 0
    verdict = Verdict(watch.total, 0, over, Direction.AT_MOST, lines=lines)
    return (finding(rule, verdict, set_facts(inputs, lines)),)


def ask_for(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """Lines that call for a document or a decision: a question (``ask``), which breaks nothing."""
    lines = inputs.measured.largest()
    count = len(inputs.measured.members)
    verdict = Verdict(
        count, 0, 0, Direction.NONE, unit="count", lines=lines, variant="ask" if lines else ""
    )  # fmt: skip
    return (finding(rule, verdict, set_facts(inputs, lines)),)


def lines(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """No line fails the rule's check; counts lines."""
    failed = inputs.measured.largest()
    count = len(inputs.measured.members)
    verdict = Verdict(count, 0, count, Direction.AT_MOST, unit="count", lines=failed)
    return (finding(rule, verdict, set_facts(inputs, failed)),)


def activities(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """No activity fails the rule's check; counts activities."""
    failed = sorted(inputs.failed, key=lambda key: (inputs.plan.activities[key].code, key))
    count = len(failed)
    verdict = Verdict(count, 0, count, Direction.AT_MOST, unit="count", activities=tuple(failed))
    codes = [inputs.plan.activities[key].code for key in failed[:3]]
    more = ", \N{HORIZONTAL ELLIPSIS}" if count > 3 else ""
    facts = {"count": str(count), "activities": counted(count, "activity", "activities")}
    return (finding(rule, verdict, facts | {"codes": ", ".join(codes) + more}),)

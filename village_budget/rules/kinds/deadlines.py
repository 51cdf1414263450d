"""Days that the village answers: in time, so many days after another, or not after another.

All of them measure how many days an answer comes after the last right day: 0 or less holds.
"""

from __future__ import annotations

from datetime import date, timedelta

from village_budget.domain.findings import Direction, Finding
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    counted,
    finding,
    set_facts,
)
from village_budget.rules.kinds.working_days import add_working_days
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.standing_answers import as_day


def date_by(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The answered day is not after ``by``, so many years before the fiscal year."""
    assert rule.by is not None
    month, day = rule.by
    limit = date(inputs.plan.info.fiscal_year - rule.years_before, month, day)
    return _judge(rule, inputs, None, limit)


def date_after(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The answered day comes at most so many (working) days after another; ``absent`` without that one."""
    assert rule.days is not None
    start = as_day(inputs.answer(rule.after))
    if start is None:
        return _judge(rule, inputs, None, None)
    if rule.working_days:
        limit = add_working_days(start, rule.days, inputs.holidays)
    else:
        limit = start + timedelta(rule.days)
    return _judge(rule, inputs, start, limit)


def date_order(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The answered day is not after another; ``absent`` without that one."""
    return _judge(rule, inputs, None, as_day(inputs.answer(rule.after)))


def _judge(rule: Rule, inputs: Inputs, start: date | None, limit: date | None) -> tuple[Finding, ...]:
    """Compare the answer with the last right day; None: it is not known yet."""
    day = as_day(inputs.answer(rule.question))
    lines = inputs.measured.largest()
    late = (day - limit).days if day and limit else 0
    if limit is None or (rule.measures and not lines):
        verdict = Verdict(0, 0, 0, Direction.NONE, applies=False, unit="days", variant="absent")
    elif day is None:
        verdict = Verdict(0, 0, 0, Direction.NONE, unit="days", lines=lines, variant="ask")
    else:
        verdict = Verdict(late, 0, late, Direction.AT_MOST, unit="days", lines=lines)
    facts = {
        "date": _text(day), "limit": _text(limit), "start": _text(start),
        "gap": str(max(late, 0)), "late": counted(max(late, 0), "day", "days"),
    }  # fmt: skip
    return (finding(rule, verdict, set_facts(inputs, lines) | facts),)


def _text(day: date | None) -> str:
    """A day as a fact; the sentence writes it out in its own language."""
    return day.isoformat() if day else ""

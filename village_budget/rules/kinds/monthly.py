"""Pay by the month against a minimum or maximum, one person at a time.

Several lines may pay the same person: the village head's lines always do, as do lines of one name and the
same months out of different fund sources. They are added before they are judged; see `pay` for how a line
is read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from village_budget.domain.findings import Direction, Finding
from village_budget.domain.lines import Line
from village_budget.money import format_rupiah
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    finding,
    line_facts,
)
from village_budget.rules.kinds.pay import Pay, read_pay
from village_budget.rules.packs.pack import Rule

POSTS = ("head", "secretary", "staff", "hamlet", "member", "family")
"""Whose pay is meant: ``staff`` is all but the secretary, ``hamlet`` the heads of hamlets among them,
``member`` anybody of a council, ``family`` a family that gets aid."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Lines that pay the same persons.

    Attributes:
        monthly: one person's pay in a month, in sen, exact.
        months: months of one person that the lines pay together.
        persons: how many persons they name.
        lines: their ids.
    """

    monthly: Fraction
    months: Fraction
    persons: int
    lines: tuple[int, ...]


def monthly_minimum(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """Nobody of the post gets less a month than the limit (PP 11/2019 art. 81)."""
    return _judge(rule, inputs, 1)


def monthly_maximum(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """Nobody of the post gets more a month than the limit."""
    return _judge(rule, inputs, -1)


def _judge(rule: Rule, inputs: Inputs, sign: int) -> tuple[Finding, ...]:
    """Judge the worst paid (``sign`` 1: lowest, -1: highest); ask when a line can't be read."""
    assert rule.limit is not None
    pays = _pays_of(rule, inputs.pay.read(_lines(inputs)), sign)
    paid = sorted(put_together(pays, rule.post), key=lambda one: (sign * one.monthly, one.lines))
    wrong = [one for one in paid if sign * one.monthly < sign * rule.limit]
    unread = tuple(pay.line_id for pay in pays if pay.monthly is None)
    worst = paid[0].monthly if paid else Fraction(rule.limit)
    over = sign * (rule.limit - worst)
    if not wrong and unread:
        count = len(unread)
        verdict = Verdict(count, 0, count, Direction.NONE, unit="count", lines=unread, variant="ask")
    else:
        direction = Direction.AT_LEAST if sign > 0 else Direction.AT_MOST
        verdict = Verdict(
            int(worst // 1), rule.limit, math.ceil(over), direction,
            applies=bool(paid), unit="sen_per_month", variant="" if paid else "absent",
            lines=tuple(key for one in wrong for key in one.lines),
        )  # fmt: skip
    year = sum((sign * (rule.limit - one.monthly) * one.months for one in wrong), Fraction(0))
    facts = {
        "measured": format_rupiah(_rupiah(worst)),
        "limit": format_rupiah(rule.limit),
        "gap": format_rupiah(-_rupiah(-max(over, Fraction(0)))),
        "headroom": format_rupiah(_rupiah(max(-over, Fraction(0)))),
        "year": format_rupiah(-_rupiah(-year)),
        "persons": str(sum(one.persons for one in wrong)),
        "count": str(len(verdict.lines)),
        **line_facts(inputs, verdict.lines),
    }
    return (finding(rule, verdict, facts),)


def fewest_persons(rule: Rule, inputs: Inputs) -> tuple[int, tuple[int, ...]]:
    """The fewest persons of a rule's post whom its lines can mean, and these lines, largest first.

    As many persons as their months fill in a year, and no fewer than one line names; 0 without such a line.
    """
    pays = [pay for pay in inputs.pay.read(_lines(inputs)) if of_post(pay, rule.post)]
    months = sum((one.months for one in put_together(pays, rule.post)), Fraction(0))
    persons = max([math.ceil(months / 12), *(pay.persons for pay in pays)], default=0)
    return persons, tuple(pay.line_id for pay in pays)


def wrongly_paid(rule: Rule, lines: Iterable[Line]) -> list[Paid]:
    """Persons whom lines pay less than a rule's minimum, or more than its maximum; worst first."""
    assert rule.limit is not None
    sign = 1 if rule.kind == "monthly_minimum" else -1
    pays = _pays_of(rule, (pay for line in lines if (pay := read_pay(line)) is not None), sign)
    paid = sorted(put_together(pays, rule.post), key=lambda one: (sign * one.monthly, one.lines))
    return [one for one in paid if sign * one.monthly < sign * rule.limit]


def _pays_of(rule: Rule, pays: Iterable[Pay], sign: int) -> list[Pay]:
    """The pay of a rule's post, as far as it can be told."""
    found = [pay for pay in pays if of_post(pay, rule.post)]
    if sign < 0 and rule.post not in ("head", "secretary"):
        # One amount for nobody knows how many looks like too much for one.
        found = [pay if pay.counted else replace(pay, person_months=None) for pay in found]
    return found


def _lines(inputs: Inputs) -> list[Line]:
    watch = inputs.measured
    return [inputs.plan.lines[key] for key in watch.largest(len(watch.members))]


def of_post(pay: Pay, post: str) -> bool:
    """Whether a line pays somebody of a post."""
    if post == "hamlet":
        return pay.hamlet
    return post in ("head", "member", "family") or pay.secretary == (post == "secretary")


def put_together(pays: Iterable[Pay], post: str) -> list[Paid]:
    """Lines put together by the persons that they pay."""
    groups: dict[object, list[Pay]] = {}
    for pay in pays:
        if pay.person_months is None:
            continue
        key: object = "one person" if post in ("head", "secretary") else (pay.name, pay.person_months)
        groups.setdefault(key, []).append(pay)
    paid = []
    for group in groups.values():
        paid += _one_person(group) if post in ("head", "secretary") else _same_persons(group)
    return paid


def _one_person(group: list[Pay]) -> list[Paid]:
    """One person's lines: one after the other when they fill at most a year, else on top of each other."""
    months = [pay.person_months or Fraction(0) for pay in group]
    if len(group) == 1 or sum(months) <= 12:
        return [_alone(pay) for pay in group]
    longest = max(months)
    total = sum((pay.total for pay in group), Fraction(0))
    return [Paid(total / longest, longest, 1, tuple(pay.line_id for pay in group))]


def _same_persons(group: list[Pay]) -> list[Paid]:
    """Lines of one name and the same months: added when each has a fund source of its own."""
    if len(group) == 1 or len({pay.fund for pay in group}) < len(group):
        return [_alone(pay) for pay in group]
    months = group[0].person_months or Fraction(1)
    total = sum((pay.total for pay in group), Fraction(0))
    return [Paid(total / months, months, group[0].persons, tuple(pay.line_id for pay in group))]


def _alone(pay: Pay) -> Paid:
    months = pay.person_months or Fraction(1)
    return Paid(pay.total / months, months, pay.persons, (pay.line_id,))


def _rupiah(sen: Fraction) -> int:
    """Whole rupiah, in sen, not above."""
    return int(sen / 100 // 1) * 100

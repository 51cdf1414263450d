"""Pay by the month against the village head's, as PP 43/2014 art. 81(4) asked before PP 11/2019."""

from __future__ import annotations

import math
from fractions import Fraction

from village_budget.domain.findings import Direction, Finding
from village_budget.figures.selector import Watch
from village_budget.money import format_rupiah
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    finding,
    line_facts,
)
from village_budget.rules.kinds.monthly import Paid, of_post, put_together
from village_budget.rules.kinds.pay import Pay
from village_budget.rules.kinds.shares import per_cent
from village_budget.rules.packs.pack import Rule


def monthly_ratio(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """Nobody of the post gets less a month than ``percent`` of what the base lines pay the head.

    The head's highest pay in the year is compared with the lowest of the others; ``ask`` when a line of
    either can't be read by the month. Facts: ``measured`` the lowest pay, ``base`` the head's, ``limit`` the
    least that is right, ``gap``, ``percent``, and ``first`` and ``codes`` of the lines meant.
    """
    pays = [pay for pay in _read(inputs, inputs.measured) if of_post(pay, rule.post)]
    heads = _read(inputs, inputs.base)
    paid = sorted(put_together(pays, rule.post), key=lambda one: (one.monthly, one.lines))
    head = max((one.monthly for one in put_together(heads, "head")), default=Fraction(0))
    limit = Fraction(rule.percent) / 100 * head
    wrong = [one for one in paid if one.monthly < limit]
    unread = tuple(pay.line_id for pay in (*pays, *heads) if pay.monthly is None)
    worst = paid[0].monthly if paid else limit
    if unread and pays and heads and not wrong:
        verdict = Verdict(
            len(unread), 0, len(unread), Direction.NONE, unit="count", lines=unread, variant="ask"
        )
    else:
        verdict = _compared(paid, wrong, limit, applies=bool(paid and head))
    facts = {
        "measured": format_rupiah(_up(worst)), "base": format_rupiah(_up(head)),
        "limit": format_rupiah(_up(limit)), "percent": per_cent(rule.percent),
        "gap": format_rupiah(_up(max(limit - worst, Fraction(0)))), **line_facts(inputs, verdict.lines),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)


def _compared(paid: list[Paid], wrong: list[Paid], limit: Fraction, *, applies: bool) -> Verdict:
    worst = paid[0].monthly if paid else limit
    return Verdict(
        int(worst), math.ceil(limit), math.ceil(limit - worst), Direction.AT_LEAST, applies=applies,
        unit="sen_per_month", variant="" if applies else "absent",
        lines=tuple(key for one in wrong for key in one.lines),
    )  # fmt: skip


def _read(inputs: Inputs, watch: Watch) -> list[Pay]:
    return inputs.pay.read([inputs.plan.lines[key] for key in watch.largest(len(watch.members))])


def _up(sen: Fraction) -> int:
    """Whole rupiah, in sen, not below."""
    return -int(-sen // 100) * 100

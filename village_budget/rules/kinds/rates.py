"""A sum that is a number of families (or persons) times an amount a month times months."""

from __future__ import annotations

from village_budget.domain.findings import Direction, Finding
from village_budget.money import format_rupiah
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    finding,
    line_facts,
)
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.standing_answers import as_number


def rate_product(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """``measured`` is exactly the answered count x ``limit`` (the rate) x ``months``.

    Facts: ``measured``, ``limit`` (the product), ``gap``, ``number`` (the count), ``rate``, ``months``, and
    ``first`` and ``codes`` of the lines. Without an answer it asks (``ask``) when such lines exist, else it
    is ``absent``.
    """
    assert rule.limit is not None
    assert rule.months is not None
    lines = inputs.measured.largest()
    measured = inputs.measured.total
    count = as_number(inputs.answer(rule.question))
    if count is None:
        verdict = Verdict(
            measured, 0, 0, Direction.NONE, applies=bool(lines), lines=lines,
            variant="ask" if lines else "absent",
        )  # fmt: skip
    else:
        due = count * rule.limit * rule.months
        verdict = Verdict(measured, due, abs(measured - due), Direction.EQUAL, lines=lines)
    facts = {
        "measured": format_rupiah(measured), "limit": format_rupiah(verdict.limit),
        "gap": format_rupiah(verdict.over), "number": str(count or 0), "rate": format_rupiah(rule.limit),
        "months": str(rule.months), **line_facts(inputs, lines),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)

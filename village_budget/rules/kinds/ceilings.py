"""Sums against an amount that the village or its regency has answered: equal to it, or not above it."""

from __future__ import annotations

from village_budget.domain.findings import Direction, Finding
from village_budget.money import format_rupiah
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    finding,
    set_facts,
)
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.standing_answers import as_amount


def equals_answer(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The sum is the answered amount to the sen; ``above`` or ``below``, when the rule has it, says which."""
    return _judge(rule, inputs, Direction.EQUAL)


def at_most_answer(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The sum is not above the answered amount."""
    return _judge(rule, inputs, Direction.AT_MOST)


def _judge(rule: Rule, inputs: Inputs, direction: Direction) -> tuple[Finding, ...]:
    """Without an answer the rule asks (``ask``) when there are such lines, else it is ``absent``."""
    limit = as_amount(inputs.answer(rule.question))
    measured = inputs.measured.total
    lines = inputs.measured.largest()
    over = 0 if limit is None else measured - limit
    if limit is None and not lines:
        verdict = Verdict(0, 0, 0, Direction.NONE, applies=False, variant="absent")
    elif limit is None:
        verdict = Verdict(measured, 0, 0, Direction.NONE, lines=lines, variant="ask")
    elif direction is Direction.EQUAL:
        side = "above" if over > 0 else "below" if over < 0 else ""
        variant = side if side in rule.variants else ""
        verdict = Verdict(measured, limit, abs(over), direction, lines=lines, variant=variant)
    else:
        verdict = Verdict(measured, limit, over, direction, lines=lines)
    facts = {
        "limit": "" if limit is None else format_rupiah(limit),
        "gap": format_rupiah(max(verdict.over, 0)), "headroom": format_rupiah(max(-over, 0)),
    }  # fmt: skip
    return (finding(rule, verdict, set_facts(inputs, lines) | facts),)

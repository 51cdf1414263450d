"""Documents and confirmations that a rule asks for."""

from __future__ import annotations

from village_budget.domain.findings import Direction, Finding
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    finding,
    set_facts,
)
from village_budget.rules.packs.pack import Rule


def document(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The document is there, or not needed; while nobody has answered the rule only asks (``ask``).

    A rule that measures lines speaks up only when there are such lines (else ``absent``). ``none`` may have
    a sentence of its own: the document is not needed.
    """
    lines = inputs.measured.largest()
    count = len(inputs.measured.members)
    answer = inputs.answer(rule.question)
    if rule.measures and not count:
        verdict = Verdict(0, 0, 0, Direction.NONE, applies=False, unit="count", variant="absent")
        return (finding(rule, verdict, set_facts(inputs, ())),)
    missing = answer == "no"
    variant = {"no": "", "yes": "", "none": "none" if "none" in rule.variants else ""}.get(answer, "ask")
    verdict = Verdict(
        1 if missing else 0, 0, 1 if missing else 0, Direction.NONE, unit="count", lines=lines,
        variant=variant,
    )  # fmt: skip
    return (finding(rule, verdict, set_facts(inputs, lines)),)

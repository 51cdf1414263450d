"""A finding in words, from the rule's own sentences and the plan's own numbers."""

from __future__ import annotations

from village_budget.domain.findings import Direction, Finding
from village_budget.rules.pack import Rule


def sentence(finding: Finding, rule: Rule, language: str) -> str:
    """One plain sentence in ``id`` or ``en``: what was found, whether the rule holds or not."""
    text = rule.holds if finding.holds and finding.variant != "ask" else rule.broken
    if finding.variant in rule.variants:
        text = rule.variants[finding.variant].text
    return text.get(language).format(**finding.facts)


def is_near(finding: Finding) -> bool:
    """Whether a rule still holds but from 95 % of a maximum or under 105 % of a minimum.

    Only sums that fill up with each line are ever near: pay at the legal minimum is simply right.
    """
    if not finding.holds or not finding.applies or finding.limit <= 0 or finding.unit != "sen":
        return False
    if finding.direction is Direction.AT_MOST:
        return finding.measured * 100 >= finding.limit * 95
    return finding.direction is Direction.AT_LEAST and finding.measured * 100 < finding.limit * 105

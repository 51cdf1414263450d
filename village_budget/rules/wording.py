"""A finding in words, from the rule's own sentences and the plan's own numbers."""

from __future__ import annotations

import re
from datetime import date

from village_budget.domain.findings import Direction, Finding
from village_budget.rules.packs.pack import Rule
from village_budget.spelling import long_date

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def sentence(finding: Finding, rule: Rule, language: str) -> str:
    """One plain sentence in ``id`` or ``en``: what was found, whether the rule holds or not."""
    text = rule.holds if finding.holds and finding.variant != "ask" else rule.broken
    if finding.variant in rule.variants:
        text = rule.variants[finding.variant].text
    facts = {name: _written(fact, language) for name, fact in finding.facts.items()}
    return text.get(language).format(**facts)


def _written(fact: str, language: str) -> str:
    """A day written out; every other fact reads the same in both languages."""
    if not _DAY.fullmatch(fact):
        return fact
    return long_date(date.fromisoformat(fact), language)


def is_near(finding: Finding) -> bool:
    """Whether a rule still holds but from 95 % of a maximum or under 105 % of a minimum.

    Only sums that fill up with each line are ever near: pay at the legal minimum is simply right, and so is
    spending all that there is (a share of 100 %).
    """
    if not finding.holds or not finding.applies or finding.limit <= 0 or finding.unit != "sen":
        return False
    if finding.limit_percent == "100":
        return False
    if finding.direction is Direction.AT_MOST:
        return finding.measured * 100 >= finding.limit * 95
    return finding.direction is Direction.AT_LEAST and finding.measured * 100 < finding.limit * 105

"""What a regency (Dinas PMD) hands out to be laid over the national rules; it never loosens them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from village_budget.errors import PackError
from village_budget.money import Sen
from village_budget.rules.pack import Rule, RulePack


@dataclass(frozen=True, slots=True)
class Overlay:
    """What the regency (Dinas PMD) adds: limits for rules of the pack, and rules of its own.

    Attributes:
        name: who made it and for what, shown beside the pack.
        checked_on: ISO date on which its numbers were last read.
        limits: amounts in sen by rule id.
        rules: whole rules by id.
        file: file name, for messages.
        lines: line of each limit and rule in that file.
    """

    name: str
    checked_on: str
    limits: Mapping[str, Sen]
    rules: Mapping[str, Rule]
    file: str
    lines: Mapping[str, int]

    def apply_to(self, pack: RulePack) -> RulePack:
        """The pack with the regency's limits and rules; no national rule is loosened.

        Raises:
            PackError: a limit for a rule that the pack does not have or that the law sets more strictly, or a
                rule that is already there; names file, line and field.
        """
        rules = dict(pack.rules)
        for rule_id, limit in self.limits.items():
            rule = rules.get(rule_id)
            if rule is None or not _may_limit(rule, limit):
                code = "overlay-unknown-rule" if rule is None else "overlay-national-rule"
                raise PackError(code, file=self.file, line=self.lines[rule_id], field=f"limits.{rule_id}")
            rules[rule_id] = replace(rule, limit=limit)
        for rule_id, rule in self.rules.items():
            if rule_id in rules:
                line, field = self.lines[rule_id], f"rules.{rule_id}"
                raise PackError("overlay-national-rule", file=self.file, line=line, field=field)
            rules[rule_id] = rule
        return replace(pack, rules=rules, overlay=self.name)


def _may_limit(rule: Rule, limit: Sen) -> bool:
    """Whether the regency may set a limit: where the law leaves it open, or more strictly than the law."""
    if rule.local or rule.limit is None:
        return rule.local
    return limit >= rule.limit if rule.kind == "monthly_minimum" else limit <= rule.limit

"""A rule pack: the rules of one fiscal year as data, and what a regency adds to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from village_budget.domain.findings import Severity
from village_budget.errors import PackError
from village_budget.figures.selector import Selector
from village_budget.money import Sen

_NOTHING_STATED = Selector()


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in both languages."""

    id: str
    en: str

    def get(self, language: str) -> str:
        """The sentence in ``id`` or ``en``."""
        return self.en if language == "en" else self.id


@dataclass(frozen=True, slots=True)
class Variant:
    """What a rule says in a special case, such as ``absent`` (nothing to measure) or ``ask``.

    Attributes:
        text: the sentence; placeholders are the finding's facts.
        severity: what it weighs then; None: as the rule.
    """

    text: Text
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack.

    Attributes:
        id: of the rule sheet, e.g. ``BEL-30``; rules on the plan's own quality are called ``PLAN-...``.
        title: what it is about.
        short: label of its gauge, at most 24 characters.
        kind: which function judges it (`kinds.KINDS`).
        severity: what a breach weighs.
        basis: regulation and article.
        broken: sentence when it is broken, or the question it asks; placeholders are the finding's facts.
        holds: sentence when it holds.
        demand: what the article asks, two lines at most.
        variants: sentences of special cases by name.
        measured: the lines that are measured.
        minus: lines whose sum is taken off the measured sum.
        base: the lines that are the denominator of a share.
        nested: the measured lines are part of the base, so that cutting one cuts both.
        percent: the share allowed, as a whole or decimal number in text.
        limit: an amount in sen, for kinds that compare amounts; None: not set (a local rule is silent then).
        test: name of the check on each line or activity, for kinds that judge row by row.
        post: whose pay is meant, for kinds on monthly amounts.
        since: first day on which it holds; None: always.
        until: last day on which it holds; None: no end known.
        verified: False: shown as "belum diverifikasi".
        confidence: how sure its source is: ``high``, ``medium`` or ``low``.
        gauge: shown as a gauge beside the plan.
        local: the number is set by the regency; silent until an overlay fills ``limit``.
    """

    id: str
    title: Text
    short: Text
    kind: str
    severity: Severity
    basis: str
    broken: Text
    holds: Text
    demand: Text
    variants: Mapping[str, Variant] = field(default_factory=dict, hash=False)
    measured: Selector = _NOTHING_STATED
    minus: Selector | None = None
    base: Selector = _NOTHING_STATED
    nested: bool = False
    percent: str = ""
    limit: Sen | None = None
    test: str = ""
    post: str = ""
    since: date | None = None
    until: date | None = None
    verified: bool = True
    confidence: str = "high"
    gauge: bool = False
    local: bool = False

    @property
    def silent(self) -> bool:
        """Whether it waits for the regency's number and is not judged."""
        return self.local and self.limit is None and not self.percent

    def holds_in(self, year: int) -> bool:
        """Whether it holds on any day of a fiscal year."""
        return (self.since is None or self.since.year <= year) and (
            self.until is None or self.until.year >= year
        )


@dataclass(frozen=True, slots=True)
class RulePack:
    """All rules of a fiscal year.

    Attributes:
        year: fiscal year it was asked for.
        version: of the pack.
        checked_on: ISO date on which its sources were last read.
        rules: by id, in the order they are shown.
        carried_from: year of the pack that stands in for a missing one; 0 when it is the year's own.
        overlay: name of the overlay laid over it; empty for none.
    """

    year: int
    version: str
    checked_on: str
    rules: dict[str, Rule]
    carried_from: int = 0
    overlay: str = ""

    def carried_to(self, year: int) -> RulePack:
        """The pack as it stands in for a year without one: rules of that year only, none verified."""
        rules = {
            key: replace(rule, verified=False) for key, rule in self.rules.items() if rule.holds_in(year)
        }
        return replace(self, year=year, rules=rules, carried_from=self.year)


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

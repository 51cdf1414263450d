"""A rule pack: the rules of one fiscal year as data."""

from __future__ import annotations

from dataclasses import dataclass

from village_budget.domain.findings import Severity
from village_budget.figures.selector import Selector


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in both languages."""

    id: str
    en: str

    def get(self, language: str) -> str:
        """The sentence in ``id`` or ``en``."""
        return self.en if language == "en" else self.id


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack.

    Attributes:
        id: of the rule sheet, e.g. ``BEL-30``.
        title: what it is about.
        short: label of its gauge, at most 24 characters.
        kind: which function judges it (`kinds.KINDS`).
        severity: what a breach weighs.
        basis: regulation and article.
        measured: the lines that are measured.
        base: the lines that are the denominator of a share.
        percent: the share allowed, as a whole or decimal number in text.
        limit: an amount in sen, for kinds that compare amounts.
        test: name of the check on each line, for kind ``lines``.
        verified: False: shown as "belum diverifikasi".
        gauge: shown as a gauge beside the plan.
        broken: sentence when it is broken; placeholders are the finding's facts.
        holds: sentence when it holds.
        demand: what the article asks, two lines at most.
        absent: sentence when the plan has nothing the rule speaks of; None: ``holds``.
    """

    id: str
    title: Text
    short: Text
    kind: str
    severity: Severity
    basis: str
    measured: Selector
    base: Selector
    percent: str
    limit: int
    test: str
    verified: bool
    gauge: bool
    broken: Text
    holds: Text
    demand: Text
    absent: Text | None = None


@dataclass(frozen=True, slots=True)
class RulePack:
    """All rules of a fiscal year.

    Attributes:
        year: fiscal year it was asked for.
        version: of the pack.
        checked_on: ISO date on which its sources were last read.
        rules: by id, in the order they are shown.
        carried_from: year of the pack that stands in for a missing one; 0 when it is the year's own.
    """

    year: int
    version: str
    checked_on: str
    rules: dict[str, Rule]
    carried_from: int = 0

"""A rule pack: the rules of one fiscal year as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from village_budget.domain.findings import Severity
from village_budget.figures.selector import Selector
from village_budget.money import Sen

if TYPE_CHECKING:
    from village_budget.domain.prices import PriceBook

_NOTHING_STATED = Selector()


@dataclass(frozen=True, slots=True)
class PackText:
    """A sentence in both languages."""

    id: str
    en: str

    def get(self, language: str) -> str:
        """The sentence in ``id`` or ``en``."""
        return self.en if language == "en" else self.id


NO_TEXT = PackText("", "")
THEMES = (
    "balance", "pay", "structure", "funds", "revenue", "financing", "dana_desa", "process", "documents",
    "price", "plan",
)  # fmt: skip
"""What rules belong to, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What a rule says in a special case, such as ``absent`` (nothing to measure) or ``ask``.

    Attributes:
        text: the sentence; placeholders are the finding's facts.
        severity: what it weighs then; None: as the rule.
    """

    text: PackText
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    """One step of a tiered share.

    Attributes:
        up_to: largest base in sen for which the step holds; None: whatever is left above.
        percent: the share allowed, as exact text.
        below: the step ends just under ``up_to``, which belongs to the next.
    """

    up_to: Sen | None
    percent: str
    below: bool = False

    def holds(self, base: Sen) -> bool:
        """Whether a base belongs to this step or one below."""
        return self.up_to is None or base < self.up_to or (base == self.up_to and not self.below)


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
        theme: what it belongs to, one of `THEMES`.
        note: where its source was seen and what is doubtful, in plain text.
        question: what it asks of the plan, an id of ``questions.toml``.
        base_question: the amount that is the denominator of a share; unanswered: ``base``.
        after: the question for the day that another day is counted from, or may not come after.
        unverified_since: first day from which its basis is in doubt; None: see ``verified``.
        percent_min: the least share allowed, for ranges.
        tiers: steps of a share that depends on its base, smallest base first.
        months: how many months are paid.
        by: last month and day on which something is in time.
        years_before: how many years before the fiscal year ``by`` is meant.
        days: how many days after ``after`` something is in time.
        working_days: these are working days.
        tags: tags of which each measured line has exactly one.
        waivable: whether a recorded exemption can cover a breach.
        stage: judged only in an ``original`` budget, or only in an ``amendment``; empty: in both.
    """

    id: str
    title: PackText
    short: PackText
    kind: str
    severity: Severity
    basis: str
    broken: PackText = NO_TEXT
    holds: PackText = NO_TEXT
    demand: PackText = NO_TEXT
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
    theme: str = "plan"
    note: str = ""
    question: str = ""
    base_question: str = ""
    after: str = ""
    unverified_since: date | None = None
    percent_min: str = ""
    tiers: tuple[Tier, ...] = ()
    months: int | None = None
    by: tuple[int, int] | None = None
    years_before: int = 0
    days: int | None = None
    working_days: bool = False
    tags: tuple[str, ...] = ()
    waivable: bool = True
    stage: str = ""

    @property
    def silent(self) -> bool:
        """Whether it is not judged: it waits for the regency's number, or only tells the context."""
        waits = self.local and self.limit is None and not self.percent and not self.tiers
        return waits or self.kind == "context"

    @property
    def measures(self) -> bool:
        """Whether it speaks of lines at all."""
        return self.measured != _NOTHING_STATED

    @property
    def questions(self) -> tuple[str, ...]:
        """Ids of the questions whose answers it looks at."""
        return tuple(one for one in (self.question, self.after, self.base_question) if one)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def meant_for(self, version: int) -> bool:
        """Whether it judges a version of a budget: 0 is the original, the others amend it."""
        return self.stage in ("", "amendment" if version else "original")

    def holds_in(self, year: int) -> bool:
        """Whether it holds on any day of a fiscal year."""
        return (self.since is None or self.since.year <= year) and (
            self.until is None or self.until.year >= year
        )


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who evaluates the draft budget in a regency (Permendagri 20/2018 art. 37).

    Attributes:
        to_camat: the Camat evaluates in the bupati's place.
        basis: the regulation that says so.
    """

    to_camat: bool
    basis: str


@dataclass(frozen=True, slots=True)
class RulePack:
    """All rules of a fiscal year.

    Attributes:
        year: fiscal year it was asked for.
        version: of the pack.
        checked_on: ISO date on which its sources were last read.
        rules: by id, in the order they are shown.
        carried_from: year whose rules stand in, unverified, for what is not known of this one; 0: its own.
        overlay: name of the overlay laid over it; empty for none.
        holidays: the regency's own holidays with their names.
        delegation: who evaluates; None when the regency has not said.
        price_list: the regency's list of standard prices; empty when it names none.
        prices: the list of standard prices that unit prices are compared with; None: they are not compared.
        given: answers that the regency's overlay gives for the village, by question.
        day: the day it was cut down to by `holding_on`; None: all rules of the year.
    """

    year: int
    version: str
    checked_on: str
    rules: dict[str, Rule]
    carried_from: int = 0
    overlay: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    holidays: Mapping[date, str] = field(default_factory=dict)
    delegation: Delegation | None = None
    price_list: str = ""
    prices: PriceBook | None = None
    day: date | None = None

    def holding_on(self, day: date) -> RulePack:
        """The rules that hold on a day, with the doubts of that day."""
        if day == self.day:
            return self
        rules = {key: _doubted(rule, day) for key, rule in self.rules.items() if rule.holds_on(day)}
        return replace(self, rules=rules, day=day)

    def of_year(self) -> RulePack:
        """The rules that hold on any day of the pack's year; unverified when they are so from its start."""
        first = date(self.year, 1, 1)
        rules = {key: _doubted(rule, first) for key, rule in self.rules.items() if rule.holds_in(self.year)}
        return replace(self, rules=rules)

    def carried_to(self, year: int) -> RulePack:
        """The pack as it stands in for a year without one: rules of that year only, none verified."""
        rules = {
            key: replace(rule, verified=False) for key, rule in self.rules.items() if rule.holds_in(year)
        }
        return replace(self, year=year, rules=rules, carried_from=self.year)


def _doubted(rule: Rule, day: date) -> Rule:
    """The rule as it is on a day: unverified from the day on that its basis is in doubt."""
    doubted = rule.verified and rule.unverified_since is not None and rule.unverified_since <= day
    return replace(rule, verified=False) if doubted else rule

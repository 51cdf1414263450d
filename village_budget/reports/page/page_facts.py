"""What the public page says: the words and figures of the poster, and every level below them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from village_budget.money import Sen
from village_budget.reports.poster.poster_facts import PosterFacts


@dataclass(frozen=True, slots=True)
class Branch:
    """A code with its name and its sum, and what it is made of."""

    code: str
    name: str
    amount: Sen
    below: tuple[Branch, ...] = ()
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What residents want to know of an activity beside its amount.

    Attributes:
        key: unique in the plan: its code, with a number behind it where a code comes twice.
        officer: function of who carries it out; empty while unknown.
        location: where.
        months: first and last month, 1 to 12.
        when: the same in words.
        output: what comes of it.
        target: how much of it, None while unknown.
        unit: its unit.
        goal: target and unit in words.
        funds: sums by fund source, in chart order.
    """

    key: str
    officer: str
    location: str
    months: tuple[int, int]
    when: str
    output: str
    target: Decimal | None
    unit: str
    goal: str
    funds: tuple[tuple[str, Sen], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the data: all lines of an activity on one account from one fund source.

    Attributes:
        part: ``revenue``, ``spending``, ``financing_in`` or ``financing_out``.
        work: key of the activity; empty for the other parts.
        account: account code; empty for spending not yet broken down.
        fund: fund source; empty while undecided.
        amount: in sen.
    """

    part: str
    work: str
    account: str
    fund: str
    amount: Sen


@dataclass(frozen=True, slots=True)
class FundUse:
    """One fund source: what it brings, what it is used for; in minus out is what is left."""

    code: str
    name: str
    hint: str
    revenue: Sen
    financing_in: Sen
    sectors: tuple[Branch, ...]
    financing_out: Sen

    @property
    def incoming(self) -> Sen:
        """All it brings."""
        return self.revenue + self.financing_in

    @property
    def outgoing(self) -> Sen:
        """All that is planned out of it."""
        return sum(branch.amount for branch in self.sectors) + self.financing_out


@dataclass(frozen=True, slots=True)
class PageFacts:
    """All words and figures of the page; plain data, so that a plan that goes on changing does no harm."""

    poster: PosterFacts
    words: dict[str, str]
    document: str
    description: str
    draft: bool
    version: str
    status: str
    made: str
    made_at: str
    short_fingerprint: str
    identity: dict[str, str]
    totals: dict[str, Sen]
    sectors: tuple[Branch, ...]
    plain: dict[str, str]
    revenue: tuple[Branch, ...]
    financing: tuple[Branch, ...]
    kinds: tuple[Branch, ...]
    funds: tuple[FundUse, ...]
    officers: tuple[tuple[str, int, Sen], ...]
    entries: tuple[Entry, ...]
    accounts: dict[str, str]
    sources: dict[str, str]

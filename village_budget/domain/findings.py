"""What a rule says of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from village_budget.money import Sen


class Severity(StrEnum):
    """How much a broken rule weighs."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Direction(StrEnum):
    """Which side of its limit a measured value must stay on."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    EQUAL = "equal"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule judged; holding rules are findings too, with their headroom.

    Attributes:
        rule: id, e.g. ``BEL-30``.
        severity: of the rule, whether it holds or not.
        holds: whether the plan keeps the rule.
        applies: False when the plan has nothing the rule speaks of (then it holds).
        verified: False when the legal basis could not be verified ("belum diverifikasi").
        direction: which side of ``limit`` is right.
        measured: in sen, or a count when ``unit`` is ``count``.
        limit: in the same unit; for shares the amount that the percentage allows now.
        base: denominator of a share in sen; None when the rule is no share.
        limit_percent: the share allowed, as exact text such as ``30``; empty when no share.
        gap: how much is missing or too many, >= 0; 0 when it holds.
        headroom: how much is left before the rule breaks, >= 0; 0 when it does not hold.
        unit: ``sen``, ``sen_per_month``, ``count``, or ``days``: then ``measured`` says how many days after
            the last right day (negative: before it), and ``limit`` is 0.
        basis: regulation and article.
        lines: ids of the lines that drive it, largest first (at most 100).
        activities: ids of the activities it points at when it speaks of no single line.
        facts: placeholders for the rule's sentence, already in plain text (id-ID numbers).
        fund: fund source it speaks of; empty when of all.
        variant: which special sentence of the rule fits (``absent``, ``ask`` ..); empty: by ``holds``. A
            finding that holds and asks is a reminder: nothing is broken, but something is to be seen to.
        waived: broken, but a recorded exemption covers it.
        questions: ids of the questions whose answers it asks for or was judged by.
    """

    rule: str
    severity: Severity
    holds: bool
    applies: bool
    verified: bool
    direction: Direction
    measured: int
    limit: int
    base: Sen | None
    limit_percent: str
    gap: int
    headroom: int
    unit: str
    basis: str
    lines: tuple[int, ...] = ()
    activities: tuple[int, ...] = ()
    facts: dict[str, str] = field(default_factory=dict, hash=False)
    fund: str = ""
    variant: str = ""
    waived: bool = False
    questions: tuple[str, ...] = ()

    @property
    def is_money(self) -> bool:
        """Whether its numbers are amounts in sen; else they count rows, persons or days."""
        return self.unit.startswith("sen")

    @property
    def is_open(self) -> bool:
        """Whether the plan breaks the rule and no exemption covers it."""
        return not self.holds and not self.waived

    @property
    def share(self) -> float | None:
        """Measured share as a number for reading (never for judging); None when the rule is no share."""
        return self.measured / self.base if self.base else None

    @property
    def key(self) -> tuple[str, str]:
        """Identity among the findings of one plan: rule and fund."""
        return (self.rule, self.fund)

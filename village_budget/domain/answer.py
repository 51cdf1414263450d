"""What stands beside a plan's lines: answers that its rules ask for, waivers, and the regency's files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question of ``resources/rules/questions.toml``: a ceiling, a date, a document.

    Attributes:
        id: key in the plan file.
        question: id of the question, e.g. ``pagu.DDS``.
        value: sen as decimal text for an amount, whole number for a count, ISO date, or for a document
            ``yes``, ``no`` or ``none`` (not needed).
        note: number and date of the document, or a remark.
    """

    id: int
    question: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A recorded exemption: a broken rule that stays visible but no longer counts as open.

    Attributes:
        id: key in the plan file.
        rule: id of the rule.
        fund: fund source of the finding; empty for rules that speak of no single fund.
        reason: why.
        document: decision or minutes it stands on.
        approver: function of who allowed it, never a person's name.
        date: ISO date of the decision.
    """

    id: int
    rule: str
    fund: str
    reason: str
    document: str
    approver: str
    date: str


@dataclass(frozen=True, slots=True)
class OverlayText:
    """The regency's rule file as it was loaded; a plan has at most one.

    Attributes:
        id: key in the plan file.
        name: its file name.
        text: the whole file.
        fingerprint: SHA-256 of the text, 64 hex digits.
    """

    id: int
    name: str
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PriceText:
    """The list of standard prices that travels in the plan file; a plan has at most one.

    Attributes:
        id: key in the plan file.
        name: its name, as a rule that of the file it was read from.
        text: the list as canonical CSV.
        fingerprint: SHA-256 of the text, 64 hex digits.
    """

    id: int
    name: str
    text: str
    fingerprint: str

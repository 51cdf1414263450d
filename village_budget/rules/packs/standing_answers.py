"""Answers to the questions of rules: the regency's, else the plan's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from village_budget.domain.plan import Plan
from village_budget.money import Sen

_NOTHING: Mapping[str, str] = {}


def answer_of(plan: Plan, question: str, given: Mapping[str, str] = _NOTHING) -> str:
    """The answer to a question as text, see `domain.answer.Answer.value`; empty while it is open.

    What the regency gives (``RulePack.given``) goes before the plan's own answer. What the plan's head says
    need not be answered again: the day of its Perdes and, until told otherwise, how often it was amended.
    """
    if question in given:
        return given[question]
    answer = plan.answer(question)
    if answer is not None:
        return answer.value
    if question == "tanggal.perdes":
        return plan.info.regulation_date
    return str(plan.info.version) if question == "jumlah.perubahan" else ""


def as_number(text: str) -> int | None:
    """An answered amount (sen) or count; None while it is open or unreadable."""
    return int(text) if text.isascii() and text.isdigit() else None


def as_amount(text: str) -> Sen | None:
    """An answered amount in sen; None while it is open or unreadable."""
    return as_number(text)


def as_day(text: str) -> date | None:
    """An answered day; None while it is open or unreadable."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

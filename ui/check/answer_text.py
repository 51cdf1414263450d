"""Answers to the questions of rules, as they are typed and as they are shown."""

from __future__ import annotations

from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication

from ui.support.formats import long_date
from ui.support.person_numbers import personal_reason
from village_budget import spelling
from village_budget.errors import UserError
from village_budget.money import AmountError, format_amount, parse_amount
from village_budget.rules.packs.standing_answers import as_day, as_number

Kind = Literal["amount", "count", "date", "document", "text"]


class AnswerRefusedError(ValueError):
    """A text that can't be taken; says why, in a sentence."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answers", text)


def read_day(text: str) -> date | None:
    """A day as people write it, see `spelling.read_day`; None when it is none."""
    try:
        return spelling.read_day(text)
    except UserError:
        return None


def read_answer(kind: str, text: str) -> str:
    """An answer as the plan keeps it; empty text takes the answer back.

    Raises:
        AnswerRefusedError: the text is no answer of this kind.
    """
    text = text.strip()
    if kind == "text":
        return read_note(text)
    if not text or kind == "document":
        return text
    if kind == "date":
        day = read_day(text)
        if day is None:
            raise AnswerRefusedError(_tr("This is not a date. Write 31-12-2026."))
        return day.isoformat()
    try:
        sen = parse_amount(text)
    except AmountError as error:
        if error.readings:
            raise AnswerRefusedError(_tr(" or ").join(error.readings) + "?") from error
        raise AnswerRefusedError(_tr("This is not a number. Write 1.500.000.")) from error
    if sen < 0:
        raise AnswerRefusedError(_tr("The number can't be below zero."))
    if kind == "count":
        if sen % 100:
            raise AnswerRefusedError(_tr("Write a whole number."))
        return str(sen // 100)
    return str(sen)


def read_note(text: str) -> str:
    """A remark as the plan keeps it.

    Raises:
        AnswerRefusedError: it holds a number of a person or family.
    """
    if reason := personal_reason(text):
        raise AnswerRefusedError(reason)
    return text.strip()


def answer_text(kind: str, value: str, language: str) -> str:
    """A kept answer as it is shown, and as it may be typed again."""
    if kind == "date":
        day = as_day(value)
        return long_date(day, language) if day else value
    if kind == "document":
        words = {"yes": _tr("There is"), "no": _tr("Not yet"), "none": _tr("Not needed")}
        return words.get(value, "")
    if kind == "text":
        return value
    number = as_number(value)
    if number is None:
        return value
    return format_amount(number if kind == "amount" else number * 100)

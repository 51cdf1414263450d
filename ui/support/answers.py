"""Answers to the questions of rules, as they are typed and as they are shown."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication

from ui.support.formats import long_date, month_names
from village_budget.money import AmountError, format_amount, parse_amount
from village_budget.rules.answers import as_day, as_number

Kind = Literal["amount", "count", "date", "document"]

_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_NAMED = re.compile(r"(\d{1,2})\s+([^\W\d]+)\.?\s+(\d{4})")


class AnswerRefusedError(ValueError):
    """A text that can't be taken; says why, in a sentence."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answers", text)


def read_day(text: str) -> date | None:
    """A day as people write it: ``31-12-2026``, ``31/12/2026``, ``31 Desember 2026``; else None."""
    found = _NUMBERS.fullmatch(text.strip())
    named = _NAMED.fullmatch(text.strip())
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        if named:
            return date(int(named[3]), _month(named[2]), int(named[1]))
        if _ISO.fullmatch(text.strip()):
            year, month, day = map(int, text.split("-"))
            return date(year, month, day)
    except ValueError:
        return None
    return None


def _month(word: str) -> int:
    """Number of a month by its name or the first three letters of it, in either language; 0 for none."""
    short = word.casefold()
    for names in (month_names("id"), month_names("en")):
        for number, name in enumerate(names, start=1):
            if len(short) >= 3 and name.casefold().startswith(short):
                return number
    return 0


def read_answer(kind: str, text: str) -> str:
    """An answer as the plan keeps it; empty text takes the answer back.

    Raises:
        AnswerRefusedError: the text is no answer of this kind.
    """
    text = text.strip()
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


def answer_text(kind: str, value: str, language: str) -> str:
    """A kept answer as it is shown, and as it may be typed again."""
    if kind == "date":
        day = as_day(value)
        return long_date(day, language) if day else value
    if kind == "document":
        words = {"yes": _tr("There is"), "no": _tr("Not yet"), "none": _tr("Not needed")}
        return words.get(value, "")
    number = as_number(value)
    if number is None:
        return value
    return format_amount(number if kind == "amount" else number * 100)

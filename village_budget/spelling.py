"""Amounts in words (terbilang), right to 999 trillion: ``1.001.000`` is "satu juta seribu"; days in words."""

from __future__ import annotations

import re
from datetime import date

from village_budget.errors import UserError
from village_budget.money import Sen, check_limit

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = {"agt": 8, "ags": 8, "nop": 11, "peb": 2, "mrt": 3}
"""Short forms in use that do not begin the name of their month."""
_DAY = re.compile(
    r"(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{1,2}|[a-z]{3,})\.?(?:\s*[./-]\s*|\s+)(\d{4}|\d{2})", re.ASCII
)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_ONES = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def long_date(day: date, language: str = "id") -> str:
    """Write a day: ``31 Desember 2026``, or ``31 December 2026`` in ``en``."""
    months = ENGLISH_MONTHS if language == "en" else MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year}"


def read_day(text: str) -> date:
    """Read a day as typed: ``31/12/2026``, ``31-12-26``, ``31 Desember 2026``, ``31 Des 2026`` or ISO.

    The day always comes before the month; a year of two digits is one of this century.

    Raises:
        UserError: ``date-unreadable``, it is no day of the years 2000 to 2099.
    """
    body = " ".join(text.casefold().split())
    iso, typed = _ISO_DAY.fullmatch(body), _DAY.fullmatch(body)
    try:
        if iso:
            found = date(int(iso[1]), int(iso[2]), int(iso[3]))
        elif typed:
            year = int(typed[3]) + (2000 if len(typed[3]) == 2 else 0)
            found = date(year, _month(typed[2]), int(typed[1]))
        else:
            raise ValueError(text)
        if not 2000 <= found.year <= 2099:
            raise ValueError(text)
    except ValueError as error:
        raise UserError("date-unreadable", text=text) from error
    return found


def _month(word: str) -> int:
    """Number of a month by number, name in either language, or its first letters; 0: none."""
    if word.isdigit():
        return int(word)
    if word[:3] in _SHORT_MONTHS:
        return _SHORT_MONTHS[word[:3]]
    for names in (MONTHS, ENGLISH_MONTHS):
        for number, name in enumerate(names, start=1):
            if name.casefold().startswith(word):
                return number
    return 0


def spell_out(sen: Sen) -> str:
    """Write an amount in words: ``satu juta dua ratus rupiah lima puluh sen``.

    Raises:
        AmountError: beyond the stated limit.
    """
    check_limit(sen)
    rupiah, rest = divmod(abs(sen), 100)
    words = f"{_whole(rupiah)} rupiah"
    if rest:
        words += f" {_whole(rest)} sen"
    return f"minus {words}" if sen < 0 else words


def _whole(number: int) -> str:
    for value, name in _SCALES:
        if number >= value:
            count, rest = divmod(number, value)
            head = "seribu" if value == 1000 and count == 1 else f"{_whole(count)} {name}"
            return f"{head} {_whole(rest)}" if rest else head
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        tens, rest = divmod(number, 10)
        head = f"{_ONES[tens]} puluh"
    else:
        hundreds, rest = divmod(number, 100)
        head = "seratus" if hundreds == 1 else f"{_ONES[hundreds]} ratus"
    return f"{head} {_below_thousand(rest)}" if rest else head

"""Amounts in words (terbilang), right to 999 trillion: ``1.001.000`` is "satu juta seribu"; days in words."""

from __future__ import annotations

from datetime import date

from village_budget.money import Sen, check_limit

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ONES = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def long_date(day: date, language: str = "id") -> str:
    """Write a day: ``31 Desember 2026``, or ``31 December 2026`` in ``en``."""
    months = ENGLISH_MONTHS if language == "en" else MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year}"


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

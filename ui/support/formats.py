"""How numbers, dates and names look on screen; the same on every machine, whatever its locale."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from village_budget import money
from village_budget.money import Sen
from village_budget.spelling import ENGLISH_MONTHS, MONTHS

rupiah = money.format_rupiah
percent = money.format_percent
volume = money.format_volume


def amount(sen: Sen, *, plan_has_sen: bool = False) -> str:
    """An amount for the grid: whole rupiah, or always with two decimals in a plan that has sen."""
    return money.format_amount(sen, with_sen=True if plan_has_sen else None)


_SCALES = {
    "id": ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu")),
    "en": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")),
}


def rounded(sen: Sen, language: str = "id") -> str:
    """An amount as it is said: ``1,46 miliar``, ``683,1 juta``; three digits, for reading only (U08).

    Always with a comma, as every number in this program.
    """
    rupiah, sign = abs(sen) // 100, "\N{MINUS SIGN}" if sen < 0 else ""
    for scale, word in _SCALES[language]:
        if rupiah >= scale:
            digits = max(3 - len(str(rupiah // scale)), 0)
            tenths = (rupiah * 10**digits + scale // 2) // scale
            whole, rest = divmod(tenths, 10**digits)
            decimals = f",{rest:0{digits}d}".rstrip("0").rstrip(",") if digits else ""
            return f"{sign}{whole}{decimals} {word}"
    return f"{sign}{rupiah}"


def signed(sen: Sen) -> str:
    """A change with its sign: ``+2.719.680`` or ``−2.719.680``."""
    return f"+{money.format_amount(sen)}" if sen > 0 else money.format_amount(sen)


def month_names(language: str) -> tuple[str, ...]:
    """Names of the twelve months."""
    return MONTHS if language == "id" else ENGLISH_MONTHS


def long_date(day: date, language: str = "id") -> str:
    """``31 Desember 2026``."""
    return f"{day.day} {month_names(language)[day.month - 1]} {day.year}"


def moment(at: datetime, language: str = "id") -> str:
    """``14 Oktober 2025 14:03``."""
    return f"{long_date(at.date(), language)} {at:%H:%M}"


def without_brackets(name: str) -> str:
    """A chart name without its bracketed explanation, which goes first when room is short."""
    short = re.sub(r"\s*\([^()]*(\([^()]*\)[^()]*)*\)", "", name).strip()
    return short or name


def elide_words(text: str, metrics: QFontMetrics, width: int) -> str:
    """Fit text into a width: brackets go first, then words from the middle; the last two words stay.

    Chart names differ at the end, so cutting the end would make them alike.
    """
    return fit_words(text, metrics.horizontalAdvance, width)


def elide_end(text: str, metrics: QFontMetrics, width: int) -> str:
    """Fit a sentence into a width: it ends after a whole word, unless not even the first one has room."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        candidate = f"{' '.join(words[:count])} …"
        if metrics.horizontalAdvance(candidate) <= width:
            return candidate
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def fit_words(text: str, measure: Callable[[str], int], width: int) -> str:
    """`elide_words` over any measure of text."""
    if measure(text) <= width:
        return text
    text = without_brackets(text)
    if measure(text) <= width:
        return text
    words = text.split()
    tail = " ".join(words[-2:])
    for count in range(len(words) - 3, 0, -1):
        candidate = f"{' '.join(words[:count])} … {tail}"
        if measure(candidate) <= width:
            return candidate
    cut = text
    while cut and measure(cut + "…") > width:
        cut = cut[:-1]
    return cut + "…" if cut else ""

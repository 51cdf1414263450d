"""Numbers of persons (NIK) and families (KK) in free text: they have no place in a budget (S25).

UU 27/2022: a village budget names amounts and functions, never the persons who receive.
"""

from __future__ import annotations

import re

_LENGTH = 16
_MASK = "\N{BULLET}" * 4
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)
_SIXTEEN = re.compile(r"(?<![\d.,])\d(?:[ .\-]?\d){15}(?![\d])", re.ASCII)


def has_personal_number(text: str) -> bool:
    """Whether text holds 16 digits built like a NIK or KK, also spaced, dotted or hyphenated.

    Built like one: region, then a day (women: plus 40) and a month. Amounts and account numbers are not.
    """
    if len(text) < _LENGTH:
        return False
    found = (match.group() for match in _SIXTEEN.finditer(text))
    return any(
        _is_built_like_nik(re.sub(r"\D", "", number)) for number in found if not _GROUPED.fullmatch(number)
    )


def without_personal_numbers(text: str) -> str:
    """Text with each such number taken out."""
    return " ".join(_replaced(text, "").split())


def with_masked_numbers(text: str) -> str:
    """Text with four dots in place of each such number: it may be shown, printed and passed on."""
    return _replaced(text, _MASK)


def _replaced(text: str, by: str) -> str:
    def kept(match: re.Match[str]) -> str:
        number = match.group()
        is_amount = bool(_GROUPED.fullmatch(number))
        return number if is_amount or not _is_built_like_nik(re.sub(r"\D", "", number)) else by

    return _SIXTEEN.sub(kept, text)


def _is_built_like_nik(digits: str) -> bool:
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return 11 <= province <= 97 and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12

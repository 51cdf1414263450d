"""Whether the number format of a cell shows its reader another figure than the cell holds.

Fewer decimals, colours, `Rp` or a minus in place of parentheses are cosmetic; digits typed into the format,
thousands cut off, a sign or a percent that is gone, a date or nothing at all are not.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]|General|.', re.DOTALL | re.IGNORECASE)
_SCALED = re.compile(r"[0#?],+(?![,0#?])")
_CONDITION = re.compile(r"\[\s*[<>=]")
_PLACES = frozenset("0#?")
_DATE = frozenset("dmyhsb")
_TEXT_SECTION = 3


@lru_cache(maxsize=1024)
def misleads(value: object, number_format: str, meant: str) -> bool:
    """Whether a cell's content reads as something else than it is.

    Args:
        value: a number or text; anything else never misleads.
        number_format: the cell's, as a workbook keeps it.
        meant: the format the program gave it.
    """
    if number_format == meant:
        return False
    sections = _sections(number_format)
    if isinstance(value, str):
        return len(sections) > _TEXT_SECTION and "@" not in sections[_TEXT_SECTION]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if any(_CONDITION.match(token) for section in sections for token in section):
        return True
    return _number_misleads(value, sections, percent="%" in _sections(meant)[0])


def _number_misleads(value: float, sections: list[list[str]], *, percent: bool) -> bool:
    place = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    tokens = [token for token in sections[place] if token[0] not in "[_"]
    if any(token.lower() in {"general", "@"} for token in tokens):
        return percent or "%" in tokens
    literal = "".join(token[1:].strip('"') for token in tokens if token[0] in '"\\*')
    plain = "".join(token for token in tokens if token[0] not in '"\\*')
    if re.search(r"\d", literal) or re.search("[1-9]", plain) or _SCALED.search(plain):
        return True
    if _DATE & set(plain.lower()):
        return True
    negative = bool(set(literal + plain.replace("E-", "")) & set("(-\N{MINUS SIGN}"))
    if value and negative != (value < 0 and place == 1):
        return True
    return bool(value) and (not _PLACES & set(plain) or percent != ("%" in plain))


def _sections(number_format: str) -> list[list[str]]:
    """The parts for positive, negative, nothing and text, each as its tokens."""
    sections: list[list[str]] = [[]]
    for token in _TOKEN.findall(number_format):
        if token == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return sections

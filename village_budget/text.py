"""Text as every room keeps it: one line, composed, without what can't be seen."""

from __future__ import annotations

import re
import unicodedata

TEXT_LIMIT = 1000
"""Longest text of a field, in characters; a cell of a workbook takes 32 767, a printed row far less (F27)."""

_SPACES = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Composed text without control characters, lone surrogates, line breaks and doubled spaces (F28)."""
    composed = unicodedata.normalize("NFC", text)
    kept = (char for char in composed if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs"))
    return _SPACES.sub(" ", "".join(kept)).strip()

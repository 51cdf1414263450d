"""Text of a cell made clean, numbers of a workbook made exact."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from village_budget.text import one_line

Cell: TypeAlias = "str | Decimal | date"
"""A cell as read: text, an exact number, or a date (a code that a spreadsheet has spoilt)."""

_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_NEEDS_ESCAPE = re.compile(r"'*[=+\-@\t\r]")
_DATE_TEXT = re.compile(
    r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|\d{1,2}[/ -][A-Za-z]{3,9}([/ -]\d{2,4})?|\d{4}-\d{2}-\d{2}[ T].*"
)


def clean(cell: Cell) -> str:
    """A cell as text in one line (F28)."""
    return one_line(plain_text(cell))


def plain_text(cell: Cell) -> str:
    """A cell as text; a number without an exponent and without trailing zeros."""
    if isinstance(cell, Decimal):
        whole = cell.to_integral_value()
        return f"{whole:f}" if whole == cell else f"{cell.normalize():f}"
    return cell if isinstance(cell, str) else cell.isoformat()


def is_date(cell: Cell) -> bool:
    """Whether a code was turned into a date by a spreadsheet (``1.1.04`` into 1 January 2004)."""
    return isinstance(cell, date) or (isinstance(cell, str) and bool(_DATE_TEXT.fullmatch(cell.strip())))


def exact(value: object) -> Cell:
    """A value of a workbook as a cell; a binary number becomes the decimal its maker saw (E15).

    Excel keeps 15 digits: ``0.30000000000000004`` was 0.3. A number of more digits that is whole in sen
    was written by a program that keeps 17, and stays as it is.
    """
    if value is None:
        return ""
    if isinstance(value, float) and math.isfinite(value):
        full = Decimal(repr(value))
        return full if full * 100 == (full * 100).to_integral_value() else Decimal(f"{value:.15g}")
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, str | date) else str(value)


def escape(text: str) -> str:
    """Text for a CSV cell that no spreadsheet may take for a formula: with an apostrophe before it (S02)."""
    return f"'{text}" if _NEEDS_ESCAPE.match(text) else text


def unescape(text: str) -> str:
    """The text that `escape` was given."""
    return text[1:] if _ESCAPED.match(text) else text

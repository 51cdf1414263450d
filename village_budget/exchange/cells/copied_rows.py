"""Rows on their way to a spreadsheet through the clipboard: numbers as numbers, codes as text (U16)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape as escape_html
from typing import TypeAlias

from village_budget.exchange.cells.cell_values import escape

CopiedCell: TypeAlias = "str | Decimal"
"""A word or a code, or a number."""

_TEXT_STYLE = "mso-number-format:'\\@'"


def plain_number(number: Decimal) -> str:
    """A number as an Indonesian spreadsheet takes it in: no separators, a comma before decimals."""
    plain = f"{number:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(".", ",")


def rows_text(rows: Iterable[Sequence[CopiedCell]]) -> str:
    """Rows as text with tabs; a text that a spreadsheet would take for a formula gets an apostrophe (S02)."""
    return "\r\n".join("\t".join(_text_cell(cell) for cell in row) for row in rows)


def rows_html(rows: Sequence[Sequence[CopiedCell]], *, head: bool) -> str:
    """Rows as a table: what a spreadsheet prefers, since a cell there says whether it is a number.

    Args:
        rows: the rows, the heading first.
        head: whether the first row is a heading.
    """
    made = []
    for place, row in enumerate(rows):
        tag = "th" if head and place == 0 else "td"
        made.append(f"<tr>{''.join(_html_cell(cell, tag) for cell in row)}</tr>")
    return f'<html><head><meta charset="utf-8"></head><body><table>{"".join(made)}</table></body></html>'


def _text_cell(cell: CopiedCell) -> str:
    return plain_number(cell) if isinstance(cell, Decimal) else escape(cell)


def _html_cell(cell: CopiedCell, tag: str) -> str:
    if isinstance(cell, Decimal):
        exact = f"{cell:f}"
        # The one attribute is Excel's, the other two are LibreOffice's: the value, whatever the text says.
        return f'<{tag} x:num="{exact}" sdval="{exact}" sdnum="1057;">{plain_number(cell)}</{tag}>'
    return f'<{tag} x:str style="{_TEXT_STYLE}" sdnum="1057;0;@">{escape_html(cell)}</{tag}>'

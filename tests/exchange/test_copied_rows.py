"""Rows on the clipboard: what a spreadsheet makes of them, and what comes back (U16)."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

import pytest

from village_budget.exchange.cells.copied_rows import (
    CopiedCell,
    plain_number,
    rows_html,
    rows_text,
)

ROWS: list[list[CopiedCell]] = [
    ["Kode", "Uraian", "Volume", "Jumlah"],
    ["5.1.02", 'Kuas 4" <besar> & rol', Decimal("2.5"), Decimal(1_250_000)],
]


@pytest.mark.parametrize(
    ("number", "text"),
    [("12", "12"), ("2.50", "2,5"), ("1250000", "1250000"), ("0.000001", "0,000001"), ("-5", "-5")],
)
def test_numbers_are_in_plain_form(number: str, text: str) -> None:
    """U16: no separators that a spreadsheet of another country would read otherwise."""
    assert plain_number(Decimal(number)) == text


def test_text_has_a_line_a_row_and_no_empty_one_behind() -> None:
    """U15, U16."""
    assert rows_text(ROWS) == 'Kode\tUraian\tVolume\tJumlah\r\n5.1.02\tKuas 4" <besar> & rol\t2,5\t1250000'


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("td", "th"):
            known = dict(attrs)
            self.kinds.append((tag, "x:num" in known and known["x:num"] == known["sdval"]))


def test_the_table_says_which_cells_are_numbers() -> None:
    """U16: a code such as 5.1.02 stays text, a number is a number, markup in a name is text (S17)."""
    html = rows_html(ROWS, head=True)
    reader = _Cells()
    reader.feed(html)
    assert reader.kinds == [("th", False)] * 4 + [("td", False)] * 2 + [("td", True)] * 2
    assert "&lt;besar&gt; &amp; rol" in html


@pytest.mark.parametrize("text", ["=1+1", "+62 812", "-x", "@kades"])
def test_no_text_becomes_a_formula(text: str) -> None:
    """S02."""
    assert rows_text([[text]]) == f"'{text}"

"""The clipboard as cells: text with tabs, quoted cells, tables of spreadsheets and web pages (U15, U06)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_budget.exchange.cells.clipboard_grid import (
    MOST_COLUMNS,
    Grid,
    is_block,
    read_clipboard,
    read_html,
)
from village_budget.exchange.cells.copied_rows import rows_html, rows_text
from village_budget.text import one_line
from village_budget.units import is_unit, usual_unit


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ("a\tb\rc\n\n\n", [["a", "b"], ["c", ""]]),
        ('x\t"dua\nbaris"\tz\n', [["x", "dua baris", "z"]]),
        ('"tab\tdi dalam"\tz', [["tab di dalam", "z"]]),
        ('"Kuas 4"""\t2', [['Kuas 4"', "2"]]),
        ('Kuas 4"\t2\n"Semen\t3', [['Kuas 4"', "2"], ['"Semen', "3"]]),
        ('"A" batang\t1', [['"A" batang', "1"]]),
        ("\u00a0 12 \u00a0\t \tx\n", [["12", "", "x"]]),
        ("a\tb\t\t\n", [["a", "b"]]),
        ("a\x00\tb", [["a", "b"]]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_text_becomes_cells(text: str, grid: Grid) -> None:
    """U15: no row from the last line end, quoted cells stay one, spaces of any kind go (U06)."""
    assert read_clipboard(text) == grid


def test_a_cell_alone_is_no_block() -> None:
    """U15: one cell, also with a line break in quotes, belongs into a cell."""
    assert not is_block("1.234.567\r\n")
    assert not is_block('"dua\nbaris"')
    assert is_block("a\tb")
    assert is_block("a\nb\n")


EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso: 1}</style></head>
<body>
<!--StartFragment--><table><tr height=20><td>Uraian</td><td colspan=2>Harga &amp; jumlah</td></tr>
<tr><td rowspan=2>Semen<br>  putih</td><td x:num="65000.5">65.001</td><td align=right>1.250</td></tr>
<tr><td sdval="12" sdnum="1057;">12</td><td><b>x</b><table><tr><td>dalam</td></tr></table></td></tr>
</table><!--EndFragment--></body></html>"""


def test_a_table_gives_exact_numbers_and_merged_cells_once() -> None:
    """U06: the value of a number, whatever its format shows."""
    assert read_html(EXCEL)[:2] == [
        ["Uraian", "Harga & jumlah", ""],
        ["Semen putih", Decimal("65000.5"), "1.250"],
    ]
    assert read_html(EXCEL)[2][:2] == ["", Decimal(12)]


def test_the_table_is_taken_where_it_tells_values_and_the_text_otherwise() -> None:
    text = "a\t1,5"
    assert read_clipboard(text, "<table><tr><td>a</td><td x:num='1.5'>1,5</td></tr></table>")[0][
        1
    ] == Decimal("1.5")
    assert read_clipboard(text, "<table><tr><td>a</td><td>1,50</td></tr></table>") == [["a", "1,5"]]
    assert read_clipboard("a 1", "<table><tr><td>a</td><td>1</td></tr></table>") == [["a", "1"]]
    assert read_clipboard("a b", "<p>a b</p>") == [["a b"]]


@pytest.mark.parametrize(
    "html", ["<table", "<td>x", "<table><tr><td rowspan=9999999>x", "<table></td></tr>", "&#xD800;"]
)
def test_broken_tables_are_read_as_far_as_they_go(html: str) -> None:
    assert isinstance(read_clipboard("x", html), list)


ROWS = st.lists(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
        .map(one_line)
        .filter(lambda text: text and text[0] not in "'=+-@\""),
        min_size=2,
        max_size=2,
    ),
    min_size=1,
    max_size=5,
)


@given(st.text(max_size=200), st.text(max_size=200))
def test_nothing_on_the_clipboard_fails(text: str, html: str) -> None:
    grid = read_clipboard(text, html)
    assert len({len(row) for row in grid}) <= 1
    assert all(len(row) <= MOST_COLUMNS for row in grid)
    read_html(f"<table><tr><td>{html}<td {text}>{text}")


@given(ROWS)
def test_what_is_copied_is_read_back(rows: list[list[str]]) -> None:
    """U15, U16: as text and as a table."""
    assert read_clipboard(rows_text(rows)) == rows
    assert read_html(rows_html(rows, head=False)) == rows


@pytest.mark.parametrize(
    ("given", "unit"),
    [
        *(("Bh", "Buah"), ("bln", "Bulan"), ("M³", "m3"), ("Taahun", "Tahun"), ("Kegitan", "Kegiatan")),
        *(("org", "Orang"), ("Lbr.", "Lembar"), ("buah", "buah"), ("BULAN", "BULAN"), ("HOK", "HOK")),
        *(("Hok", "Hok"), ("sesuatu", "sesuatu")),
    ],
)
def test_abbreviated_units_are_read_as_the_usual_ones(given: str, unit: str) -> None:
    """What is merely written small or large stays."""
    assert usual_unit(given) == unit
    assert is_unit(given) is (given != "sesuatu")

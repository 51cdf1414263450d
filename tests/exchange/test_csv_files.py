"""CSV files as they come: encodings, delimiters, headers, and files that are no table."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.tables import HEADER, codes, written
from village_budget.chart.chart import national_chart
from village_budget.errors import ImportRefused, UserError
from village_budget.exchange.flat.flat_table import FlatTable, read_table

ROW = "belanja,1.1.04,5.2.1.01,Café ”baru”,10,rim,58000,580000,ADD"
TEXT = f"{HEADER}\r\n{ROW}\r\n"


def read_bytes(folder: Path, content: bytes, name: str = "tabel.csv") -> FlatTable:
    path = folder / name
    path.write_bytes(content)
    return read_table(path, national_chart())


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace(",", ";").encode("utf-8"),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: ("sep=;\r\n" + text.replace(",", ";")).encode("utf-8"),
        lambda text: text.replace("\r\n", "\n").encode("utf-8"),
    ],
)
def test_encodings_and_delimiters(tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    (found,) = read_bytes(tmp_path, encode(TEXT)).rows
    assert found.description == "Café ”baru”"
    assert found.amount == 580_000_00


def test_only_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, TEXT.encode()).notices == ()
    assert codes(read_bytes(tmp_path, TEXT.encode("cp1252")).notices) == ["table-note-encoding"]


def test_header_in_any_order_spelling_and_company(tmp_path: Path) -> None:
    header = "No.,Sumber Dana,JUMLAH,Uraian,kode-rekening,Kode Kegiatan, bagian ,Catatan"
    table = read_bytes(tmp_path, f"{header}\n1,ADD,100,Kertas,5.2.1.01,1.1.04,belanja,penting\n".encode())
    assert table.rows[0].fund == "ADD"
    (notice,) = table.notices
    assert notice.code == "table-note-extra-columns"
    assert notice.details["columns"] == "no, catatan"


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    """Titles above the header, empty rows and line breaks in cells do not shift the numbers."""
    bad = 'belanja,1.1.04,5.2.1.01,"dua\nbaris",10,rim,58000,1,ADD'
    text = (
        f"APB Desa Sumberwangi,,,,,,,,\n,,,,,,,,\n{HEADER}\n{ROW}\n,,,,,,,,\n{bad}\n{ROW}\n{bad}\n,,,,,,,,\n"
    )
    with pytest.raises(ImportRefused) as caught:
        read_bytes(tmp_path, text.encode())
    assert [problem.row for problem in caught.value.problems] == [6, 8]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table-empty"),
        (b"\n\n,,,\n", "table-empty"),
        (HEADER.encode(), "table-empty"),
        (b"bagian,uraian,jumlah\nbelanja,a,1\n", "table-columns-missing"),
        (f"{HEADER},jumlah\n{ROW},5\n".encode(), "table-column-twice"),
        (b"\x00\x01\x02" * 100, "table-kind"),
        (f'{HEADER}\nbelanja,"1.1.04,x\n'.encode(), "table-damaged"),
        (b"\xff\xfeb", "table-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "table-old-excel"),
    ],
)
def test_files_that_are_no_table(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_bytes(tmp_path, content)
    assert caught.value.code == code
    assert caught.value.details["name"] == "tabel.csv"


def test_missing_columns_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_bytes(tmp_path, b"bagian,uraian,jumlah\nbelanja,a,1\n")
    assert caught.value.details["columns"] == "kode_kegiatan, kode_rekening, sumber_dana"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="table-missing"):
        read_table(tmp_path / "tidak-ada.csv", national_chart())
    with pytest.raises(UserError, match="table-unreadable"):
        read_table(tmp_path, national_chart())


def test_more_rows_than_a_village_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="table-too-long"):
        read_table(written(tmp_path, [ROW] * 20_001), national_chart())


@given(
    body=st.lists(
        st.lists(
            st.text(max_size=12)
            | st.sampled_from(["belanja", "1.1.04", "5.2.1.01", "ADD", "1.500", "-", "="]),
            max_size=12,
        ),
        max_size=8,
    )
)
def test_whatever_the_cells_hold_a_table_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, body: list[list[str]]
) -> None:
    """S30."""
    path = tmp_path_factory.mktemp("acak") / "acak.csv"
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER.split(","))
        writer.writerows(body)
    try:
        table = read_table(path, national_chart())
    except UserError as error:
        assert error.details["count" if isinstance(error, ImportRefused) else "name"]
    else:
        assert len(table.rows) <= len(body)


def test_five_thousand_rows_at_the_limit(tmp_path: Path) -> None:
    """F29: exact, row by row."""
    row = "belanja,1.1.04,5.2.1.01,Jalan,1,paket,999999999999999,999999999999999,ADD"
    table = read_table(written(tmp_path, [row] * 5_000), national_chart())
    assert sum(found.amount for found in table.rows) == 5_000 * 99_999_999_999_999_900

"""Price lists in the layouts that regencies hand out (interchange, section 8), and hostile ones."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_budget.domain.prices import PriceItem
from village_budget.errors import UserError
from village_budget.exchange.prices.price_columns import PriceField
from village_budget.exchange.prices.price_list import PriceList, read_price_list
from village_budget.exchange.prices.price_rows import MOST_ITEMS
from village_budget.exchange.prices.price_source import SourceSheet
from village_budget.exchange.prices.price_text import (
    COLUMNS,
    dumps_prices,
    loads_prices,
    reading_prices,
)
from village_budget.money import LIMIT_SEN

Rows = Sequence[Sequence[Any]]
SIPD = [
    "KODE KELOMPOK BARANG", "URAIAN KELOMPOK BARANG", "ID STANDAR HARGA", "KODE BARANG", "URAIAN BARANG",
    "SPESIFIKASI", "SATUAN", "HARGA SATUAN", "KODE REKENING",
]  # fmt: skip
SIPD_ROW = [
    "1.1.12.01.03", "Bahan bangunan", 120345, "1.1.12.01.03.0001.00001", "Semen PC", "50 kg", "Zak", 65000,
    "5.1.02.01.01.0001; 5.2.04.01.01.0003",
]  # fmt: skip
SEMEN = PriceItem("", "Semen PC", "50 kg", "Zak", 65_000_00)


def workbook(folder: Path, sheets: dict[str, Rows]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = folder / "harga.xlsx"
    book.save(path)
    return path


def csv_file(folder: Path, rows: Rows, *, delimiter: str = ",", name: str = "harga.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def listed(rows: Rows) -> PriceList:
    """A sheet of these rows, judged."""
    cells = [(number, [str(cell) for cell in row]) for number, row in enumerate(rows, start=1)]
    made = PriceList("harga", [SourceSheet("", cells)])
    made.judge()
    return made


def codes(made: PriceList) -> list[tuple[int, str]]:
    return [(problem.row, problem.code) for problem in made.problems]


def test_the_nine_columns_of_sipd(tmp_path: Path) -> None:
    made = read_price_list(workbook(tmp_path, {"Sheet1": [SIPD, SIPD_ROW]}))
    made.judge()
    assert made.layout.name == "sipd"
    assert made.items == [
        SEMEN._replace(
            code="1.1.12.01.03.0001.00001", group="Bahan bangunan",
            accounts=("5.1.02.01.01.0001", "5.2.04.01.01.0003"),
        )
    ]  # fmt: skip
    assert made.problems == []


def test_a_variant_of_sipd_with_years_kind_and_titles(tmp_path: Path) -> None:
    """A number in front, a kind, TKDN, remarks and two years: the price of the later year counts."""
    head = [
        "NO", "JENIS STANDAR HARGA", "KELOMPOK", "KODE BARANG", "NAMA BARANG", "SPESIFIKASI", "SATUAN",
        "HARGA SATUAN 2025", "HARGA SATUAN 2026 (Rp)", "TKDN", "KETERANGAN",
    ]  # fmt: skip
    rows: Rows = [
        ["DAFTAR STANDAR HARGA SATUAN"], ["TAHUN ANGGARAN 2026"], [], head, list(range(1, 12)),
        [1, "SSH", "ATK", "1.2", "Kertas HVS", "F4 70 gr", "Rim", 55000, 58000, "40", ""],
        ["", "", "", "", "BAHAN BAKAR"],
        [2, "SSH", "", "1.3", "Pertalite", "", "Liter", 10000, 10000, "", ""],
    ]  # fmt: skip
    made = read_price_list(workbook(tmp_path, {"SSH": rows}))
    made.judge()
    assert (made.layout.name, made.layout.year) == ("sipd", 2026)
    first, second = made.items
    assert (first.price, first.kind, first.group) == (58_000_00, "SSH", "ATK")
    assert (second.name, second.group) == ("Pertalite", "BAHAN BAKAR")
    assert made.problems == []


def test_hspk(tmp_path: Path) -> None:
    head = [
        "KODE KELOMPOK BARANG", "URAIAN KELOMPOK BARANG", "URAIAN BARANG", "SPESIFIKASI", "SATUAN",
        "HARGA SATUAN", "TKDN", "KODE REKENING", "KETERANGAN",
    ]  # fmt: skip
    row = ["1.3", "Pekerjaan tanah", "Galian tanah biasa", "sedalam 1 m", "m3", 87654.321, "", "5.2.04", ""]
    made = read_price_list(workbook(tmp_path, {"HSPK": [head, row]}))
    made.judge()
    assert made.layout.name == "hspk"
    assert [(item.title, item.unit, item.price) for item in made.items] == [
        ("Galian tanah biasa sedalam 1 m", "m3", 87_654_32)
    ]


def test_the_proposal_template_of_sipd_with_its_hint_row(tmp_path: Path) -> None:
    """Its sheet is called data, its second row explains the columns, its group is a number."""
    head = [
        "kode_standar_harga", "nama_standar_harga", "satuan", "spek", "kelompok", "harga",
        "kode_kel_standar_harga", "nama_kel_standar_harga", "keterangan_lampiran", "jenis_produk",
    ]  # fmt: skip
    hint = [
        "isi kode",
        "isi nama",
        "isi satuan",
        "isi spek",
        "1 SSH, 2 HSPK",
        "angka saja",
        "",
        "",
        "",
        "1/0",
    ]
    row = ["1.1", "Semen PC", "Zak", "50 kg", 1, 65000, "1.1.12", "Bahan bangunan", "", 1]
    other: Rows = [["petunjuk pengisian"], ["harga", "satuan"]]
    made = read_price_list(
        workbook(tmp_path, {"petunjuk": other, "data": [head, hint, row, [*row[:4], 2, 7]]})
    )
    made.judge()
    assert (made.layout.name, made.sheet) == ("wp-sipd", 1)
    assert [(item.kind, item.price) for item in made.items] == [("SSH", 65_000_00), ("HSPK", 700)]
    assert made.problems == []


def test_ref_sbu_of_siskeudes_says_an_item_once_with_all_its_accounts(tmp_path: Path) -> None:
    head = ["Kd_Rincian", "Kode_SBU", "NoUrut_SBU", "Nama_SBU", "Nilai", "Satuan"]
    rows: Rows = [
        head,
        ["5.2.1.01.", "01.01", "1", "Kertas HVS F4 70 gr", "58000", "Rim"],
        ["5.2.1.04.", "01.01", "1", "Kertas HVS F4 70 gr", "58000.00", "Rim"],
        ["5.3.5.01.", "02.07", "2", "Semen PC 50 kg", "65000", "Zak"],
    ]
    made = read_price_list(csv_file(tmp_path, rows, delimiter=";"))
    made.judge()
    assert made.layout.name == "siskeudes"
    assert [item.accounts for item in made.items] == [("5.2.1.01", "5.2.1.04"), ("5.3.5.01",)]
    assert (made.repeated, made.problems) == (1, [])


def test_an_analysis_of_prices_is_refused_and_says_why(tmp_path: Path) -> None:
    head = [
        "sumber_ahsp", "kode_ahsp", "nama_ahsp", "kategori", "uraian_item", "satuan_item", "koefisien",
    ]  # fmt: skip
    rows: Rows = [
        head,
        ["PUPR", "A.1", "Galian", "TK", "Pekerja", "OH", 0.75],
        ["", "", "", "", "Mandor", "OH", 8e-05],
    ]
    with pytest.raises(UserError) as caught:
        read_price_list(workbook(tmp_path, {"AHSP": rows}))
    assert caught.value.code == "prices-ahsp"


def test_our_own_text_is_a_layout_too(tmp_path: Path) -> None:
    path = tmp_path / "harga.csv"
    item = SEMEN._replace(code="=1+1", kind="SSH", accounts=("5.2.1.01", "5.2.1.02"), region="Kalibening")
    path.write_text(dumps_prices([item]), encoding="utf-8")
    made = read_price_list(path)
    made.judge()
    assert (made.layout.name, made.items) == ("own", [item])


def test_an_unknown_layout_comes_back_as_columns_to_be_named() -> None:
    rows: Rows = [
        ["Bantuan A", "Semen PC isi 50 kg", "zak", "65.000"],
        ["Bantuan B", "Pasir cor dari sungai", "m3", "250.000"],
        ["Bantuan C", "Besi beton 10 mm", "btg", "78.500"],
    ]
    made = listed(rows)
    assert made.layout.name == ""
    assert made.layout.fields == (PriceField.SKIP, PriceField.NAME, PriceField.UNIT, PriceField.PRICE)
    made.judge()
    assert [item.price for item in made.items] == [65_000_00, 250_000_00, 78_500_00]
    made.name_column(2, PriceField.SKIP)
    assert made.done
    assert made.items == []
    made.name_column(2, PriceField.UNIT)
    made.name_column(0, PriceField.NAME)
    made.judge()
    assert [item.name for item in made.items] == ["Bantuan A", "Bantuan B", "Bantuan C"]
    assert made.layout.fields[1] is PriceField.SKIP


def test_every_bad_row_is_named_and_the_others_are_taken() -> None:
    rows: Rows = [
        ["Uraian", "Satuan", "Harga satuan"],
        ["Semen", "zak", "65.000"],
        ["Semen", "", "65.000"],
        ["", "zak", "65.000"],
        ["Pasir", "m3", "0"],
        ["Pasir", "m3", ""],
        ["Pasir", "m3", "-250000"],
        ["Pasir", "m3", "dua ratus"],
        ["Pasir", "m3", "1.5"],
        ["Pasir", "m3", "9" * 20],
        ["x" * 1001, "m3", "5.000"],
        ["Pasir", "m3", "Rp 250.000,-"],
        ["JUMLAH", "", ""],
    ]
    made = listed(rows)
    assert [item.price for item in made.items] == [65_000_00, 250_000_00]
    assert codes(made) == [
        (3, "price-unit-missing"), (4, "price-name-missing"), (5, "price-zero"), (6, "price-missing"),
        (7, "price-negative"), (8, "price-unreadable"), (9, "price-unclear"), (10, "price-too-large"),
        (11, "price-text-long"),
    ]  # fmt: skip
    assert all(problem.details["column"] in ("Uraian", "Satuan", "Harga satuan") for problem in made.problems)
    assert made.passed == 1


@pytest.mark.parametrize(
    ("texts", "sen"),
    [
        (["12,500", "1,250,000.50"], [12_500_00, 1_250_000_50]),
        (["12,500", "7,250"], [12_500_00, 7_250_00]),
        (["12.500", "1.250.000,50"], [12_500_00, 1_250_000_50]),
        (["157349559.8", "12500"], [15_734_955_980, 12_500_00]),
        (["Rp12.500", "'7.250"], [12_500_00, 7_250_00]),
    ],
)
def test_prices_written_either_way_are_told_by_the_whole_column(texts: list[str], sen: list[int]) -> None:
    made = listed([["nama barang", "satuan", "harga"], *([f"Barang {t}", "bh", t] for t in texts)])
    assert [item.price for item in made.items] == sen
    mixed = listed([["nama barang", "satuan", "harga"], ["A", "bh", "12.500"], ["B", "bh", "12,500"]])
    assert codes(mixed) == [(3, "price-unclear")]


def test_the_same_item_at_two_prices_is_kept_twice() -> None:
    """Which of them holds, nobody but the regency can say; the dearer one is the limit."""
    made = listed([
        ["nama barang", "satuan", "harga"], ["Semen", "zak", "65000"], ["SEMEN", "Zk", "65.000"],
        ["Semen", "zak", "66000"],
    ])  # fmt: skip
    assert (len(made.items), made.repeated) == (2, 1)
    standard = made.book().standard("semen", "zak")
    assert standard is not None
    assert standard.item.price == 66_000_00


def test_formulas_in_a_list_are_text() -> None:
    """S02: what begins with = + - @ never leaves as a formula."""
    made = listed([["nama barang", "satuan", "harga"], ["=cmd|' /C calc'!A0", "@zak", "65000"]])
    text = dumps_prices(made.items)
    assert all(
        not cell.startswith(("=", "+", "-", "@")) for row in csv.reader(io.StringIO(text)) for cell in row
    )
    assert loads_prices("x", text).items == made.items


def test_a_list_of_a_hundred_thousand_rows(tmp_path: Path) -> None:
    rows: list[list[str]] = [["nama barang", "satuan", "harga"]]
    rows += [[f"Barang {number}", "buah", str(1000 + number)] for number in range(MOST_ITEMS + 2)]
    made = read_price_list(csv_file(tmp_path, rows))
    steps = 0
    while not made.done:
        made.judge(5000)
        steps += 1
    assert steps == 21
    assert len(made.items) == MOST_ITEMS
    assert codes(made) == [(MOST_ITEMS + 2, "price-too-many"), (MOST_ITEMS + 3, "price-too-many")]


def test_a_page_that_calls_itself_xls_and_an_old_workbook_that_is_none(tmp_path: Path) -> None:
    page = tmp_path / "ssh.xls"
    page.write_text(
        "<html><table><tr><th>Uraian Barang</th><th>Satuan</th><th>Harga</th></tr>"
        "<tr><td>Semen</td><td>zak</td><td>65.000</td></tr></table></html>", encoding="utf-8",
    )  # fmt: skip
    made = read_price_list(page)
    made.judge()
    assert [item.price for item in made.items] == [65_000_00]
    for content, code in (
        (b"", "table-damaged"), ("_VBA_PROJECT".encode("utf-16-le"), "table-macros"),
        ("EncryptedPackage".encode("utf-16-le"), "table-encrypted"),
    ):  # fmt: skip
        page.write_bytes(b"\xd0\xcf\x11\xe0" + content + b"\0" * 600)
        with pytest.raises(UserError) as caught:
            read_price_list(page)
        assert caught.value.code == code


def test_an_old_workbook_that_the_reader_gives_up_on_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A panic of the reader is the file's fault; an interruption by the user stays one."""
    import python_calamine

    class PanicException(BaseException):
        pass

    class Book:
        trouble: type[BaseException] = PanicException

        @classmethod
        def from_path(cls, path: Path) -> None:
            raise cls.trouble

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Book)
    path = tmp_path / "ssh.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with pytest.raises(UserError) as caught:
        read_price_list(path)
    assert caught.value.code == "table-damaged"
    Book.trouble = KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        read_price_list(path)


def test_a_file_without_prices(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_price_list(csv_file(tmp_path, []))
    assert caught.value.code == "table-empty"
    made = read_price_list(csv_file(tmp_path, [["surat", "undangan"], ["rapat", "desa"]]))
    assert made.layout.name == ""
    with pytest.raises(UserError) as caught:
        made.book()
    assert caught.value.code == "prices-none"


WORDS = st.text(max_size=30)
CODES = st.lists(st.text(alphabet="0123456789.=-+@'", min_size=1, max_size=12), max_size=3).map(tuple)
ITEMS = st.lists(
    st.builds(
        PriceItem, WORDS, WORDS.filter(lambda text: bool(text.strip())), WORDS, WORDS,
        st.integers(0, LIMIT_SEN), CODES, WORDS, WORDS, WORDS,
    )
)  # fmt: skip


@given(ITEMS)
def test_text_out_and_in_is_the_same_list(items: list[PriceItem]) -> None:
    """Whatever the words are: quotes, line ends, formulas, apostrophes."""
    text = dumps_prices(items)
    book = loads_prices("daftar", text)
    assert book.items == items
    assert dumps_prices(book.items) == text


@given(st.text(max_size=200), st.integers(0, 400))
def test_text_that_is_no_list_is_refused_and_nothing_else_happens(junk: str, cut: int) -> None:
    whole = dumps_prices([SEMEN, SEMEN._replace(name='Cat "putih"')])
    for text in (junk, whole[:cut] + junk, ",".join(COLUMNS) + "\n" + junk):
        try:
            loads_prices("daftar", text)
        except UserError as error:
            assert error.code == "prices-unreadable"


def test_a_long_text_is_read_a_little_at_a_time() -> None:
    items = [SEMEN._replace(name=f"Barang {number}") for number in range(2_600)]
    reading = reading_prices("x", dumps_prices(items))
    assert sum(1 for _ in reading) == 6

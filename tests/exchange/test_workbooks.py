"""Workbooks as they come: exact numbers, spoilt codes, and hostile files refused before any parser."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.exchange.tables import HEADER, codes
from village_budget.chart.chart import national_chart
from village_budget.errors import ImportRefused, UserError
from village_budget.exchange.cells import workbook_guard
from village_budget.exchange.flat.flat_table import FlatTable, read_table

ROW: list[Any] = ["belanja", "1.1.04", "5.2.1.01", "Kertas", 10, "rim", 58000, 580000, "ADD"]


def workbook(folder: Path, rows: Sequence[Sequence[Any]], name: str = "tabel.xlsx") -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in [HEADER.split(","), *rows]:
        book.active.append(list(row))
    path = folder / name
    book.save(path)
    return path


def read(folder: Path, *rows: Sequence[Any]) -> FlatTable:
    return read_table(workbook(folder, rows), national_chart())


def changed(row: Sequence[Any], **values: Any) -> list[Any]:
    names = HEADER.split(",")
    return [values.get(name, value) for name, value in zip(names, row, strict=True)]


def test_a_plain_workbook(tmp_path: Path) -> None:
    (found,) = read(tmp_path, ROW).rows
    assert (found.row, found.activity_code, found.volume, found.amount) == (2, "1.1.04", 10, 580_000_00)


@pytest.mark.parametrize(
    ("volume", "price", "amount", "sen"),
    [
        (0.1 + 0.2, 1000, 300, 300_00),
        (2.675 * 100, 1000, 267500, 267_500_00),
        (1, 999999999999999, 999999999999999, 99_999_999_999_999_900),
        (1, 157349559.8, 157349559.8, 15_734_955_980),
        (3, 33333.33, 99999.99, 100_000_00),
        (None, None, 12345678.9, 1_234_567_890),
        ("1,5", "100.000", "150.000,00", 150_000_00),
    ],
)
def test_numbers_are_what_their_maker_saw(
    tmp_path: Path, volume: object, price: object, amount: object, sen: int
) -> None:
    """E15: 15 digits of a binary number, exactly."""
    (found,) = read(tmp_path, changed(ROW, volume=volume, harga_satuan=price, jumlah=amount)).rows
    assert found.amount == sen


def test_a_number_is_never_ambiguous(tmp_path: Path) -> None:
    (found,) = read(tmp_path, changed(ROW, volume=1.5, harga_satuan=2000, jumlah=3000)).rows
    assert found.volume * 2 == 3


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kode_kegiatan": date(2004, 1, 1)}, "row-code-date"),
        ({"kode_rekening": "01/02/2005"}, "row-code-date"),
        ({"jumlah": 580000.005, "volume": None, "harga_satuan": None}, "row-amount-fraction"),
        ({"jumlah": 10**15, "volume": None, "harga_satuan": None}, "row-amount-too-large"),
        ({"jumlah": -5, "volume": None, "harga_satuan": None}, "row-amount-negative"),
        ({"jumlah": "#REF!"}, "row-amount-unreadable"),
        ({"volume": "#DIV/0!"}, "row-volume-unreadable"),
        ({"sumber_dana": "#N/A"}, "row-fund-unknown"),
        ({"volume": -10}, "row-volume-negative"),
    ],
)
def test_cells_that_are_refused(tmp_path: Path, values: dict[str, Any], code: str) -> None:
    with pytest.raises(ImportRefused) as caught:
        read(tmp_path, changed(ROW, **values))
    assert codes(caught.value.problems) == [code]


def test_codes_that_became_numbers_are_read(tmp_path: Path) -> None:
    row = changed(ROW, bagian="pembiayaan", kode_kegiatan=None, kode_rekening=6.1, sumber_dana="DD")
    assert read(tmp_path, row).rows[0].account_code == "6.1"


def test_formulas_are_read_as_their_values_and_told(tmp_path: Path) -> None:
    """S11."""
    import xlsxwriter

    path = tmp_path / "rumus.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, hidden = book.add_worksheet(), book.add_worksheet("lain")
        hidden.hide()
        for index, name in enumerate(HEADER.split(",")):
            sheet.write(0, index, name)
            sheet.write(1, index, ROW[index])
        sheet.write_formula(1, 7, "=E2*G2", None, 580000)
    table = read_table(path, national_chart())
    assert table.rows[0].amount == 580_000_00
    assert codes(table.notices) == ["table-note-formulas", "table-note-other-sheets"]
    assert table.notices[1].details["hidden"] == 1


def repacked(source: Path, target: Path, **parts: bytes) -> Path:
    """A workbook with parts added or replaced; ``__`` in a name is a slash, ``_xml`` its suffix."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        extra = {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()}
        for item in old.infolist():
            if item.filename not in extra:
                new.writestr(item.filename, old.read(item))
        for name, data in extra.items():
            new.writestr(name, data)
    return target


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_table(path, national_chart())
    return caught.value.code


def test_macros_old_and_other_kinds_are_refused(tmp_path: Path) -> None:
    """S11."""
    plain = workbook(tmp_path, [ROW])
    assert refused(repacked(plain, tmp_path / "a.xlsx", xl__vbaProject_bin=b"x")) == "table-macros"
    plain.rename(tmp_path / "b.xlsm")
    assert refused(tmp_path / "b.xlsm") == "table-macros"
    (tmp_path / "c.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000)
    assert refused(tmp_path / "c.xls") == "table-old-excel"
    secret = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "d.xlsx").write_bytes(secret)
    assert refused(tmp_path / "d.xlsx") == "table-encrypted"
    (tmp_path / "e.ods").write_bytes(b"PK\x03\x04rest")
    assert refused(tmp_path / "e.ods") == "table-kind"
    (tmp_path / "f.xlsx").write_text(HEADER)
    assert refused(tmp_path / "f.xlsx") == "table-kind"
    with zipfile.ZipFile(tmp_path / "g.xlsx", "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert refused(tmp_path / "g.xlsx") == "table-kind"


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>',
        b'<!ENTITY b SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_refused(tmp_path: Path, content: bytes) -> None:
    """S10."""
    plain = workbook(tmp_path, [ROW])
    assert refused(repacked(plain, tmp_path / "x.xlsx", xl__other_xml=content)) == "table-damaged"


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    """S09: 1 GB in a small file, refused at once and without unpacking it."""
    plain = workbook(tmp_path, [ROW])
    bomb = tmp_path / "bom.xlsx"
    with (
        zipfile.ZipFile(plain) as old,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for item in old.infolist():
            new.writestr(item.filename, old.read(item))
        with new.open("xl/worksheets/sheet2.xml", "w", force_zip64=True) as part:
            for _ in range(256):
                part.write(b" " * (1 << 22))
    assert bomb.stat().st_size < 2_000_000
    tracemalloc.start()
    started = time.process_time()
    assert refused(bomb) == "table-too-large"
    assert time.process_time() - started < 1
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """S09: never more is unpacked than a part says of itself."""
    plain = workbook(tmp_path, [ROW])
    bomb = repacked(plain, tmp_path / "bom.xlsx", xl__worksheets__sheet9_xml=b"<a/>" + b" " * 30_000_000)
    content = bytearray(bomb.read_bytes())
    size = (30_000_004).to_bytes(4, "little")
    assert content.count(size) >= 1
    bomb.write_bytes(bytes(content).replace(size, (1000).to_bytes(4, "little")))
    assert refused(bomb) == "table-damaged"


def test_too_many_parts_and_cells_too_far_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S09: rows, columns and entries are counted before a grid is made of them."""
    far = openpyxl.load_workbook(workbook(tmp_path, [ROW]))
    assert far.active is not None
    far.active["XFD1048576"] = 1
    far.save(tmp_path / "jauh.xlsx")
    assert refused(tmp_path / "jauh.xlsx") == "table-too-large"
    monkeypatch.setattr(workbook_guard, "MOST_PARTS", 3)
    assert refused(workbook(tmp_path, [ROW])) == "table-too-large"


def test_damaged_workbooks_are_refused_never_a_crash(tmp_path: Path) -> None:
    """S30: cut and flipped anywhere, a workbook is read or refused."""
    content = workbook(tmp_path, [ROW] * 30).read_bytes()
    path = tmp_path / "rusak.xlsx"
    for step in range(60):
        flipped = bytearray(content)
        flipped[(step * 7919) % len(content)] ^= 1 << (step % 8)
        path.write_bytes(flipped if step % 3 else content[: len(content) * step // 60])
        try:
            read_table(path, national_chart())
        except UserError as error:
            assert error.details


def test_links_to_other_workbooks_are_not_followed(tmp_path: Path) -> None:
    """S11."""
    plain = workbook(tmp_path, [ROW])
    path = repacked(plain, tmp_path / "taut.xlsx", xl__externalLinks__externalLink1_xml=b"<externalLink/>")
    assert codes(read_table(path, national_chart()).notices) == ["table-note-links"]


def test_the_guard_reads_no_more_than_it_must(tmp_path: Path) -> None:
    facts = workbook_guard.inspect_workbook(workbook(tmp_path, [ROW]))
    assert (facts.formulas, facts.errors, facts.sheets, facts.hidden, facts.links) == (0, {}, 1, 0, False)

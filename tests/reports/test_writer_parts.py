"""Small parts of the workbook writer: formulas, text widths, places, QR code, dates."""

from __future__ import annotations

from datetime import datetime

import pytest

from village_budget.errors import ExportError
from village_budget.reports import dates, qr_code
from village_budget.reports.catalogue import FORMS, form
from village_budget.reports.report_document import (
    Elsewhere,
    Formula,
    Product,
    Sum,
)
from village_budget.reports.writers.formulas import CellPlace, FormulaWriter, column_letters
from village_budget.reports.writers.text_width import line_count, text_width


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (Sum((0,)), "=C11"),
        (Sum((0, 1, 2, 5)), "=SUM(C11:C13,C16)"),
        (Sum((0, 1)), "=SUM(C11:C12)"),
        (Sum((0,), (4,)), "=C11-C15"),
        (Sum((0, 2), (4, 5)), "=SUM(C11,C13)-SUM(C15:C16)"),
        (Product(0, 1), "=ROUND(A13*B13,0)"),
        (Product(0, 1, 2), "=ROUND(A13*B13,2)"),
        (Elsewhere("lain", 3, 26), "='It''s'!AA9"),
    ],
)
def test_formulas_are_written_in_cell_references(formula: Formula, text: str) -> None:
    places = {"ini": CellPlace("ini", 10), "lain": CellPlace("It's", 5)}
    assert FormulaWriter(places["ini"], 3, places).text(formula, 2, 2) == text


def test_a_sum_of_many_areas_is_nested() -> None:
    """A function takes at most 255 arguments."""
    text = FormulaWriter(CellPlace("a", 0), 1, {}).text(Sum(tuple(range(0, 900, 2))), 0, 0)
    assert text.startswith("=SUM(SUM(A1,A3,")
    assert text.count("SUM(") == 4
    assert max(group.count(",") for group in text.split("SUM(")) <= 201


def test_a_formula_longer_than_a_cell_takes_is_left_out() -> None:
    assert FormulaWriter(CellPlace("a", 0), 1, {}).text(Sum(tuple(range(0, 9000, 2))), 0, 0) == ""


def test_columns_are_counted_in_letters() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


def test_text_widths_are_those_of_arial() -> None:
    """Measured against the font: within a point for a long name."""
    assert text_width("Penyediaan Jaminan Sosial bagi Kepala Desa dan Perangkat Desa", 8.5) == pytest.approx(
        254.2, abs=0.2
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("satu", 1),
        ("satu dua", 2),
        ("satu\ndua\ntiga", 3),
        ("kata-kata", 2),
        ("Rp\N{NO-BREAK SPACE}1", 1),
        ("a  b", 1),
        ("x" * 30, 6),
    ],
)
def test_lines_break_between_words_and_inside_only_what_is_too_long(text: str, lines: int) -> None:
    assert line_count(text, 22.0, 8.5) == lines


def test_the_qr_code_is_small_enough_to_scan_at_eleven_millimetres() -> None:
    """At most version 5 (37 dots): 0.27 mm a dot with its quiet zone."""
    code = qr_code.identity_code("35.10.01.2001", 2026, 0, "a" * 64)
    assert code == "VB1:35.10.01.2001:2026:0:" + "A" * 64
    side = len(qr_code.dots(code))
    assert side <= 37 + 2 * qr_code.QUIET_ZONE
    assert qr_code.png(code).startswith(b"\x89PNG")


def test_without_fingerprint_there_is_no_code() -> None:
    assert qr_code.identity_code("35.10", 2026, 0, "") == ""
    assert qr_code.dots("") == ()


def test_dates_are_indonesian_in_any_locale() -> None:
    assert dates.date_and_time(datetime(2026, 5, 3, 7, 5)) == "3 Mei 2026 07:05"  # noqa: DTZ001


def test_the_catalogue_knows_its_forms_by_name() -> None:
    assert [info.name for info in FORMS] == [
        "apbdes", "penjabaran", "penjabaran-siskeudes", "rab", "rekap-bidang", "rekap-sumber-dana",
        "daftar-dana-desa", "pemeriksaan", "evaluasi", "riwayat",
    ]  # fmt: skip
    assert form("rab").title.get("id") == "Rencana Anggaran Biaya"
    assert form("rab").title.get("en") == "Cost plans"
    with pytest.raises(ExportError, match="form-unknown"):
        form("rka")

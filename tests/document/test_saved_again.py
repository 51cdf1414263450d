"""S19: a workbook that another program saved again is not called altered; one whose look lies is."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from tests.builders import small_plan
from tests.document.files import Clock, save_plan
from village_budget.document.document import Document
from village_budget.document.export import export_forms
from village_budget.document.verify.shown_numbers import misleads
from village_budget.document.verify.verification import verify_workbook

MEANT = "[$-421]#,##0.00_);(#,##0.00)"
SHARE = "[$-421]0.00%_)"


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan, open."""
    opened = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    yield opened
    opened.close()


@pytest.fixture
def book(document: Document, tmp_path: Path) -> Path:
    """The package of the small plan."""
    return export_forms(document, ["paket"], tmp_path)[0]


def rewrite(book: Path, change: re.Pattern[str], made: object) -> int:
    """Change the text of all sheets in the file itself; how often."""
    with zipfile.ZipFile(book) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    count = 0
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            if name.startswith("xl/worksheets/sheet"):
                text, changed = change.subn(made, part.decode())  # type: ignore[call-overload]
                count += changed
                part = text.encode()  # noqa: PLW2901 - the part that is written
            archive.writestr(name, part)
    return count


def test_fifteen_digits_of_a_number_are_enough(document: Document, book: Path) -> None:
    """LibreOffice keeps 15 digits of a share such as 0.2454223435957018."""
    digits = re.compile(r"<v>(\d\.\d{12,})</v>")
    assert rewrite(book, digits, lambda found: f"<v>{float(found[1]):.15g}</v>") > 5
    assert verify_workbook(book, document).matches


def test_quotes_around_names_of_sheets_may_go(document: Document, book: Path) -> None:
    """Excel and LibreOffice write ``Pendapatan!F7`` for ``'Pendapatan'!F7``."""
    assert rewrite(book, re.compile(r"<f>'([A-Za-z]+)'!"), r"<f>\1!")
    assert verify_workbook(book, document).matches


def test_renamed_and_sorted_sheets_hidden_columns_filters_and_zoom(document: Document, book: Path) -> None:
    """S19: what a reviewer does to read it; programs rename the sheet in formulas, too."""
    opened = openpyxl.load_workbook(book)
    opened["APB Desa"].title = "Lampiran 1"
    opened["2.3.10"].title = "Jalan"
    for sheet in opened.worksheets:
        sheet.column_dimensions["B"].hidden = True
        sheet.auto_filter.ref = "A10:D20"
        sheet.sheet_view.zoomScale = 50
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("='"):
                    cell.value = cell.value.replace("'APB Desa'!", "'Lampiran 1'!").replace(
                        "'2.3.10'!", "Jalan!"
                    )
    opened._sheets.reverse()  # type: ignore[attr-defined]
    opened.create_sheet("Sheet1")
    opened.save(book)
    assert verify_workbook(book, document).differences == ()


def test_a_renamed_sheet_is_still_read_cell_by_cell(document: Document, book: Path) -> None:
    opened = openpyxl.load_workbook(book)
    sheet = opened["2.3.10"]
    sheet.title = "Jalan"
    place = next(cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value == "Semen")
    sheet[place] = "Semen mahal"
    opened.save(book)
    found = verify_workbook(book, document).differences
    assert ("Jalan", place, "Semen", "Semen mahal") in [
        (one.sheet, one.cell, one.expected, one.found) for one in found
    ]
    assert all(one.cell for one in found)


def test_another_sheet_in_place_of_one_is_no_renaming(document: Document, book: Path) -> None:
    opened = openpyxl.load_workbook(book)
    del opened["APB Desa"]
    opened.create_sheet("Lampiran 1")["A1"] = "Catatan"
    opened.save(book)
    found = {(one.sheet, one.cell, one.expected) for one in verify_workbook(book, document).differences}
    assert {("APB Desa", "", "APB Desa"), ("Lampiran 1", "", "")} <= found


def test_a_workbook_of_an_older_version_of_the_program(
    document: Document, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The foot names the version that wrote it: after an update the same workbook still agrees."""
    report_source = document.report_source
    monkeypatch.setattr(
        document, "report_source", lambda: replace(report_source(), program="Anggaran Desa 9.9")
    )
    assert verify_workbook(book, document).differences == ()


@pytest.mark.parametrize("lie", ['"9.999.999,00"', "#,##0.00,", ";;;", "0%", r"\9#,##0", "d mmmm yyyy"])
def test_a_number_format_that_shows_another_figure(document: Document, book: Path, lie: str) -> None:
    """S19: the cell still holds the amount, but its reader sees another, or none."""
    opened = openpyxl.load_workbook(book)
    cell = next(
        cell for row in opened["APB Desa"].iter_rows() for cell in row if str(cell.value).startswith("=SUM(")
    )
    cell.number_format = lie
    opened.save(book)
    found = verify_workbook(book, document).differences
    assert [(one.sheet, one.cell) for one in found] == [("APB Desa", cell.coordinate)]
    assert lie in found[0].found


def test_a_conditional_format_that_shows_another_figure(document: Document, book: Path) -> None:
    opened = openpyxl.load_workbook(book)
    sheet = opened["APB Desa"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=SUM("))
    lie = DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode='"9.999"'))
    sheet.conditional_formatting.add(cell.coordinate, Rule("expression", dxf=lie, formula=["TRUE"]))
    colour = DifferentialStyle(fill=PatternFill(bgColor="FFFF00"))
    sheet.conditional_formatting.add("A1:H40", Rule("expression", dxf=colour, formula=["TRUE"]))
    opened.save(book)
    found = verify_workbook(book, document).differences
    assert [(one.sheet, one.cell) for one in found] == [("APB Desa", cell.coordinate)]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (5.0, "#,##0"), (5.0, "General"), (5.0, r"[$-421]#,##0.00_);\(#,##0.00\)"), (0.0, '0;0;"-"'),
        (-5.0, "#,##0.00;-#,##0.00"), (-5.0, "#,##0"), (5.0, '"Rp" #,##0.00'), (5.0, "0.00E+00"),
        (5.0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'), (0.0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'),
        (-5.0, "#,##0;[Red](#,##0)"), ("Semen", "General"), ("Semen", "0;0;0;@"), (None, ";;;"),
    ],
)  # fmt: skip
def test_other_looks_of_a_number_are_cosmetic(value: object, shown: str) -> None:
    assert not misleads(value, shown, MEANT)


@pytest.mark.parametrize(
    ("value", "shown", "meant"),
    [
        (-5.0, "#,##0.00;#,##0.00", MEANT), (-5.0, "#,##0;[Red]#,##0", MEANT), (5.0, "-#,##0", MEANT),
        (5.0, "[>1]0;0", MEANT), (0.25, "0.00", SHARE), (0.25, "General", SHARE), (5.0, "#,##0,.00", MEANT),
        (5.0, "General%", MEANT), ("Semen", ';;;"Pasir"', "@"), (5.0, '#,##0"000"', MEANT), (5.0, "", MEANT),
    ],
)  # fmt: skip
def test_looks_that_mislead(value: object, shown: str, meant: str) -> None:
    assert misleads(value, shown, meant)

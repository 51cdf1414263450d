"""``verify``: an exported workbook against the plan it came from, cell by cell (S18-S20)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ui.cli.commands import Shell
from village_budget import paths
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
from village_budget.reports.catalogue import FORMS

FORM = "apbdes_Sumberwangi_2026.xlsx"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample village."""
    return Path(shutil.copy(paths.sample("sumberwangi_2026.apbdes"), tmp_path / "contoh.apbdes"))


@pytest.fixture
def workbook(shell: Shell, sample: Path) -> Path:
    """Its APB Desa as exported."""
    assert shell.run("export", sample, "--to", shell.folder, "--form", "apbdes").status == 0
    return shell.folder / FORM


def test_an_untouched_workbook_matches(shell: Shell, sample: Path, workbook: Path) -> None:
    done = shell.run("verify", workbook, sample)
    assert (done.status, done.err) == (0, "")
    assert "Cocok" in done.out


def test_every_form_matches(shell: Shell, sample: Path) -> None:
    shell.run("export", sample, "--to", shell.folder, *(f"--form={info.name}" for info in FORMS))
    workbooks = sorted(shell.folder.glob("*.xlsx"))
    assert len(workbooks) == len(FORMS)
    for path in workbooks:
        assert shell.run("verify", path, sample).status == 0, path.name


def _first(sheet: Any, kind: Callable[[object], bool]) -> Any:
    return next(cell for row in sheet.iter_rows() for cell in row if kind(cell.value))


def _add_one(sheet: Any) -> str:
    cell = _first(sheet, lambda value: isinstance(value, int | float) and value > 1_000_000)
    cell.value += 1
    return str(cell.coordinate)


def _change_text(sheet: Any) -> str:
    cell = _first(sheet, lambda value: isinstance(value, str) and "Dana Desa" in value)
    cell.value = cell.value.replace("Dana Desa", "Dana Daerah")
    return str(cell.coordinate)


def _change_formula(sheet: Any) -> str:
    cell = _first(sheet, lambda value: isinstance(value, str) and value.startswith("="))
    cell.value += "+1000"
    return str(cell.coordinate)


def _hidden_row(sheet: Any) -> str:
    coordinate = _add_one(sheet)
    sheet.row_dimensions[sheet[coordinate].row].hidden = True
    return coordinate


def _delete_row(sheet: Any) -> str:
    cell = _first(sheet, lambda value: isinstance(value, int | float) and value > 1_000_000)
    sheet.delete_rows(cell.row)
    return ""


@pytest.mark.parametrize("alter", [_add_one, _change_text, _change_formula, _hidden_row, _delete_row])
def test_an_altered_workbook_is_told_with_sheet_and_cell(
    shell: Shell, sample: Path, workbook: Path, alter: Callable[[Any], str]
) -> None:
    """S19."""
    book = openpyxl.load_workbook(workbook)
    cell = alter(book.worksheets[0])
    book.save(workbook)
    done = shell.run("verify", workbook, sample)
    assert done.status == 1
    assert "sudah diubah" in done.out
    assert f"lembar {book.worksheets[0].title}" in done.out
    if cell:
        assert f"sel {cell}:" in done.out


def test_a_sheet_more_or_less_is_told(shell: Shell, sample: Path, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book.remove(book.worksheets[0])
    book.create_sheet("Nama lain")["A1"] = "Lain"
    book.save(workbook)
    done = shell.run("verify", workbook, sample)
    assert done.status == 1
    assert "Nama lain" in done.out


def test_widths_and_colours_do_not_matter(shell: Shell, sample: Path, workbook: Path) -> None:
    """S19: cosmetic changes pass."""
    book = openpyxl.load_workbook(workbook)
    book.worksheets[0].column_dimensions["B"].width = 99
    book.worksheets[0]["A1"].fill = openpyxl.styles.PatternFill("solid", "FFFF00")
    book.save(workbook)
    assert shell.run("verify", workbook, sample).status == 0


def test_a_plan_that_changed_since_is_told_as_that(shell: Shell, sample: Path, workbook: Path) -> None:
    """S20."""
    document = Document.open(sample)
    line = next(line for line in document.plan.lines.values() if line.account_code == "4.3.6.01")
    document.apply(SetLine(line.id, {"unit_price": line.unit_price + 100}))
    document.close()
    done = shell.run("verify", workbook, sample, "--lang", "en")
    assert done.status == 1
    assert "the print is revision 3, the file revision 4; 1 lines changed" in done.out
    assert "changed line: 4.3.6.01" in done.out
    assert "sheet APB Desa" not in done.out  # the workbook is as it was exported


def test_another_village_and_other_files_are_refused(shell: Shell, workbook: Path) -> None:
    other = shell.new()
    done = shell.run("verify", workbook, other)
    assert done.status == 2
    assert "Sumberwangi" in done.err
    openpyxl.Workbook().save(shell.folder / "asing.xlsx")
    assert shell.run("verify", shell.folder / "asing.xlsx", other).status == 2


def test_the_package_matches_until_a_cell_of_any_sheet_is_altered(shell: Shell, sample: Path) -> None:
    """S19: one workbook with all forms; the sheet and the cell are named."""
    done = shell.run("export", sample, "--to", shell.folder, "--form", "all")
    assert (done.status, done.err) == (0, "")
    book = shell.folder / "paket_Sumberwangi_2026.xlsx"
    listed = json.loads((shell.folder / "manifest_Sumberwangi_2026.json").read_text(encoding="utf-8"))
    assert {entry["name"] for entry in listed["files"]} == {
        path.name for path in shell.folder.iterdir() if path.suffix in {".xlsx", ".pdf"}
    }
    assert shell.run("verify", book, sample).status == 0
    workbook = openpyxl.load_workbook(book)
    cell = _first(workbook["2.3.11"], lambda value: isinstance(value, int | float))
    cell.value += 1
    workbook.save(book)
    done = shell.run("verify", book, sample)
    assert done.status == 1
    assert "2.3.11" in done.out
    assert cell.coordinate in done.out

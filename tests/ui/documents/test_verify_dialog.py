"""S18-S20 in the window: a code typed off paper, the text of a QR, a workbook that came back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import small_plan
from tests.document.files import Clock, save_plan
from ui.documents.verify_dialog import VerifyDialog
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.export import export_forms


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    return save_plan(tmp_path / "desa.apbdes", small_plan())


@pytest.fixture
def dialog(look: None, qtbot: QtBot, plan_file: Path) -> VerifyDialog:
    made = VerifyDialog(plan_file, 2026)
    qtbot.addWidget(made)
    made.show()
    return made


def changed(path: Path, folder: Path) -> tuple[str, Path]:
    """Short fingerprint and workbook of the plan, which is changed afterwards."""
    document = Document.open(path, clock=Clock())
    try:
        code, (book,) = document.short_fingerprint, export_forms(document, ["apbdes"], folder)
        document.apply(SetLine(5, {"unit_price": 66_000_00}))
    finally:
        document.close()
    return code, book


def asked(qtbot: QtBot, dialog: VerifyDialog, text: str) -> None:
    dialog.code.setFocus()
    dialog.code.selectAll()
    QTest.keyClicks(dialog.code, text)
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy and dialog.notice.isVisible())


def test_a_typed_code_matches(qtbot: QtBot, dialog: VerifyDialog, plan_file: Path) -> None:
    document = Document.open(plan_file, read_only=True)
    code = document.short_fingerprint
    document.close()
    asked(qtbot, dialog, code.lower())
    assert dialog.notice.kind == "ok"
    assert not dialog.table.isVisible()


def test_an_earlier_print_names_both_revisions_and_the_lines(
    qtbot: QtBot, dialog: VerifyDialog, plan_file: Path, tmp_path: Path
) -> None:
    code, _ = changed(plan_file, tmp_path)
    asked(qtbot, dialog, code)
    assert dialog.notice.kind == "warn"
    assert "revision 0" in dialog.notice.text
    assert "revision 1" in dialog.notice.text
    told = [dialog.table.item(0, column).text() for column in range(4)]  # type: ignore[union-attr]
    assert told == ["2.3.10 · 5.3.5.01", "Semen", "26.000.000", "26.400.000"]


def test_what_is_no_code_is_said_in_place(qtbot: QtBot, dialog: VerifyDialog) -> None:
    asked(qtbot, dialog, "desa")
    assert dialog.notice.kind == "bad"
    assert "desa" in dialog.notice.text


def test_an_altered_workbook_names_sheet_and_cell(
    qtbot: QtBot, dialog: VerifyDialog, plan_file: Path, tmp_path: Path
) -> None:
    _, book = changed(plan_file, tmp_path)
    opened = openpyxl.load_workbook(book)
    opened["APB Desa"]["F10"] = "lain"
    opened.save(book)
    dialog.check_workbook(book)
    qtbot.waitUntil(lambda: not dialog.busy and dialog.altered.isVisible())
    assert dialog.notice.kind == "warn"
    assert dialog.table.item(0, 0).text() == "APB Desa · F10"  # type: ignore[union-attr]


def test_a_foreign_workbook_is_refused_in_one_sentence(
    qtbot: QtBot, dialog: VerifyDialog, tmp_path: Path
) -> None:
    openpyxl.Workbook().save(tmp_path / "lain.xlsx")
    dialog.check_workbook(tmp_path / "lain.xlsx")
    qtbot.waitUntil(lambda: not dialog.busy and dialog.notice.isVisible())
    assert dialog.notice.kind == "bad"
    assert "lain.xlsx" in dialog.notice.text

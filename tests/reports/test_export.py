"""Exporting forms of an open plan file into a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import village
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.line_edits import AddLine
from village_budget.document.export import export_forms
from village_budget.domain.lines import Part
from village_budget.errors import ExportError
from village_budget.reports.catalogue import FORMS
from village_budget.reports.file_names import workbook_name
from village_budget.reports.writers.workbook_identity import read_identity


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """An open plan with one revenue line and one cost line."""
    opened = Document.create(tmp_path / "desa.apbdes", village(), 2026)
    opened.apply(AddLine(Part.REVENUE, None, "4.2.1.01", "Dana Desa", unit_price=1_000_000_00))
    opened.apply(AddActivity("1.1.01"))
    key = next(iter(opened.plan.activities))
    opened.apply(AddLine(Part.SPENDING, key, "5.1.1.01", "Siltap", unit_price=1_000_000_00, fund="DDS"))
    return opened


def test_all_forms_in_one_folder(document: Document, tmp_path: Path) -> None:
    """One workbook a form, named for village and year; each carries the plan's fingerprint (S18)."""
    folder = tmp_path / "keluar"
    folder.mkdir()
    seen: list[tuple[int, int]] = []
    names = [form.name for form in FORMS]
    try:
        paths = export_forms(document, names, folder, progress=lambda done, steps: seen.append((done, steps)))
        assert [path.name for path in paths] == [f"{name}_Sumberwangi_2026.xlsx" for name in names]
        assert {read_identity(path)["fingerprint"] for path in paths} == {document.fingerprint}
    finally:
        document.close()
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]


def test_an_unknown_form_writes_nothing(document: Document, tmp_path: Path) -> None:
    try:
        with pytest.raises(ExportError, match="form-unknown"):
            export_forms(document, ["apbdes", "rka"], tmp_path)
    finally:
        document.close()
    assert not list(tmp_path.glob("*.xlsx"))


def test_cancel_between_workbooks_keeps_the_complete_ones(document: Document, tmp_path: Path) -> None:
    written = tmp_path / "apbdes_Sumberwangi_2026.xlsx"
    try:
        with pytest.raises(ExportError, match="export-cancelled"):
            export_forms(document, ["apbdes", "rab"], tmp_path, cancelled=written.exists)
    finally:
        document.close()
    assert [path.name for path in tmp_path.glob("*.xlsx")] == [written.name]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Sumber Wangi", "Sumber-Wangi"),
        ("../..\\x", "x"),
        ("CON", "CON"),
        ("Désa: *?", "Desa"),
        ("村", "desa"),
        ("a" * 99, "a" * 60),
    ],
)
def test_file_names_are_safe_on_every_system(name: str, safe: str) -> None:
    """F32: no separators, no wildcards, no device name alone."""
    assert workbook_name("apbdes", name, 2026) == f"apbdes_{safe}_2026.xlsx"


def test_the_paper_can_be_a4(document: Document, tmp_path: Path) -> None:
    try:
        (path,) = export_forms(document, ["apbdes"], tmp_path, paper="A4")
    finally:
        document.close()
    assert load_workbook(path).active.page_setup.paperSize == 9

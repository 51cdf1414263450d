"""Cost plans in workbooks of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests import builders
from tests.document.files import save_plan
from tests.reports.plans import source, trap_plan
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import RemoveActivity
from village_budget.document.export import export_forms
from village_budget.document.verify.verification import verify_workbook
from village_budget.reports.activity_workbooks import apart
from village_budget.reports.catalogue import form
from village_budget.reports.cells import Elsewhere, Money, Text


def test_no_workbook_points_outside_itself() -> None:
    """S01: a figure of another sheet stands as it is, and links go; every other formula stays."""
    together = form("rab").build(source(trap_plan()))
    alone = apart(together)
    assert [one.sheet_title for one in alone] == [one.sheet_title for one in together]
    for before, after in zip(together, alone, strict=True):
        cells = [cell for row in after.rows for cell in row.cells]
        assert not any(isinstance(cell, Text) and cell.link for cell in cells)
        assert not any(isinstance(cell, Money) and isinstance(cell.formula, Elsewhere) for cell in cells)
        inside = [
            (row, column)
            for row, column, cell in before.formulas()
            if not isinstance(cell.formula, Elsewhere)
        ]
        assert [(row, column) for row, column, _ in after.formulas()] == inside
        told = [cell.sen for row in before.rows for cell in row.cells if isinstance(cell, Money)]
        assert [cell.sen for cell in cells if isinstance(cell, Money)] == told


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    return save_plan(tmp_path / "desa.apbdes", builders.small_plan())


def test_each_activity_has_a_workbook_that_proves_itself(plan_path: Path, tmp_path: Path) -> None:
    document = Document.open(plan_path)
    try:
        files = export_forms(document, ["rab"], tmp_path, each=True)
        plan = document.plan
        worked = [one.code for one in plan.activities_in_order() if plan.lines_of(one.id)]
        names = [file.name for file in files]
        for code in worked:
            assert f"rab-{code}_{plan.village.name}_{plan.info.fiscal_year}.xlsx" in names
        for file in files:
            assert len(load_workbook(file).sheetnames) == 1
            assert verify_workbook(file, document).matches, file.name
    finally:
        document.close()


def test_an_altered_cost_plan_is_found(plan_path: Path, tmp_path: Path) -> None:
    """S19: also in a workbook that holds one activity of many."""
    document = Document.open(plan_path)
    try:
        file = next(
            path for path in export_forms(document, ["rab"], tmp_path, each=True) if "rab-1" in path.name
        )
        book = load_workbook(file)
        sheet = book.worksheets[0]
        cell = next(
            cell
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, int | float) and cell.value > 1000
        )
        cell.value += 1
        book.save(file)
        found = verify_workbook(file, document)
        assert (sheet.title, cell.coordinate) in {(one.sheet, one.cell) for one in found.differences}
    finally:
        document.close()


def test_the_cost_plan_of_an_activity_that_is_gone(plan_path: Path, tmp_path: Path) -> None:
    """The sheet is named; nothing breaks."""
    document = Document.open(plan_path)
    try:
        activity = document.plan.activities_in_order()[0]
        files = export_forms(document, ["rab"], tmp_path, each=True)
        file = next(path for path in files if f"rab-{activity.code}_" in path.name)
        document.apply(RemoveActivity(activity.id))
        found = verify_workbook(file, document)
        assert not found.same_plan
        assert not found.matches
    finally:
        document.close()

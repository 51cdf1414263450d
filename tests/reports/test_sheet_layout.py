"""A sheet printed from a spreadsheet: figures fit their columns, signers stay together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from tests.builders import activity, large_plan, line, village
from tests.reports.plans import source, trap_plan
from tests.reports.workbooks import write_source
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.exchange.cells.workbook_guard import inspect_workbook
from village_budget.money import LIMIT_SEN
from village_budget.reports.catalogue import form
from village_budget.reports.report_document import Money
from village_budget.reports.writers.formulas import column_letters
from village_budget.reports.writers.text_width import text_width


def test_signers_of_a_row_stand_in_one_row_that_no_page_break_can_part(tmp_path: Path) -> None:
    """Printed from a spreadsheet, the function stood on one page and the name on the next."""
    head = "Dr. H. R. Ng. Suparno Kartosuwiryo Hadiningrat Wijayakusuma, S.Sos., M.Si., Ph.D."
    plan = trap_plan()
    plan.village = replace(plan.village, head=head)
    for written in write_source(source(plan), tmp_path, [form("apbdes"), form("rab"), form("evaluasi")]):
        for document, sheet in zip(written.documents, load_workbook(written.path).worksheets, strict=True):
            cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
            for signature in document.signatures:
                words = "\n".join(signature.lines) + "\n\n\n\n\n" + (signature.name or "(....")
                found = [one for one in cells if one.value.lstrip("\n").startswith(words)]
                assert found
                assert all(one.alignment.wrap_text for one in found)
                high = 13.5 + found[0].value.count("\n") * 11.25
                assert all(sheet.row_dimensions[one.row].height >= high for one in found)


def test_columns_are_wide_enough_for_the_largest_amounts(tmp_path: Path) -> None:
    """A spreadsheet shows ``###`` for a figure that is wider than its column."""
    plan = Plan(village(), PlanInfo(1, 2026), [activity()], [line(unit_price=LIMIT_SEN), line(2)])
    for written in write_source(source(plan), tmp_path):
        for document, sheet in zip(written.documents, load_workbook(written.path).worksheets, strict=True):
            for index in {n for row in document.rows for n, cell in enumerate(row.cells) if _is_huge(cell)}:
                width = sheet.column_dimensions[column_letters(index)].width
                assert (width * 7 - 5) * 0.75 > text_width("(999.999.999.999.999,99)", 8.5, bold=True)


def _is_huge(cell: object) -> bool:
    return isinstance(cell, Money) and cell.sen > LIMIT_SEN // 2


def test_the_program_takes_back_its_own_large_workbook(tmp_path: Path) -> None:
    """Four parts a sheet: of more than five hundred activities `verify` said the file was too large."""
    (written,) = write_source(source(large_plan(5_200)), tmp_path, [form("rab")])
    assert len(written.documents) > 500
    assert inspect_workbook(written.path).sheets == len(written.documents)

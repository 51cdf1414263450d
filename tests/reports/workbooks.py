"""Reading written workbooks in tests, with a reader that did not write them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.plans import source, trap_findings
from village_budget.domain.plan import Plan
from village_budget.reports.catalogue import FORMS, PACKAGE, FormInfo
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.source import ReportSource
from village_budget.reports.writers.workbook_writer import write_workbook


@dataclass(frozen=True)
class Written:
    """A form of a plan, as documents and as the workbook they became."""

    form: str
    path: Path
    documents: list[ReportDocument]


def filled(plan: Plan) -> ReportSource:
    """What the forms of a plan are built from, with a finding of each kind."""
    return source(plan, findings=trap_findings())


def write_source(
    source: ReportSource, folder: Path, forms: Sequence[FormInfo] = (*FORMS, PACKAGE)
) -> list[Written]:
    """Every form of the catalogue, and the package, as a workbook."""
    written = []
    for form in forms:
        documents = form.build(source)
        path = folder / f"{form.name}.xlsx"
        write_workbook(documents, path)
        written.append(Written(form.name, path, documents))
    return written


def write_forms(plan: Plan, folder: Path) -> list[Written]:
    """The same of a plan alone."""
    return write_source(filled(plan), folder)


def formula_cells(path: Path) -> Iterator[tuple[str, str, str, float]]:
    """Sheet, cell, formula and kept value of every formula of a workbook."""
    formulas, values = load_workbook(path), load_workbook(path, data_only=True)
    for sheet in formulas.worksheets:
        assert isinstance(sheet, Worksheet)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, cell.value, values[sheet.title][cell.coordinate].value


def parts(path: Path) -> dict[str, bytes]:
    """The files inside a workbook."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(path: Path) -> list[str]:
    """Every text cell of a workbook."""
    return [
        cell.value
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.data_type == "s"
    ]

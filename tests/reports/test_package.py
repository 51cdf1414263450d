"""The package for evaluation: one workbook with a cover, a PDF a form, and a list of what is in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import small_plan
from tests.reports.plans import FINGERPRINT, source, trap_findings, trap_plan
from village_budget.domain.plan import Plan
from village_budget.errors import ExportError
from village_budget.money import decimal_rupiah
from village_budget.reports.catalogue import PACKAGE, evaluation_set, form
from village_budget.reports.forms import paket
from village_budget.reports.package import manifest_path, package_pieces, write_pieces
from village_budget.reports.report_document import (
    Elsewhere,
    Money,
    ReportDocument,
    Text,
)
from village_budget.reports.writers.workbook_writer import write_workbook


def write_page(documents: Sequence[ReportDocument], path: Path, **_: object) -> None:
    """Stands in for the painter, which lives above the core."""
    path.write_bytes(b"%PDF " + documents[0].name.encode())


def made(plan: Plan, folder: Path) -> list[Path]:
    told = source(plan, findings=trap_findings())
    forms = {name: form(name).build(told) for name in evaluation_set()}
    cover = paket.cover(told, [one for documents in forms.values() for one in documents])
    pieces = package_pieces(cover, forms, folder, (plan.village.name, plan.info.fiscal_year))
    return write_pieces(pieces, write_page, manifest=True)


def test_the_workbook_has_a_cover_and_a_sheet_for_each_document(tmp_path: Path) -> None:
    documents = form("paket").build(source(small_plan(), findings=trap_findings()))
    write_workbook(documents, tmp_path / "paket.xlsx")
    book = load_workbook(tmp_path / "paket.xlsx")
    assert book.sheetnames[0] == "Sampul"
    assert len(book.sheetnames) == len(documents)
    links = [cell.hyperlink.location for row in book["Sampul"].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


@pytest.mark.parametrize("make", [small_plan, trap_plan])
def test_the_cover_repeats_the_totals_of_the_budget_s_sheet(make: object) -> None:
    """Each as a formula that points at the row with that figure."""
    cover, *others = form("paket").build(source(make()))  # type: ignore[operator]
    by_title = {document.sheet_title: document for document in others}
    told = source(make())  # type: ignore[operator]
    amounts = [cell for row in cover.rows for cell in row.cells if isinstance(cell, Money)]
    figures = told.figures
    wanted = (figures.revenue, figures.spending, figures.surplus, figures.net_financing, figures.balance)
    assert tuple(cell.sen for cell in amounts) == wanted
    for cell in amounts:
        assert isinstance(cell.formula, Elsewhere)
        there = by_title[cell.formula.document].rows[cell.formula.row].cells[cell.formula.column]
        assert isinstance(there, Money)
        assert there.sen == cell.sen


def test_each_cost_plan_is_listed_with_its_activity() -> None:
    cover, *_ = form("paket").build(source(small_plan()))
    told = [tuple(cell.text for cell in row.cells if isinstance(cell, Text)) for row in cover.rows]
    assert ("1.1.01", "1.1.01  Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa") in told


def test_the_list_names_every_file_with_its_hash(tmp_path: Path) -> None:
    """Right to the byte; written last, and itself not in it."""
    plan = small_plan()
    *files, listed = made(plan, tmp_path)
    told = json.loads(listed.read_text(encoding="utf-8"))
    assert listed == tmp_path / f"manifest_{files[0].stem.partition('_')[2]}.json"
    assert [entry["name"] for entry in told["files"]] == [file.name for file in files]
    assert len(files) == 1 + len(evaluation_set())
    for entry, file in zip(told["files"], files, strict=True):
        content = file.read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(content), sha256(content).hexdigest())
    figures = source(plan).figures
    assert told["totals"]["spending"] == decimal_rupiah(figures.spending)
    assert (told["fingerprint"], told["fiscal_year"]) == (FINGERPRINT, "2026")


@pytest.mark.parametrize("written", [0, 1, 3])
def test_a_package_that_was_not_finished_has_no_list(tmp_path: Path, written: int) -> None:
    """F07: the former list stays as long as its files do; one that names other files would be a wrong one."""
    done: list[Path] = []

    def fail_after(documents: Sequence[ReportDocument], path: Path, **more: object) -> None:
        if len(done) == written:
            raise ExportError("export-disk-full", folder=str(path.parent), name=path.name)
        write_page(documents, path, **more)
        done.append(path)

    told = source(small_plan())
    forms = {name: form(name).build(told) for name in evaluation_set()}
    cover = paket.cover(told, [one for documents in forms.values() for one in documents])
    pieces = package_pieces(cover, forms, tmp_path, ("Sumberwangi", 2026))
    papers = [pieces[0], *(piece for piece in pieces if piece.path.suffix == ".pdf")]
    papers[0] = replace(papers[0], path=papers[0].path.with_suffix(".pdf"))
    former = manifest_path(papers)
    former.write_text("lama", encoding="utf-8")
    with pytest.raises(ExportError, match="export-disk-full"):
        write_pieces(papers, fail_after, manifest=True)
    assert former.exists() is (written == 0)
    write_pieces(papers, write_page, manifest=True)
    assert len(json.loads(former.read_text("utf-8"))["files"]) == len(papers)


def test_the_package_is_no_part_of_itself() -> None:
    assert PACKAGE.name not in evaluation_set()

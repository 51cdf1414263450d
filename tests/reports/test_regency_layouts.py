"""Forms in the words of the regency's regulation, from its file in the plan to the workbook."""

from __future__ import annotations

import string
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.reports.plans import source, trap_plan
from village_budget import paths
from village_budget.document.document import Document
from village_budget.document.edits.records import SetOverlay
from village_budget.document.export import export_forms
from village_budget.domain.form_change import FormChange, SignatureChange
from village_budget.domain.village import Village
from village_budget.reports.catalogue import form
from village_budget.reports.forms.layout import placeholders
from village_budget.reports.poster.poster_facts import poster_facts
from village_budget.reports.report_document import Side, Text

CHANGE = FormChange(
    sheet="Lampiran I",
    block=("LAMPIRAN I PERDES {DESA}",),
    title=("APB DESA {DESA}", "TAHUN {tahun}"),
    landscape=True,
    margins_mm=15.0,
    widths={"name": 40.0},
    headings={"URAIAN": "URAIAN KEGIATAN"},
    words={"surplus": "SURPLUS/DEFISIT"},
    signatures=(SignatureChange("left", 0, ("Kepala Desa",), "{kepala_desa}"),),
)


def test_every_part_of_a_form_follows_the_regency() -> None:
    plan = source(trap_plan())
    (national,) = form("apbdes").build(plan)

    (own,) = form("apbdes").build(replace(plan, layouts={"apbdes": CHANGE}))

    assert own.sheet_title == "Lampiran I"
    assert own.block == (f"LAMPIRAN I PERDES {plan.plan.village.name.upper()}",)
    assert own.title == (f"APB DESA {plan.plan.village.name.upper()}", "TAHUN 2026")
    assert (own.page.landscape, own.page.margins_mm) == (True, 15.0)
    widths = {column.key: column.width for column in own.columns}
    assert widths == {column.key: column.width for column in national.columns} | {"name": 40.0}
    assert [cell.text for cell in own.header] == [
        "URAIAN KEGIATAN" if cell.text == "URAIAN" else cell.text for cell in national.header
    ]
    (sign,) = own.signatures
    assert (sign.side, sign.lines, sign.name) == (Side.LEFT, ("Kepala Desa",), "Suparno")
    told = [cell.text for row in own.rows for cell in row.cells if isinstance(cell, Text)]
    assert "SURPLUS/DEFISIT" in told
    assert "SURPLUS / (DEFISIT)" not in told


def test_other_forms_and_all_figures_stay() -> None:
    plan = source(trap_plan())
    own = replace(plan, layouts={"apbdes": CHANGE})
    assert form("penjabaran").build(own) == form("penjabaran").build(plan)
    (before,), (after,) = form("apbdes").build(plan), form("apbdes").build(own)
    assert list(after.formulas()) == list(before.formulas())


def test_the_poster_speaks_as_the_regency_does() -> None:
    plan = source(trap_plan())
    own = replace(plan, layouts={"poster": FormChange(words={"over": "Dari desa untuk desa"})})
    assert poster_facts(own, "").over == "Dari desa untuk desa"
    assert poster_facts(plan, "").over != "Dari desa untuk desa"


def test_placeholders_are_told_to_the_regency() -> None:
    """What a form fills in and what a regency may write are the same names."""
    told = tomllib.loads(paths.resource("forms", "umum.toml").read_text(encoding="utf-8"))["placeholders"]
    assert set(told) == set(placeholders(source(trap_plan())))


@pytest.mark.parametrize("name", ["apbdes", "paket"])
def test_the_file_in_the_plan_reaches_the_workbook(tmp_path: Path, name: str) -> None:
    """The cover's links and sums follow a sheet that has another name."""
    document = Document.create(tmp_path / "desa.apbdes", Village("Sumberwangi", "35.10.99.2001"), 2026)
    try:
        text = '[forms.apbdes]\nsheet = "Lampiran I"\n[forms.apbdes.headings]\n"URAIAN" = "URAIAN KEGIATAN"\n'
        document.apply(SetOverlay("kabupaten.toml", text))
        (path,) = export_forms(document, [name], tmp_path)
    finally:
        document.close()
    book = load_workbook(path)
    sheet = book["Lampiran I"]
    assert "APB Desa" not in book.sheetnames
    assert any(cell.value == "URAIAN KEGIATAN" for row in sheet.iter_rows() for cell in row)
    formulas = [
        str(cell.value)
        for other in book.worksheets
        for row in other.iter_rows()
        for cell in row
        if str(cell.value).startswith("=")
    ]
    assert not any("'APB Desa'" in formula for formula in formulas)
    if name == "paket":
        assert any("'Lampiran I'!" in formula for formula in formulas)


def test_no_placeholder_is_left_in_a_form_of_a_bare_village() -> None:
    plan = source(trap_plan())
    for name in ("apbdes", "penjabaran", "rab", "rekap-bidang"):
        for document in form(name).build(plan):
            for line in (*document.block, *document.title):
                assert not [part for _, part, _, _ in string.Formatter().parse(line) if part]

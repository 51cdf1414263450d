"""The workbook: figures kept with their formulas, allowed parts only, page setup, identity."""

from __future__ import annotations

import getpass
import re
import socket
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import small_plan
from tests.reports.plans import FINGERPRINT, kampung_plan, source, trap_plan
from tests.reports.workbooks import formula_cells, parts, texts, write_forms
from village_budget.errors import ExportError
from village_budget.reports.forms import apbdes
from village_budget.reports.writers.geometry import Geometry
from village_budget.reports.writers.workbook_identity import read_identity
from village_budget.reports.writers.workbook_writer import write_workbook

ALLOWED_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml"
    r"|xl/(workbook|styles|sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml"
    r"|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels"
    r"|xl/drawings/drawing\d+\.xml|xl/drawings/_rels/drawing\d+\.xml\.rels|xl/media/image\d+\.png"
)


@pytest.mark.parametrize("make", [small_plan, trap_plan, kampung_plan])
def test_each_formula_keeps_the_figure_of_the_program(make: object, tmp_path: Path) -> None:
    """S06: with ``data_only`` every formula cell has a value, equal to ours to the sen; none is missing."""
    for written in write_forms(make(), tmp_path):  # type: ignore[operator]
        kept = {(sheet, cell): value for sheet, cell, _, value in formula_cells(written.path)}
        book = load_workbook(written.path)
        expected = 0
        for document, sheet in zip(written.documents, book.worksheets, strict=True):
            first = Geometry(document).table_row + 1
            for row, column, figure in document.formulas():
                cell = sheet.cell(first + row, column + 1)
                assert kept[sheet.title, cell.coordinate] == figure.number
                expected += 1
        assert len(kept) == expected


def test_formulas_are_only_sums_differences_products_and_links(tmp_path: Path) -> None:
    """S01: no formula but those of the program's own few shapes."""
    reference = r"[A-Z]\d+(:[A-Z]\d+)?"
    shapes = re.compile(
        rf"=(SUM\({reference}(,{reference})*\)|{reference})(-(SUM\({reference}(,{reference})*\)|{reference}))?"
        rf"|=ROUND\({reference}\*{reference},[02]\)|='[^']+'!{reference}"
        rf"|={reference}([+-]{reference})*|=IF\({reference}=0,0,{reference}/{reference}\)"
    )
    for written in write_forms(trap_plan(), tmp_path):
        for _, cell, formula, _ in formula_cells(written.path):
            assert shapes.fullmatch(formula), (cell, formula)


def test_only_allowed_parts(tmp_path: Path) -> None:
    """S05: no macros, external links, connections, custom XML, embedded objects; nothing hidden."""
    for written in write_forms(trap_plan(), tmp_path):
        for name, content in parts(written.path).items():
            assert ALLOWED_PARTS.fullmatch(name), name
            assert b"TargetMode" not in content
            assert b"ddeLink" not in content
        book = load_workbook(written.path)
        assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)


def test_nothing_of_the_machine_is_in_the_file(tmp_path: Path) -> None:
    """S07: creator is program and version; no user, no computer, no path."""
    home = str(Path.home())
    for written in write_forms(small_plan(), tmp_path):
        assert load_workbook(written.path).properties.creator == "Anggaran Desa 0.1.0"
        whole = b"\n".join(parts(written.path).values()).decode("utf-8", "replace")
        for secret in (home, str(tmp_path), socket.gethostname(), f">{getpass.getuser()}<"):
            assert secret not in whole


def test_the_fingerprint_is_in_foot_cell_property_and_code(tmp_path: Path) -> None:
    """S18: all of one content hash; readable without opening the sheets."""
    for written in write_forms(small_plan(), tmp_path):
        identity = read_identity(written.path)
        assert identity["fingerprint"] == FINGERPRINT
        assert identity["form"] == written.form
        assert (identity["fiscal_year"], identity["village_code"]) == ("2026", "35.10.99.2001")
        assert "Sidik dokumen 7F3A 91C2 D04E 55B1" in texts(written.path)
        for document, sheet in zip(written.documents, load_workbook(written.path).worksheets, strict=True):
            assert "Sidik dokumen 7F3A 91C2 D04E 55B1" in (sheet.oddFooter.left.text or "")
            assert document.footer.code == f"VB1:35.10.99.2001:2026:0:{FINGERPRINT.upper()}"
        assert any(name.startswith("xl/media/") for name in parts(written.path))


def test_no_sheet_lets_the_fingerprint_pass_for_a_signature(tmp_path: Path) -> None:
    """S23: said in a cell of every sheet and at the foot of every page."""
    said = "sidik data, bukan tanda tangan elektronik"
    for written in write_forms(trap_plan(), tmp_path):
        for sheet in load_workbook(written.path).worksheets:
            assert said in {cell.value for row in sheet.iter_rows() for cell in row}
            assert said in (sheet.oddFooter.left.text or "")


def test_each_sheet_is_ready_for_the_printer(tmp_path: Path) -> None:
    """F4, fit to one page wide and any number high, repeated head, print area, page n of m."""
    for written in write_forms(trap_plan(), tmp_path):
        for document, sheet in zip(written.documents, load_workbook(written.path).worksheets, strict=True):
            at = Geometry(document)
            assert sheet.page_setup.paperSize == 14
            assert sheet.page_setup.fitToWidth in {None, 1}  # one is the format's own default
            assert sheet.page_setup.fitToHeight == 0
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.page_setup.orientation == ("landscape" if document.page.landscape else "portrait")
            assert sheet.print_title_rows == f"${at.header_row + 1}:${at.table_row}"
            assert sheet.print_area.startswith(f"'{sheet.title}'!$A$1:")
            assert sheet.oddFooter.right.text == "Halaman &P dari &N"
            assert sheet.freeze_panes == f"A{at.table_row + 1}"
            assert sheet.page_margins.left == pytest.approx(11 / 25.4, abs=0.001)
            assert sheet.print_options.horizontalCentered


def test_codes_are_text_and_amounts_are_numbers_with_id_separators(tmp_path: Path) -> None:
    """``01`` keeps its zero; a deficit shows in parentheses by its format, and stays a negative number."""
    document = apbdes.build(source(small_plan()))[0]
    write_workbook([document], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx", data_only=True).active
    rows = {row[5].value: row for row in sheet.iter_rows() if isinstance(row[5].value, str)}
    activity = rows["Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa"]
    assert [cell.value for cell in activity[:3]] == ["1", "1", "01"]
    deficit = rows["SURPLUS / (DEFISIT)"][6]
    assert deficit.value == -5_000_000
    assert deficit.number_format == "[$-421]#,##0.00_);(#,##0.00)"


def test_wrapped_names_get_higher_rows(tmp_path: Path) -> None:
    """Names wrap, they are never cut: a row is as high as its longest text needs."""
    document = apbdes.build(source(small_plan()))[0]
    write_workbook([document], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    heights = {row[5].value: sheet.row_dimensions[row[5].row].height for row in sheet.iter_rows()}
    assert heights["JUMLAH BELANJA"] == 13.5
    long = next(name for name in heights if name and name.startswith("Peningkatan Produksi Tanaman Pangan"))
    assert heights[long] == 13.5 + 11.25


def test_levels_can_be_folded_with_the_heading_above(tmp_path: Path) -> None:
    document = apbdes.build(source(small_plan()))[0]
    write_workbook([document], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    levels = {row[5].value: sheet.row_dimensions[row[5].row].outlineLevel for row in sheet.iter_rows()}
    assert levels["Belanja Pegawai"] == 4
    assert levels["JUMLAH BELANJA"] == 0
    assert sheet.sheet_properties.outlinePr.summaryBelow is False


def test_an_amount_at_the_limit_is_exact(tmp_path: Path) -> None:
    """F29: 999.999.999.999.999 rupiah go out and come back unchanged."""
    plan = small_plan()
    line = plan.lines[1]
    object.__setattr__(line, "unit_price", 99_999_999_999_999_900)
    object.__setattr__(line, "amount", 99_999_999_999_999_900)
    for written in write_forms(plan, tmp_path):
        if written.form == "apbdes":
            values = [value for _, _, _, value in formula_cells(written.path)]
            assert 1_000_000_059_999_999 in values
        if written.form == "rab":
            sheet = load_workbook(written.path, data_only=True)["Pendapatan"]
            amounts = [cell.value for row in sheet.iter_rows() for cell in row]
            assert 999_999_999_999_999 in amounts


def test_a_foreign_workbook_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(ExportError, match="workbook-foreign"):
        read_identity(tmp_path / "a.xlsx")
    with pytest.raises(ExportError, match="workbook-foreign"):
        read_identity(tmp_path / "b.xlsx")

"""No workbook that Excel would offer to repair, and what its reader finds when it opens."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import plan, small_plan
from tests.reports.ooxml import faults
from tests.reports.plans import kampung_source, sample_source, trap_plan
from tests.reports.test_workbook_text import plan_of
from tests.reports.workbooks import filled, write_source
from village_budget.reports.activity_workbooks import apart
from village_budget.reports.catalogue import form
from village_budget.reports.forms.layout import load_layout
from village_budget.reports.report_document import RowKind
from village_budget.reports.source import ReportSource
from village_budget.reports.writers.geometry import Geometry
from village_budget.reports.writers.sheet_setup import last_line, zoom
from village_budget.reports.writers.workbook_writer import write_workbook

SOURCES: dict[str, Callable[[], ReportSource]] = {
    "empty": lambda: filled(plan()),
    "small": lambda: filled(small_plan()),
    "traps": lambda: filled(trap_plan()),
    "sample": sample_source,
    "kampung": kampung_source,
    "long words": lambda: filled(plan_of("Pembangunan " * 3000)),
    "markup": lambda: filled(plan_of("<a>&'\"[]:*?/\\ \x00\x0b \U0001f33e =1+1")),
}


@pytest.mark.parametrize("name", SOURCES)
def test_no_workbook_needs_repair(name: str, tmp_path: Path) -> None:
    """S05: every form and the package, of plans small, large, odd and empty."""
    for written in write_source(SOURCES[name](), tmp_path):
        assert faults(written.path) == [], written.form


def test_single_cost_plans_need_none(tmp_path: Path) -> None:
    for number, document in enumerate(apart(form("rab").build(filled(trap_plan())))):
        path = tmp_path / f"{number}.xlsx"
        write_workbook([document], path)
        assert faults(path) == []


HARM: dict[str, tuple[str, str, str, str]] = {
    "a merge over another": ("sheet1", r'(<mergeCell ref=")[^"]+("/>)', r"\g<0>\g<1>A1:B90\2", "lie over"),
    "a format that is missing": ("sheet1", r'<c r="A1" s="\d+"', '<c r="A1" s="9999"', "format"),
    "a text that is missing": ("sheet1", r't="s"><v>\d+', 't="s"><v>99999', "text of"),
    "parts out of order": ("sheet1", r"(<sheetFormatPr[^>]*/>)(<cols>.*?</cols>)", r"\2\1", "wrong order"),
    "no value": ("sheet2", r"(<f>[^<]*</f>)<v>[^<]*</v>", r"\1", "no value"),
    "a wild zoom": ("sheet1", r"<sheetView ", '<sheetView zoomScale="900" ', "zoom"),
    "a foot too long": ("sheet1", r"(<oddFooter>)", r"\1" + "x" * 300, "foot"),
    "a filter without its name": ("sheet1", r"(</sheetData>)", r'\1<autoFilter ref="A1:B9"/>', "filter"),
    "a link nowhere": ("sheet1", r"location=\"[^\"]+\"", "location=\"'Tidak ada'!A1\"", "link"),
    "twice the same name": ("workbook", r"(<definedName .*?</definedName>)", r"\1\1", "defined twice"),
}


@pytest.mark.parametrize("harm", HARM)
def test_the_check_finds_harm(harm: str, tmp_path: Path) -> None:
    """Each kind of damage it is for is found in a workbook that was sound."""
    part, pattern, instead, told = HARM[harm]
    sound, harmed = tmp_path / "sound.xlsx", tmp_path / "harmed.xlsx"
    write_workbook(form("paket").build(filled(small_plan())), sound)
    name = "xl/workbook.xml" if part == "workbook" else f"xl/worksheets/{part}.xml"
    with zipfile.ZipFile(sound) as before, zipfile.ZipFile(harmed, "w") as after:
        for entry in before.namelist():
            content = before.read(entry)
            if entry == name:
                text, count = re.subn(pattern, instead, content.decode(), count=1, flags=re.DOTALL)
                assert count == 1
                content = text.encode()
            after.writestr(entry, content)
    assert faults(sound) == []
    assert any(told in fault for fault in faults(harmed)), faults(harmed)


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("rab", "daftar-rab"),
        ("pemeriksaan", "pemeriksaan"),
        ("riwayat", "riwayat"),
        ("daftar-dana-desa", "daftar-dana-desa"),
    ],
)
def test_lists_can_be_filtered_and_totals_stay(name: str, layout: str, tmp_path: Path) -> None:
    """The arrows stand in the last row of the head; a filter hides no total below the list."""
    document = form(name).build(filled(trap_plan()))[0]
    assert document.filtered
    assert load_layout(layout).filtered
    path = tmp_path / "form.xlsx"
    write_workbook(form(name).build(filled(trap_plan())), path)
    sheet = load_workbook(path).worksheets[0]
    at = Geometry(document)
    first, last = sheet.auto_filter.ref.split(":")
    assert first == f"A{at.table_row}"
    shown = document.rows[int(re.sub(r"\D", "", last)) - at.table_row - 1]
    assert shown.kind is not RowKind.TOTAL
    rest = document.rows[document.rows.index(shown) + 1 :]
    assert all(row.kind is RowKind.TOTAL for row in rest)


def test_a_locked_list_can_still_be_filtered(tmp_path: Path) -> None:
    """It is locked but for what its reader fills in by hand."""
    write_workbook(form("daftar-dana-desa").build(filled(trap_plan())), tmp_path / "form.xlsx")
    told = load_workbook(tmp_path / "form.xlsx").worksheets[0].protection
    assert told.sheet
    assert told.autoFilter is False  # the format's way to say: not forbidden


def test_budget_trees_have_no_filter() -> None:
    """A filter would tear lines from the headings they are summed under."""
    for name in ("apbdes", "penjabaran", "rekap-bidang", "evaluasi"):
        assert not any(document.filtered for document in form(name).build(filled(trap_plan())))


def test_a_list_of_totals_alone_has_nothing_to_filter() -> None:
    (document, *_) = form("rab").build(filled(small_plan()))
    totals = tuple(row for row in document.rows if row.kind is RowKind.TOTAL)
    assert last_line(replace(document, rows=totals)) is None


@pytest.mark.parametrize(
    ("width", "percent"), [(0, 100), (800, 100), (1240, 100), (1241, 95), (1500, 80), (9000, 70)]
)
def test_wide_tables_are_shown_smaller(width: int, percent: int) -> None:
    """The whole width is seen on a laptop of 1366 pixels, down to a size that can still be read."""
    assert zoom(width) == percent

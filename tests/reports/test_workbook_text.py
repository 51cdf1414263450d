"""Hostile and odd text in every field: it stays text, whole and readable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import small_plan
from tests.reports.plans import source
from tests.reports.workbooks import parts, texts, write_forms
from village_budget.domain.plan import Plan
from village_budget.reports.forms import apbdes, rab
from village_budget.reports.writers.geometry import HIGHEST_ROW
from village_budget.reports.writers.safe_text import (
    CELL_LIMIT,
    CUT_MARK,
    cell_text,
    looks_active,
    sheet_names,
    utf16_length,
)
from village_budget.reports.writers.workbook_writer import write_workbook

ACTIVE = (
    *("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")', "=cmd|'/c calc'!A1"),
    *("＝1+1", ";=1", "{=1+1}", "'=1", " =1"),
)


def plan_of(text: str) -> Plan:
    """A small plan with one text in every field that reaches a form."""
    plan = small_plan()
    plan.village = replace(plan.village, name=text, district=text, head=text, secretary=text)
    for activity in list(plan.activities.values()):
        plan.activities[activity.id] = replace(
            activity, name=text, officer=text, location=text, output=text, target_unit=text
        )
    for line in list(plan.lines.values()):
        plan.lines[line.id] = replace(line, description=text, unit=text, factors=())
    plan.info = replace(plan.info, regulation_number=text)
    return plan


@pytest.mark.parametrize("text", ACTIVE)
def test_no_text_becomes_a_formula(text: str, tmp_path: Path) -> None:
    """S01: a string cell, equal to the entered text, with quotePrefix; no formula but our own."""
    for written in write_forms(plan_of(text), tmp_path):
        own = sum(len(list(document.formulas())) for document in written.documents)
        assert sum(content.count(b"<f>") for content in parts(written.path).values()) == own
        if written.form not in {"apbdes", "rab"}:
            continue
        clean = text.replace("\r", "\n")
        found = [
            cell
            for sheet in load_workbook(written.path).worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value == clean
        ]
        assert found
        assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


@pytest.mark.parametrize("text", ["http://contoh.id/x", "file:///C:/x", r"\\server\x", "mailto:a@b.c"])
def test_no_text_becomes_a_link(text: str, tmp_path: Path) -> None:
    """S04: the only links lead from the list of cost plans to its sheets."""
    for written in write_forms(plan_of(text), tmp_path):
        for sheet in load_workbook(written.path).worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.hyperlink is None or cell.hyperlink.target is None
        assert text in texts(written.path) or written.form in {"pemeriksaan", "evaluasi", "riwayat"}


def test_markup_in_a_text_stays_text(tmp_path: Path) -> None:
    """A text in rich-string marks must not reach the file as markup."""
    text = "<r><t>=1+1</t></r>"
    for written in write_forms(plan_of(text), tmp_path):
        assert b"<r><t>=1+1" not in parts(written.path)["xl/sharedStrings.xml"]
    assert text in [found.strip() for found in texts(tmp_path / "rab.xlsx")]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b\x1fc", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
        ("a\ud800b", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufffe", "\N{REPLACEMENT CHARACTER}"),
        ("Semen 🏗 40 kg", "Semen 🏗 40 kg"),
        ("\u202bmundur", "\u202bmundur"),
        ("  spasi  ", "  spasi  "),
    ],
)
def test_characters_a_workbook_cannot_hold_are_replaced(text: str, clean: str, tmp_path: Path) -> None:
    """F28: the file opens and what can be kept is kept."""
    assert cell_text(text) == clean
    plan = small_plan()
    plan.lines[5] = replace(plan.lines[5], description=text)
    write_workbook(rab.build(source(plan)), tmp_path / "a.xlsx")
    assert clean in texts(tmp_path / "a.xlsx")


def test_an_escape_written_by_hand_comes_back_as_it_was(tmp_path: Path) -> None:
    """F28: ``_x000D_`` typed by somebody is not a carriage return."""
    plan = small_plan()
    plan.lines[5] = replace(plan.lines[5], description="_x000D_")
    write_workbook(rab.build(source(plan)), tmp_path / "a.xlsx")
    assert b"_x005F_x000D_" in parts(tmp_path / "a.xlsx")["xl/sharedStrings.xml"]


def test_a_text_too_long_for_a_cell_is_cut_where_the_reader_sees_it(tmp_path: Path) -> None:
    """F27: 100,000 characters are neither dropped nor silently cut."""
    plan = small_plan()
    plan.lines[5] = replace(plan.lines[5], description="🏗 panjang " * 10_000)
    write_workbook(rab.build(source(plan)), tmp_path / "a.xlsx")
    longest = max(texts(tmp_path / "a.xlsx"), key=len)
    assert longest.startswith("🏗 panjang")
    assert longest.endswith(CUT_MARK)
    assert CELL_LIMIT - 2 <= utf16_length(longest) <= CELL_LIMIT
    heights = [
        size.height or 0 for size in load_workbook(tmp_path / "a.xlsx")["2.3.10"].row_dimensions.values()
    ]
    assert max(heights) == HIGHEST_ROW


def test_an_ampersand_in_a_name_is_no_command_in_the_footer(tmp_path: Path) -> None:
    filled = replace(source(small_plan()), program="A & B &P 1")
    write_workbook(apbdes.build(filled), tmp_path / "a.xlsx")
    assert b"A &amp;&amp; B &amp;&amp;P 1" in parts(tmp_path / "a.xlsx")["xl/worksheets/sheet1.xml"]


def test_sheet_names_are_allowed_short_and_unlike() -> None:
    """No ``[]:*?/\\``, at most 31, no two alike whatever their case, never "History"."""
    names = sheet_names(["a/b", "A\\B", "", "'x'", "History", "b" * 40, "B" * 40, "🏗" * 20])
    assert names[:5] == ["a-b", "A-B (2)", "Lembar", "x", "History (2)"]
    assert names[5:7] == ["b" * 31, "B" * 27 + " (2)"]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < utf16_length(name) <= 31 for name in names)


@pytest.mark.parametrize(
    ("text", "active"), [("Semen", False), ("(lihat)", False), ("4 orang", False), ("-", True)]
)
def test_only_text_that_could_be_a_formula_is_marked(text: str, active: bool) -> None:
    assert looks_active(text) is active

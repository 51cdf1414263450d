"""Workbooks of every layout that treasurers use come in to the exact rupiah (U14; interchange, section 7)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from samples import build_rab
from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Part
from village_budget.exchange.cells.clipboard_grid import Cell
from village_budget.exchange.cells.workbook import SheetCells, read_sheets
from village_budget.exchange.cells.workbook_guard import hidden_rows
from village_budget.exchange.flat.flat_table import read_table
from village_budget.exchange.lines.imported_sheet import ImportedSheet, read_import
from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.lines.pasted_verdicts import PastedLine, PasteTarget, State
from village_budget.exchange.lines.sheet_kinds import SheetKind
from village_budget.exchange.lines.sheet_sums import compare

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "rab"

LAYOUTS = {
    "rab_daftar_desa": (SheetKind.VILLAGE_LIST, 6, {"DDS": 40_110_000}, [("", 40_110_000)]),
    "rab_bentuk_lama": (SheetKind.OLD_FORM, 4, {"": 14_100_000}, [("", 14_100_000)]),
    "rab_fisik_jatim": (SheetKind.WORKS_EAST_JAVA, 8, {"DDS": 86_135_000}, [("", 86_135_000)]),
    "rab_fisik_p3md": (SheetKind.WORKS_P3MD, 7, {"DDS": 46_988_600}, [("", 46_988_600)]),
    "penjabaran_kolom": (
        SheetKind.DETAILED, 9, {"DDS": 1_225_000_000, "ADD": 700_000_000, "PAD": 24_000_000},
        [("4", 962_000_000), ("5", 974_500_000), ("6.1", 12_500_000)],
    ),
    "penjabaran_satu_sel": (
        SheetKind.DETAILED, 4, {"DDS": 1_000_000_000}, [("4", 500_000_000), ("5", 500_000_000)],
    ),
    "ekspor_merdenesia": (SheetKind.MERDENESIA, 4, {"DDS": 30_100_000, "PAD": 9_600_000}, []),
    "apbdes_publik": (
        SheetKind.PUBLIC, 6, {"ADD": 965_000_000},
        [("4", 480_000_000), ("5", 482_500_000), ("6.1", 2_500_000)],
    ),
    "tabel_datar": (SheetKind.FLAT, 5, {"DDS": 345_200_000}, []),
}  # fmt: skip


def sheet(name: str, suffix: str = "xlsx") -> ImportedSheet:
    """The first sheet of a sample that can be used, every row judged."""
    found = [one for one in read_import(SAMPLES / f"{name}.{suffix}", national_chart()) if one.is_usable]
    assert len(found) == 1
    found[0].block().judge()
    return found[0]


def lines(name: str) -> dict[str, PastedLine]:
    """Lines by their description."""
    return {line.description: line for line in sheet(name).block().taken()}


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_comes_in_to_the_exact_rupiah(name: str) -> None:
    """U14."""
    kind, count, totals, sums = LAYOUTS[name]
    found = sheet(name)
    block = found.block()
    assert found.kind is kind
    assert (block.count(State.TAKEN), block.count(State.REFUSED)) == (count, 0)
    assert block.totals() == {fund: rupiah * 100 for fund, rupiah in totals.items()}
    compared = compare(block)
    assert [(one.head, one.stated) for one in compared] == [(head, rupiah * 100) for head, rupiah in sums]
    assert not any(one.difference for one in compared)


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_the_same_table_of_another_program_says_the_same(suffix: str) -> None:
    ours = list(sheet("rab_fisik_jatim").block().taken())
    assert list(sheet("rab_fisik_jatim", suffix).block().taken()) == ours


def test_a_difference_between_sheet_and_lines_is_named() -> None:
    found = sheet("rab_fisik_p3md")
    block = found.block()
    row = next(n for n, verdict in enumerate(block.verdicts) if verdict.line)
    block.mend(row, Field.VOLUME, "40")
    block.mend(row, Field.AMOUNT, "7.200.000")
    assert [one.difference for one in compare(block)] == [1_800_000_00]


def test_what_the_people_give_is_shown_and_not_counted() -> None:
    block = sheet("rab_fisik_jatim").block()
    assert block.layout.fields.count(Field.SWADAYA) == 2
    given = [verdict.code for verdict in block.verdicts if verdict.code == "paste-swadaya"]
    assert len(given) == 1
    stone = lines("rab_fisik_jatim")["Batu pecah 2/3"]
    assert (stone.volume, stone.amount) == (Decimal(50), 13_750_000_00)


def test_accounts_are_proposed_by_block_and_can_be_corrected() -> None:
    """A proposal is a guess; a choice by hand, for the block or one row, is none."""
    found = sheet("rab_fisik_jatim")
    block = found.block()
    block.guessed_activity = False
    assert [group.account for group in block.groups] == ["5.3.5.03", "5.3.5.04", "5.3.5.02", "5.3.5.05"]
    assert {guessed for _, guessed in block.lines()} == {True}
    block.propose(1, "5.2.1.07")
    block.judge()
    tool = next(
        n for n, verdict in enumerate(block.verdicts) if verdict.line and "Tukang" in str(block.grid[n])
    )
    block.mend(tool, Field.ACCOUNT, "5.3.5.01")
    known = {line.description: (line.account_code, guessed) for line, guessed in block.lines()}
    assert known["Sekop"] == ("5.2.1.07", False)
    assert known["Tukang"] == ("5.3.5.01", False)
    assert known["Pekerja"] == ("5.3.5.02", True)


def test_the_activity_is_told_by_code_or_by_name() -> None:
    facts = {name: sheet(name).facts for name in LAYOUTS}
    assert (facts["rab_daftar_desa"].activity, facts["rab_daftar_desa"].by_name) == ("2.2.02", False)
    assert (facts["rab_bentuk_lama"].activity, facts["rab_bentuk_lama"].by_name) == ("3.4.03", True)
    assert (facts["rab_fisik_jatim"].activity, facts["rab_fisik_jatim"].by_name) == ("2.3.12", True)
    assert (facts["rab_fisik_p3md"].activity, facts["rab_fisik_p3md"].fund) == ("2.4.16", "DDS")


def test_volumes_with_their_unit_in_one_cell_are_parted() -> None:
    found = lines("rab_bentuk_lama")
    assert (found["Konsumsi rapat bulanan"].volume, found["Konsumsi rapat bulanan"].unit) == (360, "OB")
    assert (found["Konsumsi pelatihan"].volume, found["Konsumsi pelatihan"].unit) == (60, "kotak")


def test_activities_and_parts_follow_the_codes() -> None:
    found = [(line.activity_code, line.account_code) for line in sheet("penjabaran_kolom").block().taken()]
    assert found == [
        ("", "4.1.2.01"), ("", "4.2.1.01"), ("", "4.2.3.01"), ("1.1.01", "5.1.1.01"), ("1.1.01", "5.1.1.02"),
        ("1.1.02", "5.1.2.01"), ("2.3.10", "5.3.5.02"), ("2.3.10", "5.3.5.03"), ("", "6.1.1.01"),
    ]  # fmt: skip
    assert sheet("penjabaran_satu_sel").block().activity_names() == {
        "2.3.91": "Pembangunan Pintu Gerbang Wisata"
    }


def test_recaps_and_empty_sheets_are_listed_and_not_taken() -> None:
    found = read_import(SAMPLES / "rab_fisik_p3md.xlsx", national_chart())
    assert [(one.name, one.kind, one.chosen) for one in found] == [
        ("Rekap", SheetKind.RECAP, False), ("RAB Drainase", SheetKind.WORKS_P3MD, True),
    ]  # fmt: skip


def test_the_samples_are_what_their_texts_make(tmp_path: Path) -> None:
    for path in build_rab.build(tmp_path):
        fresh, kept = ([one.grid for one in _cells(p)] for p in (path, SAMPLES / path.name))
        assert fresh == kept


def _cells(path: Path) -> list[SheetCells]:
    return read_sheets(path)


def test_the_flat_table_keeps_tags_and_factors_in_the_preview() -> None:
    """All that the program's own table says comes back the same by the preview as by a straight import."""
    path = paths.sample("sumberwangi_2026.csv")
    chart = national_chart()
    (found,) = (one for one in read_import(path, chart) if one.is_usable)
    block = found.block()
    block.judge()
    straight = read_table(path, chart).rows
    told = {(row.activity_code, row.account_code, row.description): row for row in straight}
    taken = list(block.taken())
    assert len(taken) == len(straight)
    for line in taken:
        row = told[line.activity_code, line.account_code, line.description]
        assert (line.tags, line.factors, line.volume) == (row.tags, row.factors, row.volume), line
    names = {row.activity_code: row.activity_name for row in straight if row.activity_name}
    own = {code: name for code, name in names.items() if code not in chart.activities}
    assert own
    assert block.activity_names() == own
    assert sum(line.tags is not None for line in taken) > 5
    assert sum(bool(line.factors) for line in taken) > 5


@pytest.mark.parametrize(
    ("tags", "factors", "code"),
    [
        ("st\u00fcnting", "", "paste-tag-unreadable"),
        ("", "tiga orang", "paste-factors-unreadable"),
        ("", "3 orang x 4 bulan", "paste-factors-disagree"),
    ],
)
def test_a_tag_or_factor_that_is_none_is_refused_and_mended(tags: str, factors: str, code: str) -> None:
    grid: list[list[Cell]] = [
        ["Uraian", "Volume", "Satuan", "Harga", "Jumlah", "Dana", "Tanda", "Faktor"],
        ["Semen", "2", "zak", "65.000", "130.000", "DDS", tags, factors],
    ]
    target = PasteTarget(Part.SPENDING, "2.3.10", "5.3.5.01")
    block = PastedBlock(grid, national_chart(), target)
    block.judge()
    verdict = block.verdicts[1]
    assert (verdict.state, verdict.code) == (State.REFUSED, code)
    block.mend(1, verdict.column, verdict.repairs[0])
    (line,) = block.taken()
    assert (line.tags, line.factors) == (() if tags else None, ())


def test_what_excel_hides_is_told(tmp_path: Path) -> None:
    """S11: a hidden sheet is not ticked; a hidden row is a line as the others, and says that it is hidden."""
    path = tmp_path / "rab.xlsx"
    with Workbook(path) as book:
        shown, secret = book.add_worksheet("RAB"), book.add_worksheet("Lama")
        secret.hide()
        for sheet in (shown, secret):
            sheet.write_row(0, 0, ("No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"))
            for row, name in enumerate(("Semen", "Pasir", "Batu"), start=1):
                sheet.write_row(row, 0, (row, name, 2, "m3", 5_000, 10_000))
        shown.set_row(2, None, None, {"hidden": True})
        shown.set_row(3, 30)
    rab, old = read_import(path, national_chart())
    assert (rab.hidden, rab.chosen, old.hidden, old.chosen) == (False, True, True, False)
    made = rab.block()
    made.aim(PasteTarget(Part.SPENDING, "2.3.10", "5.3.5.02", "DDS"))
    made.judge()
    codes = {verdict.line.description: verdict.code for verdict in made.verdicts if verdict.line is not None}
    assert codes == {"Semen": "", "Pasir": "paste-hidden-row", "Batu": ""}
    made.mend(2, Field.DESCRIPTION, "Pasir halus")
    assert made.verdicts[2].code == "paste-hidden-row"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (b'<row r="7" hidden="1">', {7}),
        (b'<row hidden="true" spans="1:3" r="12" ht="15">', {12}),
        (b'<x:row r="3" outlineLevel="1" hidden="1"/>', {3}),
        (b'<row r="7" hidden="0">', set()),
        (b'<row r="7"><c r="A7"><v>1</v></c></row>', set()),
    ],
)
def test_hidden_rows_as_programs_write_them(row: bytes, found: set[int]) -> None:
    assert hidden_rows(row) == found

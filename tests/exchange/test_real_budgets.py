"""Real budgets as published, from beside the repository; skipped where they are absent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.exchange.tables import codes, shared
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Part
from village_budget.errors import ImportRefused, RowProblem
from village_budget.exchange.flat.activity_table import read_activities
from village_budget.exchange.flat.flat_table import FlatTable, read_table


def sums(table: FlatTable, part: Part) -> int:
    return sum(row.amount for row in table.rows if row.part is part)


def refused(path: Path) -> list[RowProblem]:
    with pytest.raises(ImportRefused) as caught:
        read_table(path, national_chart())
    return caught.value.problems


def test_a_whole_village_of_481_lines() -> None:
    """The main job: revenue equals spending, every fund is spent to the rupiah, regency codes are told."""
    table = read_table(shared("kampung_2019_rab.csv"), national_chart())
    assert len(table.rows) == 481
    assert sums(table, Part.REVENUE) == sums(table, Part.SPENDING) == 1_459_971_435_00
    funds: Counter[str] = Counter()
    for row in table.rows:
        funds[row.fund] += row.amount if row.part is Part.REVENUE else -row.amount
    assert set(funds) == {"PAD", "ADD", "DDS", "PBH", "DLL"}
    assert set(funds.values()) == {0}
    noticed = {(notice.code, notice.details["value"]) for notice in table.notices}
    assert noticed == {
        ("row-note-regency-activity", "3.2.90"),
        ("row-note-old-spelling", "5.1.01"),
        *(("row-note-regency-account", f"5.2.2.{number}") for number in range(90, 95)),
    }


def test_a_budget_that_is_not_broken_down_with_silpa_undecided() -> None:
    table = read_table(shared("gorontalo_2020.csv"), national_chart())
    assert sums(table, Part.REVENUE) + sums(table, Part.FINANCING) == sums(table, Part.SPENDING)
    spending = [row for row in table.rows if row.part is Part.SPENDING]
    assert all(row.account_code == "" for row in spending)
    assert {"5.2.00", "5.3.00"} <= {row.activity_code for row in spending}
    (silpa,) = [row for row in table.rows if row.part is Part.FINANCING]
    assert silpa.fund == ""
    assert "row-note-silpa-undecided" in codes(table.notices)
    names = {row.activity_code: row.activity_name for row in spending if row.activity_name}
    assert set(names) == {"1.1.90", "1.1.91"}


def test_one_row_with_two_funds_refuses_the_table() -> None:
    (problem,) = refused(shared("senga_selatan_2022.csv"))
    assert (problem.row, problem.column, problem.code) == (11, "sumber_dana", "row-fund-several")


def test_names_without_codes_refuse_every_row() -> None:
    found = refused(shared("waginopo_2025.csv"))
    assert sorted({problem.row for problem in found}) == list(range(2, 32))
    assert set(codes(found)) == {"row-account-missing", "row-activity-short", "row-fund-missing"}


def test_subsectors_without_funds_refuse_every_row() -> None:
    found = refused(shared("ulaweng_2026_subbidang.csv"))
    assert sorted({problem.row for problem in found}) == list(range(2, 28))


def test_the_details_of_its_activities() -> None:
    table = read_activities(shared("kampung_2019_kegiatan.csv"), national_chart())
    assert len(table.rows) == 59
    first = table.rows[0]
    assert first.activity_code == "1.1.01"
    assert first.values == {
        "location": "Cipar-pari",
        "output": "Terbayarnya Siltap Kepala Desa",
        "target_unit": "bulan",
        "officer": "Kaur Keuangan",
        "start_month": 1,
        "end_month": 12,
        "target": 12,
    }

"""The table of activity details: months, targets, and every bad row named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests import builders
from tests.exchange.tables import codes, written
from village_budget.chart.chart import national_chart
from village_budget.errors import ImportRefused, UserError
from village_budget.exchange.flat.activity_table import ActivityTable, read_activities, write_activities

HEADER = "kode_kegiatan,nama_kegiatan,lokasi,waktu,keluaran,target,satuan,pelaksana,prioritas"


def read(folder: Path, *rows: str) -> ActivityTable:
    return read_activities(written(folder, rows, HEADER), national_chart())


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("12 Bulan", (1, 12)), ("Maret", (3, 3)), ("Maret - Mei", (3, 5)), ("Juli s.d. Desember", (7, 12)),
        ("feb-agt", (2, 8)), ("Pebruari sampai Nopember", (2, 11)), ("Januari s/d Maret", (1, 3)),
    ],
)  # fmt: skip
def test_months(tmp_path: Path, text: str, months: tuple[int, int]) -> None:
    values = read(tmp_path, f"1.1.04,,,{text},,,,,").rows[0].values
    assert (values["start_month"], values["end_month"]) == months


@pytest.mark.parametrize("text", ["30 Hari", "3", "2 Kegiatan", ""])
def test_a_mere_duration_sets_no_months(tmp_path: Path, text: str) -> None:
    assert "start_month" not in read(tmp_path, f"1.1.04,,,{text},,,,,").rows[0].values


def test_an_empty_cell_changes_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "1.1.04,Operasional,,,,0,,,").rows[0].values == {}


def test_a_regencys_activity_takes_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, "3.2.90,Kerukunan,,,,,,,").rows[0].values == {"name": "Kerukunan"}


def test_every_bad_row_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as caught:
        read(
            tmp_path,
            "1.1.04,,,,,,,,",
            "1.1.4,,,,,,,,",
            "9.9.99,,,Mei - Maret,,sepuluh,,3510011203870001,satu",
        )
    found = caught.value.problems
    assert [problem.row for problem in found] == [3, 4, 4, 4, 4, 4]
    assert codes(found) == [
        "row-activity-twice", "row-activity-unknown", "row-personal-number", "row-time-unreadable",
        "row-target-unreadable", "row-priority-unreadable",
    ]  # fmt: skip


def test_a_table_without_codes_is_none(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="table-columns-missing"):
        read_activities(written(tmp_path, ["a,b"], "nama,lokasi"), national_chart())


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    plan = builders.small_plan()
    key = next(iter(plan.activities))
    plan.activities[key] = replace(
        plan.activities[key], location="=Balai Desa", start_month=3, end_month=5, output="Jalan mulus",
        target=Decimal("1.125"), target_unit="km", officer="Kasi Kesejahteraan", priority=2, note="- segera",
    )  # fmt: skip
    write_activities(plan, national_chart(), tmp_path / "kegiatan.csv")
    rows = {
        row.activity_code: row for row in read_activities(tmp_path / "kegiatan.csv", national_chart()).rows
    }
    activity = plan.activities[key]
    assert replace(activity, **rows[activity.code].values) == activity  # type: ignore[arg-type]
    assert len(rows) == len(plan.activities)

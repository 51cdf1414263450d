"""The samples are what they say: complete, balanced, plausible, and built by their script."""

from __future__ import annotations

import csv
import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.chart.villages import known_villages
from village_budget.document.document import Document
from village_budget.document.edits.table import LoadTable
from village_budget.domain.findings import Severity
from village_budget.domain.lines import Part
from village_budget.domain.village import Village
from village_budget.exchange.flat.activity_table import read_activities
from village_budget.exchange.flat.flat_table import FlatTable, read_table, write_table

OFFICERS = {
    "Kaur Keuangan", "Kaur Tata Usaha dan Umum", "Kaur Perencanaan", "Kasi Pemerintahan",
    "Kasi Kesejahteraan", "Kasi Pelayanan",
}  # fmt: skip


@pytest.fixture(scope="module")
def table() -> FlatTable:
    return read_table(paths.sample("sumberwangi_2026.csv"), national_chart())


@pytest.fixture(scope="module")
def document() -> Document:
    return Document.open(paths.sample("sumberwangi_2026.apbdes"), read_only=True)


def build_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_samples", paths.sample("build.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_a_whole_village(table: FlatTable) -> None:
    spending = [row for row in table.rows if row.part is Part.SPENDING]
    assert len(spending) >= 350
    activities = {row.activity_code for row in spending}
    assert len(activities) >= 45
    assert {code[0] for code in activities} == set("12345")
    assert {row.fund for row in table.rows} == set(national_chart().funds)
    assert {notice.code for notice in table.notices} == {"row-note-regency-activity"}


def test_it_balances_to_the_rupiah_fund_by_fund(document: Document) -> None:
    figures = document.figures
    assert figures.revenue + figures.financing_in == figures.spending + figures.financing_out
    assert {fund: figures.fund_balance(fund) for fund in figures.used_funds()} == dict.fromkeys(
        national_chart().funds, 0
    )
    assert all(line.amount % 100 == 0 for line in document.plan.lines.values())


def test_its_size_is_that_of_a_village_in_banyuwangi(document: Document) -> None:
    """BWI-SCALE of the allocation rules; Dana Desa after the cut of 2026 (DD-26-01)."""
    figures = document.figures
    assert 749_000_000_00 <= figures.total("account", "4.2.3") <= 1_120_000_000_00
    assert 200_000_000_00 <= figures.total("account", "4.2.1") <= 500_000_000_00
    assert 1_200_000_000_00 <= figures.spending <= 2_500_000_000_00


def test_it_keeps_every_rule_but_two_instructive_ones(document: Document) -> None:
    broken = [finding for finding in document.findings if not finding.holds]
    assert [finding.rule for finding in broken] == ["SIL-KADES", "DD-26-02"]
    assert {finding.severity for finding in broken} == {Severity.ERROR}
    assert [finding.gap for finding in broken] == [26_640_00, 646_320_00]


def test_descriptions_are_varied_and_priced_with_care(table: FlatTable) -> None:
    spending = [row for row in table.rows if row.part is Part.SPENDING]
    assert len({row.description for row in spending}) > 300
    assert sum(bool(row.factors) for row in spending) > 120
    assert sum(row.unit == "paket" for row in spending) < len(spending) * 0.15
    prices: dict[tuple[str, str, str], set[int]] = {}
    for row in spending:
        if row.description.startswith("Honor tim pelaksana"):
            continue  # differs with the size of the work
        prices.setdefault((row.description, row.unit, row.account_code), set()).add(row.unit_price)
    assert [key for key, found in prices.items() if len(found) > 1] == []
    assert max(Counter(row.activity_code for row in spending).values()) < 60


def test_every_activity_has_place_months_output_and_a_function(table: FlatTable, document: Document) -> None:
    """Officers by function, never by name."""
    details = read_activities(paths.sample("sumberwangi_2026_kegiatan.csv"), national_chart())
    assert {row.activity_code for row in details.rows} == {
        row.activity_code for row in table.rows if row.part is Part.SPENDING
    }
    for activity in document.plan.activities.values():
        assert activity.officer in OFFICERS, activity.code
        assert activity.location, activity.code
        assert activity.output, activity.code
        assert activity.target, activity.code
        assert activity.target_unit, activity.code
        assert 1 <= activity.priority <= 4, activity.code
    months = {(one.start_month, one.end_month) for one in document.plan.activities.values()}
    assert len(months) > 15


def test_ceilings_in_its_details_are_those_of_its_lines(document: Document) -> None:
    plan = document.plan
    sums = {
        activity.code: sum(line.amount for line in plan.lines_of(activity.id)) // 100
        for activity in plan.activities.values()
    }
    with paths.sample("sumberwangi_2026_kegiatan.csv").open(encoding="utf-8", newline="") as file:
        assert {row["kode_kegiatan"]: int(row["pagu"]) for row in csv.DictReader(file)} == sums


def test_the_village_is_invented(document: Document) -> None:
    village = document.plan.village
    assert village.regency == "Banyuwangi"
    assert village.code.startswith("35.10.")
    assert village.code not in {known.code for known in known_villages()}
    assert (village.head, village.secretary, village.treasurer) == ("", "", "")


def test_the_plan_file_is_what_its_script_builds(tmp_path: Path, document: Document) -> None:
    assert build_script().build(tmp_path / "baru.apbdes") == document.fingerprint


def test_the_plan_file_gives_its_table_back(tmp_path: Path, table: FlatTable, document: Document) -> None:
    write_table(document.plan, national_chart(), tmp_path / "keluar.csv")
    assert read_table(tmp_path / "keluar.csv", national_chart()).rows == table.rows


def test_taking_its_own_table_in_changes_nothing(tmp_path: Path, document: Document) -> None:
    """Design section 8: import(export(plan)) = plan, activities and their details included."""
    copy = tmp_path / "salinan.apbdes"
    document.save_copy(copy)
    for name in ("keluar.csv", "keluar.xlsx"):
        write_table(document.plan, national_chart(), tmp_path / name)
        opened = Document.open(copy)
        applied = opened.apply(LoadTable(read_table(tmp_path / name, national_chart()).rows))
        opened.close()
        assert applied.changes == ()


def test_the_small_one_has_twenty_lines_and_keeps_every_rule(tmp_path: Path) -> None:
    table = read_table(paths.sample("desa_kecil_2026.csv"), national_chart())
    assert len(table.rows) == 20
    assert table.notices == ()
    small = Document.create(tmp_path / "kecil.apbdes", Village("Kecil", "35.10.99.2002"), 2026)
    small.apply(LoadTable(table.rows))
    assert [finding.rule for finding in small.findings if not finding.holds] == []
    assert small.figures.balance == 0
    small.close()

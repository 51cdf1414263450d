"""import(export(plan)) is the plan, for every field that the table carries."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Factor, Line, Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.errors import ExportError
from village_budget.exchange.cells.cell_values import clean, escape, unescape
from village_budget.exchange.flat.flat_rows import COLUMNS, FlatRow
from village_budget.exchange.flat.flat_table import read_table, write_table
from village_budget.exchange.lines.factors import factors_text, parse_factors, product
from village_budget.money import line_amount

CHART = national_chart()

texts = st.text(max_size=40).map(clean).filter(lambda text: not any(char.isdigit() for char in text))
words = st.sampled_from(["orang", "bulan", "kali", "m2", "OH", "kg", "bahu-jalan", "x", ""])
volumes = st.decimals(min_value=0, max_value=99_999, places=3) | st.integers(0, 10**6).map(Decimal)
prices = st.integers(0, 10**10)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    part = draw(st.sampled_from(list(Part)))
    accounts = {
        Part.REVENUE: ["4.1.2.01", "4.2.1", "4.3"],
        Part.SPENDING: ["5.1.1.01", "5.2.1.90", "5.3", ""],
        Part.FINANCING: ["6.1.1.01", "6.2.2.01"],
    }
    account = draw(st.sampled_from(accounts[part]))
    factors = draw(st.lists(st.builds(Factor, st.integers(0, 99).map(Decimal), words), max_size=3))
    volume = product(factors) if factors else draw(volumes)
    price = draw(prices)
    funds = [*CHART.funds, ""] if account.startswith("6.1.1") else [*CHART.funds]
    return Line(
        id=draw(st.integers(1, 10**6)),
        part=part,
        activity_id=draw(st.sampled_from([1, 2, 3])) if part is Part.SPENDING else None,
        account_code=account,
        description=draw(texts),
        volume=volume,
        unit=draw(texts),
        unit_price=price,
        amount=line_amount(volume, price),
        fund=draw(st.sampled_from(funds)),
        factors=tuple(factors),
        tags=draw(st.sampled_from([None, (), ("blt",), ("bengkok", "padat_karya")])),
        position=draw(st.integers(0, 9)),
    )


def plan_of(rows: list[Line]) -> Plan:
    activities = [
        builders.activity(1, "1.1.04"),
        builders.activity(2, "3.2.90", name="Kerukunan =umat"),
        builders.activity(3, "2.3.10"),
    ]
    numbered = [replace(line, id=number) for number, line in enumerate(rows, start=1)]
    return Plan(builders.village(), PlanInfo(1, 2026), activities, numbered)


def expected(plan: Plan) -> list[FlatRow]:
    rows = []
    for number, line in enumerate(plan.all_lines(), start=2):
        activity = plan.activities[line.activity_id] if line.activity_id is not None else None
        rows.append(
            FlatRow(
                number, line.part, activity.code if activity else "", activity.name if activity else "",
                line.account_code, line.description, line.volume, line.unit, line.unit_price, line.amount,
                line.fund, line.tags, line.factors,
            )
        )  # fmt: skip
    return rows


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@given(rows=st.lists(lines(), min_size=1, max_size=6))
def test_what_goes_out_comes_in_again(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, rows: list[Line]
) -> None:
    """Design section 8."""
    plan = plan_of(rows)
    path = tmp_path_factory.mktemp("t") / f"tabel{suffix}"
    write_table(plan, CHART, path)
    assert list(read_table(path, CHART).rows) == expected(plan)


@given(text=texts)
def test_escaping_is_undone_by_reading(text: str) -> None:
    assert unescape(escape(text)) == text


@given(factors=st.lists(st.builds(Factor, volumes, words), min_size=1, max_size=6))
def test_factors_are_read_as_they_are_written(factors: list[Factor]) -> None:
    assert parse_factors(factors_text(factors)) == tuple(factors)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "=cmd|'/c calc'!A1", "'=1", "\u00b7=1"])
def test_no_text_is_taken_for_a_formula(tmp_path: Path, text: str) -> None:
    """S01, S02: an apostrophe in CSV, a quoted string cell in workbooks, and both read back as entered."""
    line = builders.line(1, activity_id=1, account_code="5.2.1.01", description=text, rupiah=-0 + 100)
    plan = Plan(builders.village(), PlanInfo(1, 2026), [builders.activity(1, "1.1.04")], [line])
    for name in ("a.csv", "a.xlsx"):
        write_table(plan, CHART, tmp_path / name)
        assert read_table(tmp_path / name, CHART).rows[0].description == text
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        cell = next(csv.DictReader(file))["uraian"]
    assert not cell.startswith(("=", "+", "-", "@"))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    found = sheet.cell(2, COLUMNS.index("uraian") + 1)
    assert found.data_type == "s"
    assert found.quotePrefix


def test_numbers_and_codes_carry_no_apostrophe(tmp_path: Path) -> None:
    """S03: only text is protected; amounts are plain numbers, codes text in a workbook."""
    plan = builders.small_plan()
    write_table(plan, CHART, tmp_path / "a.csv")
    assert "'" not in (tmp_path / "a.csv").read_text("utf-8")
    write_table(plan, CHART, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    row = dict(zip(COLUMNS, [cell.value for cell in sheet[2]], strict=True))
    assert isinstance(row["jumlah"], int | float)
    assert row["kode_rekening"] == "4.2.1.01"


def test_a_volume_with_three_decimals_stays_one_number(tmp_path: Path) -> None:
    """``1.250`` would also be 1250; it is written so that it can't be."""
    line = builders.line(1, activity_id=1, account_code="5.2.1.01", volume="1.250", rupiah=0, fund="ADD")
    plan = Plan(builders.village(), PlanInfo(1, 2026), [builders.activity(1, "1.1.04")], [line])
    write_table(plan, CHART, tmp_path / "a.csv")
    assert read_table(tmp_path / "a.csv", CHART).rows[0].volume == Decimal("1.25")
    plan.lines[1] = replace(plan.lines[1], volume=Decimal("1.125"))
    write_table(plan, CHART, tmp_path / "a.csv")
    assert read_table(tmp_path / "a.csv", CHART).rows[0].volume == Decimal("1.125")


def test_a_former_table_survives_a_failed_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F02, F07, G06."""
    path = tmp_path / "a.csv"
    path.write_text("yang lama")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ExportError, match="export-disk-full"):
        write_table(builders.small_plan(), CHART, path)
    assert path.read_text() == "yang lama"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_can_not_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="export-folder-missing"):
        write_table(builders.small_plan(), CHART, tmp_path / "tidak-ada" / "a.csv")
    with pytest.raises(ExportError, match="table-suffix"):
        write_table(builders.small_plan(), CHART, tmp_path / "a.ods")

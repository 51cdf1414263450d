"""What a cell takes, what it refuses and with which readings; no window needed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from ui.grid.model.cell_entry import (
    CellRefused,
    matching_funds,
    preview,
    read_cell,
)
from ui.grid.model.cell_text import entry_text
from ui.grid.model.nodes import GridColumn
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Factor, Line

CHART = national_chart()


def _read(column: GridColumn, text: str, line: Line | None = None) -> dict[str, object]:
    return read_cell(line or builders.line(volume=12, rupiah=2_200_000, unit=""), column, text, CHART)


@given(st.integers(0, 10**15 - 1), st.booleans(), st.sampled_from([GridColumn.PRICE, GridColumn.AMOUNT]))
def test_opening_and_leaving_a_cell_changes_nothing(sen: int, whole: bool, column: GridColumn) -> None:
    """U03: whatever the amount, the text that the editor opens with means no change."""
    line = builders.line(unit_price=sen // 100 * 100 if whole else sen)
    assert read_cell(line, column, entry_text(line, column), CHART) == {}


@given(st.integers(0, 10**15 - 1))
def test_a_price_typed_as_shown_is_the_same_price(sen: int) -> None:
    """U03, U01: retyping what is shown stores the same integer."""
    line = builders.line(unit_price=sen)
    other = builders.line(unit_price=sen + 1)
    assert read_cell(other, GridColumn.PRICE, entry_text(line, GridColumn.PRICE), CHART)["unit_price"] == sen


@pytest.mark.parametrize("text", ["1234567", "1.234.567", "1.234.567,00", "Rp 1.234.567", "Rp1.234.567,00"])
def test_a_price_in_any_usual_form(text: str) -> None:
    """U01."""
    assert _read(GridColumn.PRICE, text) == {"unit_price": 123_456_700, "expression": ""}


@pytest.mark.parametrize(
    ("text", "rupiah", "kept"),
    [
        ("12*350000", 4_200_000, "12*350000"),
        ("=5*1.500.000", 7_500_000, "=5*1.500.000"),
        ("+250000", 2_450_000, "2.200.000+250000"),
        ("(3+2)*100.000", 500_000, "(3+2)*100.000"),
    ],
)
def test_arithmetic_is_worked_out_and_kept(text: str, rupiah: int, kept: str) -> None:
    """U05: what is added to stands in what is kept, so that it can be read and changed later."""
    assert _read(GridColumn.PRICE, text) == {"unit_price": rupiah * 100, "expression": kept}
    line = builders.line(rupiah=rupiah, expression=kept)
    assert entry_text(line, GridColumn.PRICE) == kept


@pytest.mark.parametrize(
    ("text", "volume", "price"),
    [
        ("3 orang x 12 bulan x 350.000", "36", 350_000),
        ("12 OB x 2.426.640", "12", 2_426_640),
        ("4 kali @ 500", "4", 500),
        ("2 paket x Rp 750", "2", 750),
        ("2,5 m3 * 1.250.000", "2.5", 1_250_000),
    ],
)
def test_factors_with_their_price(text: str, volume: str, price: int) -> None:
    values = _read(GridColumn.VOLUME, text, builders.line(unit=""))
    assert (values["volume"], values["unit_price"]) == (Decimal(volume), price * 100)


@pytest.mark.parametrize("text", ["3 orang x 12", "3 x 12", "3 orang x 12 bulan", "2500 x 4"])
def test_factors_alone_set_no_price(text: str) -> None:
    assert "unit_price" not in _read(GridColumn.VOLUME, text)


@pytest.mark.parametrize("text", ["+", "5+", "3-9", "4/0", "(2", "2+99999999999999999", "2+3 orang"])
def test_arithmetic_that_makes_no_volume_is_refused(text: str) -> None:
    """U05, U02."""
    with pytest.raises(CellRefused):
        _read(GridColumn.VOLUME, text)


def test_arithmetic_that_no_longer_makes_the_value_is_not_offered() -> None:
    """U03: what an editor opens with always gives the same value again."""
    line = builders.line(volume=7, rupiah=5, expression="12*350000", volume_expression="2+2")
    assert entry_text(line, GridColumn.PRICE) == "5"
    assert entry_text(line, GridColumn.VOLUME) == "7"
    assert entry_text(builders.line(rupiah=5, expression="+5"), GridColumn.PRICE) == "5"


@pytest.mark.parametrize(
    ("text", "readings"),
    [("1.5", ("1.500", "1,5")), ("1,234,567.00", ("1.234.567,00",)), ("1.23.4", ()), ("1,2,3", ())],
)
def test_an_unclear_price_is_refused_with_its_readings(text: str, readings: tuple[str, ...]) -> None:
    """U02."""
    with pytest.raises(CellRefused) as refused:
        _read(GridColumn.PRICE, text)
    assert sorted(refused.value.readings) == sorted(readings)


@pytest.mark.parametrize("column", [GridColumn.PRICE, GridColumn.AMOUNT])
def test_a_line_has_no_negative_price(column: GridColumn) -> None:
    with pytest.raises(CellRefused, match="negative"):
        _read(column, "-5000")


def test_a_price_that_makes_too_large_an_amount_is_refused() -> None:
    """U07."""
    with pytest.raises(CellRefused, match="too-large"):
        _read(GridColumn.PRICE, "999.999.999.999.999")


@pytest.mark.parametrize(
    ("text", "volume", "unit", "factors"),
    [
        ("3 orang x 12 bulan", 36, "OB", [(3, "orang"), (12, "bulan")]),
        ("3 org X 12 bln", 36, "OB", [(3, "org"), (12, "bln")]),
        ("4 orang × 2 kali", 8, "OK", [(4, "orang"), (2, "kali")]),
        ("3x12", 36, "", [(3, ""), (12, "")]),
        ("2 box x 3 kegiatan", 6, "box", [(2, "box"), (3, "kegiatan")]),
        ("2,5 m3 * 4", 10, "m3", [("2.5", "m3"), (4, "")]),
        ("1.250 kg", 1250, "kg", []),
    ],
)
def test_a_volume_as_factors_or_with_its_unit(
    text: str, volume: int, unit: str, factors: list[tuple[object, str]]
) -> None:
    values = _read(GridColumn.VOLUME, text)
    assert values["volume"] == volume
    assert values.get("unit", "") == unit
    assert values["factors"] == tuple(Factor(Decimal(str(value)), word) for value, word in factors)


def test_factors_leave_a_unit_that_is_already_there() -> None:
    assert "unit" not in _read(GridColumn.VOLUME, "3 orang x 12 bulan", builders.line(unit="paket"))


def test_the_readings_of_a_factor_are_whole_entries() -> None:
    """U02: a choice can be taken as it stands."""
    with pytest.raises(CellRefused) as refused:
        _read(GridColumn.VOLUME, "1.5 m3 x 4")
    assert sorted(refused.value.readings) == ["1,5 m3 x 4", "1.500 m3 x 4"]


@pytest.mark.parametrize("text", ["", "banyak", "3 orang 12 bulan", "-3"])
def test_a_volume_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(CellRefused):
        _read(GridColumn.VOLUME, text)


def test_factors_open_as_they_were_typed() -> None:
    line = builders.line(volume=36, factors=(Factor(Decimal(3), "orang"), Factor(Decimal(12), "bulan")))
    assert entry_text(line, GridColumn.VOLUME) == "3 orang × 12 bulan"
    assert read_cell(line, GridColumn.VOLUME, "3 orang × 12 bulan", CHART) == {}


def test_an_amount_sets_the_price_when_that_is_exact() -> None:
    assert _read(GridColumn.AMOUNT, "29.119.680") == {"unit_price": 242_664_000}
    with pytest.raises(CellRefused, match="not-exact"):
        _read(GridColumn.AMOUNT, "100", builders.line(volume=7))
    with pytest.raises(CellRefused, match="not-exact"):
        _read(GridColumn.AMOUNT, "100", builders.line(volume=0))


@pytest.mark.parametrize(
    ("text", "fund"),
    [
        ("ADD", "ADD"),
        ("add", "ADD"),
        ("dd", "DDS"),
        ("pades", "PAD"),
        ("swa", "SWD"),
        ("provinsi", "PBP"),
        ("", ""),
    ],
)
def test_a_fund_by_code_spelling_or_words(text: str, fund: str) -> None:
    assert _read(GridColumn.FUND, text, builders.line(fund="DLL"))["fund"] == fund


@pytest.mark.parametrize(("text", "code"), [("xyz", "fund-unknown"), ("pb", "fund-several")])
def test_a_fund_that_is_none_or_several_is_refused(text: str, code: str) -> None:
    with pytest.raises(CellRefused, match=code) as refused:
        _read(GridColumn.FUND, text)
    assert "PBH" in refused.value.readings


def test_funds_are_offered_likeliest_first() -> None:
    assert [fund.code for fund in matching_funds("p", CHART)][:2] == ["PAD", "PBH"]
    assert [fund.code for fund in matching_funds("desa", CHART)] == ["PAD", "ADD", "DDS"]


def test_a_preview_says_what_the_line_would_come_to() -> None:
    line = builders.line(volume=12, rupiah=2_200_000)
    assert preview(line, {"unit_price": 242_664_000}).amount == 2_911_968_000

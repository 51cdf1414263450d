"""One change over many lines: exact, rounded as asked, and what it does to each fund."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import builders
from village_budget.chart.chart import national_chart
from village_budget.document.bulk_change import BulkChange, Way, outcome
from village_budget.document.edits.bulk import SetLines
from village_budget.domain.lines import Line
from village_budget.errors import UserError
from village_budget.figures.figures import Figures
from village_budget.money import AmountError


def line(price: int = 65_250, volume: str = "4") -> Line:
    return builders.line(5, volume=volume, rupiah=price, fund="ADD")


@pytest.mark.parametrize(
    ("change", "rupiah"),
    [
        (BulkChange(Way.PRICE, rupiah=70_000_00), 70_000),
        (BulkChange(Way.PRICE_PERCENT, number=Decimal("2.5")), 66_881),
        (BulkChange(Way.PRICE_PERCENT, number=Decimal(-10)), 58_725),
        (BulkChange(Way.PRICE_PLUS, rupiah=-250_00), 65_000),
        (BulkChange(Way.PRICE_ROUND, step=100), 65_300),
        (BulkChange(Way.PRICE_ROUND, step=500), 65_500),
        (BulkChange(Way.PRICE_ROUND, step=1_000), 65_000),
        (BulkChange(Way.PRICE_PERCENT, number=Decimal(10), step=500), 72_000),
    ],
)
def test_prices(change: BulkChange, rupiah: int) -> None:
    assert change.values(line()) == {"unit_price": rupiah * 100}


def test_volumes() -> None:
    assert BulkChange(Way.VOLUME, number=Decimal("2.5")).values(line()) == {"volume": Decimal("2.5")}
    grown = BulkChange(Way.VOLUME_PERCENT, number=Decimal("12.5")).values(line(volume="3"))
    assert grown == {"volume": Decimal("3.375")}
    third = BulkChange(Way.VOLUME_PERCENT, number=Decimal("0.00001")).values(line(volume="0.3"))
    assert third == {}


def test_what_is_so_already_stays() -> None:
    assert BulkChange(Way.FUND, fund="ADD").values(line()) == {}
    assert BulkChange(Way.PRICE, rupiah=65_250_00).values(line()) == {}
    assert BulkChange(Way.PRICE_PERCENT).values(line()) == {}


@pytest.mark.parametrize(
    "change",
    [
        BulkChange(Way.PRICE_PLUS, rupiah=-65_251_00),
        BulkChange(Way.VOLUME_PERCENT, number=Decimal(-101)),
    ],
)
def test_nothing_falls_below_zero(change: BulkChange) -> None:
    with pytest.raises(UserError) as refused:
        change.values(line())
    assert refused.value.code == "bulk-negative"


def test_the_limit_holds() -> None:
    with pytest.raises(AmountError):
        BulkChange(Way.PRICE, rupiah=999_999_999_999_999_00).values(line())


def test_the_outcome_is_what_the_edit_does_then() -> None:
    plan = builders.small_plan()
    figures = Figures(plan, national_chart())
    lines = [plan.lines[key] for key in (3, 5, 6)]
    for change in (
        BulkChange(Way.FUND, fund="PAD"),
        BulkChange(Way.PRICE_PERCENT, number=Decimal("7.5"), step=100),
        BulkChange(Way.VOLUME_PERCENT, number=Decimal(-20)),
    ):
        found = outcome(change, lines, figures)
        changes = SetLines(found.values).changes(plan, lambda: 0)
        after = {row.key: row.after for row in changes}
        shown = {new.id: new.amount for old, new in found.rows if old != new}
        assert {key: row.amount for key, row in after.items() if isinstance(row, Line)} == shown
        then = builders.small_plan()
        for one in changes:
            then.apply(one)
        counted = Figures(then, national_chart())
        for fund, (before, later) in found.funds.items():
            assert figures.fund_balance(fund) == before
            assert counted.fund_balance(fund) == later
        assert found.after - found.before == counted.spending - figures.spending


def test_revenue_brings() -> None:
    plan = builders.small_plan()
    figures = Figures(plan, national_chart())
    income = plan.lines[2]
    found = outcome(BulkChange(Way.PRICE_PLUS, rupiah=1_000_00), [income], figures)
    before, after = found.funds["ADD"]
    assert after - before == 1_000_00
    assert replace(income, unit_price=income.unit_price + 1_000_00).unit_price == found.rows[0][1].unit_price

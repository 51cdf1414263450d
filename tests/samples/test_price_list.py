"""The example of a price list is one: complete, plausible, the same in both forms, and called an example."""

from __future__ import annotations

from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.domain.prices import PriceBook, folded_unit
from village_budget.exchange.prices.price_list import read_price_list


def book(name: str) -> PriceBook:
    made = read_price_list(paths.sample(name))
    found = made.book()
    assert made.problems == []
    assert made.repeated == 0
    return found


def test_the_example_is_the_same_as_a_workbook_and_as_text() -> None:
    workbook, text = book("harga_satuan_contoh.xlsx"), book("harga_satuan_contoh.csv")
    assert workbook.items == text.items
    assert len(text) >= 300


def test_its_items_are_plausible() -> None:
    items = book("harga_satuan_contoh.csv").items
    assert len({(item.title.casefold(), folded_unit(item.unit)) for item in items}) == len(items)
    assert all(item.price % 5_000 == 0 for item in items)
    known = national_chart().accounts
    assert all(code in known for item in items for code in item.accounts)
    assert {item.kind for item in items} == {"SSH", "SBU", "HSPK"}


def test_the_workbook_says_that_it_is_no_official_list() -> None:
    made = read_price_list(paths.sample("harga_satuan_contoh.xlsx"))
    assert "bukan daftar resmi" in str(made.rows[0][1][0])
    assert (made.layout.name, made.layout.year) == ("sipd", 2026)

"""A price book finds an item by name and unit in any usual spelling, and searches without looking at all."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_budget.domain.prices import (
    MOST_LOOKED,
    PriceBook,
    PriceItem,
    folded_name,
    folded_unit,
)

BOOK = PriceBook(
    "SSH contoh",
    [
        PriceItem("1", "Semen PC", "50 kg", "Zak", 65_000_00),
        PriceItem("2", "Semen PC", "40 kg", "Zak", 54_000_00),
        PriceItem("3", "Semen putih", "", "kg", 4_000_00),
        PriceItem("4", "Kertas HVS", "F4 70 gr", "Rim", 58_000_00),
        PriceItem("5", "Kertas HVS", "A4 70 gr", "Rim", 52_000_00),
        PriceItem("6", "Cat tembok putih", "5 kg", "Kaleng", 110_000_00),
        PriceItem("7", "Semen PC", "50 kg", "Zak", 66_000_00, region="Pulau"),
    ],
)


@pytest.mark.parametrize(
    ("description", "unit", "code"),
    [
        ("Semen PC 40 kg", "Zak", "2"),
        ("semen pc, 40KG", "zk", "2"),
        ("KERTAS HVS (F4/70gr)", "rm", "4"),
        ("Semen Putih", "kilo", None),
        ("Semen Putih", "KG", "3"),
        ("Semen PC 50 kg", "kg", None),
        ("Semen", "Zak", None),
        ("", "Zak", None),
        ("!?", "Zak", None),
    ],
)
def test_an_item_is_found_in_any_spelling(description: str, unit: str, code: str | None) -> None:
    found = BOOK.standard(description, unit)
    assert (found.item.code if found else None) == code


def test_of_several_that_fit_the_dearest_counts() -> None:
    """A price is called too dear only when it is above all of them."""
    exact, loose = BOOK.standard("Semen PC 50 kg", "zak"), BOOK.standard("semen pc", "zak")
    assert exact is not None
    assert loose is not None
    assert (exact.item.code, exact.exact) == ("7", True)
    assert (loose.item.price, loose.exact) == (66_000_00, False)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("semen", ["1", "2", "7", "3"]),
        ("sem 40", ["2"]),
        ("putih", ["3", "6"]),
        ("hvs f4", ["4"]),
        ("f4 hvs", ["4"]),
        ("50kg", ["1", "7"]),
        ("semen cat", []),
        ("  ", []),
        ("-", []),
    ],
)
def test_words_are_searched_by_their_beginnings(typed: str, codes: list[str]) -> None:
    assert sorted(item.code for item in BOOK.search(typed)) == sorted(codes)


def test_what_begins_with_the_text_comes_first() -> None:
    assert BOOK.search("putih")[0].code == "3"
    assert BOOK.search("cat")[0].code == "6"
    assert len(BOOK.search("e s k", limit=2)) <= 2


def test_units_the_most_used_first() -> None:
    assert BOOK.units()[:2] == ["Zak", "Rim"]


def many(count: int) -> list[PriceItem]:
    rng = random.Random(7)
    words = ["semen", "pasir", "kertas", "honor", "sewa", "pipa", "cat", "kayu"]
    words += [f"k{number}" for number in range(500)]
    return [
        PriceItem(str(n), " ".join(rng.choices(words, k=4)), "ukuran sedang", "Buah", 100 + n)
        for n in range(count)
    ]


@pytest.mark.parametrize("typed", ["s", "se", "ukuran", "ukuran sedang", "semen pa", "k", "u s", "honor k49"])
def test_a_search_looks_at_no_more_items_in_a_list_of_fifty_thousand(typed: str) -> None:
    """Type-ahead stays below one frame: the work of a key press is bounded, whatever the list is like."""
    book = PriceBook("panjang", many(50_000))
    looked = 0

    class Counting(list[str]):
        def __getitem__(self, key):  # type: ignore[no-untyped-def]
            nonlocal looked
            looked += 1
            return super().__getitem__(key)

        def __iter__(self):  # type: ignore[no-untyped-def]
            raise AssertionError("the whole list is walked")

    book._words = Counting(book._words)
    assert book.search(typed)
    assert looked <= 5 * MOST_LOOKED


def test_a_book_that_grows_finds_all() -> None:
    book, items = PriceBook(), many(50)
    for item in items:
        assert book.standard(item.title, "bh") is None or item.title in {i.title for i in book.items}
        book.add([item])
        assert book.standard(item.title, "bh") is not None
        assert book.search(item.title.rpartition(" ")[0])
    assert book.items == items


@given(st.lists(st.text(max_size=20), max_size=6))
def test_many_names_are_folded_as_one_is(texts: list[str]) -> None:
    items = [PriceItem("", text, "", "Bh", 100) for text in texts]
    book = PriceBook("x", items)
    for text in texts:
        found = book.standard(text, "buah")
        assert (found is not None) is bool(folded_name(text))


@given(st.text(), st.text(alphabet=" .,()/-\t", max_size=3))
def test_folding_does_not_mind_signs_and_case(text: str, sign: str) -> None:
    folded = folded_name(text)
    assert folded_name(folded) == folded
    assert folded_name(f"{sign}{text}{sign}") == folded


def test_unknown_units_are_compared_as_they_are() -> None:
    assert folded_unit("Titik  Lampu") == folded_unit("titik lampu")
    assert folded_unit("m²") == folded_unit("M2")
    assert folded_unit("m'") != folded_unit("m2")

"""What the pickers offer and what a search finds; no window needed."""

from __future__ import annotations

import time

import pytest

from tests import builders
from ui.grid.model.plan_search import Hit, search_plan
from ui.pickers.picker_entries import account_search, activity_search
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Part
from village_budget.domain.plan import Change, Entity

CHART = national_chart()


def test_activities_are_offered_by_words_with_what_is_there_marked() -> None:
    found = activity_search(CHART, {"2.3.10"})("jalan desa")
    assert all("jalan" in entry.name.casefold() for entry in found)
    assert [entry.code for entry in found if entry.present] == ["2.3.10"]


def test_without_words_the_cursors_subsector_comes_first() -> None:
    assert activity_search(CHART, (), "2.3")("")[0].code.startswith("2.3.")


def test_a_name_that_begins_with_the_word_comes_before_one_that_holds_it() -> None:
    found = activity_search(CHART, ())("jalan")
    assert "Jalan" in found[0].name


@pytest.mark.parametrize(("text", "offered"), [("2.3.95", True), ("2.3.89", False), ("2.95", False)])
def test_a_regency_code_is_offered_when_it_is_one(text: str, offered: bool) -> None:
    found = activity_search(CHART, ())(text)
    assert any(entry.own_name and entry.code == text for entry in found) is offered


def test_accounts_fit_their_part() -> None:
    for part, head in ((Part.REVENUE, "4"), (Part.SPENDING, "5"), (Part.FINANCING, "6")):
        found = account_search(CHART, part, ())("")
        assert found
        assert all(entry.code.startswith(head) and len(entry.code) == 8 for entry in found)
    assert account_search(CHART, Part.SPENDING, ())("4.2.1.01") == []
    assert account_search(CHART, Part.SPENDING, ())("5.2.2.95")[0].code == "5.2.2.95"


def _search(text: str, part: Part = Part.SPENDING) -> list[Hit]:
    return search_plan(builders.small_plan(), CHART, part, text)


@pytest.mark.parametrize(
    "text", ["65.000", "Rp 65.000", "65000", "26.000.000", "semen", "2.3.10", "5.3.5.01"]
)
def test_a_line_is_found_by_code_words_price_and_amount(text: str) -> None:
    """U19."""
    hits = _search(text)
    assert {5, None} & {hit.line_id for hit in hits}
    assert {hit.activity_id for hit in hits} == {2}


def test_all_words_must_fit_and_nothing_finds_nothing() -> None:
    """U19."""
    assert _search("semen putih") == []
    assert _search("  ") == []
    assert [hit.line_id for hit in _search("dana", Part.REVENUE)] == [1, 2]


def test_five_thousand_lines_are_searched_at_once() -> None:
    """U19: first result within 200 ms; measured in processor time."""
    plan = builders.large_plan(5000)
    wanted = builders.line(4999, activity_id=1, rupiah=7_654_321)
    plan.apply(Change(Entity.LINE, 4999, plan.lines[4999], wanted))
    begun = time.process_time()
    assert [hit.line_id for hit in search_plan(plan, CHART, Part.SPENDING, "7.654.321")] == [4999]
    assert time.process_time() - begun < 0.2

"""The treemap: areas in proportion, inside the box, none over another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import small_plan
from ui.summary.money_map import money_map
from ui.summary.treemap_layout import Box, squarify
from village_budget.chart.chart import national_chart
from village_budget.figures.figures import Figures

AMOUNTS = st.lists(st.integers(1, 10**12), min_size=1, max_size=60)


@given(amounts=AMOUNTS, width=st.floats(50, 2000), height=st.floats(50, 2000))
def test_areas_are_in_proportion_and_inside(amounts: list[int], width: float, height: float) -> None:
    box = Box(3.0, 7.0, width, height)
    amounts.sort(reverse=True)
    places = squarify([float(amount) for amount in amounts], box)
    whole = sum(amounts)
    assert sum(place.area for place in places) == pytest.approx(box.area, rel=1e-6)
    for amount, place in zip(amounts, places, strict=True):
        assert place.area == pytest.approx(box.area * amount / whole, rel=1e-6, abs=1e-6)
        assert place.x >= box.x - 1e-6
        assert place.y >= box.y - 1e-6
        assert place.x + place.width <= box.x + box.width + 1e-6 * width
        assert place.y + place.height <= box.y + box.height + 1e-6 * height


@given(amounts=AMOUNTS)
def test_no_place_lies_over_another(amounts: list[int]) -> None:
    amounts.sort(reverse=True)
    places = squarify([float(amount) for amount in amounts], Box(0, 0, 800, 500))
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            assert min(wide, high) <= 1e-6 * 800


@pytest.mark.parametrize("amounts", [[], [0.0], [0.0, -5.0]])
def test_nothing_takes_no_room(amounts: list[float]) -> None:
    assert all(place.area == 0 for place in squarify(amounts, Box(0, 0, 100, 100)))


def test_shapes_are_near_a_square() -> None:
    """The example of the paper: 6, 6, 4, 3, 2, 2, 1 in 6 x 4; no shape longer than 3 to 1."""
    places = squarify([6, 6, 4, 3, 2, 2, 1], Box(0, 0, 6, 4))
    assert all(max(p.width / p.height, p.height / p.width) <= 3 for p in places)


def test_the_map_is_the_plan_s_spending() -> None:
    plan = small_plan()
    figures = Figures(plan, national_chart())

    class Told:
        """A document as far as the map looks."""

        def __init__(self) -> None:
            self.plan, self.figures, self.chart = plan, figures, national_chart()

    regions = money_map(Told())  # type: ignore[arg-type]
    assert sum(region.amount for region in regions) == figures.spending
    for region in regions:
        assert region.amount == figures.total("code", region.code)
        assert [spot.amount for spot in region.spots] == sorted(
            (spot.amount for spot in region.spots), reverse=True
        )

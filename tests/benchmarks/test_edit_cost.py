"""The cost of an edit, counted in calls: the same on every machine, so it can stand among the tests."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from tests.benchmarks.edits import opened
from village_budget.document.edits.line_edits import SetLine


def calls_of(work: Callable[[], object]) -> int:
    """How many Python functions one call enters."""
    entered = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal entered
        if event == "call":
            entered += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return entered


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, int]:
    """Calls of one price change in plans of 400 and 4,000 cost lines."""
    folder = tmp_path_factory.mktemp("edits")
    found = {}
    for size in (400, 4000):
        with opened(folder, size) as document:
            document.apply(SetLine(37, {"unit_price": 12_345_00}))
            found[size] = calls_of(lambda: document.apply(SetLine(38, {"unit_price": 54_321_00})))
    return found


def test_an_edit_does_not_walk_the_plan(counts: dict[int, int]) -> None:
    """Ten times the lines, the same work; only the digests of the activities (360 more) are joined again."""
    more_activities = 360
    assert counts[4000] <= counts[400] * 1.2 + more_activities


def test_measures_tell_ok_and_short(tmp_path: Path) -> None:
    """The line of a measure: name, value, limit and whether it is kept."""
    from tests.benchmarks.measure import Measure

    assert Measure("a", 1.5, 1.5).line() == "a 1.5 1.5 ok"
    assert Measure("a", 1.51, 1.5).line() == "a 1.51 1.5 short"
    assert Measure("a", 12.0).line() == "a 12 - info"

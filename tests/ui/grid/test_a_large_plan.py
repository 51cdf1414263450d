"""A plan of 5,000 lines on a small computer (U39): how soon it is there, and what memory it takes."""

from __future__ import annotations

import pytest

from tests.benchmarks.measure import Started, start
from tests.builders import large_plan
from tests.document.files import save_plan

LINES = 5_000
MOST_KB = 300_000
SECONDS = 5.0


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Started]:
    folder = tmp_path_factory.mktemp("besar")
    (folder / "profile").mkdir()
    path = save_plan(folder / "besar.apbdes", large_plan(LINES))
    programs = (("bare",), ("bare",), ("settled", str(path)), ("settled", str(path)))
    return {name[0]: start(*name, profile=folder / "profile") for name in programs}


def test_it_takes_less_than_300_mb(runs: dict[str, Started]) -> None:
    """U39: the peak, rules judged and ready to write."""
    assert runs["settled"].peak < MOST_KB


def test_it_is_there_within_five_seconds(runs: dict[str, Started]) -> None:
    """U39: painted, rules judged and ready to write; a busy machine is measured by a bare window's start."""
    allowed = max(SECONDS, 12 * runs["bare"].seconds)
    assert runs["settled"].seconds < allowed

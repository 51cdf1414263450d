"""Each form cell by cell against a kept text; a change of layout shows in review."""

from __future__ import annotations

import gzip
import os
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.reports.golden import dump
from tests.reports.plans import kampung_source, sample_source, trap_plan
from tests.reports.workbooks import write_forms, write_source
from village_budget.reports.catalogue import FORMS, PACKAGE

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
REAL = {"sumberwangi": sample_source, "kampung": kampung_source}
MOST_LINES = 60


@pytest.mark.parametrize(("name", "make"), [("small", small_plan), ("traps", trap_plan)])
def test_forms_are_as_they_were(name: str, make: object, tmp_path: Path) -> None:
    """Values, formulas, widths, heads and looks of every form."""
    for written in write_forms(make(), tmp_path):  # type: ignore[operator]
        kept = GOLDEN / f"{written.form}_{name}.txt"
        now = dump(written.path)
        if _anew():
            kept.write_text(now, encoding="utf-8", newline="\n")
        _same(kept, kept.read_text(encoding="utf-8"), now)


@pytest.mark.parametrize("name", REAL)
def test_forms_of_whole_villages_are_as_they_were(name: str, tmp_path: Path) -> None:
    """The same for the village that ships with the program and a real one of 481 lines."""
    kept = GOLDEN / f"{name}.txt.gz"
    now = "".join(f"##### {made.form}\n{dump(made.path)}" for made in write_source(REAL[name](), tmp_path))
    if _anew():
        kept.write_bytes(gzip.compress(now.encode(), mtime=0))
    _same(kept, gzip.decompress(kept.read_bytes()).decode(), now)


def test_each_golden_file_belongs_to_a_form() -> None:
    names = {f"{form.name}_{plan}.txt" for form in (*FORMS, PACKAGE) for plan in ("small", "traps")}
    assert {path.name for path in GOLDEN.glob("*.txt")} == names
    assert {path.name for path in GOLDEN.glob("*.gz")} == {f"{name}.txt.gz" for name in REAL}


def _anew() -> bool:
    return os.environ.get("GOLDEN") == "write"


def _same(kept: Path, before: str, now: str) -> None:
    """Fail with the cells that differ."""
    if before != now:
        changes = list(unified_diff(before.splitlines(), now.splitlines(), "kept", "now", n=0, lineterm=""))
        told = "\n".join(changes[:MOST_LINES])
        pytest.fail(f"{kept.name}, {len(changes)} lines (GOLDEN=write when they are meant):\n{told}")

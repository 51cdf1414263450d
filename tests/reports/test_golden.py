"""Each form of a small plan, cell by cell, against a kept text; a change of layout shows in review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.reports.golden import dump
from tests.reports.plans import trap_plan
from tests.reports.workbooks import write_forms

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


@pytest.mark.parametrize(("name", "make"), [("small", small_plan), ("traps", trap_plan)])
def test_forms_are_as_they_were(name: str, make: object, tmp_path: Path) -> None:
    """Values, formulas, widths, heads and looks of every form."""
    for written in write_forms(make(), tmp_path):  # type: ignore[operator]
        kept = GOLDEN / f"{written.form}_{name}.txt"
        now = dump(written.path)
        if os.environ.get("GOLDEN") == "write":
            kept.write_text(now, encoding="utf-8", newline="\n")
        assert now.splitlines() == kept.read_text(encoding="utf-8").splitlines(), (
            f"{kept.name} differs; write it anew with GOLDEN=write when the change is meant"
        )


def test_each_golden_file_belongs_to_a_form() -> None:
    from village_budget.reports.catalogue import FORMS

    names = {f"{form.name}_{plan}.txt" for form in FORMS for plan in ("small", "traps")}
    assert {path.name for path in GOLDEN.glob("*.txt")} == names

"""F29: every amount up to the limit is written, also with more digits than a workbook keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import activity, line, village
from tests.reports.plans import source
from tests.reports.workbooks import write_source
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.money import LIMIT_SEN


@pytest.mark.parametrize("sen", [LIMIT_SEN, LIMIT_SEN - 66, LIMIT_SEN // 2, 12_345_678_901_234_56])
def test_sen_of_huge_amounts_do_not_stop_the_export(tmp_path: Path, sen: int) -> None:
    """Reading back called such a workbook damaged and told the user to look for another disk."""
    plan = Plan(village(), PlanInfo(1, 2026), [activity()], [line(unit_price=sen)])
    written = {form.form: form for form in write_source(source(plan), tmp_path)}
    sheet = load_workbook(written["apbdes"].path, data_only=True)["APB Desa"]
    kept = next(row[6].value for row in sheet.iter_rows() if row[5].value == "BELANJA")
    assert kept == pytest.approx(sen / 100, rel=1e-15)

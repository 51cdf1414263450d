"""S25: whatever an old plan file holds, no form passes the number of a person on."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

from tests.builders import activity, line, village
from tests.reports.plans import past, source
from tests.reports.workbooks import write_source
from tests.ui.printing.sheets import FontMeasure
from ui.printing.pages import page_sheets
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.reports.catalogue import FORMS
from village_budget.reports.change_log import PastChange
from village_budget.reports.source import ReportSource

NIK = "3510011505800001"
SPACED = "3510 0115 0580 0001"


def told() -> ReportSource:
    """A plan that holds one in every field of words, and a step of its history."""
    words = f"Bu Siti {NIK}"
    activities = [
        activity(1, "1.1.01", name=words, officer=words, location=words, output=words, target_unit=words)
    ]
    lines = [
        line(1, activity_id=1, description=f"BLT {SPACED}", unit=words),
        line(2, Part.REVENUE, description=words, unit=words),
        line(3, Part.FINANCING, account_code="6.2.2.01", description=words),
    ]
    here = village(name=f"Sumber {NIK}", head=words, secretary=words, treasurer=words, district=words)
    steps = past()
    change = PastChange("line", words, words, {"description": words}, {"description": f"x {SPACED}"})
    steps = replace(steps, steps=(replace(steps.steps[1], who=words, why=words, changes=(change,)),))
    return replace(source(Plan(here, PlanInfo(1, 2026), activities, lines)), history=lambda: steps)


def test_no_workbook_holds_one(tmp_path: Path) -> None:
    for written in write_source(told(), tmp_path):
        with zipfile.ZipFile(written.path) as archive:
            for name in archive.namelist():
                content = archive.read(name)
                assert NIK.encode() not in content, (written.form, name)
                assert SPACED.encode() not in content, (written.form, name)


def test_no_page_shows_one(qapp: object) -> None:
    for info in FORMS:
        for document in info.build(told()):
            shown = " ".join(
                text.text for sheet in page_sheets(document, FontMeasure()) for text in sheet.texts
            )
            assert NIK not in shown, info.name
            assert SPACED not in shown, info.name

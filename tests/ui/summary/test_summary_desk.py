"""The desk: money against ceilings, progress with its ways, findings by weight, years beside each other."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests import builders
from ui.summary.summary_charts import PastYear, chart_view, year_bars
from ui.summary.summary_facts import fund_rows, open_ceilings, progress_of
from ui.summary.summary_screen import SummaryScreen
from ui.support.workspace import Target, Workspace
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import SetActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.document.edits.records import SetAnswer
from village_budget.domain.lines import Part

pytestmark = pytest.mark.usefixtures("matplotlib_ready")
TODAY = date(2026, 1, 5)


def shown(qtbot: QtBot, workspace: Workspace) -> SummaryScreen:
    screen = SummaryScreen(workspace)
    qtbot.addWidget(screen)
    screen.resize(1190, 640)
    screen.show()
    return screen


def opened(workspace: Workspace) -> Document:
    assert workspace.document is not None
    return workspace.document


@pytest.mark.parametrize("seed", range(8))
def test_the_desk_tells_the_figures(workspace: Workspace, seed: int) -> None:
    """U08: whatever is edited, charts, funds and totals add up to the plan's own sums."""
    rng = random.Random(seed)
    document = opened(workspace)
    for _ in range(25):
        workspace.apply(builders.random_edit(document.plan, rng))
    figures = document.figures
    for kind in ("sector", "kind", "fund"):
        bars = chart_view(document, kind, (), TODAY).bars
        assert sum(bar.total for bar in bars) == figures.spending, kind
    told = {row.code: (row.brings, row.spent) for row in fund_rows(document)}
    assert told == {f: (figures.fund_in(f), figures.fund_out(f)) for f in figures.used_funds()}
    counts = {one.name: (one.done, one.total) for one in progress_of(document, document.findings, workspace)}
    lines = document.plan.lines
    if lines:
        assert counts["Lines reviewed"] == (sum(not line.review for line in lines.values()), len(lines))


def test_ceilings_call_to_be_filled_in_and_are_compared(qtbot: QtBot, workspace: Workspace) -> None:
    """Missing ceilings lead to the data; told ones are held against the revenue of their fund."""
    screen = shown(qtbot, workspace)
    assert sorted(open_ceilings(opened(workspace))) == ["ADD", "DDS"]
    assert screen.ceilings.text() == "Fill in 2 ceilings"
    with qtbot.waitSignal(workspace.place_asked) as asked:
        screen.ceilings.click()
    assert asked.args == ["data"]
    workspace.apply(SetAnswer("pagu.DDS", "6100000000"))
    workspace.apply(SetAnswer("pagu.ADD", "2400000000"))
    assert not screen.ceilings.isVisible()
    words = {row.code: row.ceiling for row in screen.funds.rows}
    assert words["DDS"] == ("Ceiling 61.000.000, revenue 1.000.000 short", "warn")
    assert words["ADD"] == ("Ceiling 24.000.000, the same", "ok")
    assert "Ceiling 61.000.000" in screen.funds.accessibleName()


def test_a_fund_that_is_overspent_says_so_in_words(qtbot: QtBot, workspace: Workspace) -> None:
    """U31: by words, not by colour alone."""
    screen = shown(qtbot, workspace)
    cement = next(line for line in opened(workspace).plan.lines.values() if line.description == "Semen")
    workspace.apply(SetLine(cement.id, {"unit_price": 110_000_00}))
    told = {row.code: row.left for row in screen.funds.rows}
    assert told["DDS"] == ("Out 66.000.000, 6.000.000 too much", "bad")
    assert told["ADD"] == ("Out 24.000.000, used up", "ink2")


def test_progress_leads_to_what_is_left(qtbot: QtBot, workspace: Workspace) -> None:
    """Each measure is a way: a key on it goes to the first thing that is left (U33)."""
    screen = shown(qtbot, workspace)
    first = opened(workspace).plan.activities_in_order()[0]
    rows = {row.progress.name: row for row in screen.progress.rows if row.progress and row.isVisible()}
    bare = rows["Officer, location and output filled in"]
    assert bare.progress is not None
    assert bare.progress.words == "0 of 2"
    with qtbot.waitSignal(workspace.jump) as jumped:
        QTest.keyClick(bare, Qt.Key.Key_Space)
    assert jumped.args == [Target(Part.SPENDING, first.id, narrow="described")]
    values = {"officer": "Kaur Umum", "location": "Balai desa", "output": "Siltap dibayar"}
    workspace.apply(SetActivity(first.id, values))
    assert bare.progress.words == "1 of 2"
    assert bare.accessibleName() == "Officer, location and output filled in: 1 of 2"
    assert rows["Activities broken down to lines"].accessibleName().endswith(": complete")
    with qtbot.waitSignal(workspace.place_asked) as asked:
        rows["Documents complete"].click()
    assert asked.args == ["data"]


def test_rough_activities_are_counted(workspace: Workspace) -> None:
    document = opened(workspace)
    pay = document.plan.activities_in_order()[0]
    workspace.apply(AddLine(Part.SPENDING, pay.id, "", "Belum dirinci", unit_price=5_00, fund="ADD"))
    counts = {one.name: one for one in progress_of(document, document.findings, workspace)}
    assert counts["Activities broken down to lines"].words == "1 of 2"
    kinds = chart_view(document, "kind", (), TODAY).bars
    assert [(bar.label, bar.total) for bar in kinds][-1] == ("no account yet", 5_00)


def test_findings_are_counted_by_weight(qtbot: QtBot, workspace: Workspace) -> None:
    """U31: icon and word of each weight, exemptions apart."""
    screen = shown(qtbot, workspace)
    broken = sum(f.is_open and f.severity == "error" for f in opened(workspace).findings)
    assert screen.weights.counts["broken"] == broken == 1
    assert "1 broken" in [label.text() for label in screen.weights.findChildren(QLabel) if label.isVisible()]
    assert screen.findings.rowCount() <= 3


def test_years_of_one_file_stand_beside_each_other(qtbot: QtBot, workspace: Workspace) -> None:
    document = opened(workspace)
    document.add_plan(2027)
    screen = shown(qtbot, workspace)
    screen.charts.choose("year")
    assert [bar.label for bar in screen.chart.bars] == ["2026", "2027"]
    workspace.select(2027)
    assert [bar.total for bar in screen.chart.bars] == [84_000_000_00, 0]


def test_the_change_from_year_to_year_is_told(workspace: Workspace) -> None:
    document = opened(workspace)
    others = (PastYear(2025, 0, {"DDS": 80_000_000_00}), PastYear(2025, 1, {"DDS": 100_000_000_00}))
    told = [(bar.label, bar.remark) for bar in year_bars(document, others)]
    assert told == [
        ("2025", "\N{EN DASH}"),
        ("2025 P1", "+25,0\N{NO-BREAK SPACE}%"),
        ("2026", "\N{MINUS SIGN}16,0\N{NO-BREAK SPACE}%"),
    ]


def test_last_years_file_is_compared(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One year only: the chart says what to do, and does it; the other file stays as it is."""
    path = tmp_path / "2025.apbdes"
    other = Document.create(path, builders.village(), 2025)
    other.close()
    before = path.read_bytes()
    screen = shown(qtbot, workspace)
    screen.charts.choose("year")
    assert screen.charts.empty.isVisible()
    assert screen.charts.more.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(screen.years.found, timeout=60_000):
        screen.charts.more.click()
    assert [bar.label for bar in screen.chart.bars] == ["2025", "2026"]
    assert path.read_bytes() == before
    (tmp_path / "rusak.apbdes").write_bytes(b"x" * 4096)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "rusak.apbdes"), ""))
    with qtbot.waitSignal(workspace.refused, timeout=60_000):
        screen.charts.more.click()

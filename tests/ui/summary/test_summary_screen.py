"""Ringkasan: the plan's own figures, live; the chart behind the window; what comes next."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.summary.chart_canvas import ChartCanvas
from ui.summary.charts import Bar, chart_pixels
from ui.summary.summary_screen import SummaryScreen
from ui.summary.summary_steps import dues_of
from ui.support.theme import apply_theme, theme
from ui.support.workspace import Target, Workspace
from village_budget.document.edits.activity_edits import RemoveActivity
from village_budget.document.edits.line_edits import RemoveLines, SetLine
from village_budget.domain.lines import Part
from village_budget.domain.plan import Status

pytestmark = pytest.mark.usefixtures("matplotlib_ready")


def shown(qtbot: QtBot, workspace: Workspace) -> SummaryScreen:
    screen = SummaryScreen(workspace)
    qtbot.addWidget(screen)
    screen.resize(1190, 640)
    screen.show()
    return screen


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def line_of(workspace: Workspace, text: str) -> int:
    assert workspace.document is not None
    return next(line.id for line in workspace.document.plan.lines.values() if line.description == text)


def test_totals_are_the_plans(qtbot: QtBot, workspace: Workspace) -> None:
    told = words(shown(qtbot, workspace).totals)
    assert told.count("84.000.000") == 2
    assert "2 lines · 2 fund sources" in told
    assert "Balanced, each fund source too" in told


def test_figures_follow_each_edit(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    with qtbot.waitSignal(screen.chart.drawn):
        workspace.apply(SetLine(line_of(workspace, "Semen"), {"unit_price": 110_000_00}))
    assert "90.000.000" in words(screen.totals)
    assert "not balanced" in words(screen.totals)
    assert "Development 66.000.000" in screen.chart.accessibleName()


def test_a_hidden_screen_costs_nothing_and_catches_up(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(qtbot, workspace)
    screen.hide()
    monkeypatch.setattr("ui.summary.summary_screen.view_of", lambda *_: pytest.fail("worked while hidden"))
    workspace.apply(SetLine(line_of(workspace, "Semen"), {"unit_price": 110_000_00}))
    monkeypatch.undo()
    screen.show()
    assert "90.000.000" in words(screen.totals)


def test_an_empty_plan_says_where_to_begin(qtbot: QtBot, empty: Workspace) -> None:
    screen = shown(qtbot, empty)
    assert not screen.chart.isVisible()
    assert "No spending yet. Add activities under Spending." in words(screen)
    assert "No money yet. Begin under Revenue." in words(screen)
    assert "Nothing to check yet." in words(screen)
    step = screen.next_step.step
    assert step is not None
    assert step.title == "Enter the revenue"
    with qtbot.waitSignal(empty.jump) as jumped:
        QTest.keyClick(screen.next_step, Qt.Key.Key_Space)
    assert jumped.args == [Target(part=Part.REVENUE)]


def test_a_finding_leads_to_the_check(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    place = screen.list.visualRect(screen.findings.index(0)).center()
    with qtbot.waitSignal(workspace.jump) as jumped:
        qtbot.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert jumped.args == [Target(finding=("SIL-KADES", ""))]
    assert screen.next_step.step is not None
    assert screen.next_step.step.title.startswith("Mend 1 ")


def test_without_findings_it_says_so(qtbot: QtBot, workspace: Workspace) -> None:
    screen = shown(qtbot, workspace)
    assert workspace.document is not None
    pay = workspace.document.plan.lines[line_of(workspace, "Penghasilan tetap Kepala Desa")]
    assert pay.activity_id is not None
    workspace.apply(RemoveActivity(pay.activity_id))
    workspace.apply(RemoveLines((line_of(workspace, "ADD"),)))
    left = [finding for finding in workspace.document.findings if not finding.holds]
    assert left == []
    asks = sum(finding.variant == "ask" for finding in workspace.document.findings)
    assert f"No rule is broken. {asks} still need an answer under Check." in words(screen)
    assert screen.next_step.step is not None
    with qtbot.waitSignal(workspace.place_asked) as asked:
        screen.next_step.click()
    assert asked.args == ["dokumen"]


def test_dates_are_told_from_today(qapp: QApplication, look: None) -> None:
    """31 October, three days later, 31 December of the year before (Permendagri 20/2018 art. 32, 34, 38)."""
    told = dues_of(2026, Status.DRAFT, date(2025, 10, 14))
    assert [due.day for due in told] == [date(2025, 10, 31), date(2025, 11, 3), date(2025, 12, 31)]
    assert [due.left for due in told] == ["17 days left", "20 days left", "78 days left"]
    assert [due.near for due in told] == [True, True, False]
    agreed = dues_of(2026, Status.AGREED, date(2025, 11, 5))
    assert [due.left for due in agreed] == ["done", "2 days ago", "56 days left"]
    assert dues_of(2026, Status.DRAFT, date(2026, 11, 5))[0].left == "long past"


BARS = [Bar("Pembangunan", (("DDS", 60_00), ("ADD", 30_00))), Bar("Tak terduga", (("DDS", 1),))]


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_chart_wears_the_windows_colours(qapp: QApplication, look: None, name: str) -> None:
    """U32: drawn anew for each theme from the same tokens, never inverted; the smallest part can be seen."""
    apply_theme(qapp, name, 1.0)
    made = chart_pixels(BARS, 640, 2.0)
    image = QImage(made.data, made.width, made.height, QImage.Format.Format_RGBA8888)
    assert made.width == 1280
    found = colours(image)
    for token in ("surface", "fund-DDS-solid", "fund-ADD-solid"):
        assert theme().color(token).name() in found
    assert image.pixelColor(1, 1) == theme().color("surface")


def test_the_chart_is_drawn_again_for_another_width(qtbot: QtBot, look: None) -> None:
    chart = ChartCanvas("Chart")
    qtbot.addWidget(chart)
    chart.resize(640, 80)
    chart.show_bars(BARS)
    with qtbot.waitSignal(chart.drawn):
        chart.show()
    with qtbot.waitSignal(chart.drawn):
        chart.resize(700, 80)
    assert chart.is_drawn
    assert "60" not in chart.accessibleName() or "Pembangunan" in chart.accessibleName()


def test_matplotlib_comes_after_the_window(tmp_path: Path) -> None:
    """Nothing heavy is imported before the screen is on show; the chart follows by itself."""
    program = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from ui.summary.summary_screen import SummaryScreen
from ui.support.workspace import Workspace
from ui.summary.charts import Bar
screen = SummaryScreen(Workspace())
screen.chart.show_bars([Bar("a", (("DDS", 5),))], "b")
screen.chart.show()
screen.show()
screen.grab()
heavy = {"matplotlib", "pandas", "numpy", "openpyxl", "xlsxwriter"} & set(sys.modules)
assert not heavy, heavy
screen.chart.drawn.connect(app.quit)
app.exec()
assert "matplotlib" in sys.modules
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
        timeout=120,
    )
    assert done.returncode == 0, done.stderr

"""A plan is on the screen first; rules and the writing side come when the window is idle."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.main_window import MainWindow
from ui.window.idle_work import AfterPaint, Settling
from village_budget.document.edits.plan_head import SetRegulation


def opened(desk: Desk, path: Path) -> MainWindow:
    """The window on a plan that is not judged yet."""
    window = desk.show_plan()
    desk.workspace.open(path, judge_later=True)
    window.show_screen("belanja")
    return window


def test_rules_are_judged_after_the_rows_are_there(desk: Desk, plan_path: Path) -> None:
    """No count and no mark is shown before it is known; afterwards all are what an ordinary opening shows."""
    window = opened(desk, plan_path)
    grid = window.place("belanja")
    assert grid.view.budget_model().rowCount() > 0
    assert desk.workspace.findings() == ()
    assert not any(gauge.isVisibleTo(window) for gauge in window.strip.gauges)
    assert not grid.view.budget_model().states.marked()
    desk.workspace.judge()
    assert desk.workspace.findings() == desk.workspace.document.findings != ()  # type: ignore[union-attr]
    assert any(gauge.isVisibleTo(window) for gauge in window.strip.gauges)
    assert grid.view.budget_model().states.marked()


def test_all_is_ready_when_settled(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """Painted, judged, ready to write, in this order; the first edit after it is kept."""
    window = opened(desk, plan_path)
    settling = Settling(desk.workspace, window)
    AfterPaint(window, settling.start)
    window.repaint()
    qtbot.waitUntil(lambda: settling.done)
    assert desk.workspace.is_judged
    assert desk.workspace.document is not None
    assert desk.workspace.document._file._core is not None
    assert desk.workspace.apply(SetRegulation("1 Tahun 2026", "2025-12-30")) is not None


def test_an_edit_before_the_rules_are_judged_is_kept(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """Who types at once loses nothing and sees the same findings in the end."""
    window = opened(desk, plan_path)
    desk.workspace.apply(SetRegulation("1 Tahun 2026", "2025-12-30"))
    settling = Settling(desk.workspace, window)
    settling.start()
    qtbot.waitUntil(lambda: settling.done)
    document = desk.workspace.document
    assert document is not None
    assert document.plan.info.regulation_number == "1 Tahun 2026"
    assert desk.workspace.findings() == document.findings != ()


def test_closing_before_it_is_done_leaves_nothing_behind(desk: Desk, plan_path: Path) -> None:
    """The plan is closed while parts are still to come: they do nothing to a closed file."""
    window = opened(desk, plan_path)
    settling = Settling(desk.workspace, window)
    for _ in range(3):
        settling._next()
    document = desk.workspace.document
    desk.workspace.close()
    while not settling.done:
        settling._next()
    assert document is not None
    assert document._file._core is None

"""From anywhere to the history, from a row to its own, and back to the row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.grid.model.nodes import activity_key, line_key
from ui.main_window import MainWindow
from village_budget.document.edits.line_edits import SetLine
from village_budget.domain.lines import Part


def shown(desk: Desk, path: Path, qtbot: QtBot) -> MainWindow:
    desk.open_plan(path)
    window = desk.window
    assert isinstance(window, MainWindow)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_history_of_a_row_and_back_by_keys(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """U13, U17: Ctrl+Shift+H on a line shows its steps alone; Enter twice goes back to the line."""
    window = shown(desk, plan_path, qtbot)
    document = desk.workspace.document
    assert document is not None
    (line,) = document.plan.part_lines(Part.SPENDING)
    desk.workspace.apply(SetLine(line.id, {"note": "survei"}))
    view = window.place("belanja").view
    view.go_to(view.budget_model().tree.nodes[line_key(line.id)])
    view.setFocus()
    QTest.keyClick(
        view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert window.current == "riwayat"
    screen = window.place("riwayat")
    assert [step.id for step in screen.model.steps()] == [document.history()[n].id for n in (-1, 3)]
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    QTest.keyClick(screen.detail.list, Qt.Key.Key_Return)
    assert window.current == "belanja"
    assert view.current_node().row_id == line.id


def test_an_activity_shows_the_steps_of_its_lines_too(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """From its own row, from an account or from a line to add."""
    window = shown(desk, plan_path, qtbot)
    document = desk.workspace.document
    assert document is not None
    (activity,) = document.plan.activities
    view = window.place("belanja").view
    view.go_to(view.budget_model().tree.nodes[activity_key(activity)])
    window.place("belanja").history.show.trigger()
    screen = window.place("riwayat")
    assert len(screen.model.steps()) == 2
    assert "1.1.01" in screen.filters.one_row.text()


def test_the_history_has_its_key(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """U13: Ctrl+8, after the documents; the list of keys names it."""
    window = shown(desk, plan_path, qtbot)
    QTest.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current == "riwayat")
    assert ("Ctrl+8", "History") in window.key_list()

"""Who works here is asked once a computer, never over the example, never again after an answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.window.author_question import AuthorQuestion
from village_budget.document.edits.activity_edits import AddActivity


def test_the_answer_stands_beside_each_step(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """A usual function by one key; from then on it is recorded, and nobody is asked again."""
    question = AuthorQuestion(desk.workspace, desk.settings, lambda: desk.window, delay=0)
    desk.open_plan(plan_path)
    qtbot.waitUntil(lambda: question.dialog is not None)
    dialog = question.dialog
    assert dialog is not None
    assert not dialog.keep.isEnabled()
    QTest.keyClicks(dialog.field, "Kaur Keuangan")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert desk.settings.author == "Kaur Keuangan"
    document = desk.workspace.document
    assert document is not None
    desk.workspace.apply(AddActivity("2.3.10"))
    assert document.history()[-1].who == "Kaur Keuangan"
    assert not question.is_wanted()


def test_later_asks_again_at_the_next_start_only(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """Once a start; nothing is kept."""
    question = AuthorQuestion(desk.workspace, desk.settings, lambda: desk.window, delay=0)
    desk.open_plan(plan_path)
    qtbot.waitUntil(lambda: question.dialog is not None)
    assert question.dialog is not None
    QTest.mouseClick(question.dialog.later, Qt.MouseButton.LeftButton)
    assert question.dialog is None
    assert desk.settings.author == ""
    assert not question.is_wanted()
    assert AuthorQuestion(desk.workspace, desk.settings, lambda: desk.window).is_wanted()


def test_a_nik_is_no_name(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """S25: said beside the field, nothing is kept."""
    question = AuthorQuestion(desk.workspace, desk.settings, lambda: desk.window, delay=0)
    desk.open_plan(plan_path)
    qtbot.waitUntil(lambda: question.dialog is not None)
    dialog = question.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.field, "3510014107900002")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.warning.isVisible()
    assert desk.settings.author == ""
    dialog.reject()


def test_the_example_is_nobodys(desk: Desk) -> None:
    """U34: it is only looked at."""
    question = AuthorQuestion(desk.workspace, desk.settings, lambda: desk.window, delay=0)
    desk.open_example()
    assert not question.is_wanted()

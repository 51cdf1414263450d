"""Lines moved to another activity and account by keys alone (Ctrl+Shift+G), as dragging does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.fixtures.grid_keys import Keys, Mouse
from ui.grid.model.nodes import activity_key, line_key
from ui.kit.dimmer import Veil
from ui.pickers.code_picker import CodePicker
from village_budget.document.edits.activity_edits import AddActivity

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | SHIFT


def ask(keys: Keys) -> CodePicker:
    """Press the key, and wait until the question has the keyboard."""
    keys.press(Key.Key_G, held=CONTROL_SHIFT)
    found = QApplication.activeModalWidget()
    assert isinstance(found, CodePicker)
    keys.qtbot.waitUntil(found.isActiveWindow)
    return found


def places(keys: Keys) -> dict[int, tuple[int | None, str]]:
    return {line.id: (line.activity_id, line.account_code) for line in keys.lines}


def test_two_lines_go_to_another_account_in_one_step(keys: Keys, mouse: Mouse) -> None:
    """Enter keeps the activity; the lines are selected where they stand now; one undo takes them back."""
    document = keys.workspace.document
    assert document is not None
    before = (document.fingerprint, places(keys))
    keys.press(Key.Key_Down, held=SHIFT)
    assert "2 lines" in ask(keys).windowTitle()
    keys.press(Key.Key_Return)
    keys.type("5.2.1.01")
    keys.press(Key.Key_Return)
    assert places(keys) == before[1] | {4: (3, "5.2.1.01"), 5: (3, "5.2.1.01")}
    assert [node.row_id for node in keys.view.selected_nodes()] == [4, 5]
    keys.qtbot.waitUntil(keys.view.hasFocus)
    keys.workspace.undo()
    assert (document.fingerprint, places(keys)) == before
    assert mouse.presses == 0


def test_a_line_goes_to_another_activity_and_keeps_its_account(keys: Keys) -> None:
    """Its own account is offered first there, although no line has it yet."""
    ask(keys)
    keys.type("1.1.01")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Return)
    assert places(keys)[4] == (2, "5.3.5.01")
    assert keys.cursor[0] == line_key(4)


def test_activities_of_one_code_are_told_apart(keys: Keys) -> None:
    """By their own keys: the second one gets the line."""
    keys.workspace.apply(AddActivity("1.1.01"))
    document = keys.workspace.document
    assert document is not None
    second = max(document.plan.activities)
    keys.at(line_key(4))
    ask(keys)
    keys.type("1.1.01")
    keys.press(Key.Key_Down, Key.Key_Return, Key.Key_Return)
    assert places(keys)[4][0] == second


def test_esc_moves_nothing_and_a_row_without_line_says_why(keys: Keys) -> None:
    before = places(keys)
    ask(keys)
    keys.press(Key.Key_Escape)
    assert places(keys) == before
    keys.qtbot.waitUntil(keys.view.hasFocus)
    keys.at(activity_key(3))
    keys.screen.moving.ask()
    assert "Choose the lines" in keys.view.said


@pytest.mark.parametrize("step", [1, 2])
def test_a_plan_that_was_closed_meanwhile_is_left_alone(keys: Keys, step: int) -> None:
    """The question may outlive the plan that it was asked of."""
    picker = ask(keys)
    if step == 2:
        keys.press(Key.Key_Return)
    keys.workspace.close()
    picker._accept()


def test_the_window_behind_a_picker_is_dimmed(keys: Keys) -> None:
    """As behind every question; light again when it is answered."""
    window = keys.screen.window()
    picker = ask(keys)
    (veil,) = window.findChildren(Veil)
    assert veil.isVisible()
    assert veil.size() == window.size()
    picker.reject()
    assert not any(one.isVisible() for one in window.findChildren(Veil))

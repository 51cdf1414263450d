"""Tags by Ctrl+T on the selected lines of any grid, the revenue's among them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model.nodes import line_key
from ui.grid.revenue_screen import RevenueScreen
from ui.support.workspace import Workspace
from village_budget.document.edits.line_edits import AddLine
from village_budget.domain.lines import Part

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened() -> QMenu:
    """The menu that popped up."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(name: str) -> None:
    """Trigger an entry and close the menu."""
    menu = opened()
    next(action for action in menu.actions() if action.text() == name).trigger()
    menu.close()


def test_village_land_income_is_tagged_bengkok_by_keyboard(qtbot: QtBot, workspace: Workspace) -> None:
    """The flag that 70/30 asks for can be set where the income stands; Ctrl+Z takes it back."""
    workspace.apply(AddLine(Part.REVENUE, None, "4.1.2.01", "Hasil bengkok", unit_price=50_000_000_00))
    document = workspace.document
    assert document is not None
    land = max(document.plan.lines)
    keys = Keys(qtbot, workspace, RevenueScreen(workspace))
    keys.at(line_key(land))
    asked = next(one for one in document.findings if one.rule == "BEL-BENGKOK")
    assert asked.variant == "ask"
    keys.press(Key.Key_T, held=CONTROL)
    choose(document.chart.tags["bengkok"].name("en"))
    assert document.plan.lines[land].tags == ("bengkok",)
    assert next(one for one in document.findings if one.rule == "BEL-BENGKOK").variant != "ask"
    workspace.undo()
    assert document.plan.lines[land].tags is None


def test_several_lines_in_one_step_and_back_to_the_proposal(keys: Keys) -> None:
    """One gesture, one step: all selected lines get the tag, keep their others, and go back together."""
    document = keys.workspace.document
    assert document is not None
    keys.press(Key.Key_Down, held=SHIFT)
    before = len(document.history())
    keys.press(Key.Key_T, held=CONTROL)
    choose(document.chart.tags["stunting"].name("en"))
    assert [document.plan.lines[key].tags for key in (4, 5)] == [("stunting",)] * 2
    assert document.plan.lines[6].tags is None
    assert len(document.history()) == before + 1
    keys.press(Key.Key_T, held=CONTROL)
    choose("Back to the proposal")
    assert [document.plan.lines[key].tags for key in (4, 5)] == [None, None]


def test_a_tag_that_only_some_have_is_not_ticked(keys: Keys) -> None:
    """The tick means all of them; choosing it gives it to the rest, too."""
    document = keys.workspace.document
    assert document is not None
    name = document.chart.tags["stunting"].name("en")
    keys.press(Key.Key_T, held=CONTROL)
    choose(name)
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_T, held=CONTROL)
    assert not next(action for action in opened().actions() if action.text() == name).isChecked()
    choose(name)
    assert document.plan.lines[5].tags == ("stunting",)
    keys.press(Key.Key_T, held=CONTROL)
    assert next(action for action in opened().actions() if action.text() == name).isChecked()
    choose(name)
    assert document.plan.lines[4].tags == ()

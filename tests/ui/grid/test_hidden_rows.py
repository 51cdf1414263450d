"""A filter hides rows: nothing is typed into them, and no command reaches them unseen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model.nodes import (
    GridColumn,
    account_key,
    activity_key,
    line_key,
)
from ui.grid.spending_screen import SpendingScreen
from ui.grid.view.grid_selection import is_hidden
from village_budget.document.edits.line_edits import AddLine, SetFund
from village_budget.domain.lines import Line, Part

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ACCOUNT = "5.2.1.01"


@pytest.fixture
def mixed(keys: Keys) -> list[Line]:
    """Four lines of one account; the second and the third are of another fund and hidden."""
    document = keys.workspace.document
    assert document is not None
    for number in range(4):
        keys.workspace.apply(AddLine(Part.SPENDING, 2, ACCOUNT, f"Baris {number}"))
    made = [line for line in document.plan.lines_of(2) if line.description.startswith("Baris")]
    keys.workspace.apply(SetFund((made[0].id, made[3].id), "PBH"))
    keys.workspace.apply(SetFund((made[1].id, made[2].id), "PAD"))
    assert isinstance(keys.screen, SpendingScreen)
    keys.screen.show_fund("PBH")
    return made


def test_the_cursor_leaves_a_row_that_gets_hidden(keys: Keys, mixed: list[Line]) -> None:
    """Typing goes into a row that is seen; with none left it goes nowhere."""
    assert isinstance(keys.screen, SpendingScreen)
    keys.screen.ways.clear()
    keys.at(line_key(mixed[1].id), GridColumn.PRICE)
    keys.screen.show_fund("PBH")
    assert keys.cursor == (line_key(mixed[3].id), GridColumn.PRICE), "the next one that is shown"
    before = keys.line(mixed[1].id)
    keys.type("7")
    keys.press(Key.Key_Return)
    assert keys.line(mixed[1].id) == before
    assert keys.line(mixed[3].id).unit_price == 7_00
    keys.screen.show_fund("PBK")
    assert keys.view.current_node() is None
    keys.view.setFocus()
    keys.type("9")
    assert keys.view.editing.editor is None


def test_a_selection_over_hidden_rows_holds_only_those_shown(keys: Keys, mixed: list[Line]) -> None:
    """Fill down from the first to the last of two that stand below each other on the screen."""
    document = keys.workspace.document
    assert document is not None
    keys.at(line_key(mixed[0].id), GridColumn.NAME)
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_D, held=CONTROL)
    told = [keys.line(line.id).description for line in mixed]
    assert told == ["Baris 0", "Baris 1", "Baris 2", "Baris 0"]


def test_deleting_reaches_only_what_is_shown(keys: Keys, mixed: list[Line]) -> None:
    document = keys.workspace.document
    assert document is not None
    keys.at(line_key(mixed[0].id))
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_Delete)
    left = [line.id for line in mixed if line.id in document.plan.lines]
    assert left == [mixed[1].id, mixed[2].id]


@pytest.mark.parametrize("of", ["account", "activity"])
def test_a_summed_row_stands_for_the_lines_shown(keys: Keys, mixed: list[Line], of: str) -> None:
    """A fund source given to an account or an activity leaves its hidden lines alone."""
    keys.at(account_key(2, ACCOUNT) if of == "account" else activity_key(2))
    keys.screen.rows.give_fund("DLL")
    assert [keys.line(line.id).fund for line in mixed] == ["DLL", "PAD", "PAD", "DLL"]


def test_deleting_an_activity_tells_what_the_filter_hides(
    keys: Keys, mixed: list[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes as a whole: the question counts all lines and says how many of them are not seen."""
    document, asked = keys.workspace.document, []
    assert document is not None
    below = document.plan.lines_of(2)
    monkeypatch.setattr(keys.screen, "ask", lambda words: bool(asked.append(words)))
    keys.at(activity_key(2))
    keys.press(Key.Key_Delete)
    (words,) = asked
    assert f"with {len(below)} lines" in words
    assert f"The filter hides {len(below) - 2} of these lines." in words
    monkeypatch.setattr(keys.screen, "ask", lambda _words: True)
    keys.press(Key.Key_Delete)
    assert 2 not in document.plan.activities
    assert not document.plan.lines_of(2)
    assert mixed[1].id not in document.plan.lines


def test_undo_shows_the_row_that_it_changed(keys: Keys, mixed: list[Line]) -> None:
    """Also where the filter hides it: the cursor is never on a row that nobody sees."""
    assert isinstance(keys.screen, SpendingScreen)
    keys.screen.ways.clear()
    keys.at(line_key(mixed[1].id), GridColumn.PRICE)
    keys.type("9000")
    keys.press(Key.Key_Return)
    keys.screen.show_fund("PBH")
    keys.workspace.undo()
    assert keys.cursor[0] == line_key(mixed[1].id)
    assert keys.line(mixed[1].id).unit_price == mixed[1].unit_price
    view, index = keys.view, keys.view.currentIndex()
    while index.isValid():
        assert not view.isIndexHidden(index)
        index = index.parent()
    assert not view.visualRect(view.currentIndex()).isEmpty()


def test_the_ends_of_the_table_are_rows_that_are_shown(keys: Keys, mixed: list[Line]) -> None:
    """Ctrl+Home, Ctrl+End and Right into an open row never land on a hidden one."""
    view = keys.view
    keys.at(line_key(mixed[0].id))
    for key in (Key.Key_End, Key.Key_Home):
        keys.press(key, held=CONTROL)
        node = view.current_node()
        assert node is not None
        assert not is_hidden(view, view.budget_model(), node)
    keys.at(line_key(mixed[0].id))
    keys.press(Key.Key_End, held=CONTROL)
    assert keys.cursor[0] == line_key(mixed[3].id)
    keys.at(activity_key(2))
    keys.press(Key.Key_Right)
    assert keys.cursor[0] == account_key(2, ACCOUNT), "the first account of it is hidden"

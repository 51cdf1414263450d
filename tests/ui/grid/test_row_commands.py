"""Selected rows as in a spreadsheet: select, copy, cut, fill down, delete, give a fund source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests import builders
from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model.nodes import (
    GridColumn,
    NodeKey,
    account_key,
    activity_key,
    add_line_key,
    line_key,
)
from ui.grid.spending_screen import SpendingScreen
from ui.kit.question import QuestionDialog
from ui.support.workspace import Workspace
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.domain.lines import Factor, Part

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SEMEN, PASIR, BATU, SILTAP = line_key(4), line_key(5), line_key(6), line_key(7)
ROAD = activity_key(3)


def chosen(keys: Keys) -> list[NodeKey]:
    return [node.key for node in keys.view.selected_nodes()]


def steps(keys: Keys) -> int:
    document = keys.workspace.document
    assert document is not None
    return len([step for step in document.history() if step.kind == "do"])


def click(keys: Keys, key: NodeKey, column: GridColumn, held: Qt.KeyboardModifier) -> None:
    at = keys.view.visualRect(keys.view.budget_model().index_of_key(key, column)).center()
    QTest.mouseClick(keys.view.viewport(), Qt.MouseButton.LeftButton, held, at)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question is answered with its verb; the words are kept."""
    words: list[str] = []

    def ask(title: str, text: str, verb: str, *, safe: str = "", parent: QWidget | None = None) -> bool:
        words.append(text)
        return True

    monkeypatch.setattr(QuestionDialog, "ask", ask)
    return words


def test_shift_and_arrows_select_rows_and_leave_the_add_row_out(keys: Keys) -> None:
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, held=SHIFT)
    assert chosen(keys) == [SEMEN, PASIR, BATU]
    keys.press(Key.Key_Up, Key.Key_Up, held=SHIFT)
    assert chosen(keys) == [SEMEN, PASIR]
    keys.press(Key.Key_Down)
    assert chosen(keys) == [BATU]


@pytest.mark.parametrize("column", [GridColumn.CODE, GridColumn.NAME, GridColumn.AMOUNT])
def test_shift_and_control_clicks_select_rows_in_any_column(keys: Keys, column: GridColumn) -> None:
    nothing = Qt.KeyboardModifier.NoModifier
    click(keys, SEMEN, column, nothing)
    click(keys, BATU, column, SHIFT)
    assert chosen(keys) == [SEMEN, PASIR, BATU]
    click(keys, PASIR, column, CONTROL)
    assert set(chosen(keys)) == {SEMEN, BATU}
    click(keys, SILTAP, column, CONTROL)
    assert set(chosen(keys)) == {SEMEN, BATU, SILTAP}


def test_control_a_selects_the_level_and_widens(keys: Keys) -> None:
    keys.press(Key.Key_A, held=CONTROL)
    assert chosen(keys) == [SEMEN, PASIR, BATU]
    assert keys.cursor == (SEMEN, GridColumn.NAME)
    keys.press(Key.Key_A, held=CONTROL)
    assert chosen(keys) == [SILTAP, SEMEN, PASIR, BATU]
    keys.at(ROAD)
    keys.press(Key.Key_A, Key.Key_A, held=CONTROL)
    assert chosen(keys) == [activity_key(2), ROAD]


def test_selected_rows_are_drawn_as_such(keys: Keys) -> None:
    """look.md: tint and a bar at the left, on each selected row."""
    keys.press(Key.Key_Down, held=SHIFT)
    picture = keys.view.viewport().grab().toImage()
    model = keys.view.budget_model()
    for key, selected in ((SEMEN, True), (PASIR, True), (BATU, False)):
        row = keys.view.visualRect(model.index_of_key(key))
        bar = picture.pixelColor(1, row.center().y())
        assert (bar.name() == "#2a4a8b") is selected


def test_rows_are_copied_with_a_heading_numbers_plain_and_codes_as_text(keys: Keys) -> None:
    """U16."""
    keys.workspace.apply(SetLine(5, {"volume": builders.Decimal("2.5")}))
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_C, held=CONTROL)
    content = QApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in content.text().split("\r\n")]
    assert len(rows) == 3
    assert rows[1] == ["5.3.5.01", "Semen", "1", "m3", "65000", "65000", "DDS"]
    assert rows[2] == ["5.3.5.01", "Pasir", "2,5", "m3", "200000", "500000", "DDS"]
    assert 'x:num="500000"' in content.html()
    assert content.html().count("<th") == 7


def test_a_copied_row_has_no_heading_and_its_cell_goes_into_another_cell(keys: Keys) -> None:
    """U16; Ctrl+C and Ctrl+V from cell to cell, as in a spreadsheet."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.press(Key.Key_C, held=CONTROL)
    assert QApplication.clipboard().text().count("\t") == 6
    keys.at(BATU, GridColumn.PRICE)
    keys.press(Key.Key_V, held=CONTROL)
    keys.press(Key.Key_Return)
    assert keys.line(6).unit_price == 65_000_00


def test_summed_rows_are_copied_with_their_totals(keys: Keys) -> None:
    """U16."""
    keys.at(ROAD)
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_C, held=CONTROL)
    rows = [line.split("\t") for line in QApplication.clipboard().text().split("\r\n")]
    assert [rows[1][0], rows[1][5]] == ["2.3.10", "445000"]
    assert [rows[2][0], rows[2][5]] == ["5.3.5.01", "445000"]


def test_cut_takes_the_rows_away_in_one_step(keys: Keys, asked: list[str]) -> None:
    """U17."""
    before = steps(keys)
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_X, held=CONTROL)
    assert [line.description for line in keys.lines] == ["Siltap", "Batu"]
    assert "Pasir" in QApplication.clipboard().text()
    assert steps(keys) == before + 1
    keys.workspace.undo()
    assert len(keys.lines) == 4


def test_more_than_a_few_lines_are_deleted_after_one_question(keys: Keys, asked: list[str]) -> None:
    """U18, U17: the number of lines and the total; one step."""
    before = steps(keys)
    keys.press(Key.Key_A, Key.Key_A, Key.Key_Delete, held=CONTROL)
    keys.press(Key.Key_Delete)
    assert len(asked) == 1
    assert "4" in asked[0]
    assert "2.871.640" in asked[0]
    assert keys.lines == []
    assert steps(keys) == before + 1
    keys.workspace.undo()
    assert len(keys.lines) == 4


def test_activities_and_a_line_are_deleted_together(keys: Keys, asked: list[str]) -> None:
    """U18, U17."""
    before = steps(keys)
    keys.workspace.apply(AddActivity("4.2.01"))
    click(keys, ROAD, GridColumn.NAME, Qt.KeyboardModifier.NoModifier)
    click(keys, SILTAP, GridColumn.NAME, CONTROL)
    keys.press(Key.Key_Delete)
    assert keys.lines == []
    assert "2.3.10" in asked[0]
    assert "4" in asked[0]
    document = keys.workspace.document
    assert document is not None
    assert {activity.code for activity in document.plan.activities.values()} == {"1.1.01", "4.2.01"}
    assert steps(keys) == before + 2
    keys.workspace.undo()
    assert len(keys.lines) == 4


def test_control_d_takes_the_cell_above(keys: Keys) -> None:
    keys.at(PASIR, GridColumn.PRICE)
    keys.press(Key.Key_D, held=CONTROL)
    assert keys.line(5).unit_price == 65_000_00
    keys.workspace.undo()
    assert keys.line(5).unit_price == 200_000_00


def test_control_d_fills_the_first_rows_cell_into_all_below_in_one_step(keys: Keys) -> None:
    """U17."""
    keys.workspace.apply(SetLine(4, {"factors": (Factor(builders.Decimal(3), "truk"),), "unit": "rit"}))
    before = steps(keys)
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.press(Key.Key_Down, Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_D, held=CONTROL)
    assert [keys.line(key).volume for key in (4, 5, 6)] == [3, 3, 3]
    assert keys.line(6).factors == keys.line(4).factors
    assert keys.line(6).unit == "m3"
    assert steps(keys) == before + 1
    keys.workspace.undo()
    assert [keys.line(key).volume for key in (4, 5, 6)] == [3, 1, 1]


def test_an_amount_filled_down_must_fit_every_volume(keys: Keys) -> None:
    told: list[object] = []
    keys.workspace.refused.connect(told.append)
    keys.workspace.apply(SetLine(6, {"volume": builders.Decimal(7)}))
    keys.at(SEMEN, GridColumn.AMOUNT)
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_D, held=CONTROL)
    assert keys.line(5).amount == 65_000_00
    keys.at(SEMEN, GridColumn.AMOUNT)
    keys.press(Key.Key_Down, Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_D, held=CONTROL)
    assert keys.line(6).amount == 7 * 180_000_00
    assert [getattr(error, "code", "") for error in told] == ["fill-not-exact"]


def test_control_d_on_the_add_row_makes_the_line_above_once_more(keys: Keys) -> None:
    keys.at(add_line_key(3, "5.3.5.01"))
    keys.press(Key.Key_D, held=CONTROL)
    names = [(line.description, line.amount) for line in keys.lines if line.activity_id == 3]
    assert names[-2:] == [("Batu", 180_000_00)] * 2


def test_a_selection_is_given_a_fund_source_in_one_step(keys: Keys) -> None:
    """U17: also through the account and the activity above the lines."""
    before = steps(keys)
    keys.at(account_key(3, "5.3.5.01"))
    keys.press(Key.Key_D, held=CONTROL | SHIFT)
    menu = keys.view.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text().startswith("PAD")).trigger()
    menu.close()
    assert [line.fund for line in keys.lines] == ["ADD", "PAD", "PAD", "PAD"]
    assert steps(keys) == before + 1


def test_an_open_cell_keeps_the_keys_for_its_text(keys: Keys) -> None:
    keys.press(Key.Key_F2)
    keys.press(Key.Key_A, Key.Key_X, held=CONTROL)
    assert QApplication.clipboard().text() == "Semen"
    assert len(keys.lines) == 4
    keys.press(Key.Key_Escape)


def test_the_menu_of_a_row_has_them_all(keys: Keys) -> None:
    keys.view.customContextMenuRequested.emit(QPoint(20, 20))
    menu = keys.view.findChild(QMenu)
    assert menu is not None
    rows = keys.screen.rows
    assert {rows.copy, rows.cut, rows.paste, rows.fill, rows.fund, rows.remove} <= set(menu.actions())
    menu.close()


def test_a_plan_to_look_at_is_copied_and_says_why_nothing_else_is_done(
    qtbot: QtBot, tmp_path: Path, look: None
) -> None:
    space = Workspace()
    space.create(tmp_path / "plan.apbdes", builders.village(), 2026)
    space.apply(AddActivity("1.1.01"))
    space.apply(AddLine(Part.SPENDING, 2, "5.1.1.01", "Siltap"))
    space.close()
    space.open(tmp_path / "plan.apbdes", read_only=True)
    keys = Keys(qtbot, space, SpendingScreen(space))
    keys.at(line_key(3))
    keys.press(Key.Key_C, held=CONTROL)
    assert "Siltap" in QApplication.clipboard().text()
    assert keys.view.said == ""
    for key, held in (
        (Key.Key_X, CONTROL), (Key.Key_V, CONTROL), (Key.Key_D, CONTROL), (Key.Key_D, CONTROL | SHIFT),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ):  # fmt: skip
        keys.press(key, held=held)
        assert keys.view.said
        keys.press(Key.Key_Up)
        assert keys.view.said == ""
        keys.press(Key.Key_Down)
    assert len(keys.lines) == 1
    space.close()


@pytest.mark.parametrize("text", [None, "", " \r\n"])
def test_an_empty_clipboard_pastes_nothing_and_says_so(keys: Keys, text: str | None) -> None:
    """Also where there is no content at all, as after the start, or while another program holds it."""
    clipboard = QApplication.clipboard()
    if text is None:
        clipboard.clear()
        assert clipboard.mimeData() is None, "else this would prove nothing"
    else:
        clipboard.setText(text)
    before = keys.line(4)
    keys.press(Key.Key_V, held=CONTROL)
    assert keys.view.editing.editor is None
    assert "nothing on the clipboard" in keys.view.said
    keys.screen.rows.paste_block()
    assert "Copy the rows in Excel first" in keys.view.said
    assert keys.line(4) == before

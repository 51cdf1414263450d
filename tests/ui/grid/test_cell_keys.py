"""Keys in the cells of the grid, as a spreadsheet has them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model.nodes import (
    GridColumn,
    account_key,
    activity_key,
    add_line_key,
    group_key,
    line_key,
)
from ui.grid.spending_screen import SpendingScreen
from ui.support.theme import apply_theme, theme
from village_budget.document.edits.line_edits import SetLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.support.workspace import Workspace

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SEMEN, PASIR, BATU, SILTAP = line_key(4), line_key(5), line_key(6), line_key(7)
ADD = add_line_key(3, "5.3.5.01")


def test_enter_keeps_the_entry_and_goes_down_and_shift_enter_up(keys: Keys) -> None:
    """U10."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type("70000")
    keys.press(Key.Key_Return)
    assert keys.line(4).unit_price == 70_000_00
    assert keys.cursor == (PASIR, GridColumn.PRICE)
    keys.type("210000")
    keys.press(Key.Key_Return, held=SHIFT)
    assert keys.line(5).unit_price == 210_000_00
    assert keys.cursor == (SEMEN, GridColumn.PRICE)


def test_tab_goes_right_and_at_the_end_to_the_next_rows_first_input(keys: Keys) -> None:
    """U10."""
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.type("4")
    keys.press(Key.Key_Tab)
    assert keys.cursor == (SEMEN, GridColumn.UNIT)
    keys.press(Key.Key_Tab, Key.Key_Tab)
    assert keys.cursor == (SEMEN, GridColumn.FUND)
    keys.press(Key.Key_Tab)
    assert keys.cursor == (PASIR, GridColumn.NAME)
    keys.press(Key.Key_Backtab)
    assert keys.cursor == (SEMEN, GridColumn.FUND)


def test_enter_after_a_run_of_tabs_comes_back_to_its_first_column(keys: Keys) -> None:
    """U10."""
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.type("4")
    keys.press(Key.Key_Tab)
    keys.type("zak")
    keys.press(Key.Key_Tab)
    keys.type("70000")
    keys.press(Key.Key_Return)
    assert (keys.line(4).volume, keys.line(4).unit, keys.line(4).unit_price) == (4, "zak", 70_000_00)
    assert keys.cursor == (PASIR, GridColumn.VOLUME)


def test_a_run_ends_when_the_cursor_is_moved_otherwise(keys: Keys) -> None:
    """U10: arrows start anew."""
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.press(Key.Key_Tab, Key.Key_Right, Key.Key_Return)
    assert keys.cursor == (PASIR, GridColumn.PRICE)


def test_typing_replaces_the_cell_first_letter_included(keys: Keys) -> None:
    """U11."""
    keys.type("Semen putih")
    keys.press(Key.Key_Return)
    assert keys.line(4).description == "Semen putih"


def test_f2_edits_what_is_there(keys: Keys) -> None:
    """U11."""
    keys.press(Key.Key_F2)
    keys.type(" 40 kg")
    keys.press(Key.Key_Return)
    assert keys.line(4).description == "Semen 40 kg"


def test_esc_restores(keys: Keys) -> None:
    """U11."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type("99")
    keys.press(Key.Key_Escape)
    assert keys.line(4).unit_price == 65_000_00
    assert not keys.view.editing.is_open
    assert keys.focus is keys.view


def test_backspace_opens_an_empty_cell(keys: Keys) -> None:
    keys.press(Key.Key_Backspace)
    keys.type("x")
    keys.press(Key.Key_Return)
    assert keys.line(4).description == "x"


def test_a_pasted_amount_is_read_like_a_typed_one(keys: Keys) -> None:
    """U01."""
    QApplication.clipboard().setText("Rp 1.234.567,00\n")
    keys.at(SEMEN, GridColumn.PRICE)
    keys.press(Key.Key_V, held=CONTROL)
    keys.press(Key.Key_Return)
    assert keys.line(4).unit_price == 123_456_700


def test_opening_and_leaving_keeps_any_amount(keys: Keys) -> None:
    """U03: an open editor and Enter without typing, with and without sen."""
    rng = random.Random(3)
    for _ in range(40):
        price = rng.randrange(10 ** rng.randrange(1, 15))
        keys.workspace.apply(SetLine(4, {"unit_price": price}))
        for column in (GridColumn.PRICE, GridColumn.AMOUNT, GridColumn.VOLUME):
            before = keys.line(4)
            keys.at(SEMEN, column)
            keys.press(Key.Key_F2, Key.Key_Return)
            assert keys.line(4) == before


@pytest.mark.parametrize(
    ("typed", "rupiah", "kept"),
    [
        ("12*350000", 4_200_000, "12*350000"),
        ("=5*1.500.000", 7_500_000, "=5*1.500.000"),
        ("+250000", 315_000, "65.000+250000"),
        ("(3+2)*100.000", 500_000, "(3+2)*100.000"),
    ],
)
def test_arithmetic_in_a_price(keys: Keys, typed: str, rupiah: int, kept: str) -> None:
    """U05: worked out, kept, and there again to change with F2."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type(typed)
    keys.press(Key.Key_Return)
    assert keys.line(4).unit_price == rupiah * 100
    assert keys.line(4).expression == kept
    assert kept in keys.view.tip(keys.view.budget_model().tree.nodes[SEMEN])
    before = keys.line(4)
    keys.at(SEMEN, GridColumn.PRICE)
    keys.press(Key.Key_F2)
    assert keys.view.editing.editor is not None
    assert keys.view.editing.editor.text() == kept
    keys.press(Key.Key_Return)
    assert keys.line(4) == before


@pytest.mark.parametrize(
    ("typed", "volume", "kept"),
    [("(3+2)*4", "20", "(3+2)*4"), ("+2,5", "3,5", "1+2,5"), ("=12/5", "2,4", "=12/5")],
)
def test_arithmetic_in_a_volume(keys: Keys, typed: str, volume: str, kept: str) -> None:
    """U05: in volumes too; a copied row has the number, not the arithmetic."""
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.type(typed)
    assert keys.view.editing.hint.hint.result
    keys.press(Key.Key_Return)
    assert keys.text(SEMEN, GridColumn.VOLUME) == volume
    assert keys.line(4).volume_expression == kept
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.press(Key.Key_F2)
    assert keys.view.editing.editor is not None
    assert keys.view.editing.editor.text() == kept
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_C, held=Qt.KeyboardModifier.ControlModifier)
    assert volume in QApplication.clipboard().text().split("\t")
    assert kept not in QApplication.clipboard().text()


def test_factors_with_the_price_behind_them_fill_three_cells(keys: Keys) -> None:
    """U05: as people write it, in one go and one step."""
    keys.workspace.apply(SetLine(4, {"unit": ""}))
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.type("3 orang x 12 bulan x 350.000")
    assert "12.600.000" in keys.view.editing.hint.hint.result
    keys.press(Key.Key_Return)
    line = keys.line(4)
    assert (line.volume, line.unit, line.unit_price) == (36, "OB", 350_000_00)
    keys.workspace.undo()
    assert keys.line(4).unit_price == 65_000_00


def test_an_unclear_amount_stays_open_with_its_readings_as_choices(keys: Keys) -> None:
    """U02."""
    before = keys.line(4)
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type("1.5")
    keys.press(Key.Key_Return)
    assert keys.view.editing.is_open
    assert "1.500" in keys.view.editing.hint.reason
    assert keys.line(4) is before
    seen = set()
    for _ in range(2):
        keys.press(Key.Key_Down)
        assert isinstance(keys.focus, QLineEdit)
        seen.add(keys.focus.text())
    assert seen == {"1.500", "1,5"}


def test_a_reading_can_be_clicked(keys: Keys) -> None:
    """U02."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type("1.5")
    keys.press(Key.Key_Return)
    keys.view.editing.hint.readings["1.500"].click()
    keys.press(Key.Key_Return)
    assert keys.line(4).unit_price == 1_500_00


def test_factors_make_the_volume(keys: Keys) -> None:
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.type("3 orang x 12 bulan")
    keys.press(Key.Key_Return)
    assert keys.line(4).volume == 36
    assert [factor.unit for factor in keys.line(4).factors] == ["orang", "bulan"]
    assert keys.text(SEMEN, GridColumn.AMOUNT) == "2.340.000"


def test_a_fund_is_found_by_its_words(keys: Keys) -> None:
    keys.at(SEMEN, GridColumn.FUND)
    keys.type("swad")
    keys.press(Key.Key_Return)
    assert keys.line(4).fund == "SWD"
    keys.at(PASIR, GridColumn.FUND)
    keys.type("p")
    keys.press(Key.Key_Down, Key.Key_Return)
    assert keys.line(5).fund == "PBH"


def test_an_unknown_fund_is_refused(keys: Keys) -> None:
    keys.at(SEMEN, GridColumn.FUND)
    keys.type("xy")
    keys.press(Key.Key_Return)
    assert keys.view.editing.is_open
    assert keys.line(4).fund == "DDS"
    keys.press(Key.Key_Escape)


def test_the_hint_says_what_the_entry_makes(keys: Keys) -> None:
    keys.at(SILTAP, GridColumn.VOLUME)
    keys.type("12")
    assert keys.view.editing.hint.hint.result == "= 29.119.680"
    assert keys.view.editing.hint.hint.change == "ADD +26.693.040"
    assert keys.focus is keys.view.editing.editor
    keys.press(Key.Key_Escape)
    assert keys.view.editing.hint.isHidden()


def test_arrows_open_and_close_rows_and_walk_the_cells(keys: Keys) -> None:
    keys.press(Key.Key_Right)
    assert keys.cursor == (SEMEN, GridColumn.VOLUME)
    keys.press(Key.Key_Left, Key.Key_Left)
    assert keys.cursor == (account_key(3, "5.3.5.01"), GridColumn.NAME)
    index = keys.view.currentIndex()
    keys.press(Key.Key_Left)
    assert not keys.view.isExpanded(index)
    keys.press(Key.Key_Left)
    assert keys.cursor == (activity_key(3), GridColumn.NAME)
    keys.press(Key.Key_Down, Key.Key_Right, Key.Key_Right)
    assert keys.cursor == (SEMEN, GridColumn.NAME)
    keys.press(Key.Key_Home, held=CONTROL)
    assert keys.cursor == (group_key("1"), GridColumn.NAME)


def test_alt_and_arrows_move_a_line_and_the_cursor_with_it(keys: Keys) -> None:
    keys.press(Key.Key_Down, held=ALT)
    assert [line.description for line in keys.lines if line.activity_id == 3] == ["Pasir", "Semen", "Batu"]
    assert keys.cursor == (SEMEN, GridColumn.NAME)
    keys.press(Key.Key_Up, held=ALT)
    assert [line.description for line in keys.lines if line.activity_id == 3] == ["Semen", "Pasir", "Batu"]


def test_typing_on_the_add_row_starts_a_line(keys: Keys) -> None:
    keys.at(ADD)
    keys.type("Paku")
    keys.press(Key.Key_Tab)
    made = keys.lines[-1]
    assert (made.description, made.account_code, made.fund) == ("Paku", "5.3.5.01", "DDS")
    assert keys.cursor == (line_key(made.id), GridColumn.VOLUME)
    keys.type("5 kg")
    keys.press(Key.Key_Return)
    assert (keys.line(made.id).volume, keys.line(made.id).unit) == (5, "kg")
    assert keys.cursor == (ADD, GridColumn.NAME)


def test_an_empty_entry_in_the_add_row_makes_no_line(keys: Keys) -> None:
    count = len(keys.lines)
    keys.at(ADD)
    keys.press(Key.Key_Return, Key.Key_Return)
    assert len(keys.lines) == count
    assert not keys.view.editing.is_open


def test_a_price_typed_on_the_add_row_is_a_price(keys: Keys) -> None:
    keys.at(ADD, GridColumn.PRICE)
    keys.type("25000")
    keys.press(Key.Key_Return)
    assert keys.lines[-1].unit_price == 25_000_00
    assert keys.cursor == (ADD, GridColumn.PRICE)


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Insert, None), (Key.Key_Return, CONTROL)])
def test_insert_starts_a_line_below(keys: Keys, key: Qt.Key, held: Qt.KeyboardModifier | None) -> None:
    keys.press(key, held=held or Qt.KeyboardModifier.NoModifier)
    keys.type("Bata")
    keys.press(Key.Key_Return)
    names = [line.description for line in keys.lines if line.activity_id == 3]
    assert names == ["Semen", "Bata", "Pasir", "Batu"]


def test_control_enter_in_an_open_cell_keeps_it_and_starts_a_line(keys: Keys) -> None:
    keys.type("Semen putih")
    keys.press(Key.Key_Return, held=CONTROL)
    keys.type("Bata")
    keys.press(Key.Key_Return)
    names = [line.description for line in keys.lines if line.activity_id == 3]
    assert names == ["Semen putih", "Bata", "Pasir", "Batu"]


def test_the_keyboard_can_always_leave_the_grid(keys: Keys) -> None:
    """U33: Control+Tab from anywhere, Tab from the last row."""
    keys.press(Key.Key_Tab, held=CONTROL)
    assert keys.focus is not keys.view
    keys.at(ADD)
    keys.press(Key.Key_Tab)
    assert keys.focus is not keys.view


def test_an_open_cell_stands_where_its_text_stood(keys: Keys) -> None:
    """Nothing jumps when a cell is opened, and long entries get the room they need."""
    for column in (
        GridColumn.NAME,
        GridColumn.VOLUME,
        GridColumn.UNIT,
        GridColumn.PRICE,
        GridColumn.AMOUNT,
        GridColumn.FUND,
    ):
        keys.at(SEMEN, column)
        cell = keys.view.cell_rect(keys.view.budget_model().tree.nodes[SEMEN], column)
        keys.press(Key.Key_F2)
        editor = keys.view.editing.editor
        assert editor is not None
        assert editor.geometry() == cell
        keys.press(Key.Key_Escape)
    keys.at(SEMEN, GridColumn.VOLUME)
    keys.type("3 orang x 12 bulan")
    editor = keys.view.editing.editor
    assert editor is not None
    assert editor.width() > editor.fontMetrics().horizontalAdvance(editor.text())
    keys.press(Key.Key_Escape)


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_no_figure_is_cut_at_any_font_size(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, factor: float
) -> None:
    """U28: the columns of figures fit what stands in them, the largest total included."""
    workspace.apply(SetLine(4, {"unit_price": 999_999_999_999_00}))
    apply_theme(qapp, "light", factor)
    keys = Keys(qtbot, workspace, SpendingScreen(workspace))
    metrics = QFontMetrics(theme().font("body", bold=True))
    for node in keys.view.budget_model().tree.walk():
        for column in (GridColumn.VOLUME, GridColumn.PRICE, GridColumn.AMOUNT):
            text = keys.view.budget_model().text(node, column)
            _, width = keys.view.column_span(column, column)
            # A price may use the padding and the end of the unit's column, a total has its own room.
            room = width if column is GridColumn.AMOUNT else width + theme().px(20)
            assert metrics.horizontalAdvance(text) <= room

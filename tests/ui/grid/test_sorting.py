"""Rows sorted for the eye: the plan, its forms and its steps stay as they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.grid_keys import Keys
from tests.ui.grid.test_row_drag import drag, spot
from ui.grid.model.nodes import (
    GridColumn,
    NodeKind,
    account_key,
    activity_key,
    group_key,
    line_key,
)
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.domain.lines import Part

HOME = account_key(3, "5.3.5.01")
Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def shown(keys: Keys) -> list[int | None]:
    return [
        node.row_id
        for node in keys.view.budget_model().tree.nodes[HOME].children
        if node.kind is NodeKind.LINE
    ]


def click_head(keys: Keys, column: GridColumn) -> None:
    head = keys.view.grid_header()
    at = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) // 2, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def plan_order(keys: Keys) -> list[int]:
    assert keys.workspace.document is not None
    return [line.id for line in keys.workspace.document.plan.lines_of(3)]


def test_a_click_on_a_head_sorts_up_down_and_back(keys: Keys) -> None:
    QAbstractItemModelTester(keys.view.budget_model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    click_head(keys, GridColumn.PRICE)
    assert shown(keys) == [4, 6, 5]
    assert keys.cursor[0] == line_key(4)
    click_head(keys, GridColumn.PRICE)
    assert shown(keys) == [5, 6, 4]
    click_head(keys, GridColumn.PRICE)
    assert shown(keys) == [4, 5, 6]
    assert not keys.view.order.active


def test_the_plan_and_its_steps_do_not_change(keys: Keys) -> None:
    document = keys.workspace.document
    assert document is not None
    fingerprint, undo = document.short_fingerprint, document.undo_label
    click_head(keys, GridColumn.NAME)
    assert shown(keys) == [6, 5, 4]
    assert plan_order(keys) == [4, 5, 6]
    assert (document.short_fingerprint, document.undo_label) == (fingerprint, undo)


def test_activities_are_sorted_in_their_level(keys: Keys) -> None:
    keys.workspace.apply(AddActivity("2.3.11"))
    made = max(keys.workspace.document.plan.activities)  # type: ignore[union-attr]
    keys.workspace.apply(AddLine(Part.SPENDING, made, "5.3.5.01", "Aspal", unit_price=1_00, fund="DDS"))
    level = keys.view.budget_model().tree.nodes[group_key("2.3")]
    keys.view.order.sort(GridColumn.AMOUNT)
    assert [node.key for node in level.children] == [activity_key(made), activity_key(3)]
    keys.view.order.clear()
    assert [node.key for node in level.children] == [activity_key(3), activity_key(made)]


def test_a_row_does_not_jump_away_while_it_is_typed_into(keys: Keys) -> None:
    keys.view.order.sort(GridColumn.PRICE)
    keys.at(line_key(4), GridColumn.PRICE)
    keys.type("900000")
    keys.press(Key.Key_Return)
    assert keys.line(4).unit_price == 900_000_00
    assert shown(keys) == [4, 6, 5]
    keys.view.order.sort(GridColumn.PRICE)
    assert shown(keys) == [6, 5, 4]


def test_new_lines_stand_behind_the_sorted_ones_and_undo_finds_its_place(keys: Keys) -> None:
    keys.view.order.sort(GridColumn.PRICE, descending=True)
    keys.workspace.apply(AddLine(Part.SPENDING, 3, "5.3.5.01", "Besi", after_id=4, fund="DDS"))
    assert shown(keys)[:3] == [5, 6, 4]
    assert len(shown(keys)) == 4
    keys.workspace.undo()
    keys.workspace.apply(SetLine(4, {"account_code": "5.2.1.01"}))
    keys.workspace.undo()
    assert shown(keys) == [5, 6, 4]


def test_open_rows_stay_open_and_the_selection_stays(keys: Keys) -> None:
    model = keys.view.budget_model()
    keys.view.setExpanded(model.index_of_key(activity_key(2)), False)
    keys.at(line_key(5))
    keys.view.order.sort(GridColumn.PRICE)
    assert not keys.view.isExpanded(model.index_of_key(activity_key(2)))
    assert keys.view.isExpanded(model.index_of_key(HOME))
    assert keys.cursor[0] == line_key(5)


def test_lines_are_not_moved_by_keys_while_they_are_sorted(keys: Keys) -> None:
    keys.view.order.sort(GridColumn.PRICE)
    keys.press(Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert "sorted" in keys.view.said
    assert plan_order(keys) == [4, 5, 6]


def test_dragged_among_sorted_rows_a_line_goes_to_the_end_of_its_account(keys: Keys) -> None:
    keys.view.order.sort(GridColumn.PRICE, descending=True)
    drag(keys, line_key(4), spot(keys, line_key(6)), drop=False)
    place = keys.view.drag.place
    assert place is not None
    assert place.before_id is None
    assert keys.view.drag.mark.words.endswith("at the end")
    keys.view.drag.cancel()


def popup(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


@pytest.mark.parametrize(("downs", "rows"), [(0, [4, 6, 5]), (1, [5, 6, 4]), (2, [4, 5, 6])])
def test_the_keyboard_sorts_by_the_column_of_the_cursor(
    keys: Keys, qtbot: QtBot, downs: int, rows: list[int]
) -> None:
    keys.at(line_key(4), GridColumn.PRICE)
    keys.press(Key.Key_U, held=CTRL_SHIFT)
    menu = popup(qtbot)
    for _ in range(downs):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert shown(keys) == rows

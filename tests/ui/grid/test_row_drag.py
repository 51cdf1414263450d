"""Lines dragged by their handle, and moved by Alt and the arrows: one step each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model.drop_place import drop_place
from ui.grid.model.nodes import (
    GridColumn,
    NodeKey,
    account_key,
    activity_key,
    add_line_key,
    group_key,
    line_key,
)
from village_budget.document.edits.line_edits import AddLine
from village_budget.domain.lines import Part

SEMEN, PASIR, BATU, SILTAP = (line_key(key) for key in (4, 5, 6, 7))
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def order(keys: Keys, activity: int = 3) -> list[int]:
    assert keys.workspace.document is not None
    return [line.id for line in keys.workspace.document.plan.lines_of(activity)]


def handle(keys: Keys, key: NodeKey) -> QPoint:
    return keys.view.drag.handle(keys.view.budget_model().tree.nodes[key]).center()


def spot(keys: Keys, key: NodeKey, *, low: bool = False) -> QPoint:
    """A point in the upper or lower half of a row."""
    model = keys.view.budget_model()
    row = keys.view.visualRect(model.index_of_key(key, GridColumn.NAME))
    return QPoint(row.center().x(), row.bottom() - 3 if low else row.top() + 3)


def drag(keys: Keys, key: NodeKey, *to: QPoint, drop: bool = True) -> None:
    ground = keys.view.viewport()
    QTest.mousePress(ground, LEFT, Qt.KeyboardModifier.NoModifier, handle(keys, key))
    for point in to:
        QTest.mouseMove(ground, point - QPoint(0, 1))
        QTest.mouseMove(ground, point)
    if drop:
        QTest.mouseRelease(ground, LEFT, Qt.KeyboardModifier.NoModifier, to[-1])


def test_a_line_is_dragged_among_its_siblings_and_back_by_one_undo(keys: Keys) -> None:
    drag(keys, SEMEN, spot(keys, BATU, low=True))
    assert order(keys) == [5, 6, 4]
    assert keys.cursor[0] == SEMEN
    keys.workspace.undo()
    assert order(keys) == [4, 5, 6]


def test_selected_lines_go_together_and_stay_selected(keys: Keys) -> None:
    keys.at(PASIR)
    keys.press(Key.Key_Down, held=SHIFT)
    drag(keys, BATU, spot(keys, SEMEN))
    assert order(keys) == [5, 6, 4]
    assert [node.row_id for node in keys.view.selected_nodes()] == [5, 6]
    keys.workspace.undo()
    assert order(keys) == [4, 5, 6]


def test_a_line_is_dragged_to_an_account_of_another_activity(keys: Keys) -> None:
    drag(keys, PASIR, spot(keys, SILTAP))
    assert keys.line(5).activity_id == 2
    assert keys.line(5).account_code == "5.1.1.01"
    assert order(keys, 2) == [5, 7]
    assert keys.cursor[0] == PASIR


def test_on_an_activity_a_line_keeps_its_account(keys: Keys) -> None:
    drag(keys, PASIR, spot(keys, activity_key(2)))
    assert (keys.line(5).activity_id, keys.line(5).account_code) == (2, "5.3.5.01")


def test_the_place_is_shown_while_dragging_and_escape_gives_it_up(keys: Keys) -> None:
    drag(keys, SEMEN, spot(keys, BATU, low=True), drop=False)
    mark = keys.view.drag.mark
    assert mark.isVisible()
    assert mark.edge == "below"
    assert mark.words == "To 2.3.10  5.3.5.01"
    assert not keys.view.viewport().grab().isNull()
    keys.press(Key.Key_Escape)
    assert not mark.isVisible()
    QTest.mouseRelease(keys.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot(keys, BATU))
    assert order(keys) == [4, 5, 6]


def test_over_a_row_that_takes_no_lines_nothing_happens(keys: Keys) -> None:
    drag(keys, SEMEN, spot(keys, group_key("1")))
    assert order(keys) == [4, 5, 6]
    assert keys.line(4).activity_id == 3


def test_the_rows_scroll_while_the_mouse_is_held_at_their_edge(keys: Keys) -> None:
    for n in range(60):
        keys.workspace.apply(AddLine(Part.SPENDING, 3, "5.3.5.01", f"Bahan {n}", fund="DDS"))
    keys.at(SEMEN)
    bar = keys.view.verticalScrollBar()
    before = bar.value()
    bottom = QPoint(200, keys.view.viewport().height() - 4)
    drag(keys, SEMEN, bottom, drop=False)
    keys.qtbot.waitUntil(lambda: bar.value() > before + 3)
    keys.view.drag.cancel()


def test_a_closed_row_opens_while_lines_are_held_over_it(keys: Keys) -> None:
    model = keys.view.budget_model()
    keys.view.setExpanded(model.index_of_key(activity_key(2)), False)
    drag(keys, SEMEN, spot(keys, activity_key(2)), drop=False)
    keys.qtbot.waitUntil(lambda: keys.view.isExpanded(model.index_of_key(activity_key(2))))
    keys.view.drag.cancel()


def test_a_click_on_the_handle_selects_the_row_alone(keys: Keys) -> None:
    keys.at(SEMEN)
    keys.press(Key.Key_Down, held=SHIFT)
    QTest.mouseClick(keys.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, handle(keys, PASIR))
    assert [node.row_id for node in keys.view.selected_nodes()] == [5]


def test_alt_and_arrows_move_the_selected_lines_as_a_block(keys: Keys) -> None:
    keys.at(SEMEN)
    keys.press(Key.Key_Down, held=SHIFT)
    keys.press(Key.Key_Down, held=ALT)
    assert order(keys) == [6, 4, 5]
    assert [node.row_id for node in keys.view.selected_nodes()] == [4, 5]
    keys.press(Key.Key_Up, held=ALT)
    assert order(keys) == [4, 5, 6]
    keys.press(Key.Key_Up, held=ALT)
    assert order(keys) == [4, 5, 6]


def test_lines_of_two_accounts_are_not_moved_by_keys_and_it_is_said(keys: Keys) -> None:
    keys.view.selectAll()
    keys.press(Key.Key_Down, held=ALT)
    assert "several accounts" in keys.view.said
    assert order(keys) == [4, 5, 6]


@pytest.mark.parametrize(
    ("key", "upper", "is_open", "place"),
    [
        (SEMEN, True, False, (3, "5.3.5.01", 4, "above")),
        (BATU, False, False, (3, "5.3.5.01", None, "below")),
        (add_line_key(3, "5.3.5.01"), True, False, (3, "5.3.5.01", None, "above")),
        (account_key(3, "5.3.5.01"), True, True, (3, "5.3.5.01", 4, "below")),
        (account_key(3, "5.3.5.01"), True, False, (3, "5.3.5.01", None, "into")),
        (activity_key(2), True, True, (2, None, None, "into")),
        (group_key("1"), True, True, None),
    ],
)
def test_each_row_stands_for_a_place(
    keys: Keys, key: NodeKey, upper: bool, is_open: bool, place: tuple[object, ...] | None
) -> None:
    tree = keys.view.budget_model().tree
    found = drop_place(tree, tree.nodes[key], upper=upper, is_open=is_open)
    if place is None:
        assert found is None
    else:
        assert found is not None
        assert (found.activity_id, found.account_code, found.before_id, found.edge) == place

"""Whatever way leads out of a half-typed cell: stored when valid, open with the reason when not (U12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.grid.model.nodes import GridColumn, line_key
from ui.support.workspace import Target
from village_budget.errors import FileError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.fixtures.grid_keys import Keys

SEMEN, BATU = line_key(4), line_key(6)


def _click_another_row(keys: Keys) -> None:
    index = keys.view.budget_model().index_of_key(BATU, GridColumn.NAME)
    where = keys.view.visualRect(index).center()
    QTest.mouseClick(keys.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def _go_to_a_field(keys: Keys) -> None:
    other = QLineEdit(keys.screen)
    other.show()
    other.setFocus()
    other.deleteLater()


def _leave_the_window(keys: Keys) -> None:
    event = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(keys.focus, event)


def _ask_the_screen(keys: Keys) -> None:
    keys.screen.commit_pending()


def _jump_elsewhere(keys: Keys) -> None:
    keys.screen.jump_to(Target(line_id=6))


def _click_a_head(keys: Keys) -> None:
    head = keys.view.grid_header()
    at = QPoint(head.sectionViewportPosition(GridColumn.AMOUNT) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def _take_hold_of_a_line(keys: Keys) -> None:
    node = keys.view.budget_model().tree.nodes[BATU]
    QTest.mouseClick(
        keys.view.viewport(), Qt.MouseButton.LeftButton, pos=keys.view.drag.handle(node).center()
    )


WAYS = [
    _click_another_row, _go_to_a_field, _leave_the_window, _ask_the_screen, _jump_elsewhere, _click_a_head,
    _take_hold_of_a_line,
]  # fmt: skip


@pytest.mark.parametrize("leave", WAYS)
def test_a_valid_entry_is_stored_whatever_the_way_out(keys: Keys, leave: Callable[[Keys], None]) -> None:
    """U12."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type("71000")
    leave(keys)
    assert keys.line(4).unit_price == 71_000_00
    assert not keys.view.editing.is_open


@pytest.mark.parametrize("leave", WAYS)
def test_a_refused_entry_stays_open_with_its_reason(keys: Keys, leave: Callable[[Keys], None]) -> None:
    """U12: never a silent loss."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type("1.5")
    leave(keys)
    assert keys.line(4).unit_price == 65_000_00
    editor = keys.view.editing.editor
    assert editor is not None
    assert editor.text() == "1.5"
    assert keys.view.editing.hint.reason
    assert not keys.screen.commit_pending()
    keys.view.editing.cancel()


def test_coming_back_to_the_grid_comes_back_to_the_open_cell(keys: Keys) -> None:
    """U12."""
    keys.at(SEMEN, GridColumn.PRICE)
    keys.type("1.5")
    _go_to_a_field(keys)
    keys.screen.setFocus()
    assert keys.focus is keys.view.editing.editor
    keys.press(Qt.Key.Key_Escape)


def test_an_entry_that_was_not_written_stays_in_its_cell(
    keys: Keys, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """U21: the stick is gone, the entry is still on screen; the next try writes it."""

    def gone(edit: object) -> None:
        raise FileError("file-unwritable")

    document = keys.workspace.document
    with monkeypatch.context() as patch, qtbot.waitSignal(keys.workspace.save_failed):
        patch.setattr(document, "apply", gone)
        keys.at(SEMEN, GridColumn.PRICE)
        keys.type("71000")
        keys.press(Qt.Key.Key_Return)
    editor = keys.view.editing.editor
    assert editor is not None
    assert editor.text() == "71000"
    keys.press(Qt.Key.Key_Return)
    assert keys.line(4).unit_price == 71_000_00


def test_an_editor_whose_line_is_undone_closes(keys: Keys) -> None:
    keys.press(Qt.Key.Key_Insert)
    assert keys.view.editing.is_open
    keys.workspace.undo()
    assert not keys.view.editing.is_open

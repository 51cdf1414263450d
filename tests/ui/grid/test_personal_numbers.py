"""A NIK or KK is refused where it is typed; the entry stays open with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ui.grid.model.nodes import GridColumn, line_key
from ui.grid.spending_screen import SpendingScreen

if TYPE_CHECKING:
    from tests.ui.fixtures.grid_keys import Keys

Key = Qt.Key
NIK = "3510 0112 0398 0001"


def _told(keys: Keys) -> list[str]:
    return [text.text() for text in keys.screen.findChildren(QLabel) if text.isVisible()]


@pytest.mark.parametrize("column", [GridColumn.NAME, GridColumn.UNIT, GridColumn.VOLUME])
def test_a_cell_refuses_it_in_place(keys: Keys, column: GridColumn) -> None:
    """S25: nothing is stored; the text stays to be mended, the sentence says what to do."""
    before = keys.line(4)
    keys.at(line_key(4), column)
    keys.type(NIK)
    keys.press(Key.Key_Return)
    editor = keys.view.editing.editor
    assert editor is not None
    assert "NIK" in keys.view.editing.hint.reason
    assert keys.line(4) == before
    keys.press(Key.Key_Escape)
    assert keys.line(4) == before


@pytest.mark.parametrize("name", ["Location", "Output", "Note", "Responsible officer"])
def test_the_details_of_an_activity_refuse_it(keys: Keys, name: str) -> None:
    """S25: in every field of the side panel."""
    assert isinstance(keys.screen, SpendingScreen)
    assert keys.workspace.document is not None
    before = keys.workspace.document.fingerprint
    value = next(
        w for w in keys.screen.panel.findChildren(QLabel) if w.accessibleName() == name and w.isVisible()
    )
    value.setFocus()
    keys.press(Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    keys.type(f"Bu Siti {NIK}")
    keys.press(Key.Key_Return)
    assert field.isVisible()
    assert any("NIK" in text for text in _told(keys))
    assert keys.workspace.document.fingerprint == before
    keys.press(Key.Key_Escape)

"""The side panel: its fields as edits, its findings as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ui.grid.model.nodes import activity_key, group_key, line_key
from ui.grid.panel.finding_note import FindingNote
from ui.grid.panel.month_strip import MonthStrip
from ui.grid.panel.panel_field import PanelField
from ui.grid.spending_screen import SpendingScreen
from village_budget.document.edits.line_edits import SetLine
from village_budget.domain.activity import Activity

if TYPE_CHECKING:
    from tests.ui.fixtures.grid_keys import Keys
    from ui.grid.panel.activity_panel import ActivityPanel

Key = Qt.Key


def _panel(keys: Keys) -> ActivityPanel:
    assert isinstance(keys.screen, SpendingScreen)
    return keys.screen.panel


def _activity(keys: Keys) -> Activity:
    assert keys.workspace.document is not None
    return keys.workspace.document.plan.activities[3]


def _fill(keys: Keys, name: str, text: str) -> None:
    """Open the field with this name by keyboard, replace what is in it, Enter."""
    panel = _panel(keys)
    value = next(w for w in panel.findChildren(QLabel) if w.accessibleName() == name and w.isVisible())
    value.setFocus()
    keys.press(Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    keys.type(text)
    keys.press(Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "typed", "field", "value"),
    [
        ("Responsible officer", "Kasi Kesejahteraan", "officer", "Kasi Kesejahteraan"),
        ("Location", "Dusun Krajan", "location", "Dusun Krajan"),
        ("Output", "Jalan usaha tani", "output", "Jalan usaha tani"),
        ("Priority", "1", "priority", 1),
        ("Note", "Dibahas lagi", "note", "Dibahas lagi"),
    ],
)
def test_each_field_is_one_edit(keys: Keys, name: str, typed: str, field: str, value: object) -> None:
    before = _activity(keys)
    _fill(keys, name, typed)
    assert getattr(_activity(keys), field) == value
    keys.workspace.undo()
    assert _activity(keys) == before


def test_typing_replaces_a_value_first_letter_included(keys: Keys) -> None:
    """U11: in the panel as in the grid; nothing that is typed falls by the side, Esc restores."""
    _fill(keys, "Location", "Dusun Krajan")
    value = next(w for w in _panel(keys).findChildren(QLabel) if w.accessibleName() == "Location")
    value.setFocus()
    keys.type("RT 3")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    keys.press(Key.Key_Return)
    assert _activity(keys).location == "RT 3"
    value.setFocus()
    keys.type("x")
    keys.press(Key.Key_Escape)
    assert _activity(keys).location == "RT 3"


def test_keys_of_the_window_do_not_open_a_value(keys: Keys) -> None:
    value = next(w for w in _panel(keys).findChildren(QLabel) if w.accessibleName() == "Location")
    value.setFocus()
    keys.press(Key.Key_F5)
    keys.press(Key.Key_Space)
    keys.press(Key.Key_Y, held=Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is value


def test_a_target_is_a_number_and_a_unit(keys: Keys) -> None:
    _fill(keys, "Target", "120 m")
    assert (_activity(keys).target, _activity(keys).target_unit) == (120, "m")


def test_a_field_that_is_refused_stays_open(keys: Keys) -> None:
    """U12: the same rule as in the grid."""
    _fill(keys, "Priority", "satu")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert not keys.screen.commit_pending()
    keys.view.setCurrentIndex(keys.view.budget_model().index_of_key(activity_key(2)))
    assert _activity(keys).priority == 0
    keys.press(Key.Key_Escape)
    assert keys.screen.commit_pending()


def test_leaving_a_field_stores_it(keys: Keys) -> None:
    """U12."""
    field = next(f for f in _panel(keys).findChildren(PanelField) if f.isVisible())
    field.open()
    keys.type("Kaur Keuangan")
    keys.view.setFocus()
    assert _activity(keys).officer == "Kaur Keuangan"


def test_months_are_set_by_mouse_and_keyboard(keys: Keys) -> None:
    strip = _panel(keys).findChild(MonthStrip)
    assert strip is not None
    strip.set_month(4)
    strip.setFocus()
    keys.press(*[Key.Key_Right] * 7, Key.Key_Space)
    assert (_activity(keys).start_month, _activity(keys).end_month) == (4, 8)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, 5))
    assert (_activity(keys).start_month, _activity(keys).end_month) == (1, 8)


def test_the_panel_follows_the_cursor_and_shows_what_is_wrong(keys: Keys) -> None:
    """U31: in words, not by colour alone."""
    panel = _panel(keys)
    keys.workspace.apply(SetLine(7, {"unit_price": 1_000_000_00}))
    keys.at(line_key(7))
    keys.qtbot.waitUntil(lambda: any(note.isVisible() for note in panel.findChildren(FindingNote)))
    notes = [note.accessibleName() for note in panel.findChildren(FindingNote) if note.isVisible()]
    assert all("Broken" in note or "Warning" in note or "Advice" in note for note in notes)
    keys.at(group_key("1"))
    assert not [note for note in panel.findChildren(FindingNote) if note.isVisible()]


def test_f4_shows_and_hides_it_and_in_a_narrow_window_it_lies_over_the_grid(keys: Keys) -> None:
    panel = _panel(keys)
    assert panel.isVisible()
    keys.press(Key.Key_F4)
    assert not panel.isVisible()
    keys.screen.set_layout("compact")
    assert not panel.isVisible()
    keys.press(Key.Key_F4)
    assert panel.isVisible()
    assert panel.geometry().right() >= keys.view.geometry().right()
    assert panel.geometry().left() < keys.view.geometry().right()
    keys.screen.set_layout("wide")
    keys.qtbot.waitUntil(
        lambda: keys.view.mapTo(keys.screen, keys.view.rect().topRight()).x() < panel.geometry().left()
    )

"""Tags in the side panel: proposed or set, of the activity and of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ui.grid.model.nodes import activity_key, line_key
from ui.grid.panel.activity_panel import WIDTH
from ui.grid.panel.panel_field import PanelField
from ui.grid.panel.tag_row import TagRow
from ui.grid.spending_screen import SpendingScreen
from ui.kit.chips import Chip
from ui.support.theme import theme
from village_budget.document.edits.activity_edits import SetActivity

if TYPE_CHECKING:
    from tests.ui.fixtures.grid_keys import Keys

Key = Qt.Key


def rows(keys: Keys) -> tuple[TagRow, TagRow]:
    """Tags of the activity, tags of the line."""
    assert isinstance(keys.screen, SpendingScreen)
    first, second = keys.screen.panel.findChildren(TagRow)
    return first, second


def toggle(keys: Keys, made: TagRow, tag: str) -> None:
    """Open the menu by keyboard, go down to a tag, Enter."""
    made.change.setFocus()
    QTest.keyClick(made.change, Key.Key_Space)
    menu = made.findChild(QMenu)
    assert menu is not None
    keys.qtbot.waitUntil(menu.isVisible)
    assert made.view is not None
    for _ in range([choice.tag for choice in made.view.choices].index(tag)):
        QTest.keyClick(menu, Key.Key_Down)
    with keys.qtbot.waitSignal(menu.destroyed):
        QTest.keyClick(menu, Key.Key_Return)


def take_back(made: TagRow) -> None:
    menu = made.menu()
    menu.actions()[-1].trigger()
    menu.deleteLater()


def shown(made: TagRow) -> list[str]:
    return [chip.accessibleName() for chip in made.findChildren(Chip) if chip.isVisible()]


def test_an_activity_shows_what_its_codes_propose(keys: Keys) -> None:
    keys.at(line_key(7))
    activity, _ = rows(keys)
    assert activity.view is not None
    assert activity.view.tags == ("siltap",)
    assert not activity.view.own
    assert len(shown(activity)) == 1
    assert "proposed" in activity.accessibleName()


def test_a_tag_is_set_on_an_activity_by_keyboard_and_taken_back(keys: Keys) -> None:
    document = keys.workspace.document
    assert document is not None
    activity, line = rows(keys)
    toggle(keys, activity, "ketahanan_pangan")
    assert "ketahanan_pangan" in (document.plan.activities[3].tags or ())
    assert activity.view is not None
    assert activity.view.own
    assert line.view is not None
    assert line.view.source == "of the activity"
    assert "ketahanan_pangan" in line.view.tags
    toggle(keys, activity, "ketahanan_pangan")
    assert "ketahanan_pangan" not in (document.plan.activities[3].tags or ())
    take_back(activity)
    assert document.plan.activities[3].tags is None
    for _ in range(3):
        keys.workspace.undo()
    assert document.plan.activities[3].tags is None
    assert not activity.view.own


def test_a_tag_is_set_on_the_selected_line_alone(keys: Keys) -> None:
    document = keys.workspace.document
    assert document is not None
    _, line = rows(keys)
    toggle(keys, line, "ketahanan_pangan")
    assert "ketahanan_pangan" in (keys.line(4).tags or ())
    assert keys.line(5).tags is None
    assert document.plan.activities[3].tags is None
    keys.at(line_key(5))
    assert line.view is not None
    assert not line.view.own
    keys.at(line_key(4))
    assert line.view.own
    take_back(line)
    assert keys.line(4).tags is None


def test_without_a_line_there_are_only_the_activitys_tags(keys: Keys) -> None:
    keys.at(activity_key(3))
    activity, line = rows(keys)
    assert activity.isVisible()
    assert not line.isVisible()


def test_tags_wrap_and_none_is_cut(keys: Keys) -> None:
    """U28."""
    keys.workspace.apply(
        SetActivity(3, {"tags": ("ketahanan_pangan", "operasional_3", "blt", "siltap", "kata_sendiri")})
    )
    activity, line = rows(keys)
    QApplication.processEvents()
    for made in (activity, line):
        assert made.minimumSizeHint().width() <= theme().px(WIDTH - 32)
    chips = [chip for chip in activity.findChildren(Chip) if chip.isVisible()]
    assert len(chips) == 5
    for chip in chips:
        assert chip.width() >= chip.sizeHint().width()
        assert chip.mapTo(activity, chip.rect().topRight()).x() <= theme().px(278)
    assert shown(activity)[-1] == "kata sendiri"


def test_nothing_can_be_set_in_a_plan_that_is_only_looked_at(keys: Keys) -> None:
    assert keys.workspace.document is not None
    path = keys.workspace.document.path
    keys.workspace.close()
    keys.workspace.open(path, read_only=True)
    keys.at(line_key(4))
    assert not any(made.change.isVisible() for made in rows(keys))


def test_the_panel_is_built_when_an_activity_is_looked_at(keys: Keys) -> None:
    screen = SpendingScreen(keys.workspace)
    keys.qtbot.addWidget(screen)
    assert not screen.panel.findChildren(PanelField)
    screen.panel.show_activity(3)
    assert screen.panel.findChildren(PanelField)

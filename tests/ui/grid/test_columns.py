"""Columns: what one screen shows, their widths and how they are remembered, the row kept in sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model.nodes import GridColumn, activity_key, line_key
from ui.grid.spending_screen import SpendingScreen
from ui.grid.view.column_widths import WIDTHS
from ui.main_window import MainWindow
from ui.support.settings import Settings
from ui.support.workspace import Workspace
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.domain.lines import Part

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(workspace, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_screen("belanja")
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.mark.parametrize("place", ["pendapatan", "belanja"])
def test_one_screen_shows_all_columns_of_a_year_and_no_realisation(window: MainWindow, place: str) -> None:
    """U26: at 1366 x 768, without scrolling sideways."""
    window.show_screen(place)
    view = window.place(place).view
    QApplication.processEvents()
    head = view.header()
    assert [view.budget_model().heads[column] for column in GridColumn] == [
        "", "Code", "Description", "Volume", "Unit", "Unit price", "Amount", "Fund",
    ]  # fmt: skip
    assert not any(view.isColumnHidden(column) for column in GridColumn)
    assert head.length() <= view.viewport().width()
    assert not view.horizontalScrollBar().isVisible()
    assert view.horizontalScrollBar().maximum() == 0
    assert head.sectionSize(GridColumn.NAME) >= 300


def test_the_largest_figures_fit_their_columns(window: MainWindow, workspace: Workspace) -> None:
    """U26: 999 billion in price and amount."""
    workspace.apply(SetLine(4, {"unit_price": 999_999_999_999_00}))
    view = window.place("belanja").view
    head, room = view.header(), view.fontMetrics().horizontalAdvance("999.999.999.999")
    assert head.sectionSize(GridColumn.PRICE) >= room
    assert head.sectionSize(GridColumn.AMOUNT) >= room
    assert head.length() <= view.viewport().width()


def edge(keys: Keys, column: GridColumn) -> QPoint:
    head = keys.view.grid_header()
    left = head.sectionViewportPosition(column)
    return QPoint(left + (head.sectionSize(column) if column < GridColumn.NAME else 0), head.height() // 2)


def drag_edge(keys: Keys, column: GridColumn, by: int) -> None:
    ground, at = keys.view.grid_header().viewport(), edge(keys, column)
    QTest.mousePress(ground, LEFT, NONE, at)
    QTest.mouseMove(ground, at + QPoint(by, 0))
    QTest.mouseRelease(ground, LEFT, NONE, at + QPoint(by, 0))


@pytest.fixture
def remembered(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Keys:
    settings = Settings(tmp_path / "settings.ini")
    made = Keys(qtbot, workspace, SpendingScreen(workspace, settings=settings))
    made.at(line_key(4))
    return made


def test_a_divider_widens_its_column_and_the_description_gives_way(remembered: Keys) -> None:
    head = remembered.view.header()
    total, name = head.length(), head.sectionSize(GridColumn.NAME)
    drag_edge(remembered, GridColumn.UNIT, -30)
    assert head.sectionSize(GridColumn.UNIT) == WIDTHS[GridColumn.UNIT] + 30
    drag_edge(remembered, GridColumn.CODE, 20)
    assert head.sectionSize(GridColumn.CODE) == WIDTHS[GridColumn.CODE] + 20
    assert head.length() == total
    assert head.sectionSize(GridColumn.NAME) == name - 50


def test_widths_are_remembered_between_starts_and_forgotten_by_the_menu(
    remembered: Keys, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    drag_edge(remembered, GridColumn.UNIT, -30)
    again = Keys(qtbot, workspace, SpendingScreen(workspace, settings=Settings(tmp_path / "settings.ini")))
    assert again.view.header().sectionSize(GridColumn.UNIT) == WIDTHS[GridColumn.UNIT] + 30
    again.view.grid_header().menu(GridColumn.UNIT).actions()[-1].trigger()
    assert again.view.header().sectionSize(GridColumn.UNIT) == WIDTHS[GridColumn.UNIT]
    third = Keys(qtbot, workspace, SpendingScreen(workspace, settings=Settings(tmp_path / "settings.ini")))
    assert third.view.header().sectionSize(GridColumn.UNIT) == WIDTHS[GridColumn.UNIT]
    assert not third.view.widths.own


def test_a_double_click_on_a_divider_fits_the_longest_text(remembered: Keys) -> None:
    remembered.workspace.apply(SetLine(4, {"unit": "paket lengkap sekali"}))
    at = edge(remembered, GridColumn.UNIT)
    QTest.mouseDClick(remembered.view.grid_header().viewport(), LEFT, NONE, at)
    head = remembered.view.header()
    wide = remembered.view.fontMetrics().horizontalAdvance("paket lengkap sekali")
    assert wide < head.sectionSize(GridColumn.UNIT) < wide + 40


def test_the_description_keeps_its_room_whatever_widths_were_chosen(remembered: Keys) -> None:
    drag_edge(remembered, GridColumn.UNIT, -900)
    head = remembered.view.header()
    assert head.sectionSize(GridColumn.NAME) >= 170
    assert head.length() <= remembered.view.viewport().width()


def test_damaged_settings_give_the_first_widths(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[columns]\nspending=[1,2]\nrevenue=nonsense\n")
    assert Settings(file).columns("spending") == Settings(file).columns("revenue") == {}


def many(keys: Keys) -> None:
    for n in range(50):
        keys.workspace.apply(AddLine(Part.SPENDING, 3, "5.3.5.01", f"Bahan {n}", fund="DDS"))
    keys.qtbot.waitUntil(lambda: keys.view.verticalScrollBar().maximum() > 30)


def test_the_activity_of_the_lines_in_sight_stays_at_the_top(keys: Keys) -> None:
    many(keys)
    keys.view.scrollToTop()
    assert keys.view.sticky.isHidden()
    keys.view.verticalScrollBar().setValue(30)
    sticky = keys.view.sticky
    assert sticky.isVisible()
    assert sticky.node is not None
    assert sticky.node.key == activity_key(3)
    assert not sticky.grab().isNull()
    assert keys.view.header().isVisible()


def test_the_cursor_is_never_behind_the_row_at_the_top(keys: Keys) -> None:
    many(keys)
    keys.view.scrollToBottom()
    keys.at(line_key(6))
    for _ in range(3):
        keys.press(Qt.Key.Key_Up)
        cell = keys.view.visualRect(keys.view.currentIndex())
        assert cell.top() >= keys.view.sticky.covered


def test_a_click_on_the_row_at_the_top_goes_to_it(keys: Keys) -> None:
    many(keys)
    keys.view.verticalScrollBar().setValue(30)
    QTest.mouseClick(keys.view.sticky, LEFT)
    assert keys.cursor[0] == activity_key(3)
    assert keys.view.sticky.node is None or keys.view.sticky.node.key != activity_key(3)

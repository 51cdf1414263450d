"""Going back and forward, the map of the money, and a search over everything (U19)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.dialogs.map_dialog import MapDialog
from ui.main_window import MainWindow
from ui.support.trail import Place, Trail
from ui.support.workspace import Target
from ui.widgets.treemap import Treemap
from village_budget.domain.lines import Part

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The example, which has some seventy activities."""
    desk.open_example()
    made = desk.window
    assert isinstance(made, MainWindow)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def some_line(window: MainWindow, number: int) -> int:
    document = window.workspace.document
    assert document is not None
    return document.plan.part_lines(Part.SPENDING)[number].id


def cursor(window: MainWindow) -> int | None:
    return window.place("belanja").view.current_node().row_id  # type: ignore[no-any-return]


def test_back_and_forward_through_places_and_rows(window: MainWindow) -> None:
    """Alt+Left and Alt+Right; screen and row come back."""
    first, second = some_line(window, 3), some_line(window, 90)
    window.jump_to(Target(line_id=first))
    window.jump_to(Target(line_id=second))
    window.show_screen("pemeriksaan")
    for wanted in (second, first):
        QTest.keyClick(window, Qt.Key.Key_Left, ALT)
        assert window.current == "belanja"
        assert cursor(window) == wanted
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert cursor(window) == second
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.current == "pemeriksaan"


def test_the_mouse_s_own_buttons_go_back(window: MainWindow) -> None:
    window.show_screen("dokumen")
    middle = QPointF(200, 200)
    button = Qt.MouseButton.BackButton
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, middle, window.mapToGlobal(middle), button, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, event)
    assert window.current == "belanja"


def test_another_plan_is_not_gone_back_from(desk: Desk, window: MainWindow, plan_path: Path) -> None:
    window.show_screen("dokumen")
    desk.workspace.open(plan_path)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.current == "dokumen"


def test_the_trail_as_a_browser_has_it() -> None:
    trail, (a, b, c) = Trail(), (Place(name) for name in "abc")
    assert trail.back(a) is None
    trail.leave(a)
    trail.leave(b)
    assert trail.back(c) == b
    assert trail.back(b) == a
    assert trail.forward(a) == b
    trail.leave(b)
    assert trail.forward(c) is None


def test_the_map_goes_where_the_money_is(window: MainWindow, qtbot: QtBot) -> None:
    """By arrows and Enter; every activity that costs something has its place and its words."""
    document = window.workspace.document
    assert document is not None
    dialog = MapDialog(window.workspace, window)
    qtbot.addWidget(dialog)
    dialog.show()
    found = dialog.map
    qtbot.waitUntil(lambda: found.width() > 300)
    figures = document.figures
    assert len(found.spots) == sum(1 for one in document.plan.activities if figures.total("activity", one))
    start = found.current
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Right)
    assert found.current != start
    spot = found.spots[found.current][0]
    assert spot.code in found.accessibleName()
    with qtbot.waitSignal(found.went):
        QTest.keyClick(found, Qt.Key.Key_Return)
    activity = (
        window.place("belanja")
        .view.budget_model()
        .tree.activity_of(window.place("belanja").view.current_node())
    )
    assert activity.id == spot.activity_id


def test_an_empty_plan_has_a_sentence_in_place_of_a_map(desk: Desk, qtbot: QtBot) -> None:
    found = Treemap(desk.workspace)
    qtbot.addWidget(found)
    found.show()
    assert found.spots == []
    QTest.keyClick(found, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("kasi kesejahteraan", "", "belanja"),
        ("complaints", "Data", "data"),
        ("BEL-30", "Rule", "pemeriksaan"),
        ("recap by fund", "Document", "dokumen"),
    ],
)
def test_a_search_finds_everything(window: MainWindow, text: str, kind: str, place: str) -> None:
    """U19: officers, rules, questions, documents beside codes, words and amounts."""
    hits = [hit for hit in window.deck.search(text) if not kind or hit.code == kind]
    assert hits
    window.jump_to(hits[-1].target)
    assert window.current == place

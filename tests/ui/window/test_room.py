"""Nothing is cut at any font size, everything has a name, the keyboard reaches all of it (U28, U30, U33)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.small_plan import empty, look, workspace  # noqa: F401
from ui.app import Desk
from ui.main_window import MainWindow
from ui.summary.charts import Bar
from ui.support.settings import Settings
from village_budget.document.document import Document

PLACES = ("ringkasan", "pemeriksaan", "dokumen")


@pytest.fixture
def desk(qapp: QApplication, workspace: object, tmp_path: Path) -> Iterator[Desk]:
    """The program over a copy of the plan, so that the window is the real one."""
    document = workspace.document  # type: ignore[attr-defined]
    assert isinstance(document, Document)
    document.save_copy(tmp_path / "copy.apbdes")
    settings = Settings(tmp_path / "settings.ini")
    made = Desk(qapp, settings)
    yield made
    made.workspace.close()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()


def window(desk: Desk, tmp_path: Path, factor: float, language: str = "id") -> MainWindow:
    desk.settings.factor, desk.settings.language = factor, language
    desk.dress()
    desk.open_plan(tmp_path / "copy.apbdes")
    assert isinstance(desk.window, MainWindow)
    desk.window.resize(1366, 768)
    return desk.window


def cut(screen: QWidget) -> list[str]:
    """Words that have less room than they want, but those that wrap."""
    found = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            wanted = widget.sizeHint().width()
        elif isinstance(widget, QPushButton) and widget.text():
            wanted = widget.minimumSizeHint().width()
        else:
            continue
        if widget.width() < wanted:
            found.append(f"{widget.text()}: {widget.width()} of {wanted}")
    return found


def beyond(screen: QWidget) -> list[str]:
    """Scrolled contents that are wider than their window."""
    return [
        f"{area.accessibleName() or type(area).__name__}: {area.widget().width()}"
        for area in screen.findChildren(QScrollArea)
        if area.isVisible() and area.widget().width() > area.viewport().width()
    ]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 2.0])
def test_every_word_has_its_room(
    qtbot: QtBot, desk: Desk, tmp_path: Path, factor: float, language: str
) -> None:
    """U28: at 1366 x 768 no label or button of the three screens is cut at any font size."""
    shown = window(desk, tmp_path, factor, language)
    for name in PLACES:
        shown.show_screen(name)
        screen = shown.place(name)
        qtbot.waitUntil(screen.isVisible)
        if name == "dokumen":
            qtbot.waitUntil(lambda screen=screen: bool(screen.pages.sizes("pemeriksaan")))

        def whole(screen: QWidget = screen) -> None:
            assert cut(screen) == []
            assert beyond(screen) == []

        qtbot.waitUntil(whole)


def test_everything_that_takes_the_keyboard_has_a_name(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    """U30."""
    shown = window(desk, tmp_path, 1.0)
    for name in PLACES:
        shown.show_screen(name)
        screen = shown.place(name)
        for widget in screen.findChildren(QWidget):
            takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            assert named or not takes, (name, widget, widget.objectName())


@pytest.mark.parametrize("name", PLACES)
def test_tab_walks_the_screen_and_comes_back(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    """U33: no part of a screen keeps the keyboard to itself."""
    shown = window(desk, tmp_path, 1.0)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_screen(name)
    first = QApplication.focusWidget()
    seen: list[QWidget | None] = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is first:
            break
    assert first in seen
    assert len(set(map(id, seen))) == len(seen)


def test_bars_add_up() -> None:
    assert Bar("x", (("DDS", 5), ("ADD", 6))).total == 11

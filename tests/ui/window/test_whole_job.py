"""The main job with the keyboard alone: from the start page to a workbook on disk, undone and done again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.beginning.new_plan_dialog import NewPlanDialog
from ui.main_window import MainWindow
from ui.support.settings import Settings
from ui.support.theme import undress
from village_budget import paths
from village_budget.domain.lines import Part

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Mouse(QObject):
    """Counts presses of a mouse button anywhere in the program."""

    presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.presses += event.type() == QEvent.Type.MouseButtonPress
        return False


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[Mouse]:
    made = Mouse()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(tmp_path / "settings.ini")
    settings.folder = str(tmp_path / "out")
    made = Desk(qapp, settings)
    made.dress()
    yield made
    made.workspace.close()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()
    undress(qapp)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focus(), key, held)


def write(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focus(), letter)


def pick(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Type into the open picker and take its first entry."""
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    write(text)
    press(Key.Key_Return)


def cell_is_open(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for the cell of a new line."""
    qtbot.waitUntil(window.isActiveWindow)
    screen = window.place(window.current)
    qtbot.waitUntil(lambda: screen.view is not None and screen.view.editing.is_open)


def add_lines(window: MainWindow, part: Part, lines: list[tuple[str, str, str, str]]) -> None:
    """Fill lines in below the open cell: description, volume, price, fund."""
    for words, volume, price, fund in lines:
        write(words)
        press(Key.Key_Tab)
        write(volume)
        press(Key.Key_Tab, Key.Key_Tab)
        write(price)
        press(Key.Key_Tab)
        if fund:
            write(fund)
        press(Key.Key_Return)
    document = window.workspace.document
    assert document is not None
    assert document.plan.part_lines(part)[-1].description


def answer_new_plan(folder: Path) -> QTimer:
    """Fill the dialog of a new plan in as soon as it is there; it runs in a loop of its own."""
    timer = QTimer()

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, NewPlanDialog) or not dialog.village.hasFocus():
            return
        timer.stop()
        write("Sarongan")
        press(Key.Key_Tab)
        assert dialog.code.text() == "35.10.01.2001"
        dialog.year.setFocus()
        press(Key.Key_A, held=CONTROL)
        write("2026")
        press(Key.Key_Tab)
        press(Key.Key_A, held=CONTROL)
        write(str(folder / "sarongan-2026.apbdes"))
        press(Key.Key_Return)

    timer.timeout.connect(fill)
    timer.start(10)
    return timer


def test_a_budget_of_twenty_lines_by_keyboard_from_new_plan_to_workbook(
    qtbot: QtBot, desk: Desk, tmp_path: Path, mouse: Mouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U09 and the issue's own words: typed, exported, undone, done again, fingerprints agree."""
    monkeypatch.setattr(paths, "documents_dir", lambda: tmp_path)
    start = desk.show_start()
    qtbot.waitUntil(start.isActiveWindow)
    answering = answer_new_plan(tmp_path)
    start.setFocus()
    press(Key.Key_N, held=CONTROL)
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)
    assert not answering.isActive()
    window = desk.window
    assert isinstance(window, MainWindow)
    # There is no window manager here to hand the keyboard on.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    document = desk.workspace.document
    assert document is not None
    assert document.plan.village.name == "Sarongan"
    empty = document.fingerprint

    press(Key.Key_2, held=CONTROL)
    for account, words, price, fund in (
        ("4.2.3.01", "ADD", "120.000.000", ""),
        ("4.2.1.01", "Dana Desa", "84.000.000", ""),
    ):
        press(Key.Key_R, held=CONTROL | SHIFT)
        pick(qtbot, window, account)
        cell_is_open(qtbot, window)
        add_lines(window, Part.REVENUE, [(words, "1", price, fund)])
        press(Key.Key_Escape)
    press(Key.Key_3, held=CONTROL)
    prices = {"add": "500.000", "dds": "=250000*2"}
    for code, account, fund, count in (
        ("1.1.04", "5.2.1.01", "add", 6),
        ("2.3.10", "5.2.1.01", "dds", 6),
        ("4.2.01", "5.2.7.02", "add", 6),
    ):
        press(Key.Key_K, held=CONTROL | SHIFT)
        pick(qtbot, window, code)
        qtbot.waitUntil(window.isActiveWindow)
        press(Key.Key_Return)
        pick(qtbot, window, account)
        cell_is_open(qtbot, window)
        add_lines(
            window, Part.SPENDING,
            [(f"Barang {code} {n}", "2 orang x 12 bulan", prices[fund], fund) for n in range(count)],
        )  # fmt: skip
        press(Key.Key_Escape)
    lines = list(document.plan.lines.values())
    assert len(lines) == 20
    assert document.figures.spending == 18 * 12_000_000_00
    full = document.fingerprint

    press(Key.Key_6, held=CONTROL)
    screen = window.place("dokumen")
    press(Key.Key_E, held=CONTROL)
    qtbot.waitUntil(lambda: bool(list(tmp_path.rglob("*.pdf"))) and not screen.busy, timeout=60_000)
    target = next(tmp_path.rglob("apbdes_Sarongan_2026.xlsx"))
    cells = [c.value for row in openpyxl.load_workbook(target, data_only=True).worksheets[0] for c in row]
    assert 216_000_000 in cells
    assert mouse.presses == 0

    while document.undo_label is not None:
        press(Key.Key_Z, held=CONTROL)
    assert document.fingerprint == empty
    assert not document.plan.lines
    while document.redo_label is not None:
        press(Key.Key_Y, held=CONTROL)
    assert document.fingerprint == full
    assert mouse.presses == 0

"""Nothing is cut, everything is reached by keyboard, and little is loaded to show the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.beginning.new_plan_dialog import NewPlanDialog
from ui.check.gauge import Gauge
from ui.check.verdict_counts import CountButton
from ui.help.help_dialog import HelpDialog
from ui.help.help_text import HelpBook
from ui.kit.dialog import BaseDialog
from ui.kit.question import QuestionDialog
from ui.kit.trouble_dialog import TroubleDialog
from ui.kit.year_field import YearField
from ui.main_window import MainWindow
from ui.support.settings import RecentPlan
from ui.support.theme import FACTORS
from ui.window.crash_dialog import CrashDialog
from ui.window.screen_deck import SCREENS
from ui.window.settings_dialog import SettingsDialog
from village_budget.errors import FileError
from village_budget.rules.packs.loader import load_pack

SIZES = (QSize(960, 600), QSize(1280, 680), QSize(1366, 768), QSize(1920, 1040))
HEAVY = ("pandas", "matplotlib", "openpyxl", "alembic", "numpy", "xlsxwriter", "python_calamine", "holidays")


def show_window(desk: Desk, path: Path, size: QSize, qtbot: QtBot) -> MainWindow:
    desk.open_plan(path)
    window = desk.window
    assert isinstance(window, MainWindow)
    window.resize(size)
    qtbot.waitUntil(lambda: window.size() == size)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return window


def dialogs(desk: Desk, parent: QWidget) -> list[BaseDialog]:
    error = FileError("file-disk-full", drive="D:", name="plan.apbdes", path="D:/plan.apbdes")
    return [
        NewPlanDialog(parent), SettingsDialog(desk.settings, parent), TroubleDialog(error, parent=parent),
        CrashDialog("village-budget\nValueError\nstrip.py:1 paint", parent),
        HelpDialog(HelpBook("id", load_pack(2026)), parent=parent),
        QuestionDialog("Delete?", "A long question of two lines of text. " * 4, "Delete", parent=parent),
    ]  # fmt: skip


@pytest.mark.parametrize("factor", FACTORS)
def test_dialogs_fit_a_small_screen_and_scroll_only_when_they_must(
    desk: Desk, factor: float, qtbot: QtBot
) -> None:
    """U28."""
    desk.settings.factor = factor
    desk.dress()
    for dialog in dialogs(desk, desk.show_start()):
        dialog.show()
        qtbot.waitExposed(dialog)
        QApplication.processEvents()
        hint = dialog.sizeHint()
        assert hint.width() <= 1366
        assert hint.height() <= 768
        scroll = dialog.findChild(QScrollArea)
        assert isinstance(scroll, QScrollArea)
        hidden = scroll.verticalScrollBar().maximum()
        assert hidden == 0 or hint.height() == 690, (dialog.accessibleName(), hidden)
        dialog.hide()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("factor", FACTORS)
def test_the_shell_keeps_its_words_at_every_size(
    desk: Desk, plan_path: Path, factor: float, size: QSize, qtbot: QtBot
) -> None:
    """U28: no word of top bar and strip is cut, and the window never grows beyond the screen."""
    if size.width() / factor < 600:
        pytest.skip("narrower than any screen that has this font size")
    desk.settings.factor = factor
    desk.dress()
    window = show_window(desk, plan_path, size, qtbot)
    for part in (window.top_bar, window.strip):
        assert part.width() <= size.width()
        for text in part.findChildren(QLabel):
            if text.isVisible() and text.text():
                assert text.width() >= text.fontMetrics().horizontalAdvance(text.text()), text.text()
    for count in window.strip.findChildren(CountButton):
        assert count.width() >= count.sizeHint().width()
    if window.strip.balance.height() > 40 * factor:
        assert window.strip.balance.width() >= window.strip.balance.sizeHint().width()
    search = window.top_bar.search
    if search.isVisible():
        assert search.width() >= search.fontMetrics().horizontalAdvance(search.placeholderText())


def test_a_narrow_window_shows_the_most_urgent_gauge_and_how_many_more(
    desk: Desk, plan_path: Path, qtbot: QtBot
) -> None:
    desk.settings.factor = 2.0
    desk.dress()
    window = show_window(desk, plan_path, QSize(1366, 768), qtbot)
    shown = [gauge for gauge in window.strip.findChildren(Gauge) if gauge.isVisible()]
    assert len(shown) == 1
    assert window.strip.more.isVisible()
    first = shown[0].accessibleName()
    seen = {first}
    for _ in range(int(window.strip.more.text())):
        window.strip.more.click()
        seen.add(shown[0].accessibleName())
    assert len(seen) == int(window.strip.more.text()) + 1
    window.strip.more.click()
    assert shown[0].accessibleName() == first


def test_search_is_there_in_a_narrow_window_too(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """Ctrl+F opens the field over the village's name; Esc gives the name back."""
    desk.settings.factor = 2.0
    desk.dress()
    window = show_window(desk, plan_path, QSize(1366, 768), qtbot)
    assert not window.top_bar.search.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.top_bar.search.hasFocus)
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert not window.top_bar.search.isVisible()
    assert window.top_bar.village.isVisible()


def test_the_keyboard_reaches_everything_and_comes_round(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """U33: each widget once, then back to the first."""
    window = show_window(desk, plan_path, QSize(1366, 768), qtbot)
    for name, _, _ in SCREENS:
        window.show_screen(name)
        QApplication.processEvents()
        window.top_bar.search.setFocus()
        seen: list[QWidget] = []
        while (now := QApplication.focusWidget()) not in seen:
            assert now is not None
            seen.append(now)
            window.focusNextChild()
        wanted = {
            child
            for child in (*window.navigation.findChildren(QWidget), *window.strip.findChildren(QWidget))
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()
        }
        assert QApplication.focusWidget() is seen[0], name
        assert not wanted - set(seen), name


def test_recent_plans_are_found_by_village_and_year_and_can_be_forgotten(desk: Desk, tmp_path: Path) -> None:
    for number, name in enumerate(("Tegalwangi", "Sumberpakis", "Wonokerto", "Sarongan")):
        path = str(tmp_path / f"{name}.apbdes")
        plan = RecentPlan(path, name, 2023 + number, "draft", 100, "2026-01-02T10:00+07:00")
        desk.settings.remember(plan)
    start = desk.show_start()
    assert start.search.isVisible()
    start.search.setText("sumber 2024")
    assert [row.plan.village for row in start.rows if row.isVisible()] == ["Sumberpakis"]
    start.search.setText("2026")
    assert [row.plan.village for row in start.rows if row.isVisible()] == ["Sarongan"]
    QTest.keyClick(start.rows[0], Qt.Key.Key_Delete)
    assert "Sarongan" not in [plan.village for plan in desk.settings.recent]


def test_a_year_is_typed_or_stepped(qapp: QApplication) -> None:
    field = YearField(2019, 2045, 2027)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 2028
    field.setText("20")
    assert not field.is_complete()
    assert field.value() == 2028
    field.set_value(1990)
    assert field.text() == "2019"


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Desk
from ui.support.settings import Settings
app = QApplication([])
desk = Desk(app, Settings(Path(sys.argv[1])))
desk.dress()
desk.show_start()
app.processEvents()
print(*sorted(set(sys.argv[3].split(",")) & set(sys.modules)), "sqlalchemy" in sys.modules)
desk.open_plan(Path(sys.argv[2]))
app.processEvents()
assert desk.workspace.document is not None
print(*sorted(set(sys.argv[3].split(",")) & set(sys.modules)), "sqlalchemy" in sys.modules)
desk.workspace.close()
"""


def test_nothing_heavy_is_loaded_to_show_a_window(plan_path: Path, tmp_path: Path) -> None:
    """Neither the start page nor a plan on its Belanja screen waits for a slow library or for SQLAlchemy."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "s.ini"), str(plan_path), ",".join(HEAVY)],
        capture_output=True, text=True, timeout=120, check=True, cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.splitlines() == ["False", "False"]


def test_wheel_and_arrows_turn_the_gauges(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """Gauges without room come by the wheel or the keys, then the first again."""
    window = show_window(desk, plan_path, QSize(1366, 768), qtbot)
    gauges = window.strip.gauges
    before = [gauge.accessibleName() for gauge in gauges]
    assert window.strip.more.isVisible()
    QTest.keyClick(gauges[0], Qt.Key.Key_Right)
    assert gauges[0].accessibleName() == before[1]
    QTest.keyClick(gauges[0], Qt.Key.Key_Left)
    assert [gauge.accessibleName() for gauge in gauges] == before

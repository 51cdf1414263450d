"""Every dialog of the program at every size and in every theme: whole, named, walked by Tab, copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QStyle, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.open_window import desk, plan_path, window  # noqa: F401
from tests.ui.window.dialogs import ELSEWHERE, MADE, dialog_classes
from ui.app import Desk
from ui.kit.dialog import BaseDialog
from ui.kit.trouble_dialog import TroubleDialog
from ui.main_window import MainWindow
from ui.support.theme import FACTORS
from ui.support.tokens import THEMES
from village_budget.errors import UserError

DIALOGS = sorted(MADE)
SCREEN = (1366, 768)


@pytest.fixture
def shown(desk: Desk, plan_path: Path, qtbot: QtBot) -> Callable[..., BaseDialog]:
    """A dialog by the name of its class, in a look."""

    def show(name: str, theme: str = "light", factor: float = 1.0) -> BaseDialog:
        desk.settings.theme, desk.settings.factor = theme, factor
        desk.dress()
        desk.open_plan(plan_path)
        parent = desk.window
        assert isinstance(parent, MainWindow)
        parent.resize(*SCREEN)
        made = MADE[name](parent)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        QApplication.processEvents()
        return made

    return show


def test_each_dialog_is_looked_at_here() -> None:
    """U28: a new dialog is added to the list, or this fails."""
    there = {made.__name__ for made in dialog_classes()}
    assert set(MADE) <= there
    assert there <= set(MADE) | ELSEWHERE


def _cut(root: QWidget) -> list[str]:
    """Words that are wider than their label."""
    return [
        text.text()
        for text in root.findChildren(QLabel)
        if text.isVisible() and not text.wordWrap() and text.textFormat() is Qt.TextFormat.PlainText
        and text.width() < text.fontMetrics().horizontalAdvance(text.text().replace("&", ""))
    ]  # fmt: skip


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("name", DIALOGS)
def test_it_fits_a_small_screen_and_cuts_no_word(
    shown: Callable[..., BaseDialog], name: str, factor: float
) -> None:
    """U28: at 100 to 200 %; what does not fit scrolls; buttons stay in sight."""
    dialog = shown(name, factor=factor)
    hint = dialog.sizeHint()
    assert hint.width() <= SCREEN[0]
    assert hint.height() <= SCREEN[1]
    assert not _cut(dialog)
    for child in dialog.findChildren(QWidget):
        if child.metaObject().className() == "QPushButton" and child.isVisible():
            assert child.width() >= child.minimumSizeHint().width(), child.accessibleName()


@pytest.mark.parametrize("name", DIALOGS)
def test_it_stands_on_the_screen_over_its_window(shown: Callable[..., BaseDialog], name: str) -> None:
    """U28: a large dialog, too, for which Qt reserves less room than it takes, and one that grows."""
    dialog = shown(name)
    bar = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    assert bar > 0
    room = dialog.screen().availableGeometry().adjusted(0, bar, 0, 0)
    behind = dialog.parentWidget().window().geometry()
    for _ in range(2):
        place = dialog.geometry()
        assert room.contains(place), (place, room)
        middle = place.center().x() - behind.center().x()
        at_edge = place.left() == room.left() or place.right() == room.right()
        assert abs(middle) <= 1 or at_edge
        dialog.move(room.bottomRight())
        dialog.grow()


@pytest.mark.parametrize("theme", THEMES[1:])
@pytest.mark.parametrize("name", DIALOGS)
def test_its_words_stand_out_in_every_theme(shown: Callable[..., BaseDialog], name: str, theme: str) -> None:
    """U29, U32: the ground is that of the theme, and no label keeps the ink of another one."""
    from ui.support.tokens import TOKENS

    dialog = shown(name, theme=theme)
    image = dialog.grab().toImage()
    assert image.pixelColor(3, 3).name().upper() == TOKENS[theme]["surface"]
    inks = {TOKENS[theme][ink] for ink in ("ink", "ink2", "ink3", "accent", "ok", "warn", "bad", "waive")}
    for text in dialog.findChildren(QLabel):
        if text.isVisible() and text.text():
            colour = text.palette().color(text.foregroundRole()).name().upper()
            assert colour in inks, (text.text(), colour)


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_visits_each_field_once_and_comes_round(shown: Callable[..., BaseDialog], name: str) -> None:
    """U33, U30: nothing traps the keyboard, everything that takes it has a name."""
    dialog = shown(name)
    first = dialog.focusWidget()
    if first is None:
        dialog.focusNextChild()
        first = dialog.focusWidget()
    seen: list[QWidget] = []
    while (now := dialog.focusWidget()) not in seen:
        assert now is not None
        assert now.accessibleName(), type(now).__name__
        seen.append(now)
        dialog.focusNextChild()
    assert dialog.focusWidget() is seen[0]
    wanted = {
        child
        for child in dialog.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled()
        and child.focusProxy() is None and not child.objectName().startswith("qt_")
    }  # fmt: skip
    missed = {child.accessibleName() for child in wanted - set(seen)}
    assert not missed


@pytest.mark.parametrize("name", DIALOGS)
def test_esc_closes_it(shown: Callable[..., BaseDialog], name: str) -> None:
    """U33: also out of a field."""
    dialog = shown(name)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", DIALOGS)
def test_ctrl_c_copies_what_it_says(shown: Callable[..., BaseDialog], name: str) -> None:
    """U36: as the system's own message boxes do; a field in the way copies its own selection."""
    dialog = shown(name)
    QApplication.clipboard().clear()
    at = dialog.focusWidget()
    target = dialog if isinstance(at, QLineEdit | QPlainTextEdit) or at is None else at
    QTest.keyClick(target, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    if QApplication.clipboard().text() == "":
        QTest.keyClick(dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert dialog.windowTitle() in QApplication.clipboard().text()


def test_an_error_is_copied_whole_its_details_stay_folded(shown: Callable[..., BaseDialog]) -> None:
    """U36: what happened, what is safe, what to do; technical facts only when asked for."""
    dialog = shown("TroubleDialog")
    assert isinstance(dialog, TroubleDialog)
    assert not dialog.details.isVisible()
    text = dialog.plain_text()
    for words in ("penuh", "aman"):
        assert words in text
    assert "file-disk-full" not in text
    dialog.fold.click()
    assert dialog.details.isVisible()


def test_refusals_and_notices_can_be_selected(window: MainWindow) -> None:
    """U36: what stands in the window itself, too."""
    from ui.kit.controls import label

    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert label("Tidak dapat", token="bad").textInteractionFlags() & selectable
    window.notice.say("bad", "Disk penuh.")
    said = next(text for text in window.notice.findChildren(QLabel) if text.text() == "Disk penuh.")
    assert said.textInteractionFlags() & selectable


def test_every_refusal_of_the_core_can_be_told(window: MainWindow, qtbot: QtBot) -> None:
    """U36: no code, no brace and no exception's text in the first line of any message."""
    from ui.support.messages import catalogue, message_parts

    for code, entry in catalogue().items():
        if isinstance(entry["id"], dict):
            parts = message_parts(UserError(code), "id")
            assert parts.what, code
            assert code not in parts.what

"""Settings: every choice by keyboard, seen before it is kept, whole at every size; where they take effect."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.open_window import desk, plan_path, window  # noqa: F401
from ui.app import Desk
from ui.beginning.new_plan_dialog import NewPlanDialog
from ui.kit.papers import PAPERS
from ui.main_window import MainWindow
from ui.printing.page_sheet import PAPERS_MM
from ui.support.settings import Settings
from ui.support.theme import FACTORS
from ui.support.tokens import THEMES
from ui.window.settings_dialog import SettingsDialog


def shown(desk: Desk, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(desk.settings, desk.window or desk.show_start())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose(box: QComboBox, steps: int) -> None:
    box.setFocus()
    for _ in range(steps):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_all_is_chosen_by_keyboard_and_kept(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """U33: Tab goes from field to field; Enter keeps; a second start reads the same."""
    dialog = shown(desk, qtbot)
    choose(dialog.theme, 1)
    choose(dialog.factor, 2)
    choose(dialog.paper, 2)
    for field, text in ((dialog.plans_folder, str(tmp_path)), (dialog.author, "Kaur Keuangan")):
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClick(dialog.author, Qt.Key.Key_Return)
    assert dialog.result() == SettingsDialog.DialogCode.Accepted
    desk.settings.sync()
    kept = Settings(tmp_path / "settings.ini")
    assert (kept.theme, kept.factor, kept.paper) == ("dark", 1.5, "Legal")
    assert (kept.plans_folder, kept.author) == (str(tmp_path), "Kaur Keuangan")


def test_the_look_is_seen_before_it_is_kept(desk: Desk, qtbot: QtBot) -> None:
    """U32: the preview has the chosen colours and size; cancelled, nothing is kept."""
    dialog = shown(desk, qtbot)
    before = dialog.preview.grab().toImage()
    choose(dialog.theme, 2)
    choose(dialog.factor, 3)
    assert (dialog.preview.look.name, dialog.preview.look.factor) == ("contrast", 2.0)
    assert dialog.preview.sizeHint().height() > 1.9 * before.height() / before.devicePixelRatio()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (desk.settings.theme, desk.settings.factor) == ("light", 1.0)


def test_defaults_come_back_only_when_applied(desk: Desk, qtbot: QtBot) -> None:
    desk.settings.theme, desk.settings.factor, desk.settings.paper = "dark", 2.0, "A4"
    desk.settings.plans_folder, desk.settings.author = "/tmp", "Sekdes"
    dialog = shown(desk, qtbot)
    dialog.defaults.click()
    assert desk.settings.theme == "dark"
    dialog.accept()
    assert (desk.settings.theme, desk.settings.factor, desk.settings.paper) == ("light", 1.0, "F4")
    assert (desk.settings.plans_folder, desk.settings.author) == ("", "Sekdes")


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("author", "Budi 3510 0112 0398 0001", "NIK"),
        ("export_folder", "/tidak/ada/sama sekali", "Folder ini"),
    ],
)
def test_what_cant_be_taken_is_said_beside_the_fields(
    desk: Desk, qtbot: QtBot, field: str, text: str, word: str
) -> None:
    """S25, U36: the field is marked and has the keyboard; nothing is kept."""
    dialog = shown(desk, qtbot)
    line = getattr(dialog, field)
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, text)
    dialog.accept()
    assert dialog.isVisible()
    assert word in dialog.warning.text()
    assert line.property("wrong") == "true"
    assert line.hasFocus()
    assert desk.settings.author == ""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("factor", FACTORS)
def test_it_is_whole_in_every_look(desk: Desk, qtbot: QtBot, theme: str, factor: float) -> None:
    """U28, U30: fits 1366 x 768, no word cut, every field has a name."""
    desk.settings.theme, desk.settings.factor = theme, factor
    desk.dress()
    dialog = shown(desk, qtbot)
    assert dialog.sizeHint().width() <= 1366
    assert dialog.sizeHint().height() <= 768
    dialog.resize(dialog.sizeHint())
    QApplication.processEvents()
    for text in dialog.findChildren(QLabel):
        if text.text() and not text.wordWrap() and text.isVisible():
            assert text.width() >= text.fontMetrics().horizontalAdvance(text.text().replace("&", ""))
    for box in dialog.findChildren(QComboBox):
        assert box.accessibleName()
    for line in dialog.findChildren(QLineEdit):
        assert line.accessibleName()


def test_plans_are_made_in_the_chosen_folder(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is gone is no obstacle: the documents are offered then."""
    asked: list[Path | None] = []

    def ask(_parent: object, *, folder: Path | None = None) -> None:
        asked.append(folder)

    monkeypatch.setattr(NewPlanDialog, "ask", ask)
    desk.settings.plans_folder = str(tmp_path)
    desk.ask_new()
    desk.settings.plans_folder = str(tmp_path / "gone")
    desk.ask_new()
    assert asked[0] == tmp_path
    assert asked[1] not in (None, tmp_path / "gone")


def test_documents_are_laid_out_on_the_chosen_paper(desk: Desk, window: MainWindow) -> None:
    """U27: the paper of the settings is that of preview, export and print; the panel remembers another."""
    assert [name for name, _ in PAPERS] == list(PAPERS_MM)
    desk.settings.paper = "Legal"
    desk.rebuild()
    window = desk.window  # type: ignore[assignment]
    window.show_screen("dokumen")
    screen = window.place("dokumen")
    assert screen.panel.paper_name == "Legal"
    ((name, documents), *_) = screen._checked()
    assert {document.page.paper for document in documents} == {"Legal"}, name
    screen.panel.paper.setCurrentIndex(0)
    assert screen._settings.paper == "F4"

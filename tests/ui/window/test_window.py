"""The window's shell: places, saved state, read-only, search, keys, and the start page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.beginning.new_plan_dialog import NewPlanDialog
from ui.kit.trouble_dialog import TroubleDialog
from ui.main_window import MainWindow
from ui.support import crash
from ui.support.theme import FACTORS, theme
from ui.support.workspace import Target
from ui.window.crash_dialog import CrashDialog
from ui.window.screen_deck import SCREENS
from ui.window.settings_dialog import SettingsDialog
from ui.window.start_action import StartAction
from ui.window.start_screen import StartScreen
from village_budget.document.edits.line_edits import RemoveLines, SetLine
from village_budget.errors import FileError, UserError


def window_of(desk: Desk, path: Path, qtbot: QtBot) -> MainWindow:
    desk.open_plan(path)
    window = desk.window
    assert isinstance(window, MainWindow)
    window.resize(1366, 768)
    qtbot.waitExposed(window)
    return window


def test_the_start_page_offers_exactly_three_ways_in(desk: Desk) -> None:
    """U34."""
    start = desk.show_start()
    assert [way.text() for way in start.findChildren(StartAction)] == [
        "New plan",
        "Open a plan",
        "Look at the example",
    ]


def test_the_example_is_a_copy_and_says_so(desk: Desk) -> None:
    """U34: the shipped file itself is never opened."""
    desk.open_example()
    assert isinstance(desk.window, MainWindow)
    document = desk.workspace.document
    assert document is not None
    assert document.path.name == "contoh.apbdes"
    assert "example" in desk.window.notice.text
    assert desk.settings.recent == []
    assert desk.window.top_bar.status.accessibleName() == "Example"


def test_the_example_is_fresh_each_time(desk: Desk) -> None:
    """U34: also when it is asked for while it is open."""
    desk.open_example()
    document = desk.workspace.document
    assert isinstance(desk.window, MainWindow)
    assert document is not None
    before = len(document.plan.lines)
    desk.workspace.apply(RemoveLines(tuple(document.plan.lines)))
    desk.window.example_asked.emit()
    again = desk.workspace.document
    assert again is not None
    assert again is not document
    assert len(again.plan.lines) == before
    assert not again.read_only
    assert desk.workspace.is_example


def test_a_plan_is_remembered_and_shown_on_the_start_page(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    window_of(desk, plan_path, qtbot)
    start = desk.show_start()
    assert desk.settings.recent[0].path == str(plan_path)
    names = [child.accessibleName() for child in start.findChildren(QAbstractButton)]
    assert any("Sumberwangi 2026" in name for name in names)


def test_every_place_opens(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    window = window_of(desk, plan_path, qtbot)
    for name, _, _ in SCREENS:
        window.show_screen(name)
        assert window.current == name
        assert window.deck.currentWidget() is window.place(name)


def test_totals_gauges_badge_and_fingerprint_follow_an_edit(
    desk: Desk, plan_path: Path, qtbot: QtBot
) -> None:
    """Every committed cell moves the strip."""
    window = window_of(desk, plan_path, qtbot)
    document = desk.workspace.document
    assert document is not None
    before = window.navigation._fingerprint.text()
    line = next(one for one in document.plan.lines.values() if one.description == "Siltap")
    desk.workspace.apply(SetLine(line.id, {"unit_price": 2_426_640_00}))
    assert "29.119.680" in window.strip.balance.accessibleName()
    assert window.navigation._fingerprint.text() != before
    broken = {f.rule for f in document.findings if not f.holds}
    assert "SIL-KADES" not in broken
    assert "BAL-ZERO" in broken
    errors = [f for f in document.findings if not f.holds and f.severity == "error"]
    assert window.navigation.items["pemeriksaan"].badge == len(errors)


def test_undo_and_redo_name_their_step(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """U17: the menu names the step."""
    window = window_of(desk, plan_path, qtbot)
    assert window.top_bar.undo.isEnabled()
    assert len(window.top_bar.undo.accessibleName()) > len("Undo: ")
    window.undo()
    assert window.top_bar.redo.isEnabled()
    document = desk.workspace.document
    assert document is not None
    assert len(document.plan.lines) == 1


def test_a_failed_write_is_the_loudest_thing(
    desk: Desk, plan_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U21: BELUM TERSIMPAN until it is on disk, the plan in memory unchanged."""
    window = window_of(desk, plan_path, qtbot)
    document = desk.workspace.document
    assert document is not None
    line = next(one for one in document.plan.lines.values() if one.description == "Siltap")
    real = document.apply

    def full_disk(edit: object) -> object:
        raise FileError("file-disk-full", drive="D:")

    monkeypatch.setattr(document, "apply", full_disk)
    assert desk.workspace.apply(SetLine(line.id, {"description": "Baru"})) is None
    assert window.top_bar.unsaved.isVisible()
    assert not window.top_bar.saved.isVisible()
    assert "D:" in window.notice.text
    assert window.notice.action.text() == "Save somewhere else"
    assert document.plan.lines[line.id].description == "Siltap"
    monkeypatch.setattr(document, "apply", real)
    desk.workspace.apply(SetLine(line.id, {"description": "Baru"}))
    assert not window.top_bar.unsaved.isVisible()
    assert window.top_bar.saved.text().startswith("Saved ")


def test_a_file_that_another_program_has_opens_to_look_only(
    desk: Desk, plan_path: Path, qtbot: QtBot
) -> None:
    """F08: said up front, with a copy offered."""
    desk.workspace.open(plan_path, read_only=True)
    window = desk.show_plan()
    assert window.top_bar.saved.text() == "Read only"
    assert window.notice.isVisible()
    assert window.notice.action.text() == "Save a copy"


def test_search_finds_a_place_and_enter_goes_there(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """U19: code, words and amount."""
    window = window_of(desk, plan_path, qtbot)
    window.show_screen("pendapatan")
    for text in ("siltap", "5.1.1.01", "24.000.000"):
        assert window.deck.search(text), text
    window.top_bar.open_search()
    QTest.keyClicks(window.top_bar.search, "siltap")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.current == "belanja"
    assert not window.top_bar.search.hits.isVisible()


def test_a_gauge_leads_to_its_finding(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    window = window_of(desk, plan_path, qtbot)
    window.jump_to(Target(finding=("SIL-KADES", "")))
    assert window.current == "pemeriksaan"


def test_no_two_commands_share_a_key(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """U13."""
    window = window_of(desk, plan_path, qtbot)
    for name, _, _ in SCREENS:
        window.show_screen(name)
    keys = [
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    ]
    assert len(keys) == len(set(keys))
    assert all(text for _, text in window.key_list())


@pytest.mark.parametrize("factor", FACTORS)
def test_labels_are_whole_at_every_font_size(desk: Desk, factor: float, qtbot: QtBot) -> None:
    """U28: no label of the start page, the new plan and the settings is cut, and all fit the screen."""
    desk.settings.factor = factor
    desk.dress()
    start = desk.show_start()
    for widget in (start, NewPlanDialog(start), SettingsDialog(desk.settings, start)):
        if not isinstance(widget, StartScreen):
            assert widget.sizeHint().width() <= 1366
            assert widget.sizeHint().height() <= 768
        widget.show()
        qtbot.waitExposed(widget)
        QApplication.processEvents()
        for text in widget.findChildren(QLabel):
            if text.text() and text.isVisible() and not text.wordWrap():
                assert text.width() >= text.fontMetrics().horizontalAdvance(text.text().replace("&", "")), (
                    text.text()
                )
        if widget is not start:
            widget.hide()


def test_whatever_takes_the_keyboard_has_a_name(desk: Desk, plan_path: Path, qtbot: QtBot) -> None:
    """U30."""
    window = window_of(desk, plan_path, qtbot)
    for name, _, _ in SCREENS:
        window.show_screen(name)
    nameless = [
        child
        for child in window.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not child.accessibleName()
        and not child.objectName().startswith("qt_")
        and child.isVisibleTo(window)
    ]
    assert not nameless


def test_theme_and_language_rebuild_the_window_over_the_same_plan(
    desk: Desk, plan_path: Path, qtbot: QtBot
) -> None:
    window = window_of(desk, plan_path, qtbot)
    document = desk.workspace.document
    desk.settings.theme = "dark"
    desk.rebuild()
    assert desk.window is not window
    assert desk.workspace.document is document
    assert theme().name == "dark"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Type the village's name."),
        ({"village": "Contoh", "code": "35.10"}, "A village code looks like 35.10.01.2001."),
        ({"village": "Contoh", "code": "35.10.01.2001", "path": ""}, "Choose where to save the plan."),
    ],
)
def test_a_new_plan_says_what_is_missing(
    desk: Desk, tmp_path: Path, fields: dict[str, str], sentence: str
) -> None:
    dialog = NewPlanDialog(folder=tmp_path)
    for name, text in fields.items():
        getattr(dialog, name).setText(text)
    dialog._accept()
    assert dialog.warning.text() == sentence
    assert dialog.result() == 0


def test_a_known_village_fills_in_the_rest(desk: Desk, tmp_path: Path) -> None:
    dialog = NewPlanDialog(folder=tmp_path)
    QTest.keyClicks(dialog.village, "sarongan")
    dialog.village.completer().popup().hide()
    plan = dialog.chosen()
    assert (plan.village.code, plan.village.district, plan.village.regency) == (
        "35.10.01.2001",
        "Pesanggaran",
        "Banyuwangi",
    )
    assert plan.path == tmp_path / f"sarongan-{plan.fiscal_year}.apbdes"


def test_a_plan_that_is_there_is_never_overwritten(desk: Desk, tmp_path: Path, plan_path: Path) -> None:
    dialog = NewPlanDialog(folder=tmp_path)
    QTest.keyClicks(dialog.village, "sarongan")
    dialog.village.completer().popup().hide()
    dialog.path.setText(str(plan_path))
    assert dialog.problem()[1] is dialog.path


def test_a_damaged_file_is_left_and_its_backup_offered(
    desk: Desk, plan_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.open_plan(plan_path)
    desk.workspace.close()
    good = tmp_path / "good.apbdes"
    shutil.copy2(plan_path, good)
    plan_path.write_bytes(plan_path.read_bytes()[:9000])
    damaged = plan_path.read_bytes()
    told: list[str] = []

    def tell(error: UserError, **_: object) -> bool:
        told.append(error.code)
        return True

    monkeypatch.setattr(TroubleDialog, "tell", tell)
    desk.open_plan(plan_path)
    assert told == ["file-damaged-backup"]
    assert plan_path.read_bytes() == damaged
    assert desk.workspace.document is not None
    assert desk.workspace.document.path.name == "plan-cadangan.apbdes"
    assert len(desk.workspace.document.plan.lines) == 2


def test_trouble_is_told_in_plain_words_that_can_be_copied(desk: Desk) -> None:
    """U36."""
    dialog = TroubleDialog(FileError("file-disk-full", drive="D:", name="plan.apbdes", path="D:/plan.apbdes"))
    dialog._copy()
    text = QApplication.clipboard().text()
    assert "D:" in text
    assert "file-disk-full" not in text
    assert "{" not in text


def test_a_crash_report_is_saved_or_says_that_it_was_not(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F36: the crash window never crashes."""
    dialog = CrashDialog("ValueError")
    for folder, words in ((tmp_path / "none", "could not"), (tmp_path, "is saved")):
        target = str(folder / "report.txt")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (target, ""))
        dialog._save()
        assert words in dialog._said.text()
    assert (tmp_path / "report.txt").read_text("utf-8") == "ValueError"


def test_text_of_users_is_never_markup(desk: Desk) -> None:
    """S17."""
    from ui.kit.controls import label

    assert label("<h1>x</h1>").textFormat() is Qt.TextFormat.PlainText


def test_a_crash_report_holds_no_data_and_is_told_once(qtbot: QtBot) -> None:
    """S28, F36."""
    shown: list[str] = []
    hook = crash.CrashHook(shown.append)
    for _ in range(3):
        try:
            raise ValueError("Siltap Kepala Desa 2.426.640 /home/kaur")
        except ValueError as error:
            hook._caught(ValueError, error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(shown))
    QApplication.processEvents()
    assert len(shown) == 1
    assert "ValueError" in shown[0]
    for word in ("Siltap", "2.426.640", "/home"):
        assert word not in shown[0]

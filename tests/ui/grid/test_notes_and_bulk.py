"""The note and file of a line (Ctrl+M), and one change over many lines through its preview (Ctrl+H)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.commands.bulk_dialog import BulkDialog
from ui.grid.commands.line_notes_dialog import LineNotesDialog
from ui.grid.model.nodes import activity_key, line_key
from ui.grid.model.row_marks import Mark
from village_budget.document.bulk_change import Way

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def in_dialog(act: Callable[[object], None]) -> None:
    """Do something in the dialog that opens next, then go on where it was opened."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, found)
            return
        act(dialog)

    QTimer.singleShot(0, found)


def test_a_note_is_written_kept_and_marked(keys: Keys) -> None:
    def write(dialog: object) -> None:
        assert isinstance(dialog, LineNotesDialog)
        QTest.keyClicks(dialog.note, "Hasil musdes")
        dialog.keep()

    in_dialog(write)
    keys.press(Key.Key_M, held=CTRL)
    assert keys.line(4).note == "Hasil musdes"
    model = keys.view.budget_model()
    assert model.marks_of(model.tree.nodes[line_key(4)]) == (Mark.NOTE,)
    keys.workspace.undo()
    assert keys.line(4).note == ""


@pytest.fixture
def notes(keys: Keys) -> LineNotesDialog:
    document = keys.workspace.document
    assert document is not None
    made = LineNotesDialog(keys.line(4), document.plan, document.path)
    keys.qtbot.addWidget(made)
    return made


def test_a_file_beside_the_plan_is_opened_by_the_desktop(
    notes: LineNotesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    (tmp_path / "foto.jpg").write_bytes(b"x")
    notes.link.setText(str(tmp_path / "foto.jpg"))
    notes.open_file()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "foto.jpg")]
    notes.keep()
    assert notes.values == {"link": "foto.jpg"}


@pytest.mark.parametrize(("link", "word"), [("tidak ada.pdf", "not there"), ("pasang.exe", "program")])
def test_what_can_not_be_opened_is_said_in_place(
    notes: LineNotesDialog, tmp_path: Path, link: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    (tmp_path / "pasang.exe").write_bytes(b"MZ")
    notes.link.setText(link)
    notes.open_file()
    assert word in notes.trouble.text()
    assert not opened


def test_a_personal_number_in_a_note_is_refused(notes: LineNotesDialog) -> None:
    """S25."""
    notes.note.setPlainText("3510012001900001")
    notes.keep()
    assert notes.trouble.text()
    assert notes.values == {}


def test_on_an_activity_it_is_said_where_notes_belong(keys: Keys) -> None:
    keys.at(activity_key(3))
    keys.press(Key.Key_M, held=CTRL)
    assert "Go to a line" in keys.view.said


def choose(dialog: BulkDialog, way: Way, text: str = "") -> None:
    dialog.way.setCurrentIndex(dialog.way.findData(way))
    dialog.value.clear()
    QTest.keyClicks(dialog.value, text)


def test_prices_of_a_selection_change_by_per_cent_in_one_step(keys: Keys) -> None:
    shown: list[str] = []

    def change(dialog: object) -> None:
        assert isinstance(dialog, BulkDialog)
        choose(dialog, Way.PRICE_PERCENT, "10")
        shown.extend(str(dialog.model.index(1, column).data()) for column in range(6))
        shown.append(dialog.funds.text())
        dialog.accept_button.click()

    keys.press(Key.Key_Down, Key.Key_Up)
    keys.press(Key.Key_Down, held=SHIFT)
    in_dialog(change)
    keys.press(Key.Key_H, held=CTRL)
    assert shown[:6] == ["Pasir", "200.000", "220.000", "200.000", "220.000", "+20.000"]
    assert shown[6].startswith("DDS: ")
    assert [keys.line(key).unit_price for key in (4, 5, 6)] == [71_500_00, 220_000_00, 180_000_00]
    keys.workspace.undo()
    assert [keys.line(key).unit_price for key in (4, 5, 6)] == [65_000_00, 200_000_00, 180_000_00]


def test_cancelled_nothing_changes(keys: Keys) -> None:
    before = keys.line(4)

    def give_up(dialog: object) -> None:
        assert isinstance(dialog, BulkDialog)
        choose(dialog, Way.VOLUME, "9")
        QTest.keyClick(dialog, Key.Key_Escape)

    in_dialog(give_up)
    keys.press(Key.Key_H, held=CTRL)
    assert keys.line(4) == before
    assert keys.screen.focusWidget() is keys.view


@pytest.fixture
def bulk(keys: Keys) -> BulkDialog:
    document = keys.workspace.document
    assert document is not None
    made = BulkDialog([keys.line(key) for key in (4, 5, 6)], document.chart, document.figures)
    keys.qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("way", "text", "after"),
    [
        (Way.PRICE, "75.000", "75.000"),
        (Way.PRICE, "3*25000", "75.000"),
        (Way.PRICE_PLUS, "-5.000", "60.000"),
        (Way.PRICE_PLUS, "+5.000", "70.000"),
        (Way.PRICE_PERCENT, "-2,5%", "63.375"),
        (Way.PRICE_ROUND, "", "65.000"),
        (Way.VOLUME, "2,5", "2,5 m3"),
        (Way.VOLUME_PERCENT, "50", "1,5 m3"),
    ],
)
def test_each_way_is_shown_before_it_is_done(bulk: BulkDialog, way: Way, text: str, after: str) -> None:
    choose(bulk, way, text)
    assert bulk.model.index(0, 2).data() == after


def test_a_fund_source_for_all_says_what_it_does_to_each_balance(bulk: BulkDialog) -> None:
    bulk.fund.setCurrentIndex(bulk.fund.findData("ADD"))
    assert bulk.accept_button.text() == "Change 3 lines"
    assert {line.split(":")[0] for line in bulk.funds.text().splitlines()} == {"DDS", "ADD"}
    bulk.fund.setCurrentIndex(bulk.fund.findData("DDS"))
    assert not bulk.accept_button.isEnabled()


@pytest.mark.parametrize("text", ["abc", "1.5", "-70.000"])
def test_a_value_that_can_not_be_is_said_and_not_taken(bulk: BulkDialog, text: str) -> None:
    choose(bulk, Way.PRICE_PLUS, text)
    assert bulk.trouble.text()
    assert not bulk.accept_button.isEnabled()

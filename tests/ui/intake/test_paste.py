"""A block from a spreadsheet goes through its preview into the grid (U14, U15, U17, S25)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model.nodes import (
    GridColumn,
    activity_key,
    add_line_key,
    line_key,
)
from ui.grid.revenue_screen import RevenueScreen
from ui.grid.spending_screen import SpendingScreen
from ui.intake.paste_dialog import PasteDialog
from ui.intake.paste_preview import SLICE
from ui.pickers.picker_entries import PickerEntry
from ui.support.theme import apply_theme
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.lines.pasted_verdicts import State

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.support.workspace import Workspace

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PASIR = line_key(5)
HEADING = "Uraian\tVol\tSat\tHrg Sat\tJumlah\tSumber"
ROWS = (
    "Sekop\t2\tBh\t85.000\t170.000\tDD", "Sendok semen\t2\tBuah\t25.000\t55.000\tADD",
    "JUMLAH\t\t\t\t225.000\t", "Paku\t5\tkg\t20.000\t100.000\t",
)  # fmt: skip
BLOCK = "\r\n".join((HEADING, *ROWS, ""))

Act = Callable[[PasteDialog], bool]


@pytest.fixture
def preview(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[[Act], list[PasteDialog]]:
    """Let a user work in the preview when it opens; what the user returns is the answer."""

    def use(act: Act) -> list[PasteDialog]:
        shown: list[PasteDialog] = []

        def answer(dialog: PasteDialog) -> bool:
            shown.append(dialog)
            dialog.show()
            qtbot.waitUntil(lambda: dialog.block.done)
            try:
                return act(dialog)
            finally:
                dialog.hide()
                dialog.deleteLater()

        monkeypatch.setattr(PasteDialog, "answer", answer)
        return shown

    return use


def paste(keys: Keys, text: str) -> None:
    QApplication.clipboard().setText(text)
    keys.press(Key.Key_V, held=CONTROL)


def names(keys: Keys) -> list[str]:
    return [line.description for line in keys.lines if line.activity_id == 3]


def steps(keys: Keys) -> int:
    document = keys.workspace.document
    assert document is not None
    return len([step for step in document.history() if step.kind == "do"])


def test_the_preview_counts_and_accepting_is_one_step(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    """U14, U17: below the cursor's line, undone together."""
    counts: list[list[int]] = []

    def look(dialog: PasteDialog) -> bool:
        counts.append([dialog.block.count(state) for state in State])
        assert dialog.accept_button.isEnabled()
        return True

    preview(look)
    before = steps(keys)
    paste(keys, BLOCK)
    assert counts == [[2, 1, 2]]
    assert names(keys) == ["Semen", "Sekop", "Paku", "Pasir", "Batu"]
    made = {line.description: line for line in keys.lines}
    assert (made["Sekop"].unit, made["Sekop"].amount, made["Sekop"].fund) == ("Buah", 170_000_00, "DDS")
    assert (made["Paku"].account_code, made["Paku"].fund) == ("5.3.5.01", "DDS")
    assert keys.cursor[0] == line_key(made["Sekop"].id)
    assert steps(keys) == before + 1
    keys.workspace.undo()
    assert names(keys) == ["Semen", "Pasir", "Batu"]


def test_cancelling_changes_nothing(keys: Keys, preview: Callable[[Act], list[PasteDialog]]) -> None:
    """U14."""
    document = keys.workspace.document
    assert document is not None
    before = document.fingerprint
    assert preview(lambda _: False) == []
    paste(keys, BLOCK)
    assert document.fingerprint == before
    assert names(keys) == ["Semen", "Pasir", "Batu"]


def test_a_refused_cell_has_the_cursor_and_is_mended_by_typing(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    """U14, U11: the first letter replaces the cell."""

    def mend(dialog: PasteDialog) -> bool:
        table = dialog.table
        index = table.currentIndex()
        assert dialog.model.verdict(index.row()).column is Field.AMOUNT
        assert dialog.model.field(index.column()) is Field.AMOUNT
        table.setFocus()
        QTest.keyClicks(table, "5")
        editor = table.findChild(QLineEdit)
        assert editor is not None
        QTest.keyClicks(editor, "0.000")
        QTest.keyClick(editor, Key.Key_Return)
        keys.qtbot.waitUntil(lambda: dialog.block.count(State.REFUSED) == 0)
        return True

    preview(mend)
    paste(keys, BLOCK)
    assert names(keys) == ["Semen", "Sekop", "Sendok semen", "Paku", "Pasir", "Batu"]


@pytest.mark.parametrize("way", ["alt", "enter", "click"])
def test_a_repair_is_taken_by_key_or_click(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]], way: str
) -> None:
    """U14: 2 x 25.000 is not 55.000; the product is one key away."""

    def repair(dialog: PasteDialog) -> bool:
        dialog.resize(1060, 648)
        table = dialog.table
        row = table.currentIndex().row()
        result = dialog.model.index(row, dialog.model.columnCount() - 1)
        if way == "alt":
            QTest.keyClick(table, Key.Key_1, ALT)
        elif way == "enter":
            table.setCurrentIndex(result)
            QTest.keyClick(table, Key.Key_Return)
        else:
            table.scrollTo(result)
            boxes = table._cells.repair_boxes(table.visualRect(result), dialog.model.verdict(row))
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=boxes[0].center())
        return dialog.model.verdict(row).state is State.TAKEN

    preview(repair)
    paste(keys, BLOCK)
    assert "Sendok semen" in names(keys)


def test_a_column_is_named_in_its_box(keys: Keys, preview: Callable[[Act], list[PasteDialog]]) -> None:
    """U14: the box over a column decides; here the amounts are left out and computed."""

    def name(dialog: PasteDialog) -> bool:
        dialog.table.head.boxes[4].setCurrentIndex(0)
        assert dialog.block.done
        assert dialog.block.count(State.REFUSED) == 0
        return True

    preview(name)
    paste(keys, BLOCK)
    assert {line.description: line.amount for line in keys.lines}["Sendok semen"] == 50_000_00


def test_only_the_refused_rows_can_be_shown(keys: Keys, preview: Callable[[Act], list[PasteDialog]]) -> None:
    def look(dialog: PasteDialog) -> bool:
        dialog.show_only_refused(only=True)
        assert dialog.model.rowCount() == 1
        dialog.show_only_refused(only=False)
        assert dialog.model.rowCount() == 5
        return False

    assert preview(look) == []
    paste(keys, BLOCK)


def test_on_an_activity_without_account_the_preview_asks_for_one(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    from village_budget.document.edits.activity_edits import AddActivity

    applied = keys.workspace.apply(AddActivity("4.2.01"))
    assert applied is not None
    made = applied.changes[0].key

    def choose(dialog: PasteDialog) -> bool:
        assert not dialog.accept_button.isEnabled()
        dialog.preview.take_account(PickerEntry("5.2.1.01", "", ""))
        dialog.fund.setCurrentIndex(dialog.fund.findData("PAD"))
        return dialog.accept_button.isEnabled()

    preview(choose)
    keys.at(activity_key(made))
    paste(keys, "Bibit\t10\tkg\t5.000\t50.000\nPupuk\t2\tkg\t5.000\t10.000")
    assert [(line.account_code, line.fund) for line in keys.lines if line.activity_id == made] == [
        ("5.2.1.01", "PAD")
    ] * 2


def test_one_cell_goes_into_the_cell_and_a_copied_row_below_the_account(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    """U15: quotes and a last line end make no block; our own copied row is a line again."""
    shown = preview(lambda _: True)
    paste(keys, '"Semen\nputih"\r\n')
    keys.press(Key.Key_Return)
    assert keys.line(4).description == "Semen putih"
    assert shown == []
    keys.at(PASIR, GridColumn.PRICE)
    keys.press(Key.Key_C, held=CONTROL)
    keys.at(add_line_key(3, "5.3.5.01"))
    keys.press(Key.Key_V, held=CONTROL)
    assert len(shown) == 1
    assert names(keys) == ["Semen putih", "Pasir", "Batu", "Pasir"]


def test_a_nik_is_not_let_in(keys: Keys, preview: Callable[[Act], list[PasteDialog]]) -> None:
    """S25."""

    def look(dialog: PasteDialog) -> bool:
        assert dialog.block.count(State.REFUSED) == 1
        return dialog.model.repair(dialog.table.currentIndex().row(), 0)

    preview(look)
    paste(keys, "Honor Budi 3510110203850001\t1\tOB\t500.000\nPaku\t1\tkg\t1.000")
    assert names(keys)[1] == "Honor Budi"


def test_the_head_offers_it_and_says_what_to_do_first(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    shown = preview(lambda _: True)
    made = next(b for b in keys.screen.findChildren(QPushButton) if b.text() == "Paste from Excel")
    QApplication.clipboard().setText("satu kata")
    made.click()
    assert keys.view.said
    QApplication.clipboard().setText(BLOCK)
    made.click()
    assert len(shown) == 1


def test_revenue_takes_a_block_with_its_accounts(
    qtbot: QtBot, workspace: Workspace, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    """U14."""
    preview(lambda _: True)
    keys = Keys(qtbot, workspace, RevenueScreen(workspace))
    paste(keys, "Kode\tUraian\tJumlah\n4.1.2.01\tSewa kios\t5.000.000\n4.2.3.01\tADD\t60.000.000")
    assert {(line.account_code, line.amount) for line in keys.lines} >= {
        ("4.1.2.01", 5_000_000_00), ("4.2.3.01", 60_000_000_00),
    }  # fmt: skip


def test_five_thousand_lines_are_judged_in_slices_added_and_undone(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """U14, U17: the window answers in between; one step in, one step back."""
    from village_budget.exchange.lines.pasted_block import PastedBlock

    most: list[int] = []
    judge = PastedBlock.judge

    def watched(block: PastedBlock, rows: int | None = None) -> None:
        before = len(block.verdicts)
        judge(block, rows)
        most.append(len(block.verdicts) - before)

    monkeypatch.setattr(PastedBlock, "judge", watched)
    preview(lambda dialog: dialog.accept_button.isEnabled())
    before = steps(keys)
    paste(keys, "\n".join(f"Barang {n}\t2\tbuah\t1.000\t2.000\tDD" for n in range(5000)))
    assert len(keys.lines) == 5004
    assert max(most) == SLICE
    assert steps(keys) == before + 1
    keys.workspace.undo()
    assert len(keys.lines) == 4


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_the_preview_fits_and_names_whatever_takes_the_keyboard(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, factor: float,
    preview: Callable[[Act], list[PasteDialog]],
) -> None:  # fmt: skip
    """U28, U30."""
    apply_theme(qapp, "light", factor)
    keys = Keys(qtbot, workspace, SpendingScreen(workspace))
    keys.at(line_key(4))

    def look(dialog: PasteDialog) -> bool:
        hint = dialog.sizeHint()
        assert hint.width() <= 1366
        assert hint.height() <= 768
        assert dialog.table.rowAt(dialog.table.viewport().height() - 1) != 0
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
        for chip in (dialog.accept_button, dialog.account):
            assert chip.width() >= chip.fontMetrics().horizontalAdvance(chip.text())
        assert dialog.grab(dialog.rect()).toImage().pixelColor(QPoint(5, 5)).isValid()
        return False

    assert preview(look) == []
    paste(keys, BLOCK)


def test_names_given_by_hand_are_known_the_next_time(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    """By the words over the table; guessed again at a click, and forgotten then."""
    amount = HEADING.split("\t").index("Jumlah")

    def fields(dialog: PasteDialog) -> tuple[Field, ...]:
        return dialog.block.layout.fields

    def leave_amounts_out(dialog: PasteDialog) -> bool:
        assert dialog.preview.recalled.isHidden()
        dialog.table.head.named.emit(amount, Field.SKIP)
        dialog.accept()
        return True

    def as_last_time(dialog: PasteDialog) -> bool:
        assert fields(dialog)[amount] is Field.SKIP
        assert not dialog.preview.recalled.isHidden()
        assert dialog.table.head.boxes[amount].currentText() == "Leave out"
        dialog.preview.recalled.click()
        assert fields(dialog)[amount] is Field.AMOUNT
        return False

    def guessed(dialog: PasteDialog) -> bool:
        assert fields(dialog)[amount] is Field.AMOUNT
        return False

    for act in (leave_amounts_out, as_last_time, guessed):
        shown = preview(act)
        keys.at(PASIR)
        paste(keys, BLOCK)
        assert shown


def test_names_of_a_cancelled_block_are_not_kept(
    keys: Keys, preview: Callable[[Act], list[PasteDialog]]
) -> None:
    def name_and_cancel(dialog: PasteDialog) -> bool:
        dialog.table.head.named.emit(4, Field.SKIP)
        dialog.reject()
        return False

    def guessed(dialog: PasteDialog) -> bool:
        assert dialog.block.layout.fields[4] is Field.AMOUNT
        return False

    for act in (name_and_cancel, guessed):
        shown = preview(act)
        paste(keys, BLOCK)
        assert shown

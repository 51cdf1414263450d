"""A RAB of 200 lines goes from an Excel workbook into a checked plan in under sixty actions (U14)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget

from ui.app import Desk
from ui.beginning.new_plan_dialog import NewPlanDialog
from ui.intake.import_dialog import ImportDialog
from ui.kit.dialog import BaseDialog
from ui.pickers.code_picker import CodePicker
from ui.support import background
from village_budget.domain.lines import Part
from village_budget.exchange.lines.pasted_verdicts import State

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MOST = 60
SHEETS = {
    "Posyandu": "2.2.02 Penyelenggaraan Posyandu", "PKK": "Pembinaan PKK", "PAUD": "2.1.01",
    "Jalan": "Pembangunan jalan usaha tani", "Lain": "",
}  # fmt: skip
EACH = 40
WRONG = {("Posyandu", 3), ("PKK", 7), ("Lain", 11)}
"""Rows whose amount is not volume x price, as they are in real sheets."""


class Person:
    """Keys, clicks and typed fields of one person, counted."""

    def __init__(self) -> None:
        self.actions = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        self.actions += 1
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)

    def shortcut(self, window: QWidget, keys: str) -> None:
        """One key of the window."""
        self.actions += 1
        found = [one for one in window.findChildren(QShortcut) if one.key().toString() == keys]
        assert len(found) == 1
        found[0].activated.emit()

    def click(self, button: QAbstractButton) -> None:
        """One click."""
        self.actions += 1
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def fill(self, field: QWidget, text: str) -> None:
        """One field gone to and typed."""
        self.actions += 2
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        QTest.keyClicks(field, text)


def workbook(path: Path) -> int:
    """Five sheets of forty lines as a treasurer keeps them; what they come to, in rupiah."""
    whole = 0
    with xlsxwriter.Workbook(str(path)) as book:
        for name, activity in SHEETS.items():
            sheet = book.add_worksheet(name)
            rows: list[tuple[object, ...]] = [("RENCANA ANGGARAN BIAYA",), ("Kegiatan", f": {activity}")]
            rows += [
                ("Sumber Dana", ": DD"),
                (),
                ("NO", "URAIAN", "SATUAN", "VOLUME", "HARGA (Rp)", "JUMLAH (Rp)"),
            ]
            rows += [(1, 2, 3, 4, 5, "6=4x5"), ("I", "Belanja Alat Tulis Kantor")]
            total = 0
            for number in range(EACH):
                volume, price = number % 7 + 1, 10_000 + number * 500
                total += volume * price
                amount = volume * price + (500 if (name, number) in WRONG else 0)
                rows.append((number + 1, f"Barang {name} {number + 1}", "bh", volume, price, amount))
            rows += [("", "JUMLAH", "", "", "", total), (), ("", "", "", "Bendahara")]
            whole += total
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return whole


def test_two_hundred_lines_in_under_sixty_actions(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U14: a new plan, the workbook, what is refused mended, the findings in sight; actions counted."""
    person = Person()
    whole = workbook(tmp_path / "RAB.xlsx")
    acts: dict[type[BaseDialog], Callable[..., None]] = {}

    def answer(dialog: BaseDialog) -> bool:
        dialog.show()
        qtbot.waitUntil(lambda: dialog.isActiveWindow() or QApplication.activeWindow() is not None)
        acts[type(dialog)](dialog)
        result = bool(dialog.result())
        dialog.hide()
        dialog.deleteLater()
        return result

    def make(dialog: NewPlanDialog) -> None:
        for field, text in (
            (dialog.village, "Sumberwangi"), (dialog.code, "35.10.99.2001"), (dialog.district, "Kalibening"),
            (dialog.regency, "Banyuwangi"), (dialog.province, "Jawa Timur"),
            (dialog.path, str(tmp_path / "baru.apbdes")),
        ):  # fmt: skip
            person.fill(field, text)
        person.click(dialog.create_button)

    def bring_in(dialog: ImportDialog) -> None:
        person.click(dialog.next)
        for number, sheet in enumerate(dialog.chosen()):
            if number:
                person.actions += 2  # the list of sheets is opened and one is chosen
                dialog.tabs.setCurrentIndex(number)
            qtbot.waitUntil(lambda sheet=sheet: sheet.block().done)
            preview = dialog.preview
            if sheet.asks_activity:
                person.click(preview.targets.activity)
                choose(preview.findChild(CodePicker), "4.2.01")
            for _ in range(preview.block.count(State.REFUSED)):
                preview.table.setFocus()
                person.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
                refused = [n for n, v in enumerate(preview.block.verdicts) if v.state is State.REFUSED]
                if refused:
                    person.press(Qt.Key.Key_Down)
                    preview.table.go_to_fault(refused[0])
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        person.click(dialog.accept_button)

    def choose(picker: CodePicker | None, text: str) -> None:
        assert picker is not None
        field = picker.findChild(QLineEdit)
        assert field is not None
        person.fill(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        person.actions += 1

    acts[NewPlanDialog], acts[ImportDialog] = make, bring_in
    monkeypatch.setattr(BaseDialog, "answer", answer)
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", staticmethod(lambda *_a, **_k: (str(tmp_path / "RAB.xlsx"), ""))
    )

    class Now:
        def start(self, work: Callable[[], None]) -> None:
            work()

    background.set_runner(Now())
    try:
        person.actions += 1  # Ctrl+N on the start page
        desk.ask_new()
        window = desk.window
        assert window is not None
        qtbot.waitUntil(lambda: desk.workspace.document is not None)
        person.actions += 2  # the file's name, Enter
        person.shortcut(window, "Ctrl+I")
    finally:
        background.set_runner(background.PoolRunner())
    document = desk.workspace.document
    assert document is not None
    lines = document.plan.part_lines(Part.SPENDING)
    assert len(lines) == len(SHEETS) * EACH
    assert sum(line.amount for line in lines) == whole * 100
    person.shortcut(window, "Ctrl+6")
    assert window.current == "pemeriksaan"
    assert any(not finding.holds for finding in document.findings)
    assert person.actions < MOST

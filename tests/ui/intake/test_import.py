"""Whole workbooks come in through the list of their sheets and the same preview (U14, S25)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.spending_screen import SpendingScreen
from ui.intake.file_drop import FileDrop
from ui.intake.import_command import ImportCommand
from ui.intake.import_dialog import ImportDialog
from ui.pickers.picker_entries import PickerEntry
from ui.support import background
from ui.support.theme import apply_theme
from village_budget.domain.lines import Part

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.support.workspace import Workspace
    from village_budget.domain.plan import Plan
    from village_budget.errors import UserError

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "rab"
Act = Callable[[ImportDialog], bool]


class _Now:
    def start(self, work: Callable[[], None]) -> None:
        work()


@pytest.fixture(autouse=True)
def at_once() -> object:
    background.set_runner(_Now())
    yield None
    background.set_runner(background.PoolRunner())


@pytest.fixture
def preview(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[[Act], list[ImportDialog]]:
    """Let a user work in the dialog when it opens; what the user returns is the answer."""

    def use(act: Act) -> list[ImportDialog]:
        shown: list[ImportDialog] = []

        def answer(dialog: ImportDialog) -> bool:
            shown.append(dialog)
            dialog.show()
            qtbot.waitUntil(lambda: dialog.pages.currentIndex() == 0 or dialog.preview.block.done)
            try:
                return act(dialog)
            finally:
                dialog.hide()
                dialog.deleteLater()

        monkeypatch.setattr(ImportDialog, "answer", answer)
        return shown

    return use


def plan_of(keys: Keys) -> Plan:
    assert keys.workspace.document is not None
    return keys.workspace.document.plan


def take(keys: Keys, name: str) -> None:
    ImportCommand(keys.workspace, keys.screen).take(SAMPLES / name)


def test_a_works_rab_comes_in_as_one_step_marked_where_it_was_guessed(
    keys: Keys, preview: Callable[[Act], list[ImportDialog]]
) -> None:
    """U14: bahan, upah and alat with proposed accounts, swadaya shown and not counted."""

    def look(dialog: ImportDialog) -> bool:
        assert dialog.pages.currentIndex() == 1
        assert "86.135.000" in dialog.compared.text()
        assert "5.630.000" in dialog.compared.text()
        dialog.preview.take_group(0, PickerEntry("5.3.5.03", "", ""))
        return dialog.accept_button.isEnabled()

    preview(look)
    before = len(plan_of(keys).lines)
    take(keys, "rab_fisik_jatim.xlsx")
    plan = plan_of(keys)
    activity = next(row for row in plan.activities.values() if row.code == "2.3.12")
    lines = plan.lines_of(activity.id)
    assert sum(line.amount for line in lines) == 86_135_000_00
    assert {line.review for line in lines} == {"import"}
    keys.workspace.undo()
    assert len(plan_of(keys).lines) == before


def test_all_parts_of_a_detailed_budget_come_in_together(
    keys: Keys, preview: Callable[[Act], list[ImportDialog]]
) -> None:
    """U14: by its codes; nothing is guessed."""
    preview(lambda dialog: dialog.accept_button.isEnabled())
    old = set(plan_of(keys).lines)
    take(keys, "penjabaran_kolom.xlsx")
    made = [line for key, line in plan_of(keys).lines.items() if key not in old]
    assert {part: sum(line.amount for line in made if line.part is part) for part in Part} == {
        Part.REVENUE: 962_000_000_00, Part.SPENDING: 974_500_000_00, Part.FINANCING: 12_500_000_00,
    }  # fmt: skip
    assert {line.review for line in made} == {""}


def test_sheets_are_listed_ticked_and_walked(
    keys: Keys, preview: Callable[[Act], list[ImportDialog]], tmp_path: Path
) -> None:
    import openpyxl

    book = openpyxl.load_workbook(SAMPLES / "rab_fisik_p3md.xlsx")
    more = openpyxl.load_workbook(SAMPLES / "rab_bentuk_lama.xlsx").worksheets[0]
    sheet = book.create_sheet("RAB PKK")
    for row in more.iter_rows():
        for cell in row:
            sheet[cell.coordinate] = cell.value
    book.save(tmp_path / "dua.xlsx")

    def look(dialog: ImportDialog) -> bool:
        assert dialog.pages.currentIndex() == 0
        assert [box.isEnabled() for box in dialog.list.boxes] == [False, True, True]
        QTest.keyClick(dialog.list.boxes[1], Qt.Key.Key_Space)
        assert [one.name for one in dialog.chosen()] == ["RAB PKK"]
        dialog.list.boxes[1].setChecked(True)
        dialog.next.click()
        keys.qtbot.waitUntil(dialog.accept_button.isEnabled)
        dialog.tabs.setCurrentIndex(1)
        assert dialog.preview.block is dialog.chosen()[1].block()
        return True

    preview(look)
    ImportCommand(keys.workspace, keys.screen).take(tmp_path / "dua.xlsx")
    codes = {row.code for row in plan_of(keys).activities.values()}
    assert {"2.4.16", "3.4.03"} <= codes


def test_an_activity_that_no_line_names_is_asked_for_once(
    keys: Keys, preview: Callable[[Act], list[ImportDialog]], tmp_path: Path
) -> None:
    table = tmp_path / "rab.csv"
    table.write_text(
        "No;Uraian;Volume;Satuan;Harga Satuan;Jumlah\n1;Bibit;10;kg;5.000;50.000\n", encoding="utf-8"
    )

    def choose(dialog: ImportDialog) -> bool:
        assert not dialog.accept_button.isEnabled()
        dialog.preview.take_activity(PickerEntry("4.2.01", "", ""))
        dialog.preview.take_account(PickerEntry("5.2.1.12", "", ""))
        return dialog.accept_button.isEnabled()

    preview(choose)
    ImportCommand(keys.workspace, keys.screen).take(table)
    made = [line for line in plan_of(keys).lines.values() if line.description == "Bibit"]
    assert [(line.account_code, line.review) for line in made] == [("5.2.1.12", "")]


def test_a_nik_in_a_workbook_is_refused(
    keys: Keys, preview: Callable[[Act], list[ImportDialog]], tmp_path: Path
) -> None:
    """S25."""
    table = tmp_path / "honor.csv"
    table.write_text(
        "Kode;Uraian;Volume;Satuan;Harga;Jumlah\n2.2.02;Posyandu;;;;\n"
        "5.2.2.04;Honor Budi 3510110203850001;1;OB;500.000;500.000\n",
        encoding="utf-8",
    )

    def look(dialog: ImportDialog) -> bool:
        refused = [one for one in dialog.preview.block.verdicts if one.code == "paste-personal-number"]
        assert len(refused) == 1
        return False

    assert preview(look) == []
    ImportCommand(keys.workspace, keys.screen).take(table)


def test_a_file_without_a_table_is_told(keys: Keys, tmp_path: Path) -> None:
    told: list[UserError] = []
    keys.workspace.refused.connect(told.append)
    (tmp_path / "surat.csv").write_text("Kepada Yth\nBapak Camat\n", encoding="utf-8")
    ImportCommand(keys.workspace, keys.screen).take(tmp_path / "surat.csv")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 nothing")
    ImportCommand(keys.workspace, keys.screen).take(tmp_path / "rusak.xlsx")
    assert [error.code for error in told] == ["sheet-nothing-found", "table-damaged"]


def test_the_head_asks_for_a_file(
    keys: Keys, preview: Callable[[Act], list[ImportDialog]], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = preview(lambda _: False)
    path = str(SAMPLES / "rab_daftar_desa.xlsx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_a, **_k: (path, "")))
    made = next(b for b in keys.screen.findChildren(QPushButton) if b.text() == "Import")
    made.click()
    assert len(shown) == 1


def test_a_workbook_is_dropped_on_a_window(qtbot: QtBot) -> None:
    window, taken = QWidget(), list[Path]()
    qtbot.addWidget(window)
    drop = FileDrop(window, taken.append)
    assert window.acceptDrops()
    for name in ("rab.xlsx", "foto.jpg"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(f"/tmp/{name}")])
        event = QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        drop.eventFilter(window, event)
    assert [path.name for path in taken] == ["rab.xlsx"]


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_nothing_of_it_is_out_of_reach(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, factor: float,
    preview: Callable[[Act], list[ImportDialog]],
) -> None:  # fmt: skip
    """U28, U30: at 1366 x 768 no column, no button lies beyond an edge; all is named."""
    apply_theme(qapp, "light", factor)
    keys = Keys(qtbot, workspace, SpendingScreen(workspace))

    def look(dialog: ImportDialog) -> bool:
        dialog.resize(dialog.sizeHint())
        QApplication.processEvents()
        table = dialog.preview.table
        assert table.horizontalScrollBar().maximum() == 0
        edge = dialog.rect()
        for part in (dialog.preview.targets, dialog.preview.repairs, table, dialog.accept_button):
            corner = part.mapTo(dialog, part.rect().bottomRight())
            assert edge.contains(corner), part
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
        return False

    assert preview(look) == []
    take(keys, "rab_fisik_jatim.xlsx")

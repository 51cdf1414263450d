"""Killed after a cell was left: the entry is there, the next start says so in one plain sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests import builders
from ui.app import Desk
from ui.kit.trouble_dialog import TroubleDialog
from ui.main_window import MainWindow
from ui.support.settings import Settings
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.line_edits import AddLine
from village_budget.domain.lines import Part

ROOT = Path(__file__).resolve().parents[3]

TYPED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.app import Desk
from ui.grid.model.nodes import GridColumn, line_key
from ui.support.settings import Settings
app = QApplication([])
desk = Desk(app, Settings(Path(sys.argv[2])))
desk.dress()
desk.open_plan(Path(sys.argv[1]))
window = desk.window
window.show_screen("belanja")
window.activateWindow()
app.processEvents()
view = window.place("belanja").view
(line,) = desk.workspace.document.plan.lines
for price in ("1.234.567", "7.654.321"):
    view.go_to(view.budget_model().tree.nodes[line_key(line)], GridColumn.PRICE)
    view.setFocus()
    QTest.keyClicks(view, price[0])
    QTest.keyClicks(view.editing.editor, price[1:])
    QTest.keyClick(view.editing.editor, Qt.Key.Key_Return)
print(window.top_bar.saved.text() if hasattr(window.top_bar, "saved") else "", flush=True)
view.go_to(view.budget_model().tree.nodes[line_key(line)], GridColumn.PRICE)
QTest.keyClicks(view, "9")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A plan whose window was killed with a third price half typed."""
    path = tmp_path / "plan.apbdes"
    document = Document.create(path, builders.village(), 2026)
    document.apply(AddActivity("2.3.10"))
    (activity,) = document.plan.activities
    document.apply(AddLine(Part.SPENDING, activity, "5.3.5.01", "Semen", unit="zak", unit_price=65_000_00))
    document.close()
    done = subprocess.run(
        [sys.executable, "-c", TYPED, str(path), str(tmp_path / "settings.ini")],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    return path


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qapp, Settings(tmp_path / "settings.ini"))
    made.dress()
    yield made
    made.workspace.close()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()
    qapp.setStyleSheet("")


def test_what_was_acknowledged_is_on_disk(killed: Path) -> None:
    """U20: the last cell that was left is there, before the next key was pressed."""
    document = Document.open(killed, read_only=True)
    (line,) = document.plan.lines.values()
    assert line.unit_price == 7_654_321_00
    document.close()


def test_the_next_start_asks_nothing_and_says_it_in_one_sentence(
    killed: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U22: no lock question on the same machine, no technical words, ready to be worked in."""
    asked: list[object] = []
    monkeypatch.setattr(TroubleDialog, "tell", lambda *told, **_: asked.append(told))
    monkeypatch.setattr("ui.app.ask", lambda *told, **_: bool(asked.append(told)))
    desk.open_plan(killed)
    window = desk.window
    assert isinstance(window, MainWindow)
    assert not asked
    assert desk.workspace.document is not None
    assert not desk.workspace.document.read_only
    said = window.notice.text
    assert said.startswith("Komputer mati mendadak")
    for word in ("lock", "journal", "SQLite", ".apbdes", "error"):
        assert word not in said
    shown = [text.text() for text in window.notice.findChildren(QLabel) if text.text()]
    assert shown.count(said) == 1
    assert "belum" not in window.top_bar.accessibleName().casefold()


def test_the_sentence_goes_when_work_goes_on(killed: Path, desk: Desk) -> None:
    """U22: it takes no room for ever: gone with the next cell, or at a click."""
    desk.open_plan(killed)
    window = desk.window
    assert isinstance(window, MainWindow)
    assert not window.notice.isHidden()
    document = desk.workspace.document
    assert document is not None
    desk.workspace.apply(AddLine(Part.REVENUE, None, "4.2.1.01", "Dana Desa"))
    assert window.notice.isHidden()
    window.notice.say("ok", "Salinan ada di D:.")
    window.notice.close_button.click()
    assert window.notice.isHidden()
    window.notice.say("bad", "Belum tersimpan.")
    assert window.notice.close_button.isHidden(), "what is wrong stays until it is right"

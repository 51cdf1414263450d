"""Going back to a backup in the window (U23, U24)."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.app import Desk
from ui.kit.question import QuestionDialog
from ui.window.backups_dialog import BackupsDialog
from ui.window.settings_dialog import SettingsDialog
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import RemoveLines, SetLine


@pytest.fixture
def with_backup(desk: Desk, plan_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The plan is open, edited since its backup of yesterday; gives the fingerprint of the backup."""
    monkeypatch.setattr("village_budget.paths.user_data_dir", lambda: tmp_path / "data")
    yesterday = datetime.now().astimezone() - timedelta(days=1)
    document = Document.open(plan_path, clock=lambda: yesterday)
    kept = document.fingerprint
    document.close()
    desk.open_plan(plan_path)
    assert desk.workspace.document is not None
    desk.workspace.apply(SetLine(max(desk.workspace.document.plan.lines), {"note": "sesudahnya"}))
    return kept


def test_list_says_what_each_backup_holds(desk: Desk, with_backup: str) -> None:
    """U23: date, reason, years, lines, spending; U24: and whether it is whole, proven just now."""
    document = desk.workspace.document
    assert document is not None
    infos = document.backups()
    dialog = BackupsDialog(infos, may_restore=True)
    assert dialog.table.rowCount() == len(infos) >= 1
    cells = [dialog.table.item(0, column).text() for column in range(6)]  # type: ignore[union-attr]
    assert cells[2:] == ["2026", "2", "24.000.000", "Whole"]
    assert dialog.restore.isEnabled()


def test_backup_is_brought_back_and_the_present_kept(
    desk: Desk, with_backup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U23: the plan is what it was; what it had become is the newest backup, and comes back the same way."""
    now = desk.workspace.document
    assert now is not None
    changed = now.fingerprint
    assert changed != with_backup
    monkeypatch.setattr(BackupsDialog, "answer", lambda dialog: dialog._choose() or True)
    monkeypatch.setattr(QuestionDialog, "ask", lambda *_args, **_named: True)
    desk.ask_backups()
    document = desk.workspace.document
    assert document is not None
    assert document is not now
    assert document.fingerprint == with_backup
    assert document.backups()[0].reason == "restore"
    assert document.backups()[0].fingerprint == changed


def test_nothing_happens_when_the_question_is_declined(
    desk: Desk, with_backup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U23: one sentence asks before the plan goes back."""
    document = desk.workspace.document
    monkeypatch.setattr(BackupsDialog, "answer", lambda dialog: dialog._choose() or True)
    monkeypatch.setattr(QuestionDialog, "ask", lambda *_args, **_named: False)
    desk.ask_backups()
    assert desk.workspace.document is document
    assert desk.workspace.apply(RemoveLines((max(document.plan.lines),))) is not None  # type: ignore[union-attr]


def test_damaged_backup_can_not_be_chosen(desk: Desk, with_backup: str) -> None:
    """U24: a backup that is not whole is shown as such, and the button stays grey."""
    document = desk.workspace.document
    assert document is not None
    path = document.backups()[0].path
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    dialog = BackupsDialog(document.backups(), may_restore=True)
    assert dialog.table.item(0, 5).text() == "Damaged"  # type: ignore[union-attr]
    assert not dialog.restore.isEnabled()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.chosen is None


def test_without_backups_it_says_when_one_is_made() -> None:
    dialog = BackupsDialog([], may_restore=True)
    assert not dialog.restore.isEnabled()


def test_settings_lead_to_the_backups(desk: Desk, with_backup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks for them in the settings finds them there; without a plan there are none."""
    asked: list[bool] = []
    monkeypatch.setattr(desk, "ask_backups", lambda: asked.append(True))

    def press(dialog: SettingsDialog) -> bool:
        dialog.backups.click()
        return False

    monkeypatch.setattr(SettingsDialog, "answer", press)
    desk.ask_settings()
    assert asked == [True]
    assert not hasattr(SettingsDialog(desk.settings), "backups")

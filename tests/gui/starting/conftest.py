"""The whole window over a file whose plan of 2026 is the small one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.builders import small_plan
from tests.document.files import save_plan
from ui.app import Desk
from ui.dialogs.base import BaseDialog
from ui.main_window import MainWindow
from ui.support.settings import Settings
from village_budget.document.document import Document


class Years:
    """The window, and what is open in it."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        self.desk = desk
        self.window = window
        self.work = desk.workspace

    @property
    def document(self) -> Document:
        assert self.work.document is not None
        return self.work.document


@pytest.fixture
def years(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Years]:
    settings = Settings(tmp_path / "settings.ini")
    settings.language = "en"
    desk = Desk(qapp, settings)
    desk.dress()
    desk.open_plan(save_plan(tmp_path / "desa.apbdes", small_plan()))
    assert isinstance(desk.window, MainWindow)
    desk.window.resize(1366, 768)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.window.show_screen("belanja")
    yield Years(desk, desk.window)
    desk.workspace.close()
    if desk.window is not None:
        desk.window.hide()
        desk.window.deleteLater()
    qapp.setStyleSheet("")


Answers = Callable[[Callable[[BaseDialog], object]], list[BaseDialog]]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Answers:
    """Fill in the dialogs that come and press their button, in place of a person."""

    def use(act: Callable[[BaseDialog], object]) -> list[BaseDialog]:
        seen: list[BaseDialog] = []

        def answer(dialog: BaseDialog) -> bool:
            seen.append(dialog)
            dialog.show()
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            try:
                act(dialog)
                return dialog.result() == QDialog.DialogCode.Accepted
            finally:
                dialog.hide()

        monkeypatch.setattr(BaseDialog, "answer", answer)
        return seen

    return use

"""The whole window over a real plan file, in Indonesian, with settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from ui.app import Desk
from ui.main_window import MainWindow
from ui.support.settings import Settings
from ui.support.theme import undress
from village_budget.document.document import Document
from village_budget.document.edits.activities import AddActivity
from village_budget.document.edits.lines import AddLine
from village_budget.domain.lines import Part


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qapp, Settings(tmp_path / "settings.ini"))
    made.dress()
    yield made
    made.workspace.close()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()
    qapp.processEvents()
    undress(qapp)


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    """One activity with two lines, and revenue."""
    path = tmp_path / "plan.apbdes"
    document = Document.create(path, builders.village(), 2026)
    document.apply(AddLine(Part.REVENUE, None, "4.2.1.01", "Dana Desa", unit_price=9_000_000_00, fund="DDS"))
    document.apply(AddActivity("2.3.10"))
    (activity,) = document.plan.activities
    for name, price in (("Semen", 65_000_00), ("Pasir", 200_000_00)):
        document.apply(AddLine(Part.SPENDING, activity, "5.3.5.01", name, unit="m3", unit_price=price))
    document.close()
    return path


@pytest.fixture
def window(desk: Desk, plan_path: Path, qtbot: QtBot) -> MainWindow:
    desk.open_plan(plan_path)
    made = desk.window
    assert isinstance(made, MainWindow)
    made.resize(1366, 768)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    QApplication.processEvents()
    return made

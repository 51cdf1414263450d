"""A grid screen over a real plan file, driven by keys that go to whatever has the keyboard (G04)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import builders
from ui.item_models.budget_nodes import Column, NodeKey, line_key
from ui.screens.line_table_screen import LineTableScreen
from ui.screens.spending_screen import SpendingScreen
from ui.support.i18n import install_language
from ui.support.theme import apply_theme, undress
from ui.support.workspace import Workspace
from ui.widgets.budget_tree import BudgetTreeView
from village_budget.document.edits.activities import AddActivity
from village_budget.document.edits.lines import AddLine
from village_budget.domain.lines import Line, Part


class Keys:
    """A grid screen in a shown window, and a user with a keyboard."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, screen: LineTableScreen) -> None:
        self.workspace = workspace
        self.screen = screen
        self.qtbot = qtbot
        qtbot.addWidget(screen)
        screen.resize(1100, 640)
        screen.show()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.setFocus()

    @property
    def view(self) -> BudgetTreeView:
        assert self.screen.view is not None
        return self.screen.view

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, held)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus, letter)

    def at(self, key: NodeKey, column: Column = Column.NAME) -> None:
        """Put the cursor on a cell."""
        self.view.go_to(self.view.budget_model().tree.nodes[key], column)
        self.view.setFocus()

    @property
    def cursor(self) -> tuple[NodeKey, Column]:
        node = self.view.current_node()
        assert node is not None
        return node.key, Column(self.view.currentIndex().column())

    def line(self, line_id: int) -> Line:
        assert self.workspace.document is not None
        return self.workspace.document.plan.lines[line_id]

    def text(self, key: NodeKey, column: Column) -> str:
        return str(self.view.budget_model().index_of_key(key, column).data())

    @property
    def lines(self) -> list[Line]:
        assert self.workspace.document is not None
        return self.workspace.document.plan.part_lines(self.screen.part)


class Mouse(QObject):
    """Counts every press of a mouse button in the program (U09)."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.presses += event.type() == QEvent.Type.MouseButtonPress
        return False


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    # Windows of the tests before are gone for good: their keys must not be taken for ours.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    install_language(qapp, "en")
    apply_theme(qapp, "light", 1.0)
    yield
    install_language(qapp, "id")
    undress(qapp)


@pytest.fixture
def workspace(tmp_path: Path, look: None) -> Iterator[Workspace]:
    """An open plan: activities 2 and 3; cost lines 4-6 in one account of 3, line 7 in 2; revenue line 8."""
    space = Workspace()
    space.create(tmp_path / "plan.apbdes", builders.village(), 2026)
    spending = Part.SPENDING
    space.apply(AddActivity("1.1.01"))
    space.apply(AddActivity("2.3.10"))
    for name, price in (("Semen", 65_000_00), ("Pasir", 200_000_00), ("Batu", 180_000_00)):
        space.apply(AddLine(spending, 3, "5.3.5.01", name, unit="m3", unit_price=price, fund="DDS"))
    space.apply(AddLine(spending, 2, "5.1.1.01", "Siltap", unit="OB", unit_price=2_426_640_00, fund="ADD"))
    space.apply(AddLine(Part.REVENUE, None, "4.2.1.01", "Dana Desa", unit="ls", unit_price=9_000_000_00))
    yield space
    space.close()


@pytest.fixture
def keys(qtbot: QtBot, workspace: Workspace) -> Keys:
    """The spending screen with the cursor on the first line of Semen, Pasir, Batu (ids 4, 5, 6)."""
    made = Keys(qtbot, workspace, SpendingScreen(workspace))
    made.at(line_key(4))
    return made


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[Mouse]:
    made = Mouse()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)

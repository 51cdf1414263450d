"""Keys that every grid screen has: the filter menu and how far the rows are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.grid.grid_screen import GridScreen
    from ui.grid.view.budget_grid import BudgetGrid

LEVELS = ("sector", "subsector", "activity", "account", "line")
"""Levels of an outline, outermost first: Alt+Shift+1 to Alt+Shift+5."""


def add_grid_keys(screen: GridScreen) -> None:
    """Give a grid screen its key; it holds while the keyboard is in it."""
    narrow = QShortcut(QKeySequence("Ctrl+Shift+F"), screen)
    narrow.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    narrow.activated.connect(screen.ways.open_menu)


def add_level_keys(screen: GridScreen, view: BudgetGrid) -> None:
    """Give a grid the keys of its levels; only it: a dialog before it may have the same for its own."""
    for number, level in enumerate(LEVELS, start=1):
        action = QAction(level, view)
        action.setData(level)
        action.setShortcut(QKeySequence(f"Alt+Shift+{number}"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False, level=level: screen.open_levels(level))
        view.addAction(action)

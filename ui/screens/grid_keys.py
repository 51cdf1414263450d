"""Keys that every grid screen has: the filter menu and how far the rows are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.screens.grid_screen import GridScreen

LEVELS = ("sector", "subsector", "activity", "account", "line")
"""Levels of an outline, outermost first: Alt+1 to Alt+5."""


def add_grid_keys(screen: GridScreen) -> None:
    """Give a grid screen its keys; they hold while the keyboard is in it."""
    within = Qt.ShortcutContext.WidgetWithChildrenShortcut
    narrow = QShortcut(QKeySequence("Ctrl+Shift+F"), screen)
    narrow.setContext(within)
    narrow.activated.connect(screen.ways.open_menu)
    for number, level in enumerate(LEVELS, start=1):
        key = QShortcut(QKeySequence(f"Alt+{number}"), screen)
        key.setContext(within)
        key.activated.connect(lambda level=level: screen.open_levels(level))

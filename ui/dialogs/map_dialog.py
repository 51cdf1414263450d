"""The map of the spending in a window of its own (Ctrl+Shift+M)."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.dialogs.base import BaseDialog
from ui.support.theme import theme
from ui.support.workspace import Workspace
from ui.widgets.controls import button, label
from ui.widgets.treemap import Treemap


class MapDialog(BaseDialog):
    """The map, large; choosing a place closes it and goes there."""

    topic = "layar.belanja"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where the money is"), parent, width=980)
        words = self.tr("Each area is as large as its share of the spending. Arrows move, Enter goes there.")
        self.body.addWidget(label(words, wrap=True, token="ink2"))
        self.map = Treemap(workspace)
        self.map.setMinimumHeight(theme().px(420))
        self.map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.map.went.connect(self.accept)
        self.body.addWidget(self.map, 1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.add_button(close)
        self.map.setFocus()

    @classmethod
    def show_for(cls, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Show the map until it is closed or a place is chosen."""
        cls(workspace, parent).answer()

"""The map of the spending in a window of its own (Ctrl+Shift+M)."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.controls import button, label
from ui.kit.dialog import LARGEST, BaseDialog
from ui.summary.treemap import Treemap
from ui.support.theme import theme
from ui.support.workspace import Workspace


class MapDialog(BaseDialog):
    """The map, large; choosing a place closes it and goes there."""

    topic = "layar.belanja"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where the money is"), parent, width=1060)
        words = self.tr("Each area is as large as its share of the spending. Arrows move, Enter goes there.")
        self.body.addWidget(label(words, wrap=True, token="ink2"))
        self.map = Treemap(workspace)
        # Whole on a small screen at every font size: nothing of a map is scrolled to.
        most = LARGEST.height() - theme().px(175)
        if most < theme().px(480):
            self.map.setFixedHeight(most)
        else:
            self.map.setMinimumHeight(theme().px(480))
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

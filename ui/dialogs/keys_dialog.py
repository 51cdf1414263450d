"""The keys of the program on one page (F1)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.base import BaseDialog
from ui.support.theme import theme
from ui.widgets.controls import button, label


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeysDialog", text)


def grid_keys() -> list[tuple[str, str]]:
    """Keys of the tables, with what they do."""
    return [
        ("Enter", _tr("Keep the entry, go down")), ("Tab", _tr("Next cell")),
        ("F2", _tr("Change the cell")), ("Esc", _tr("Leave the cell as it was")),
        ("Ctrl+Enter", _tr("Add a line")), ("Del", _tr("Delete the rows")),
        ("Alt+↑ / Alt+↓", _tr("Move the line")), ("F4", _tr("Side panel")),
        ("Shift+↑ / Shift+↓", _tr("Select rows")), ("Ctrl+A", _tr("Select the rows of this level")),
        ("Ctrl+C / Ctrl+X", _tr("Copy or cut rows")), ("Ctrl+V", _tr("Paste a cell or a block")),
        ("Ctrl+D", _tr("Fill down")), ("Ctrl+Shift+D", _tr("Give the rows a fund source")),
        ("Ctrl+T", _tr("Tags of the rows")), ("/", _tr("Search the rules")),
        ("← / →", _tr("Fold or open a group of rules")),
    ]  # fmt: skip


class KeysDialog(BaseDialog):
    """Lists every key with what it does."""

    def __init__(self, keys: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keys"), parent, width=640)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(24))
        grid.setVerticalSpacing(theme().px(5))
        half = (len(keys) + 1) // 2
        for number, (key, text) in enumerate(keys):
            line, side = number % half, number // half * 2
            grid.addWidget(label(key, role="small", bold=True), line, side)
            grid.addWidget(label(text, role="small", token="ink2"), line, side + 1)
        self.body.addLayout(grid)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, default=True)

    @classmethod
    def tell(cls, keys: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Show the page."""
        cls(keys, parent).answer()

"""What all dialogs share: a title, a body, and a row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ui.support.theme import theme
from ui.widgets.controls import Hairline, column, label, row


class BaseDialog(QDialog):
    """A dialog that fits its screen at every font size."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(min(theme().px(width), 1200))
        self.body: QVBoxLayout = column(margins=(22, 18, 22, 14), gap=10)
        self.body.addWidget(label(title, role="title", bold=True, wrap=True))
        self._foot = row(margins=(22, 12, 22, 14), gap=8)
        self._foot.addStretch(1)
        whole = column(gap=0)
        whole.addLayout(self.body, 1)
        whole.addWidget(Hairline())
        whole.addLayout(self._foot)
        self.setLayout(whole)

    def add_button(self, made: QPushButton, *, default: bool = False) -> QPushButton:
        """Put a button at the foot, from left to right; the default one answers Enter."""
        self._foot.addWidget(made)
        made.setDefault(default)
        if default:
            made.setFocus()
        return made

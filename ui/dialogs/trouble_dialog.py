"""Trouble told in three sentences: what happened, what is safe, what to do (U36)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.base import BaseDialog
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.widgets.controls import button, label
from village_budget.errors import UserError
from village_budget.money import AmountError


class TroubleDialog(BaseDialog):
    """Shows an error in plain words; the text can be copied."""

    def __init__(
        self, error: UserError | AmountError, *, action: str = "", parent: QWidget | None = None
    ) -> None:
        parts = message_parts(error, language())
        super().__init__(self.tr("This did not work"), parent, width=520)
        for text, bold in ((parts.what, True), (parts.safe, False), (parts.todo, False)):
            if text:
                line = label(text, bold=bold, wrap=True)
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.body.addWidget(line)
        self._text = parts.joined()
        copy = button(self.tr("Copy the text"), kind="quiet", icon="salin")
        copy.clicked.connect(self._copy)
        self.add_button(copy)
        if action:
            act = button(action, kind="primary")
            act.clicked.connect(self.accept)
            self.add_button(act)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.add_button(close, default=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    @classmethod
    def tell(cls, error: UserError | AmountError, *, action: str = "", parent: QWidget | None = None) -> bool:
        """Show an error; True when the offered action was chosen."""
        return bool(cls(error, action=action, parent=parent).exec())

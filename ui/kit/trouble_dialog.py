"""Trouble told in three sentences: what happened, what is safe, what to do (U36)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.kit.controls import button, label, set_icon
from ui.kit.dialog import BaseDialog
from ui.support.i18n import language
from ui.support.messages import message_parts
from village_budget.errors import UserError
from village_budget.money import AmountError


class TroubleDialog(BaseDialog):
    """Shows an error in plain words; the text can be copied."""

    topic = "langkah.pesan"

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
        self._add_details(str(error))
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

    def _add_details(self, facts: str) -> None:
        """What those who mend the program ask for; folded until wanted."""
        self.details = label(facts, role="small", token="ink2", wrap=True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.hide()
        self.fold = button(self.tr("Details"), kind="quiet", icon="kanan")
        self.fold.clicked.connect(self._turn_fold)
        self.body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.details)
        self.body.addStretch(1)

    def _turn_fold(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        set_icon(self.fold, "bawah" if shown else "kanan")
        self.grow() if shown else self.resize(self.sizeHint())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    @classmethod
    def tell(cls, error: UserError | AmountError, *, action: str = "", parent: QWidget | None = None) -> bool:
        """Show an error; True when the offered action was chosen."""
        return cls(error, action=action, parent=parent).answer()

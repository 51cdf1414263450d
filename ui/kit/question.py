"""A question with verbs for answers; the safe one has the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.controls import button, label
from ui.kit.dialog import BaseDialog


class QuestionDialog(BaseDialog):
    """Asks one thing; `ask` is the seam that tests replace."""

    topic = "langkah.pertanyaan"

    def __init__(
        self, title: str, text: str, verb: str, *, safe: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.body.addWidget(label(text, wrap=True))
        cancel = button(safe or self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        act = button(verb, kind="primary")
        act.clicked.connect(self.accept)
        self.add_button(act)
        self.add_button(cancel, default=True)

    @classmethod
    def ask(cls, title: str, text: str, verb: str, *, safe: str = "", parent: QWidget | None = None) -> bool:
        """Whether the verb was chosen."""
        return cls(title, text, verb, safe=safe, parent=parent).answer()

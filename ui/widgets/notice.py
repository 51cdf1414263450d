"""A sentence in place, with a colour that means something and at most one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.support.icons import pixmap
from ui.support.theme import theme
from ui.widgets.controls import button, label, row, set_ground

_KINDS = {
    "ok": ("terpenuhi", "ok", "oktint"),
    "warn": ("peringatan", "warn", "warntint"),
    "bad": ("melanggar", "bad", "badtint"),
    "locked": ("terkunci", "ink2", "sub"),
}


class Notice(QWidget):
    """Icon, sentence, and a link; hidden until it has something to say."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = label("", role="body", wrap=True)
        self.action = button("", kind="link")
        self.action.clicked.connect(self.acted)
        box = row(margins=(14, 8, 10, 8), gap=10)
        box.addWidget(self._icon)
        box.addWidget(self._text, 1)
        box.addWidget(self.action)
        self.setLayout(box)
        self.hide()

    def say(self, kind: str, text: str, action: str = "") -> None:
        """Show a sentence of a kind: ``ok``, ``warn``, ``bad`` or ``locked``."""
        name, token, ground = _KINDS[kind]
        set_ground(self, ground)
        self._icon.setPixmap(pixmap(name, theme().color(token), theme().px(18), self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.show()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

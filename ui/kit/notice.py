"""A sentence in place, with a colour that means something and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.kit.controls import (
    button,
    label,
    row,
    set_ground,
)
from ui.support.icons import pixmap
from ui.support.theme import theme

_KINDS = {
    "ok": ("terpenuhi", "ok", "oktint"),
    "warn": ("peringatan", "warn", "warntint"),
    "bad": ("melanggar", "bad", "badtint"),
    "locked": ("terkunci", "ink2", "sub"),
}


class Notice(QWidget):
    """Icon, sentence, and links; hidden until it has something to say."""

    acted = Signal()
    other_acted = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        """Make one; ``closable``: what is only good to know can be put away."""
        super().__init__(parent)
        self.kind = ""
        self._closable = closable
        self._icon = QLabel()
        self._text = label("", role="body", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = button("", kind="link")
        self.action.clicked.connect(self.acted)
        self.other = button("", kind="link")
        self.other.clicked.connect(self.other_acted)
        box = row(margins=(14, 8, 10, 8), gap=10)
        box.addWidget(self._icon)
        box.addWidget(self._text, 1)
        box.addWidget(self.other)
        box.addWidget(self.action)
        self.close_button = button("", kind="quiet", icon="silang", name=self.tr("Put this message away"))
        self.close_button.clicked.connect(self.hide)
        box.addWidget(self.close_button)
        self.setLayout(box)
        self.hide()

    def say(self, kind: str, text: str, action: str = "", *, other: str = "") -> None:
        """Show a sentence of a kind: ``ok``, ``warn``, ``bad`` or ``locked``; with up to two things to do."""
        self.kind = kind
        name, token, ground = _KINDS[kind]
        set_ground(self, ground)
        self._icon.setPixmap(pixmap(name, theme().color(token), theme().px(18), self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)
        for made, words in ((self.action, action), (self.other, other)):
            made.setText(words)
            made.setAccessibleName(words)
            made.setVisible(bool(words))
        self.close_button.setVisible(self._closable and kind == "ok")
        self.show()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

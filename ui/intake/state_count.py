"""Icon, number and word of one state: how many rows are taken, refused, passed over."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.kit.controls import label, row
from ui.support.icons import pixmap
from ui.support.theme import theme


class StateCount(QWidget):
    """One count in a row of them."""

    def __init__(self, icon: str, token: str, word: str) -> None:
        super().__init__()
        side = theme().px(16)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, theme().color(token), side, self.devicePixelRatioF()))
        self._number = label("", role="strip", bold=True, token=token)
        self._word = word
        line = row(gap=6)
        for part in (picture, self._number, label(word, token="ink2")):
            line.addWidget(part)
        self.setLayout(line)

    @property
    def text(self) -> str:
        """The number as it is shown."""
        return self._number.text()

    def show_count(self, count: int) -> None:
        """Say another number."""
        text = f"{count:,}".replace(",", ".")
        self._number.setText(text)
        self.setAccessibleName(f"{text} {self._word}")

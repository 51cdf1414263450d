"""A number between limits, typed or stepped with minus, plus, and the arrows up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.controls import button, label, row
from ui.support.theme import theme


class _Field(QLineEdit):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step."""
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(way)


class Stepper(QWidget):
    """What is typed counts as soon as it is a number between the limits.

    Attributes:
        value: the last good number.
        wrong: what stands there is none.

    Args:
        name: accessible name.
        least: smallest number.
        most: largest number.
        unit: word behind the number.
        whole: no decimals.
    """

    changed = Signal()

    def __init__(
        self, name: str, least: float, most: float, *, unit: str = "", whole: bool = True
    ) -> None:  # fmt: skip
        super().__init__()
        self._least, self._most, self._whole = least, most, whole
        self.value = least
        self.wrong = False
        self.field = _Field(_words(least))
        self.field.setAccessibleName(name)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(theme().px(64))
        self.less = button("", icon="kurang", name=self.tr("{name}: less").format(name=name))
        self.more = button("", icon="tambah", name=self.tr("{name}: more").format(name=name))
        for made in (self.less, self.more):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = row(gap=6)
        for widget in (self.less, self.field, self.more):
            line.addWidget(widget)
        if unit:
            line.addWidget(label(unit, token="ink2"))
        line.addStretch(1)
        self.setLayout(line)
        self.setFocusProxy(self.field)
        self.less.clicked.connect(lambda: self.step(-1))
        self.more.clicked.connect(lambda: self.step(1))
        self.field.stepped.connect(self.step)
        self.field.textEdited.connect(self._read)

    def set_value(self, value: float) -> None:
        """Another number."""
        self.value = max(self._least, min(value, self._most))
        self.field.setText(_words(self.value))
        self._settle(wrong=False)

    def step(self, way: int) -> None:
        """One more (1) or one less (-1)."""
        self.set_value(self.value + way)

    def _read(self, text: str) -> None:
        try:
            value = float(text.strip().replace(",", "."))
        except ValueError:
            value = self._least - 1
        good = self._least <= value <= self._most and not (self._whole and value % 1)
        if good:
            self.value = value
        self._settle(wrong=not good)

    def _settle(self, *, wrong: bool) -> None:
        self.wrong = wrong
        self.field.setProperty("wrong", "true" if wrong else "false")
        self.field.style().polish(self.field)
        self.less.setEnabled(self.value > self._least)
        self.more.setEnabled(self.value < self._most)
        self.changed.emit()


def _words(value: float) -> str:
    return f"{value:g}".replace(".", ",")

"""A fiscal year, typed or stepped with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.support.theme import theme

DIGITS = 4


class YearField(QLineEdit):
    """Four digits between two years.

    A line edit and not a spin box, which the stylesheet draws askew and the wheel changes unseen.
    """

    year_changed = Signal(object)

    def __init__(self, first: int, last: int, year: int, parent: QWidget | None = None) -> None:
        super().__init__(str(year), parent)
        self._first, self._last, self._year = first, last, year
        self.setFont(theme().font("body"))
        self.setMaxLength(DIGITS)
        self.setValidator(QIntValidator(0, 9999, self))
        self.textChanged.connect(self._read)

    def value(self) -> int:
        """The year last understood."""
        return self._year

    def set_value(self, year: int) -> None:
        """Show a year; one beyond the ends is brought to the nearest."""
        self.setText(str(min(max(year, self._first), self._last)))

    def is_complete(self) -> bool:
        """Whether what stands there is a year within the ends."""
        return self.text().isdigit() and self._first <= int(self.text()) <= self._last

    def _read(self, text: str) -> None:
        if self.is_complete():
            self._year = int(text)
            self.year_changed.emit(self._year)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step by a year."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_value(self._year + step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the dialog, it changes no year."""
        event.ignore()

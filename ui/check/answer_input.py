"""An input of a form: Enter and leaving take it, Esc gives the old value back, what is refused stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.check.answer_text import AnswerRefusedError

Reader = Callable[[str], str]
"""Text as typed to a value; raises `AnswerRefusedError`."""
Writer = Callable[[str], str]
"""A value to text as shown."""


class AnswerInput(QLineEdit):
    """Shows a value and takes another one (U12)."""

    taken = Signal(str)
    """Another value than the one shown."""
    refused = Signal(str)
    """Why the text can't be taken; empty when it can."""

    def __init__(self, name: str, reader: Reader, writer: Writer) -> None:
        super().__init__()
        self._reader, self._writer = reader, writer
        self._value = self._shown = ""
        self.setAccessibleName(name)

    @property
    def value(self) -> str:
        """The value shown."""
        return self._value

    def show_value(self, value: str, *, fixed: bool = False) -> None:
        """Show a value; text that waits to be taken stays, unless it says the same."""
        waiting = self.text() != self._shown
        if waiting and self._read() == value:
            waiting = False
        self._value, self._shown = value, self._writer(value)
        self.setReadOnly(fixed)
        if not waiting and self.text() != self._shown:
            self.setText(self._shown)
        if not waiting:
            self._mark("")

    def commit(self) -> bool:
        """Take the text; False when it is refused and stays."""
        if self.text() == self._shown:
            self._mark("")
            return True
        try:
            value = self._reader(self.text())
        except AnswerRefusedError as error:
            self._mark(str(error))
            return False
        self._mark("")
        if value == self._value:
            self.setText(self._shown)
        else:
            self.taken.emit(value)
        return True

    def restore(self) -> None:
        """Show the value again; what was typed is given up."""
        self.setText(self._shown)
        self._mark("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc gives up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.commit():
                self.selectAll()
            return
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.restore()
            self.selectAll()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def _read(self) -> str | None:
        try:
            return self._reader(self.text())
        except AnswerRefusedError:
            return None

    def _mark(self, reason: str) -> None:
        wrong = "true" if reason else "false"
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().polish(self)
        self.setAccessibleDescription(reason)
        self.refused.emit(reason)

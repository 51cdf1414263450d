"""Offers items while a cell is typed into; typing is never held up, and what was typed stays typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.grid.entry.item_choices import ItemChoices

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from ui.grid.model.price_help import Suggester, Suggestion

_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize)
_ENDING = (QEvent.Type.Hide, QEvent.Type.FocusOut)


class TypeAhead(QObject):
    """Belongs to one editor and goes with it.

    Attributes:
        choices: the list below the editor.
        values: what the chosen item sets; empty while the typed text counts.
    """

    taken = Signal()
    """An item was clicked: it is the entry."""

    def __init__(self, editor: QLineEdit, suggest: Suggester) -> None:
        super().__init__(editor)
        self.values: Mapping[str, object] = {}
        parent = editor.parentWidget()
        assert parent is not None
        self.choices = ItemChoices(parent)
        # Without one, a click would give the keyboard to the grid, which then takes what was typed so far.
        self.choices.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.choices.setFocusProxy(editor)
        self._editor = editor
        self._suggest = suggest
        self._closed = False
        # By hand only: what the program puts into the cell is no question.
        editor.textEdited.connect(self.offer)
        editor.installEventFilter(self)
        editor.destroyed.connect(self.choices.deleteLater)
        self.choices.chosen.connect(self._clicked)

    @property
    def is_open(self) -> bool:
        """Whether anything is offered."""
        return not self.choices.isHidden()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is meant for the list."""
        if not self.is_open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        up = key == Qt.Key.Key_Up and self.choices.current is not None
        return key in (Qt.Key.Key_Down, Qt.Key.Key_Escape) or up

    def key(self, event: QKeyEvent) -> None:
        """Down and Up go through the list, Esc closes it and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self._closed = True
            self.choices.hide()
        else:
            self.choices.step(1 if event.key() == Qt.Key.Key_Down else -1)

    def offer(self, text: str) -> None:
        """Show what fits a text that was typed."""
        self.values = {}
        found = [] if self._closed else self._suggest(text)
        if len(found) == 1 and found[0].whole == text:
            found = []
        self.choices.offer(found)
        if found:
            self.choices.stand_at(self._editor.geometry())

    def take(self) -> None:
        """The present choice, if there is one, becomes the entry."""
        current = self.choices.current if self.is_open else None
        self.choices.hide()
        if current is not None:
            self._take(current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """The list follows the cell, and goes with it."""
        if event.type() in _FOLLOWED and self.is_open:
            self.choices.stand_at(self._editor.geometry())
        elif event.type() in _ENDING:
            self.choices.hide()
        return False

    def _clicked(self, place: int) -> None:
        self.choices.place = place
        self.take()
        self.taken.emit()

    def _take(self, item: Suggestion) -> None:
        self._editor.setText(item.whole)
        self.values = item.values

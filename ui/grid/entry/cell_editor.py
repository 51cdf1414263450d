"""The one open input of the grid: a line edit that stands exactly where the text stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.grid.entry.type_ahead import TypeAhead
from ui.grid.model.nodes import GridColumn
from ui.support.theme import theme

if TYPE_CHECKING:
    from ui.grid.model.price_help import Suggester

RIGHT_COLUMNS = (GridColumn.VOLUME, GridColumn.PRICE, GridColumn.AMOUNT)
_MOVES = {
    Qt.Key.Key_Return: "down", Qt.Key.Key_Enter: "down", Qt.Key.Key_Tab: "right", Qt.Key.Key_Backtab: "left",
    Qt.Key.Key_Escape: "cancel",
}  # fmt: skip


class CellEditor(QLineEdit):
    """Takes the text of one cell; says by `leaving` where the keyboard wants to go.

    Attributes:
        column: of the cell.
        typed: opened by typing over the cell, so that Up and Down leave it as in a spreadsheet.
    """

    leaving = Signal(str)
    """``down``, ``up``, ``right``, ``left``, ``cancel``, ``insert`` (a line), ``previous``, ``next``,
    ``reason`` (say why)."""
    focus_lost = Signal()

    def __init__(self, parent: QWidget, column: GridColumn, name: str) -> None:
        super().__init__(parent)
        self.column = column
        self.typed = False
        self.has_choices = False
        self.ahead: TypeAhead | None = None
        self._cell = QRect()
        self._limits = QRect()
        self.setAccessibleName(name)
        self.setFont(theme().font("body"))
        if column in RIGHT_COLUMNS:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.set_refused(refused=False)
        self.textChanged.connect(self._fit)

    def offer_from(self, suggest: Suggester | None) -> None:
        """Offer something below the cell while it is typed into."""
        if suggest is not None:
            self.ahead = TypeAhead(self, suggest)
            self.ahead.taken.connect(lambda: self.leaving.emit("right"))
            if self.typed:
                # The first letter is in the cell before anybody listens.
                self.ahead.offer(self.text())

    @property
    def chosen(self) -> Mapping[str, object]:
        """What an item that was chosen sets in the line; empty where the typed text counts."""
        return self.ahead.values if self.ahead is not None else {}

    def leave_quietly(self) -> None:
        """Tell nobody any more: the cell is closed."""
        self.blockSignals(not self.signalsBlocked())

    def set_refused(self, *, refused: bool) -> None:
        """Draw the ring of a refused entry, or the usual one."""
        px, colour = theme().px, theme().color("bad" if refused else "accent").name()
        # With ring and frame this makes the padding of a cell; at the right the caret needs a pixel of it.
        padding = px(8) - (5 if self.column in RIGHT_COLUMNS else 4)
        # Its own sheet, because the inputs' heights of the program's sheet are larger than a row.
        self.setStyleSheet(
            "QLineEdit, QLineEdit:focus {"
            f" min-height: 0; padding: 0 {padding}px; border: 2px solid {colour};"
            f" border-radius: {px(3)}px; }}"
        )

    def stand(self, cell: QRect, limits: QRect) -> None:
        """Stand over a cell; longer text may reach over its neighbours within the limits."""
        self._cell, self._limits = cell, limits
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Shift+Enter, Ctrl+Enter and Esc leave; so do Up and Down when typed over."""
        if self.ahead is not None and self.ahead.wants(event):
            event.accept()
            self.ahead.key(event)
            return
        move = self._move(event)
        if move:
            event.accept()
            self._leave(move)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab leaves the cell, not the grid; the program's shortcuts do not steal the keys of an input."""
        if isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.KeyPress and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                event.accept()
                self._leave(_MOVES[key])
                return True
            listed = self.ahead is not None and self.ahead.wants(event)
            if event.type() == QEvent.Type.ShortcutOverride and (listed or self._move(event)):
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Any way out of a half-typed cell is told; a menu over it is not a way out (U12)."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_lost.emit()

    def _leave(self, move: str) -> None:
        """Go, with the item that is chosen in the list if one is."""
        if self.ahead is not None and move != "cancel":
            self.ahead.take()
        self.leaving.emit(move)

    def _move(self, event: QKeyEvent) -> str:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        modifiers &= ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers == Qt.KeyboardModifier.ControlModifier:
                return "insert"
            if modifiers == Qt.KeyboardModifier.AltModifier:
                return "reason"
            return "up" if modifiers == Qt.KeyboardModifier.ShiftModifier else "down"
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not modifiers:
            up = key == Qt.Key.Key_Up
            if self.has_choices:
                return "previous" if up else "next"
            if self.typed:
                return "up" if up else "down"
        return _MOVES.get(key, "") if not modifiers or key == Qt.Key.Key_Backtab else ""

    def _fit(self) -> None:
        if self._cell.isNull():
            return
        needed = QFontMetrics(self.font()).horizontalAdvance(self.text()) + theme().px(24)
        width = max(self._cell.width(), needed)
        box = QRect(self._cell)
        if self.column in RIGHT_COLUMNS:
            box.setLeft(max(self._limits.left(), box.right() + 1 - width))
        else:
            box.setRight(min(self._limits.right(), box.left() + width - 1))
        self.setGeometry(box)

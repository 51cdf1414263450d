"""One field of the side panel: icon, label and value; a click, Enter, F2 or typing makes it an input."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from ui.kit.controls import (
    column,
    label,
    row,
    set_ink,
)
from ui.support.icons import pixmap
from ui.support.person_numbers import personal_reason
from ui.support.theme import theme

Check = Callable[[str], str]
"""Why a text can't be taken; empty when it can."""


_AIR = 4
"""Between the ring of focus and the words in it, before the font factor."""


class _Value(QLabel):
    """The value as text; takes the keyboard and shows it by a ring."""

    wanted = Signal(str)
    """The input, with what was typed to take the place of the value; empty: with the value itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme().font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        px = theme().px
        self.setContentsMargins(px(_AIR), px(1), px(1), px(1))
        self.setMinimumHeight(px(20))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the input."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the input; typing replaces the value, first letter included (U11)."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.wanted.emit("")
        elif event.text().isprintable() and event.text().strip() and not held:
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that come through an input method are typed over the value, too."""
        if event.commitString().strip():
            self.wanted.emit(event.commitString())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the ring around it."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("accent"), theme().ring))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        finally:
            painter.end()


class PanelField(QWidget):
    """Shows a value and takes a new one; what is refused stays open with its reason (U12)."""

    edited = Signal(str)
    """New text, different from the one shown."""

    def __init__(self, icon: str, name: str, *, check: Check | None = None, empty: str = "–") -> None:
        super().__init__()
        self._check = check
        self._empty = empty
        self._text = ""
        self._fixed = False
        self._icon = QLabel()
        self._icon.setFixedWidth(theme().px(26 - _AIR))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if icon:
            self._icon.setPixmap(
                pixmap(icon, theme().color("ink2"), theme().px(16), self.devicePixelRatioF())
            )
        self._label = label(name, role="small", token="ink2")
        self._value = _Value()
        self._value.setAccessibleName(name)
        self._input = QLineEdit()
        self._input.setAccessibleName(name)
        self._input.installEventFilter(self)
        self._input.hide()
        self._reason = label("", role="small", token="bad", wrap=True)
        self._reason.hide()
        for words in (self._label, self._reason):
            words.setContentsMargins(theme().px(_AIR), 0, 0, 0)
        self._label.setBuddy(self._value)
        lines = column(gap=0)
        for widget in (self._label, self._value, self._input, self._reason):
            lines.addWidget(widget)
        if not name:
            self._label.hide()
        whole = row(gap=0)
        whole.addWidget(self._icon)
        whole.addLayout(lines, 1)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._value.wanted.connect(self.open)

    @property
    def text(self) -> str:
        """The value shown."""
        return self._text

    def name_quietly(self, name: str) -> None:
        """Give the field an accessible name without a label."""
        self._value.setAccessibleName(name)
        self._input.setAccessibleName(name)

    def show_value(self, text: str, *, fixed: bool = False) -> None:
        """Show a value; an open input stays as it is."""
        self._text = text
        self._fixed = fixed
        self._value.setText(text or self._empty)
        set_ink(self._value, "ink" if text else "ink3")
        self._value.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)

    def open(self, typed: str = "") -> None:
        """Let the value be edited; what was typed takes its place."""
        if self._fixed or not self._input.isHidden():
            return
        self._input.setText(typed or self._text)
        self._value.hide()
        self._input.show()
        self._input.setFocus()
        if typed:
            self._input.deselect()
            self._input.setCursorPosition(len(typed))
        else:
            self._input.selectAll()

    def commit(self) -> bool:
        """Take the input; False when it is refused and stays open."""
        if self._input.isHidden():
            return True
        text = self._input.text().strip()
        reason = self._reason_against(text) if text != self._text else ""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._input.setProperty("wrong", "true" if reason else "false")
        self._input.style().polish(self._input)
        if reason:
            return False
        changed = text != self._text
        self.close_input()
        if changed:
            self.edited.emit(text)
        return True

    def _reason_against(self, text: str) -> str:
        return personal_reason(text) or (self._check(text) if self._check else "")

    def close_input(self) -> None:
        """Show the value again; what was typed is given up."""
        if self._input.isHidden():
            return
        had_focus = self._input.hasFocus()
        self._input.hide()
        self._reason.hide()
        self._value.show()
        if had_focus:
            self._value.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and leaving take the input, Esc gives it up."""
        if watched is self._input:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.commit()
                    return True
                if event.key() == Qt.Key.Key_Escape:
                    self.close_input()
                    return True
            if isinstance(event, QFocusEvent) and _leaves(event):
                self.commit()
        return super().eventFilter(watched, event)


def _leaves(event: QFocusEvent) -> bool:
    return event.type() == QEvent.Type.FocusOut and event.reason() != Qt.FocusReason.PopupFocusReason

"""What stands below an open cell: what the entry makes, or why it is refused and what it could mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from ui.kit.controls import (
    button,
    column,
    label,
    row,
    set_ink,
    wrapped,
)
from ui.support.icons import pixmap
from ui.support.theme import theme


@dataclass(frozen=True, slots=True)
class Hint:
    """Words of the hint: how the amount comes about, the amount, the fund's state and its change.

    Attributes:
        product: ``12 OB × 2.426.640``.
        result: ``= 29.119.680``.
        icon: of the fund's state.
        token: colour of icon and words.
        fund: ``ADD seimbang``.
        change: ``ADD +2.719.680``.
        note: how the price stands beside its standard; a third line, empty where there is none.
        note_icon: of that.
        note_token: its colour.
        key: what a key does about it.
    """

    product: str
    result: str
    icon: str = ""
    token: str = "ink2"
    fund: str = ""
    change: str = ""
    note: str = ""
    note_icon: str = ""
    note_token: str = "ink2"
    key: str = ""


class LineHint(QWidget):
    """A small sheet over the grid; it never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._hint = Hint("", "")
        self._reason = wrapped("", role="small", token="bad")
        # The keyboard stays in the cell: nothing here may be clicked into.
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._choices = row(gap=6)
        self._keys = label(self.tr("↓ chooses"), role="small", token="ink2")
        self._keys.setParent(self)
        lines = column(margins=(10, 6, 10, 6), gap=4)
        lines.addWidget(self._reason)
        lines.addLayout(self._choices)
        self.setLayout(lines)
        self._refusing = False
        self._buttons: list[QPushButton] = []
        self.hide()

    @property
    def reason(self) -> str:
        """Why the entry is refused; empty when it is not."""
        return self._reason.text() if self._refusing else ""

    @property
    def readings(self) -> dict[str, QPushButton]:
        """The buttons of a refusal by the reading they take."""
        return {made.text(): made for made in self._buttons}

    @property
    def hint(self) -> Hint:
        """What is shown of the entry."""
        return self._hint

    def show_hint(self, hint: Hint) -> None:
        """Say what the entry makes."""
        self._clear()
        self._hint = hint
        self.setAccessibleDescription(
            f"{hint.product} {hint.result} {hint.fund} {hint.change} {hint.note}".strip()
        )
        self.show()
        self.raise_()
        self.update()

    def show_refusal(self, reason: str, readings: Sequence[str], choose: Callable[[str], None]) -> None:
        """Say why the entry is refused; each reading is a button that takes it."""
        self._clear()
        self._refusing = True
        self._reason.setText(reason)
        set_ink(self._reason, "bad")
        for reading in readings[:3]:
            made = button(reading, kind="secondary")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setProperty("kind", "chip")
            made.setFont(theme().font("small"))
            made.setMinimumWidth(QFontMetrics(made.font()).horizontalAdvance(reading) + theme().px(28))
            made.clicked.connect(lambda _checked=False, text=reading: choose(text))
            self._choices.addWidget(made)
            self._buttons.append(made)
        self._choices.addStretch(1)
        if self._buttons:
            self._keys.show()
            self._choices.addWidget(self._keys)
        self._reason.show()
        self.show()
        self.raise_()

    def place(self, cell: QRect, span: QRect, row_height: int) -> None:
        """Stand below a cell, as wide as the span; above it where there is no room below."""
        parent = self.parentWidget()
        assert parent is not None
        height = row_height * (3 if self._hint.note else 2) - theme().px(5)
        width = max(span.width(), self._note_width())
        if self._refusing:
            width = max(width, theme().px(300))
            height = self._refusal_height(width)
        top = cell.bottom() + theme().px(3)
        if top + height > parent.height():
            top = cell.top() - height - theme().px(2)
        left = max(theme().px(8), min(span.right() + 1 - width, parent.width() - width))
        self.setGeometry(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the sheet and, unless it refuses, its two lines."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color("bad" if self._refusing else "line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(5), look.px(5))
        if self._refusing:
            return
        pad = look.px(12)
        hint = self._hint
        each = self.height() // (3 if hint.note else 2)
        upper = QRect(pad, look.px(3), self.width() - 2 * pad + look.px(4), each - look.px(3))
        self._pair(painter, upper, hint.product, hint.result, bold=True)
        lower = QRect(pad, each, upper.width(), each - look.px(3))
        self._state(painter, lower, (hint.icon, hint.token), hint.fund, hint.change)
        if hint.note:
            last = lower.translated(0, each - look.px(1))
            self._state(painter, last, (hint.note_icon, hint.note_token), hint.note, hint.key)

    def _state(self, painter: QPainter, box: QRect, state: tuple[str, str], words: str, right: str) -> None:
        """A line of icon and words in one ink, and a word at the right."""
        look = theme()
        icon, token = state
        left = 0
        if icon:
            side = look.px(14)
            picture = pixmap(icon, look.color(token), side, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(box.left(), box.center().y() - side // 2), picture)
            left = side + look.px(4)
        painter.setFont(look.font("small"))
        painter.setPen(look.color(token))
        painter.drawText(box.adjusted(left, 0, 0, 0), _LEFT, words)
        painter.setPen(look.color("ink2"))
        painter.drawText(box, _RIGHT, right)

    def _pair(self, painter: QPainter, box: QRect, left: str, right: str, *, bold: bool) -> None:
        look = theme()
        painter.setFont(look.font("small"))
        painter.setPen(look.color("ink2"))
        painter.drawText(box, _LEFT, left)
        painter.setFont(look.font("body", bold=bold))
        painter.setPen(look.color("ink"))
        painter.drawText(box, _RIGHT, right)

    def _note_width(self) -> int:
        """What the longest line of a comparison asks for: it is never cut."""
        hint, metrics = self._hint, QFontMetrics(theme().font("small"))
        if not hint.note:
            return 0
        words = metrics.horizontalAdvance(f"{hint.note}{hint.key}")
        return words + theme().px(24 + 18 + 20)

    def _refusal_height(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())

    def _clear(self) -> None:
        self._refusing = False
        self._reason.hide()
        self._keys.hide()
        while self._choices.count():
            self._choices.takeAt(0)
        for made in self._buttons:
            made.hide()
            made.deleteLater()
        self._buttons.clear()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

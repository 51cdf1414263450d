"""How many rules are broken, want attention, or hold: three counts that lead to the check."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from ui.check.finding_view import STATES, FindingView
from ui.support.icons import pixmap
from ui.support.theme import theme

_ICON, _GAP = 14, 6
_GROUPS = {
    "broken": "broken",
    "warning": "warning",
    "near": "warning",
    "holds": "holds",
    "unverified": "holds",
}


def count_states(views: list[FindingView]) -> dict[str, int]:
    """How many findings are broken, want attention, or hold; advice, questions, exemptions not at all."""
    counts = {"broken": 0, "warning": 0, "holds": 0}
    for view in views:
        group = _GROUPS.get(view.state)
        if group:
            counts[group] += 1
    return counts


class CountButton(QAbstractButton):
    """Icon, number and word; the numbers of a column stand flush right."""

    def __init__(self, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._token = STATES[state]
        self.number, self.word, self.digits = 0, "", 2
        self.slim = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def show_count(self, number: int, word: str, digits: int) -> None:
        """Show a number with its word, in a column of so many digits."""
        self.number, self.word, self.digits = number, word, digits
        self.setText(f"{number} {word}")
        self.setAccessibleName(self.text())
        self.setToolTip(self.text() if self.slim else "")
        self.updateGeometry()
        self.update()

    def _number_width(self) -> int:
        metrics = QFontMetrics(theme().font("small", bold=True))
        return metrics.horizontalAdvance("0" * (len(str(self.number)) if self.slim else self.digits))

    def sizeHint(self) -> QSize:
        """Room for icon, number and word."""
        px = theme().px
        width = px(_ICON + _GAP + 8) + self._number_width()
        if not self.slim:
            width += px(_GAP) + QFontMetrics(theme().font("small")).horizontalAdvance(self.word)
        return QSize(width, px(28 if self.slim else 19))

    def minimumSizeHint(self) -> QSize:
        """Never less: the words are whole."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("tint"))
            painter.drawRoundedRect(self.rect(), px(4), px(4))
        drawn = pixmap(self._icon, color(self._token), px(_ICON), self.devicePixelRatioF())
        painter.drawPixmap(px(4), (self.height() - px(_ICON)) // 2, drawn)
        middle, left = Qt.AlignmentFlag.AlignVCenter, px(4 + _ICON + _GAP)
        painter.setFont(theme().font("small", bold=True))
        painter.setPen(color(self._token if self.number else "ink2"))
        width = self._number_width()
        painter.drawText(
            QRectF(left, 0, width, self.height()), middle | Qt.AlignmentFlag.AlignRight, str(self.number)
        )
        if not self.slim:
            painter.setFont(theme().font("small"))
            painter.setPen(color("ink2"))
            at = left + width + px(_GAP)
            painter.drawText(QRectF(at, 0, self.width() - at, self.height()), middle, self.word)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), theme().ring))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))


class VerdictCounts(QWidget):
    """Three counts that lead to the check: broken, warnings, holding."""

    asked = Signal(str)  # state

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = {state: CountButton(state) for state in ("broken", "warning", "holds")}
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for state, made in self.counts.items():
            made.clicked.connect(lambda _=False, asked=state: self.asked.emit(asked))
            self._box.addWidget(made)
        self.setLayout(self._box)
        self.set_slim(slim=False)

    def set_slim(self, *, slim: bool) -> None:
        """Counts beside each other, numbers only."""
        px = theme().px
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if slim else down)
        self._box.setContentsMargins(px(8), 0 if slim else px(3), px(8), 0)
        self._box.setSpacing(px(4) if slim else 0)
        for made in self.counts.values():
            made.slim = slim
            made.updateGeometry()

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many findings there are of each weight."""
        words = {
            "broken": self.tr("broken"), "warning": self.tr("warnings"), "holds": self.tr("hold"),
        }  # fmt: skip
        digits = max(2, *(len(str(number)) for number in counts.values()))
        for state, made in self.counts.items():
            made.show_count(counts.get(state, 0), words[state], digits)

"""The rows behind a finding, each a way to its place in the plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.support import formats
from ui.support.icons import pixmap
from ui.support.theme import theme
from ui.support.workspace import Target

_NARROW = 440


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A row behind a finding: codes, words, amount, and where it is."""

    code: str
    text: str
    amount: str
    target: Target


class CauseButton(QAbstractButton):
    """A row behind a finding; a click or Enter goes there."""

    def __init__(self, cause: CauseRow) -> None:
        super().__init__()
        self.cause = cause
        self.setAccessibleName(f"{cause.code} {cause.text} {cause.amount}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """One line, or two where it is narrow."""
        return QSize(theme().px(260), theme().px(46 if self._narrow() else 31))

    def _narrow(self) -> bool:
        return self.width() < theme().px(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the width wants."""
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Code, words, amount at the right edge, chevron."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), color("tint"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
        narrow = self._narrow()
        line = QRectF(
            px(2), px(3) if narrow else 0, self.width() - px(30), px(22) if narrow else self.height()
        )
        body, small = theme().font("body"), theme().font("small")
        left = 0 if narrow else px(140)
        painter.setFont(small if narrow else body)
        painter.setPen(color("ink2"))
        painter.drawText(
            line.translated(0, px(20) if narrow else 0), Qt.AlignmentFlag.AlignVCenter, self.cause.code
        )
        painter.setFont(body)
        painter.setPen(color("ink"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.cause.amount)
        metrics = painter.fontMetrics()
        room = round(line.width()) - left - metrics.horizontalAdvance(self.cause.amount) - px(16)
        text = formats.elide_words(self.cause.text, metrics, room)
        painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        side = px(14)
        drawn = pixmap("kanan", color("ink2"), side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - px(20), (self.height() - side) // 2, drawn)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), theme().ring))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -2))

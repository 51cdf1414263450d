"""Small coloured words: fund source, state of a plan, tag."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import theme

STATUS_TOKENS = {
    "draft": ("accent", "tint"),
    "agreed": ("accent", "tint2"),
    "submitted": ("warn", "warntint"),
    "evaluated": ("warn", "warntint"),
    "enacted": ("ok", "oktint"),
}
"""Plan status -> text and ground token."""


class Chip(QWidget):
    """A word on a coloured ground; it never takes the focus."""

    def __init__(
        self, text: str, ink: str, ground: str, parent: QWidget | None = None, *, edge: str = ""
    ) -> None:
        super().__init__(parent)
        self._edge = edge
        self._text = text
        self._ink = ink
        self._ground = ground
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, text: str, ink: str, ground: str) -> None:
        """Show another word."""
        self._text, self._ink, self._ground = text, ink, ground
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        metrics = QFontMetrics(theme().font("caption", bold=True))
        return QSize(metrics.horizontalAdvance(self._text) + theme().px(14), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        painter = QPainter(self)
        try:
            paint_chip(
                painter,
                QRectF(self.rect()),
                self._text,
                theme().color(self._ink),
                theme().color(self._ground),
            )
            if self._edge:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme().color(self._edge), 1))
                box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(box, theme().px(3), theme().px(3))
        finally:
            painter.end()


def paint_chip(painter: QPainter, rect: QRectF, text: str, ink: QColor, ground: QColor) -> None:
    """Draw a chip into a rectangle."""
    radius = theme().px(3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    if theme().name == "contrast":
        # Tints are white there: the edge tells a chip from the words beside it.
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    else:
        painter.drawRoundedRect(rect, radius, radius)
    painter.setPen(ink)
    painter.setFont(theme().font("caption", bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def fund_chip(code: str) -> Chip:
    """The chip of a fund source."""
    return Chip(code, f"fund-{code}-text", f"fund-{code}-ground")


def tag_chip(text: str, *, outlined: bool = False) -> Chip:
    """The chip of a tag; outlined while it is only proposed."""
    return Chip(text, "ink2", "surface" if outlined else "sector", edge="line2" if outlined else "")

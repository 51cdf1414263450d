"""One of the ways in on the start page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.support.icons import pixmap
from ui.support.theme import theme

_TEXT_AT = 62


class StartAction(QAbstractButton):
    """One of the three ways in: icon, words, key."""

    def __init__(self, name: str, title: str, text: str, keys: str, *, primary: bool = False) -> None:
        super().__init__()
        self.setText(title)
        self._icon, self._about, self._keys, self._primary = name, text, keys, primary
        self.setShortcut(keys)
        self.setAccessibleName(f"{title}. {text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_height(76)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_height(self, height: float) -> None:
        """Make the card higher or lower."""
        self.setFixedHeight(theme().px(height))

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        px = theme().px
        keys = QFontMetrics(theme().font("small")).horizontalAdvance(self._keys)
        words = QFontMetrics(theme().font("body")).horizontalAdvance(self._about)
        title = QFontMetrics(theme().font("strip", bold=True)).horizontalAdvance(self.text())
        return QSize(px(_TEXT_AT) + max(words, title) + keys + px(32), self.height())

    def minimumSizeHint(self) -> QSize:
        """The words are whole."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Filled when it is the first choice."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed = self.isDown() or self.underMouse()
        ground = ("accent2" if pressed else "accent") if self._primary else ("tint" if pressed else "surface")
        focus = self.hasFocus()
        painter.setBrush(color(ground))
        painter.setPen(
            color(
                ("ink" if self._primary else "accent") if focus else ("accent" if self._primary else "line")
            )
        )
        inset = 1.0 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(8), px(8))
        ink, quiet = ("onaccent", "onaccent") if self._primary else ("ink", "ink2")
        drawn = pixmap(
            self._icon, color("onaccent" if self._primary else "accent"), px(24), self.devicePixelRatioF()
        )
        painter.drawPixmap(px(20), (self.height() - px(24)) // 2, drawn)
        middle = self.height() // 2
        for text, font, token, top in (
            (self.text(), theme().font("strip", bold=True), ink, middle - px(24)),
            (self._about, theme().font("body"), quiet, middle),
        ):
            painter.setFont(font)
            painter.setPen(color(token))
            box = QRectF(px(_TEXT_AT), top, self.width() - px(_TEXT_AT), px(24))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(theme().font("small"))
        painter.setPen(color(quiet))
        keys = QRectF(0, 0, self.width() - px(18), self.height())
        painter.drawText(keys, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)

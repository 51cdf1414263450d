"""The next sensible step, as one row that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.support.formats import elide_end
from ui.support.icons import pixmap
from ui.support.theme import theme


@dataclass(frozen=True, slots=True)
class SuggestedStep:
    """What to do next: words, why, icon, and how."""

    title: str
    reason: str
    icon: str
    act: Callable[[], None]


class NextStepRow(QAbstractButton):
    """Icon on its leaf, title and reason; a click, Enter or Space does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: SuggestedStep | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._act)

    @property
    def step(self) -> SuggestedStep | None:
        """What it offers."""
        return self._step

    def show_step(self, step: SuggestedStep) -> None:
        """Offer a step."""
        self._step = step
        self.setAccessibleName(f"{step.title}. {step.reason}")
        self.update()

    def _act(self) -> None:
        if self._step is not None:
            self._step.act()

    def sizeHint(self) -> QSize:
        """As high as a day of the list below it."""
        return QSize(theme().px(280), theme().px(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        if self._step is None:
            return
        painter = QPainter(self)
        try:
            self._paint(painter, self._step)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, step: SuggestedStep) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("tint"))
        painter.drawRoundedRect(QRectF(0, px(3), px(42), px(42)), px(4), px(4))
        side = px(20)
        icon = pixmap(step.icon, color("accent"), side, self.devicePixelRatioF())
        painter.drawPixmap(px(11), px(14), icon)
        arrow = px(14)
        kanan = pixmap("kanan", color("accent"), arrow, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - arrow - px(4), (self.height() - arrow) // 2, kanan)
        room = self.width() - px(56) - arrow - px(12)
        for text, font, token, top in (
            (step.title, theme().font("body", bold=True), "accent", 4),
            (step.reason, theme().font("small"), "ink2", 24),
        ):
            painter.setFont(font)
            painter.setPen(color(token))
            shown = elide_end(text, QFontMetrics(font), room)
            painter.drawText(QRectF(px(56), px(top), room, px(21)), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(5), px(5))

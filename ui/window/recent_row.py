"""A plan that was open lately, as a row of the start page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.kit.chips import STATUS_TOKENS, paint_chip
from ui.support import formats
from ui.support.i18n import language
from ui.support.icons import pixmap
from ui.support.settings import RecentPlan
from ui.support.theme import theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ROOMY = 560
"""From this width on two lines are enough."""


class RecentRow(QAbstractButton):
    """Village, year, state, total, place and date; Enter opens it, Del takes it off the list."""

    forgotten = Signal()

    def __init__(self, plan: RecentPlan, status_word: str, missing: str) -> None:
        super().__init__()
        self.plan = plan
        self._status = status_word
        self._place = plan.path + (f" ({missing})" if missing else "")
        self._missing = bool(missing)
        self._title = self.tr("Village {name}").format(name=plan.village)
        self._year = self.tr("Budget {year}").format(year=plan.fiscal_year)
        self.setAccessibleName(f"{plan.village} {plan.fiscal_year}, {status_word}, {self._place}")
        self.setToolTip(plan.path)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def matches(self, text: str) -> bool:
        """Whether a search for a village or a year finds it."""
        words = f"{self.plan.village} {self.plan.fiscal_year}".casefold()
        return all(word in words for word in text.casefold().split())

    @property
    def _roomy(self) -> bool:
        return self.width() >= theme().px(_ROOMY)

    def sizeHint(self) -> QSize:
        """Two lines, three where it is narrow."""
        return QSize(theme().px(300), theme().px(68 if self._roomy else 92))

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Two lines, three where it is narrow."""
        return theme().px(68 if width >= theme().px(_ROOMY) else 92)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del forgets, Enter opens."""
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Tinted under the mouse and with the keyboard."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = px(44), self.width() - px(44) - px(16)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(color("accent"), theme().ring) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))
        else:
            painter.fillRect(px(12), self.height() - 1, self.width() - px(24), 1, color("line"))
        name = "flashdisk" if self._missing else ("terkunci" if self.plan.status == "enacted" else "dokumen")
        painter.drawPixmap(px(14), px(11), pixmap(name, color("ink2"), px(18), self.devicePixelRatioF()))
        first, second = QRectF(left, px(8), width, px(24)), QRectF(left, px(34), width, px(24))
        painter.setPen(color("ink"))
        painter.setFont(theme().font("strip", bold=True))
        painter.drawText(first, _RIGHT, formats.rupiah(self.plan.total))
        painter.drawText(first, _MIDDLE, self._title)
        if self._roomy:
            taken = painter.fontMetrics().horizontalAdvance(self._title) + px(10)
            self._paint_state(painter, first.adjusted(taken, 0, 0, 0))
            self._paint_place(painter, second)
        else:
            self._paint_state(painter, second)
            self._paint_place(painter, QRectF(left, px(60), width, px(24)))

    def _paint_state(self, painter: QPainter, box: QRectF) -> None:
        px, color = theme().px, theme().color
        painter.setFont(theme().font("body"))
        painter.setPen(color("ink2"))
        painter.drawText(box, _MIDDLE, self._year)
        at = box.left() + painter.fontMetrics().horizontalAdvance(self._year) + px(10)
        ink, ground = STATUS_TOKENS.get(self.plan.status, ("ink2", "sector"))
        if self.underMouse() or self.hasFocus():
            ground = "surface"
        painter.setFont(theme().font("caption", bold=True))
        width = painter.fontMetrics().horizontalAdvance(self._status) + px(14)
        chip = QRectF(at, box.center().y() - px(10), width, px(20))
        paint_chip(painter, chip, self._status, color(ink), color(ground))

    def _paint_place(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("ink3"))
        metrics = painter.fontMetrics()
        day = formats.moment(datetime.fromisoformat(self.plan.opened_at), language())
        room = round(box.width()) - metrics.horizontalAdvance(day) - theme().px(24)
        painter.drawText(box, _MIDDLE, metrics.elidedText(self._place, Qt.TextElideMode.ElideMiddle, room))
        painter.drawText(box, _RIGHT, day)

"""A gauge: how a plan stands against one rule, painted with its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.check.finding_view import FindingView
from ui.support.icons import pixmap
from ui.support.theme import theme
from village_budget.domain.findings import Direction

_FILLS = {
    "broken": "badfill",
    "warning": "warnfill",
    "near": "warnfill",
    "holds": "okfill",
    "waived": "waive",
}
_LIMIT_AT = 0.8


def paint_track(painter: QPainter, rect: QRectF, view: FindingView) -> None:
    """Draw the track of a finding: fill, hatched missing part, and the limit as a tick at 80 %."""
    finding = view.finding
    radius = rect.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("track"))
    painter.drawRoundedRect(rect, radius, radius)
    share = finding.measured / finding.limit if finding.limit > 0 else (0.0 if finding.holds else 1.25)
    width = rect.width() * min(max(share * _LIMIT_AT, 0.0), 1.0)
    fill = theme().color(_FILLS.get(view.state, "line2"))
    if width >= 1:
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), width, rect.height()))
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, radius, radius)
        painter.restore()
    tick = rect.left() + rect.width() * _LIMIT_AT
    if not finding.holds and finding.direction is Direction.AT_LEAST and rect.left() + width < tick:
        painter.setBrush(QBrush(fill, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(QRectF(rect.left() + width, rect.top(), tick - rect.left() - width, rect.height()))
    painter.setPen(QPen(theme().color("ink"), theme().px(2)))
    painter.drawLine(
        round(tick), round(rect.top() - theme().px(3)), round(tick), round(rect.bottom() + theme().px(3))
    )


class Gauge(QWidget):
    """One finding in three lines: label, measured and limit, track with what is left or missing.

    Click, Enter or Space asks for its place in the check; the wheel, Left and Right for other gauges.
    """

    activated = Signal(object)  # finding key
    scrolled = Signal(int)  # how many gauges further on

    def __init__(self, *, slim: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slim = slim
        self._view: FindingView | None = None
        self.set_slim(slim=slim)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_slim(self, *, slim: bool) -> None:
        """Two lines instead of three."""
        self._slim = slim
        self.setFixedHeight(theme().px(42 if slim else 62))
        self.update()

    def show_view(self, view: FindingView) -> None:
        """Show a finding."""
        self._view = view
        words = f"{view.short}: {view.measured}, {view.limit}, {view.state_word} {view.gap}"
        if not view.finding.verified and view.state != "unverified":
            words += f", {self.tr('not verified')}"
        self.setAccessibleName(words)
        self.setToolTip(view.sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        return QSize(theme().px(190), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._view:
            self.activated.emit(self._view.finding.key)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.scrolled.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes to the other gauges."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self.scrolled.emit(-1 if turned > 0 else 1)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the finding."""
        if self._view and self.rect().contains(event.position().toPoint()):
            self.activated.emit(self._view.finding.key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        if self._view is None:
            return
        painter = QPainter(self)
        try:
            self._paint(painter, self._view)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, view: FindingView) -> None:
        px, color = theme().px, theme().color
        small, strip = theme().font("small"), theme().font("strip", bold=True)
        line = px(20)
        left, width = px(2), self.width() - px(4)
        painter.setFont(small)
        painter.setPen(color("ink2"))
        unsure = not view.finding.verified and view.state != "unverified"
        room = width - px(20) if unsure else width
        label = QFontMetrics(small).elidedText(view.short, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, line), Qt.AlignmentFlag.AlignVCenter, label)
        if unsure:
            mark = pixmap("belum-terverifikasi", color("ink2"), px(14), self.devicePixelRatioF())
            at = left + QFontMetrics(small).horizontalAdvance(label) + px(6)
            painter.drawPixmap(round(at), round((line - px(14)) / 2), mark)
        painter.setFont(strip)
        painter.setPen(color("ink"))
        measured = QFontMetrics(strip).horizontalAdvance(view.measured)
        painter.drawText(QRectF(left, line, width, line), Qt.AlignmentFlag.AlignVCenter, view.measured)
        if self._slim:
            start = left + measured + px(8)
            self._paint_state(painter, view, QRectF(start, line, width - measured - px(8), line))
        else:
            painter.setFont(small)
            painter.setPen(color("ink2"))
            limit = QRectF(left + measured + px(6), line, width - measured - px(6), line)
            painter.drawText(limit, Qt.AlignmentFlag.AlignVCenter, view.limit)
            self._paint_state(painter, view, QRectF(left, line * 2, width, line))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), theme().ring))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(4), px(4))

    def _paint_state(self, painter: QPainter, view: FindingView, box: QRectF) -> None:
        """Track, icon and gap on one line; the track gives way before the words."""
        left, top, width, height = box.left(), box.top(), box.width(), box.height()
        px, bold = theme().px, theme().font("small", bold=view.state in ("broken", "near", "warning"))
        words = QFontMetrics(bold).horizontalAdvance(view.gap)
        room = width - words - px(24)
        track = min(px(82), room)
        if track >= px(36):
            middle = top + height / 2
            paint_track(painter, QRectF(left, middle - px(3), track, px(6)), view)
            left += track + px(8)
        drawn = pixmap(view.icon, theme().color(view.token), px(14), self.devicePixelRatioF())
        painter.drawPixmap(round(left), round(top + (height - px(14)) / 2), drawn)
        painter.setFont(bold)
        painter.setPen(theme().color(view.token if view.state != "unverified" else "ink2"))
        box = QRectF(left + px(18), top, width, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, view.gap or view.state_word)

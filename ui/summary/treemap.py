"""A map of where the money is: each activity an area as large as its share; click or Enter goes there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.summary.money_map import Region, Spot, money_map
from ui.summary.treemap_layout import Box, squarify
from ui.support.formats import amount, elide_end, elide_words, without_brackets
from ui.support.theme import theme
from ui.support.tokens import TOKENS
from ui.support.workspace import Target, Workspace
from village_budget.domain.lines import Part

_HEAD = 20
_GAP = 1.5
_ROOM_FOR_WORDS = 46


class Treemap(QWidget):
    """Sectors in bands, activities within them, coloured by the fund that pays most of each."""

    went = Signal()
    """A place was chosen and gone to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._regions: list[Region] = []
        self._bands: list[tuple[Region, Box]] = []
        self.spots: list[tuple[Spot, Box]] = []
        self.current = 0
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(theme().px(240), theme().px(160))
        workspace.opened.connect(self.refresh)
        workspace.changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Wide rather than high."""
        return QSize(theme().px(720), theme().px(360))

    def refresh(self, _applied: object = None) -> None:
        """Draw the plan as it stands; at once when shown, else when it is shown next."""
        document = self._workspace.document
        self._regions = money_map(document) if document is not None else []
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room out."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        whole = Box(0.0, 0.0, float(self.width()), float(self.height()))
        bands = squarify([float(region.amount) for region in self._regions], whole)
        self._bands = list(zip(self._regions, bands, strict=True))
        self.spots = []
        for region, band in self._bands:
            inner = band.inset(2 * _GAP, float(theme().px(_HEAD)))
            places = squarify([float(spot.amount) for spot in region.spots], inner)
            self.spots += zip(region.spots, places, strict=True)
        self.current = min(self.current, max(len(self.spots) - 1, 0))
        self._tell()
        self.update()

    def _tell(self) -> None:
        name = self.tr("Map of the spending")
        if self.spots:
            name = f"{name}: {self.words(self.current)}"
        self.setAccessibleName(name)

    def words(self, number: int) -> str:
        """What a place says: code, name, amount, share of the spending."""
        spot = self.spots[number][0]
        whole = sum(region.amount for region in self._regions)
        share = f"{100 * spot.amount / whole:.1f} %".replace(".", ",") if whole else ""
        fund = f" · {spot.fund}" if spot.fund else ""
        return f"{spot.code} {spot.name} · Rp {amount(spot.amount)} · {share}{fund}"

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Bands with their names, places with theirs where there is room, a ring around the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        try:
            if not self.spots:
                painter.setPen(theme().color("ink2"))
                painter.setFont(theme().font("body"))
                words = self.tr("Nothing to show yet: no activity has an amount.")
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
                return
            for region, band in self._bands:
                self._band(painter, region, band)
            for number, (spot, place) in enumerate(self.spots):
                self._spot(painter, spot, place, lit=number == self._hover)
            if self.hasFocus():
                self._ring(painter, self.spots[self.current][1])
        finally:
            painter.end()

    def _band(self, painter: QPainter, region: Region, band: Box) -> None:
        color, px = theme().color, theme().px
        box = _rect(band).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.fillRect(box, color("sector"))
        painter.setFont(theme().font("small", bold=True))
        painter.setPen(color("ink"))
        inner = QRectF(box.x() + px(6), box.y(), box.width() - px(12), px(_HEAD) - _GAP)
        words = elide_words(f"{region.code} {region.name}", painter.fontMetrics(), int(inner.width()))
        if inner.width() > px(_ROOM_FOR_WORDS):
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)

    def _spot(self, painter: QPainter, spot: Spot, place: Box, *, lit: bool) -> None:
        color, px = theme().color, theme().px
        box = _rect(place).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
        if box.width() <= 0 or box.height() <= 0:
            return
        fund = spot.fund if f"fund-{spot.fund}-ground" in TOKENS["light"] else "DLL"
        painter.fillRect(box, color("tint2" if lit else f"fund-{fund}-ground"))
        painter.setPen(QPen(color("line2"), 1))
        painter.drawRect(box)
        font = theme().font("small")
        metrics = QFontMetricsF(font)
        inner = box.adjusted(px(5), px(3), -px(5), -px(3))
        if inner.width() < px(_ROOM_FOR_WORDS) or inner.height() < metrics.height():
            return
        painter.setFont(font)
        painter.setPen(color("ink" if lit else f"fund-{fund}-text"))
        lines = max(int(inner.height() // metrics.lineSpacing()), 1)
        step = metrics.lineSpacing()
        for number, words in enumerate(_lines(spot, painter.fontMetrics(), int(inner.width()), lines)):
            top = QRectF(inner.x(), inner.y() + number * step, inner.width(), step)
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, words)

    def _ring(self, painter: QPainter, place: Box) -> None:
        painter.setPen(QPen(theme().color("accent"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(_rect(place).adjusted(1.5, 1.5, -1.5, -1.5))

    # Hands

    def _at(self, point: QPointF) -> int:
        for number, (_, place) in enumerate(self.spots):
            if _rect(place).contains(point):
                return number
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name what is under the mouse."""
        found = self._at(event.position())
        if found != self._hover:
            self._hover = found
            self.update()
            QToolTip.showText(event.globalPosition().toPoint(), self.words(found) if found >= 0 else "", self)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit any more."""
        super().leaveEvent(event)
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where was clicked."""
        found = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found >= 0:
            self.current = found
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the nearest place that way; Enter goes there."""
        steps = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if not self.spots:
            super().keyPressEvent(event)
        elif step is not None:
            self._move(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        else:
            super().keyPressEvent(event)

    def _move(self, across: int, down: int) -> None:
        here = _rect(self.spots[self.current][1]).center()
        best, nearest = self.current, float("inf")
        for number, (_, place) in enumerate(self.spots):
            there = _rect(place).center() - here
            ahead = there.x() * across + there.y() * down
            aside = abs(there.x() * down) + abs(there.y() * across)
            if number != self.current and ahead > 1 and ahead + 2 * aside < nearest:
                best, nearest = number, ahead + 2 * aside
        self.current = best
        self._tell()
        self.update()

    def _go(self) -> None:
        self._tell()
        self.update()
        spot = self.spots[self.current][0]
        self.went.emit()
        self._workspace.jump.emit(Target(Part.SPENDING, activity_id=spot.activity_id))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _lines(spot: Spot, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The name on as many lines as there is room for, then the amount when one is left; never half a word."""
    lines: list[str] = []
    words = without_brackets(spot.name).replace("/", "/ ").split()
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], rest]
    lines = [elide_end(line, metrics, width) for line in lines]
    figure = amount(spot.amount)
    if len(lines) < most and metrics.horizontalAdvance(figure) <= width:
        lines.append(figure)
    return lines

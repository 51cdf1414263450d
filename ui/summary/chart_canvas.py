"""A chart in the window: drawn in the background after it is shown, again when its size changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.summary.charts import (
    ROW,
    Bar,
    Pixels,
    chart_pixels,
    share_words,
)
from ui.summary.share_columns import share_columns
from ui.support import background
from ui.support.lifetime import while_alive
from ui.support.theme import theme
from village_budget.money import format_amount

Order = tuple[tuple[Bar, ...], int, float]


class ChartCanvas(QWidget):
    """Bars as a picture; until it is there, and where it can't be, the same figures as plain words."""

    drawn = Signal()
    menu_asked = Signal(object)  # QPoint on the screen
    copy_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: list[Bar] = []
        self._image: QImage | None = None
        self._image_of: Order | None = None
        self._under_way = False
        # Started when all events are through: the window is painted first, matplotlib comes later.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    @property
    def bars(self) -> list[Bar]:
        """What it shows."""
        return self._bars

    @property
    def is_drawn(self) -> bool:
        """Whether the picture of what is asked for is there."""
        return self._image_of == self._order()

    def show_bars(self, bars: list[Bar], name: str = "") -> None:
        """Show other bars, under another name if one is given; read aloud with their figures (U30)."""
        if bars == self._bars and name in ("", self._name):
            return
        self._bars, self._name = bars, name or self._name
        whole = sum(bar.total for bar in bars)
        words = "; ".join(
            f"{bar.label} {format_amount(bar.total)}, {share_words(bar, whole)}" for bar in bars
        )
        self.setAccessibleName(f"{self._name}: {words}")
        self.setFixedHeight(theme().px(ROW) * max(len(bars), 1))
        self._ask()

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(theme().px(380), theme().px(ROW) * max(len(self._bars), 1))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw once it is seen."""
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        self._ask()

    def _order(self) -> Order:
        return (tuple(self._bars), self.width(), self.devicePixelRatioF())

    def _ask(self) -> None:
        if self._bars and self.isVisible() and not self.is_drawn:
            self._idle.start()
        self.update()

    def _draw(self) -> None:
        if self._under_way or self.is_drawn or not self.isVisible():
            return
        order = self._order()
        bars, width, ratio = order
        self._under_way = True
        background.run(
            lambda _: chart_pixels(list(bars), width, ratio),
            while_alive(self, lambda pixels: self._take(pixels, order)),
            while_alive(self, self._give_up),
        )

    def _take(self, pixels: Pixels, order: Order) -> None:
        self._under_way = False
        image = QImage(
            pixels.data, pixels.width, pixels.height, pixels.width * 4, QImage.Format.Format_RGBA8888
        ).copy()
        image.setDevicePixelRatio(order[2])
        self._image, self._image_of = image, order
        self._ask()
        self.drawn.emit()

    def _give_up(self, error: Exception) -> None:
        """The figures stay as words; a chart is no reason to stop work, but a fault is worth its report."""
        self._under_way = False
        if not isinstance(error, ImportError):
            raise error

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the picture, or the words while it is on its way."""
        painter = QPainter(self)
        try:
            fits = self._image_of is not None and self._image_of[0] == tuple(self._bars)
            if self._image is not None and fits:
                painter.drawImage(0, 0, self._image)
            else:
                self._write(painter)
            if self.hasFocus():
                pen = QPen(theme().color("accent"), theme().ring)
                painter.setPen(pen)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        finally:
            painter.end()

    def _write(self, painter: QPainter) -> None:
        """Labels, amounts and shares where the picture has them."""
        at = share_columns(self.width())
        whole = sum(bar.total for bar in self._bars)
        height = theme().px(ROW)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        plain, bold = theme().font("body"), theme().font("body", bold=True)
        for number, bar in enumerate(self._bars):
            top = number * height
            for text, edge, font, token, flags in (
                (bar.label, at.bar_left, plain, "ink", Qt.AlignmentFlag.AlignVCenter),
                (format_amount(bar.total), at.amount_right, bold, "ink", right),
                (share_words(bar, whole), at.share_right, plain, "ink2", right),
            ):
                painter.setFont(font)
                painter.setPen(theme().color(token))
                painter.drawText(0, top, edge, height, int(flags), text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the picture: by the right button, and by the menu key (U33)."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the picture."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

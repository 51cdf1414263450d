"""A chart in the window: drawn in the background after it is shown, again when its size changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from ui.support import background
from ui.support.lifetime import while_alive
from ui.support.theme import theme
from ui.widgets.charts import ROW, Bar, Pixels, chart_file, chart_pixels
from ui.widgets.share_columns import share_columns
from village_budget.errors import ExportError
from village_budget.money import format_amount, format_percent

Order = tuple[tuple[Bar, ...], int, float]


class ChartCanvas(QWidget):
    """Bars as a picture; until it is there, and where it can't be, the same figures as plain words."""

    drawn = Signal()
    failed = Signal(object)  # ExportError: the chart was not saved

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

    @property
    def is_drawn(self) -> bool:
        """Whether the picture of what is asked for is there."""
        return self._image_of == self._order()

    def show_bars(self, bars: list[Bar]) -> None:
        """Show other bars."""
        if bars == self._bars:
            return
        self._bars = bars
        words = "; ".join(f"{bar.label} {format_amount(bar.total)}" for bar in bars)
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
                (format_percent(bar.total, whole, 1), at.share_right, plain, "ink2", right),
            ):
                painter.setFont(font)
                painter.setPen(theme().color(token))
                painter.drawText(0, top, edge, height, int(flags), text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to save the chart."""
        menu = QMenu(self)
        menu.addAction(self.tr("Save the chart…"), self._ask_file)
        menu.exec(event.globalPos())

    def _ask_file(self) -> None:
        kinds = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the chart"), f"{self._name}.png", kinds)
        if chosen:
            try:
                self.save(Path(chosen))
            except ExportError as error:
                self.failed.emit(error)

    def save(self, path: Path) -> None:
        """Write the chart as PNG, SVG or PDF, by the name's ending.

        Raises:
            ExportError: it can't be written there; what was there is intact.
        """
        from village_budget.atomic import replacing

        kind = path.suffix.lstrip(".").lower()
        content = chart_file(self._bars, kind if kind in ("png", "svg", "pdf") else "png")
        with replacing(path) as temporary:
            temporary.write_bytes(content)

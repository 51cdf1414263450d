"""Charts drawn by matplotlib in the window's colours, as pictures; imported only when one is shown."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from ui.support.fonts import FAMILY, FILES
from ui.support.theme import theme
from village_budget import paths
from village_budget.money import Sen, format_amount, format_percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROW = 38


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label and its parts as (fund source, sen), stacked in order."""

    label: str
    parts: tuple[tuple[str, Sen], ...]

    @property
    def total(self) -> Sen:
        """Sum of the parts."""
        return sum(sen for _, sen in self.parts)


@lru_cache(maxsize=1)
def _know_font() -> str:
    """Tell matplotlib of the bundled typeface."""
    from matplotlib import font_manager

    for name in FILES:
        font_manager.fontManager.addfont(str(paths.resource("fonts", name)))
    return FAMILY


def bar_figure(bars: list[Bar], width: int, dpi: float) -> Figure:
    """Horizontal bars stacked by fund source; whole amount and share in columns at the right.

    Args:
        bars: in the order of the chart.
        width: in pixels of the design, at 100 dots an inch.
        dpi: dots an inch to draw at.
    """
    from matplotlib.figure import Figure

    family = _know_font()
    px, color = theme().px, theme().color
    height = px(ROW) * max(len(bars), 1)
    figure = Figure(figsize=(width / 100, height / 100), dpi=dpi, facecolor=color("surface").name())
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    left, right = px(136), width - px(176)
    whole = sum(bar.total for bar in bars)
    largest = max((bar.total for bar in bars), default=0) or 1
    text: dict[str, Any] = {"family": family, "va": "center_baseline", "fontsize": 10 * theme().factor * 0.96}
    for number, bar in enumerate(bars):
        middle = (number + 0.5) * px(ROW)
        _draw_parts(axes, bar, (left, middle), (right - left) / largest)
        axes.text(0, middle, bar.label, color=color("ink").name(), **text)
        amount = format_amount(bar.total)
        axes.text(
            width - px(66), middle, amount, color=color("ink").name(), ha="right", weight="bold", **text
        )
        share = format_percent(bar.total, whole, 1)
        axes.text(width - px(2), middle, share, color=color("ink2").name(), ha="right", **text)
    return figure


def _draw_parts(axes: Any, bar: Bar, start: tuple[float, float], scale: float) -> None:
    """The parts of one bar, a pixel apart."""
    at, middle = start
    for fund, sen in bar.parts:
        wide = sen * scale
        token = f"fund-{fund}-solid" if fund else "line2"
        shown = max(wide - 1, 0.8)
        axes.barh(
            middle, shown, left=at, height=theme().px(20), color=theme().color(token).name(), linewidth=0
        )
        at += wide


class BarChart(QWidget):
    """A bar chart that is drawn again when its width changes; right click saves it as a file."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: list[Bar] = []
        self._image: QImage | None = None
        self._drawn_for: tuple[int, float] = (0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: list[Bar]) -> None:
        """Show other bars."""
        if bars == self._bars:
            return
        self._bars = bars
        self._image = None
        words = "; ".join(f"{bar.label} {format_amount(bar.total)}" for bar in bars)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setFixedHeight(theme().px(ROW) * max(len(bars), 1))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(theme().px(500), theme().px(ROW) * max(len(self._bars), 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the picture, making it anew when its size has changed."""
        if not self._bars:
            return
        wanted = (self.width(), self.devicePixelRatioF())
        if self._image is None or self._drawn_for != wanted:
            self._image = self._draw(*wanted)
            self._drawn_for = wanted
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image)
        finally:
            painter.end()

    def _draw(self, width: int, ratio: float) -> QImage:
        """At twice the size, smoothed down, so that thin parts stay visible."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        figure = bar_figure(self._bars, width, 100 * max(ratio, 1.0) * 2)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        columns, rows = canvas.get_width_height()
        pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
        made = QImage(pixels, columns, rows, QImage.Format.Format_RGBA8888)
        return made.scaled(
            round(width * ratio), round(self.height() * ratio),
            Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to save the chart."""
        menu = QMenu(self)
        menu.addAction(self.tr("Save the chart…"), self._ask_file)
        menu.exec(event.globalPos())

    def _ask_file(self) -> None:
        kinds = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the chart"), f"{self._name}.png", kinds)
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the chart as PNG, SVG or PDF, by the name's ending."""
        kind = path.suffix.lstrip(".").lower() or "png"
        made = io.BytesIO()
        bar_figure(self._bars, 900, 200).savefig(made, format=kind, dpi=200)
        path.write_bytes(made.getvalue())

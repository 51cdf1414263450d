"""Charts drawn by matplotlib in the window's colours, as pictures; imported only when one is drawn."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ui.support.fonts import FAMILY, FILES
from ui.support.theme import theme
from ui.widgets.share_columns import share_columns
from village_budget import paths
from village_budget.money import Sen, format_amount, format_percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROW = 33
_DESIGN_DPI = 100
_FILE_WIDTH, _FILE_DPI = 900, 200
# matplotlib keeps one cache of fonts for all: two charts at once would meet in it.
_ONE_AT_A_TIME = threading.RLock()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label and its parts as (fund source, sen), stacked in order."""

    label: str
    parts: tuple[tuple[str, Sen], ...]

    @property
    def total(self) -> Sen:
        """Sum of the parts."""
        return sum(sen for _, sen in self.parts)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A drawn chart: RGBA rows, width and height in device pixels."""

    data: bytes
    width: int
    height: int


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
    at = share_columns(width)
    height = px(ROW) * max(len(bars), 1)
    size = (width / _DESIGN_DPI, height / _DESIGN_DPI)
    figure = Figure(figsize=size, dpi=dpi, facecolor=color("surface").name())
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    whole = sum(bar.total for bar in bars)
    largest = max((bar.total for bar in bars), default=0) or 1
    points = theme().font("body").pixelSize() * 72 / _DESIGN_DPI
    words: dict[str, Any] = {"family": family, "va": "center_baseline", "fontsize": points}
    ink, soft = color("ink").name(), color("ink2").name()
    for number, bar in enumerate(bars):
        centre = (number + 0.5) * px(ROW)
        _draw_parts(axes, bar, (at.bar_left, centre), (at.bar_right - at.bar_left) / largest)
        middle = centre - px(1)  # capitals and digits, not whole letters, stand in the middle
        axes.text(0, middle, bar.label, color=ink, **words)
        amount = format_amount(bar.total)
        axes.text(at.amount_right, middle, amount, color=ink, ha="right", weight="bold", **words)
        share = format_percent(bar.total, whole, 1)
        axes.text(at.share_right, middle, share, color=soft, ha="right", **words)
    return figure


def _draw_parts(axes: Any, bar: Bar, start: tuple[float, float], scale: float) -> None:
    """The parts of one bar, a pixel apart; the smallest stays visible."""
    at, middle = start
    for fund, sen in bar.parts:
        token = f"fund-{fund}-solid" if fund else "line2"
        wide = max(sen * scale, 2.0)
        colour = theme().color(token).name()
        axes.barh(middle, wide - 1, left=at, height=theme().px(20), color=colour, linewidth=0)
        at += wide


@contextmanager
def _drawing() -> Iterator[None]:
    """One chart at a time, its words as unhinted as the window's."""
    from matplotlib import rc_context

    with _ONE_AT_A_TIME, rc_context({"text.hinting": "no_hinting"}):
        yield


def chart_pixels(bars: list[Bar], width: int, ratio: float) -> Pixels:
    """Draw the bars; safe on any thread, one chart at a time.

    Args:
        bars: in the order of the chart.
        width: in pixels.
        ratio: device pixels a pixel.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with _drawing():
        canvas = FigureCanvasAgg(bar_figure(bars, width, _DESIGN_DPI * ratio))
        canvas.draw()  # type: ignore[no-untyped-call]
        across, down = canvas.get_width_height()
        return Pixels(bytes(canvas.buffer_rgba()), across, down)  # type: ignore[no-untyped-call]


def chart_file(bars: list[Bar], kind: str) -> bytes:
    """The chart as a file: ``png``, ``svg`` or ``pdf``, at 200 dots an inch."""
    made = io.BytesIO()
    with _drawing():
        bar_figure(bars, theme().px(_FILE_WIDTH), _FILE_DPI).savefig(made, format=kind, dpi=_FILE_DPI)
    return made.getvalue()

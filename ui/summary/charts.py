"""Charts drawn by matplotlib in the window's colours, as pictures; imported only when one is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ui.summary.fund_fill import fill_of
from ui.summary.share_columns import share_columns
from ui.support.fonts import FAMILY, FILES
from ui.support.theme import theme
from village_budget import paths
from village_budget.money import Sen, format_amount, format_percent
from village_budget.reports.poster.canvas import ONE_AT_A_TIME

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROW = 33
DESIGN_DPI = 100
LETTERS = 44
"""Width a part needs to carry its fund's letters."""
# Words stay words in files, so that they can be searched and mended; a name's $ is no formula.
_SETTINGS: dict[Any, Any] = {
    "text.hinting": "no_hinting",
    "text.parse_math": False,
    "hatch.linewidth": 0.9,
    "svg.fonttype": "none",
    "pdf.fonttype": 42,
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label and its parts as (fund source, sen), stacked in order.

    Attributes:
        label: what it stands for.
        parts: fund source and sen, "" for money whose fund is not decided.
        remark: words in place of its share of the whole, such as a change against the year before.
    """

    label: str
    parts: tuple[tuple[str, Sen], ...]
    remark: str = ""

    @property
    def total(self) -> Sen:
        """Sum of the parts."""
        return sum(sen for _, sen in self.parts)


def share_words(bar: Bar, whole: Sen) -> str:
    """What stands at the right of a bar: its remark, else its share."""
    return bar.remark or format_percent(bar.total, whole, 1)


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
    figure, axes = blank(width, theme().px(ROW) * max(len(bars), 1), dpi)
    draw_bars(axes, bars, width)
    return figure


def blank(width: float, height: float, dpi: float) -> tuple[Figure, Any]:
    """An empty sheet and its axes, one unit a pixel of the design, downwards."""
    from matplotlib.figure import Figure

    size = (width / DESIGN_DPI, height / DESIGN_DPI)
    figure = Figure(figsize=size, dpi=dpi, facecolor=theme().color("surface").name())
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    return figure, axes


def words_of(role: str) -> dict[str, Any]:
    """How matplotlib writes words of a role, standing in the middle of their row."""
    points = theme().font(role).pixelSize() * 72 / DESIGN_DPI
    # The bundled typeface has no minus sign (U+2212); matplotlib's own one helps out.
    return {"family": [_know_font(), "DejaVu Sans"], "va": "center_baseline", "fontsize": points}


def draw_bars(axes: Any, bars: list[Bar], width: float, left: float = 0, top: float = 0) -> None:
    """Draw the bars and their words into a part of a sheet."""
    px, color = theme().px, theme().color
    at = share_columns(round(width))
    whole = sum(bar.total for bar in bars)
    largest = max((bar.total for bar in bars), default=0) or 1
    words = words_of("body")
    ink, soft = color("ink").name(), color("ink2").name()
    for number, bar in enumerate(bars):
        centre = top + (number + 0.5) * px(ROW)
        _draw_parts(axes, bar, (left + at.bar_left, centre), (at.bar_right - at.bar_left) / largest)
        middle = centre - px(1)  # capitals and digits, not whole letters, stand in the middle
        axes.text(left, middle, bar.label, color=ink, **words)
        amount = format_amount(bar.total)
        axes.text(left + at.amount_right, middle, amount, color=ink, ha="right", weight="bold", **words)
        axes.text(left + at.share_right, middle, share_words(bar, whole), color=soft, ha="right", **words)


def _draw_parts(axes: Any, bar: Bar, start: tuple[float, float], scale: float) -> None:
    """The parts of one bar, a pixel apart; the smallest stays visible, the wide ones say their fund."""
    at, middle = start
    for fund, sen in bar.parts:
        wide = max(sen * scale, 2.0)
        draw_part(axes, fund, (at, middle), (wide - 1, theme().px(20)))
        at += wide


def draw_part(axes: Any, fund: str, start: tuple[float, float], size: tuple[float, float]) -> None:
    """One part: the fund's colour, its pattern, and its letters where they have room.

    Args:
        axes: where.
        fund: its code, "" when it is not decided.
        start: left edge and middle of its height.
        size: width and height.
    """
    look = fill_of(fund)
    (left, middle), (wide, high) = start, size
    axes.barh(
        middle, wide, left=left, height=high, color=look.color, hatch=look.hatch or None,
        edgecolor=look.over, linewidth=0,
    )  # fmt: skip
    if look.edge and wide > 1:
        # A second bar: matplotlib would draw the pattern in the colour of the line.
        axes.barh(
            middle, wide, left=left, height=high, color="none", edgecolor=look.edge, linewidth=0.8,
        )  # fmt: skip
    if fund and wide >= theme().px(LETTERS):
        words = words_of("caption") | {"va": "center"}
        plate = {"boxstyle": "square,pad=0.05", "facecolor": look.color, "edgecolor": "none"}
        axes.text(
            left + wide / 2, middle, fund, color=look.over, ha="center", weight="bold", bbox=plate, **words
        )


@contextmanager
def drawing() -> Iterator[None]:
    """One chart at a time, its words as unhinted as the window's."""
    from matplotlib import rc_context

    with ONE_AT_A_TIME, rc_context(_SETTINGS):
        yield


def chart_pixels(bars: list[Bar], width: int, ratio: float) -> Pixels:
    """Draw the bars; safe on any thread, one chart at a time.

    Args:
        bars: in the order of the chart.
        width: in pixels.
        ratio: device pixels a pixel.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with drawing():
        canvas = FigureCanvasAgg(bar_figure(bars, width, DESIGN_DPI * ratio))
        canvas.draw()  # type: ignore[no-untyped-call]
        across, down = canvas.get_width_height()
        return Pixels(bytes(canvas.buffer_rgba()), across, down)  # type: ignore[no-untyped-call]

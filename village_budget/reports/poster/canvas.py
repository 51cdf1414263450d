"""A sheet to draw a poster on with matplotlib: lengths in mm from the upper left corner, type in points."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from village_budget import paths
from village_budget.reports.poster.hatching import strokes

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Patch

ONE_AT_A_TIME = threading.RLock()
"""Held by whoever draws with matplotlib: its settings and fonts are those of the whole process."""

_MM_PER_INCH = 25.4
_MM_PER_POINT = 25.4 / 72
_SHORTEST = 4


@lru_cache(maxsize=64)
def _font(size: float, *, bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    file = paths.resource("fonts", "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf")
    return FontProperties(fname=str(file), size=size)


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in mm of one line at a size in points."""
    from matplotlib.textpath import TextToPath

    if not text:
        return 0.0
    width, _, _ = TextToPath().get_text_width_height_descent(text, _font(size, bold=bold), ismath=False)
    return float(width) * _MM_PER_POINT


class Canvas:
    """Draws in design mm; the paper may be larger or smaller by a factor, with bleed around it.

    Args:
        width, height: of the design, in mm.
        factor: size of the paper over that of the design.
        bleed: what is cut off all round, in mm of the paper.
        ground: colour of the sheet.
    """

    def __init__(self, width: float, height: float, *, factor: float, bleed: float, ground: str) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self._factor = factor
        self._bleed = bleed / factor
        self.figure: Figure = Figure(
            figsize=(
                (width * factor + 2 * bleed) / _MM_PER_INCH,
                (height * factor + 2 * bleed) / _MM_PER_INCH,
            ),
            facecolor=ground,
        )
        FigureCanvasAgg(self.figure)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(-self._bleed, width + self._bleed)
        self._axes.set_ylim(height + self._bleed, -self._bleed)
        self._axes.axis("off")
        self.sizes: list[float] = []

    @property
    def smallest(self) -> float:
        """Smallest type on it, in points of the paper."""
        return min(self.sizes, default=0.0) * self._factor

    def rect(self, x: float, y: float, width: float, height: float, colour: str, **more: Any) -> Patch:
        """A filled rectangle; one that touches the edge of the sheet goes on into the bleed.

        A ``linewidth`` is in points of the design.
        """
        from matplotlib.patches import Rectangle

        left, top, right, bottom = x, y, x + width, y + height
        left = -self._bleed if left <= 0 else left
        top = -self._bleed if top <= 0 else top
        right = self.width + self._bleed if right >= self.width else right
        bottom = self.height + self._bleed if bottom >= self.height else bottom
        more["linewidth"] = more.get("linewidth", 0) * self._factor
        made = Rectangle((left, top), right - left, bottom - top, facecolor=colour, **more)
        self._axes.add_patch(made)
        return made

    def strokes(self, box: tuple[float, float, float, float], kind: str, colour: str, step: float) -> None:
        """Lines or dots over a box, as far apart as they should be on paper of any size.

        Args:
            box: left, top, width and height.
            kind: one of `hatching.KINDS`.
            colour: of the lines.
            step: how far apart they are.
        """
        from matplotlib.patches import PathPatch, Rectangle
        from matplotlib.path import Path

        left, top, width, height = box
        corners: list[tuple[float, float]] = []
        codes: list[int] = []
        for line in strokes(kind, width, height, step):
            corners += [(left + x, top + y) for x, y in line]
            codes += [int(Path.MOVETO)] + [int(Path.LINETO)] * (len(line) - 1)
        if not corners:
            return
        thick = step * 0.16 * self._factor / _MM_PER_POINT
        made = PathPatch(Path(corners, codes), fill=False, edgecolor=colour, linewidth=thick)
        self._axes.add_patch(made)
        frame = Rectangle((left, top), width, height, transform=self._axes.transData)
        made.set_clip_path(frame)

    def petal(
        self,
        middle: tuple[float, float],
        step: float,
        *,
        angle: float,
        colour: str,
        alpha: float,
        clip: Patch,
    ) -> None:
        """One petal of the kawung pattern, seen through another shape."""
        from matplotlib.patches import Ellipse

        made = Ellipse(
            middle, step * 0.52, step * 0.27, angle=angle, facecolor=colour, alpha=alpha, linewidth=0
        )
        self._axes.add_patch(made)
        made.set_clip_path(clip)

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        """One line of words on its baseline; ``right``: it ends at ``x``."""
        if not text:
            return
        self.sizes.append(size)
        self._axes.text(
            x, baseline, text, color=colour, fontproperties=_font(size * self._factor, bold=bold),
            ha="right" if right else "left", va="baseline", parse_math=False,
        )  # fmt: skip

    def dots(self, x: float, y: float, side: float, rows: Sequence[Sequence[bool]], colour: str) -> None:
        """A QR code, its modules as rectangles so that it stays sharp at any size."""
        step = side / max(len(rows), 1)
        for line, row in enumerate(rows):
            for place, dark in enumerate(row):
                if dark:
                    self.rect(x + place * step, y + line * step, step * 1.02, step * 1.02, colour)


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """A text cut to a width at a word, with an ellipsis; whole when it fits."""
    if text_width(text, size, bold=bold) <= room:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        shown = " ".join(words).rstrip(",;·/") + " …"
        if text_width(shown, size, bold=bold) <= room:
            return shown
    cut = text
    while len(cut) > _SHORTEST and text_width(cut + "…", size, bold=bold) > room:
        cut = cut[:-1]
    return cut + "…"


def shrunk(text: str, room: float, size: float, least: float, *, bold: bool = False) -> float:
    """The size at which a text fits a width, never below ``least``."""
    width = text_width(text, size, bold=bold)
    return size if width <= room else max(least, size * room / width)


def wrapped(text: str, room: float, size: float) -> list[str]:
    """Lines of a text that fit a width, broken at spaces; too long a word goes on in the next line."""
    lines: list[str] = []
    for word in (part for whole in text.split() for part in _pieces(whole, room, size)):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _pieces(word: str, room: float, size: float) -> list[str]:
    """A word in pieces that fit a width, parted after a sign where there is one: addresses are never cut."""
    pieces = []
    while text_width(word, size) > room and len(word) > 1:
        end = len(word) - 1
        while end > 1 and text_width(word[:end], size) > room:
            end -= 1
        sign = word.rfind("@", 1, end) + 1 or max(word.rfind(sign, end // 2, end) for sign in "./-_,") + 1
        end = sign or end
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]

"""A page as plain drawing orders in millimetres: what pages, preview, paper and PDF share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from village_budget.reports.report_document import Align, PageSetup

PAPERS_MM = {"F4": (215.0, 330.0), "A4": (210.0, 297.0), "Legal": (215.9, 355.6)}
"""Upright paper sizes; F4 is what village offices call folio."""
LINE_MM = 0.25
BODY_PT = 8.5
NARROW_PT = 8.0
TITLE_PT = 11.0
NUMBER_PT = 6.5
FOOT_PT = 7.5
MM_PER_PT = 25.4 / 72


def paper_mm(page: PageSetup) -> tuple[float, float]:
    """Width and height of the paper as it lies in front of the reader."""
    width, height = PAPERS_MM[page.paper]
    return (height, width) if page.landscape else (width, height)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of words.

    Attributes:
        x: left edge, middle or right edge, by ``align``, in mm from the left of the paper.
        baseline: in mm from the top of the paper.
        text: never wider than its place.
        size: in points.
        bold: weight.
        align: what ``x`` is.
        underline: drawn below the words.
    """

    x: float
    baseline: float
    text: str
    size: float = BODY_PT
    bold: bool = False
    align: Align = Align.LEFT
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line, upright or level, in mm."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Block:
    """A filled black rectangle in mm."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: paper size in mm and all that is drawn on it."""

    width: float
    height: float
    texts: tuple[PlacedText, ...]
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class SheetBuilder:
    """Collects the orders of one page; lines that touch become one."""

    width: float
    height: float
    texts: list[PlacedText] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    _upright: dict[float, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    _level: dict[float, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the four sides of a cell."""
        for left in (x, x + width):
            self._upright[round(left, 3)].append((y, y + height))
        for top in (y, y + height):
            self._level[round(top, 3)].append((x, x + width))

    def build(self) -> Sheet:
        """The finished page."""
        segments = [Segment(x, a, x, b) for x, spans in self._upright.items() for a, b in _joined(spans)]
        segments += [Segment(a, y, b, y) for y, spans in self._level.items() for a, b in _joined(spans)]
        return Sheet(self.width, self.height, tuple(self.texts), tuple(segments), tuple(self.blocks))


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans on one line, those that touch or overlap taken together."""
    joined: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 0.01:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined

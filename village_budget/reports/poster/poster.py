"""The poster as PDF and PNG: a sheet for the notice board, or a banner for the print shop."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from village_budget.atomic import replacing
from village_budget.reports.forms.layout import read_layout
from village_budget.reports.poster.blocks import Blocks, PosterColumn
from village_budget.reports.poster.canvas import ONE_AT_A_TIME, Canvas
from village_budget.reports.poster.poster_facts import PosterFacts

_UPRIGHT = 297.0
_LYING = (445.5, 297.0)
_MARGIN = 14.0
_FOOT = 11.0
_PIXELS = 2480
"""Width of the picture for chat groups: an A3 sheet at 212 dots an inch."""
_MOST_STRETCH = 1.8


@dataclass(frozen=True, slots=True)
class Paper:
    """A size the poster is made in: in mm, with what the print shop cuts off all round."""

    name: str
    width: float
    height: float
    bleed: float = 0.0


@lru_cache(maxsize=1)
def papers() -> dict[str, Paper]:
    """Sizes by name: ``A3``, ``F4``, ``Spanduk`` (3 x 2 m)."""
    return {name: Paper(name, **told) for name, told in read_layout("poster")["sizes"].items()}


@lru_cache(maxsize=1)
def designs() -> dict[str, dict[str, Any]]:
    """Designs by name: ``nila``, ``soga`` and the sober ``hemat``."""
    found: dict[str, dict[str, Any]] = read_layout("poster")["designs"]
    return found


def draw_poster(facts: PosterFacts, paper: Paper, design: str) -> Canvas:
    """Draw a poster.

    Args:
        facts: what it says.
        paper: its size; wider than high it is laid out in two columns.
        design: name of one of `designs`.
    """
    lying = paper.width > paper.height
    width = _LYING[0] if lying else _UPRIGHT
    factor = paper.width / width
    height = paper.height / factor
    colours = designs()[design]
    canvas = Canvas(width, height, factor=factor, bleed=paper.bleed, ground=colours["ground"])
    blocks = Blocks(canvas, facts, colours)
    (_lying if lying else _upright)(canvas, blocks, Blocks(None, facts, colours))
    blocks.foot(_MARGIN)
    return canvas


def _upright(canvas: Canvas, blocks: Blocks, trial: Blocks) -> None:
    """One column; gaps between rows are stretched until the sheet is filled."""
    head = min(75.0, canvas.height * 0.19)
    end = canvas.height - _FOOT - 6.0

    def flow(hand: Blocks, stretch: float) -> float:
        at = PosterColumn(_MARGIN, canvas.width - 2 * _MARGIN, stretch)
        top = hand.totals(at, head + 9.0)
        top = hand.income(at, top + 3.0 * stretch)
        top = hand.spending(at, top + 3.0 * stretch)
        hand.line(at, top + 1.0)
        half = (at.width - 10.0) / 2
        left = hand.people(PosterColumn(at.left, half), top + 4.0)
        right = hand.contact(PosterColumn(at.left + half + 10.0, half), top + 4.0)
        return max(left, right)

    blocks.head(head, _MARGIN)
    flow(blocks, _stretch(lambda stretch: flow(trial, stretch), end))


def _lying(canvas: Canvas, blocks: Blocks, trial: Blocks) -> None:
    """Two columns: where the money comes from and who uses it; what it is used for and whom to ask."""
    head = 70.0
    end = canvas.height - _FOOT - 4.0
    width = (canvas.width - 3 * _MARGIN) / 2

    def left(hand: Blocks, stretch: float) -> float:
        at = PosterColumn(_MARGIN, width, stretch)
        top = hand.totals(at, head + 8.0)
        top = hand.income(at, top + 2.0 * stretch)
        return hand.people(PosterColumn(at.left, width), top + 4.0 * stretch)

    def right(hand: Blocks, stretch: float) -> float:
        at = PosterColumn(2 * _MARGIN + width, width, stretch)
        top = hand.spending(at, head + 8.0)
        hand.line(at, top + 2.0 * stretch)
        return hand.contact(PosterColumn(at.left, width), top + 5.0 * stretch)

    blocks.head(head, _MARGIN)
    for flow in (left, right):
        flow(blocks, _stretch(lambda stretch, flow=flow: flow(trial, stretch), end))


def _stretch(flow: Any, end: float) -> float:
    """How far gaps must be stretched or pressed together for a column to end where it should."""
    least, most = 0.72, _MOST_STRETCH
    for _ in range(18):
        middle = (least + most) / 2
        least, most = (middle, most) if flow(middle) <= end else (least, middle)
    return least


def poster_pdf(canvas: Canvas) -> bytes:
    """The poster as a vector PDF with its fonts inside."""
    import matplotlib as mpl

    content = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42}):
        canvas.figure.savefig(content, format="pdf", metadata={"CreationDate": None})
    return content.getvalue()


def poster_png(canvas: Canvas, pixels: int = _PIXELS) -> bytes:
    """The poster as a picture, by default for chat groups: of one width whatever its size on paper."""
    content = io.BytesIO()
    canvas.figure.savefig(content, format="png", dpi=pixels / canvas.figure.get_size_inches()[0])
    return content.getvalue()


def poster_picture(facts: PosterFacts, paper: Paper, design: str, pixels: int) -> bytes:
    """What a poster will look like, as a PNG of a width in pixels; safe on any thread."""
    with ONE_AT_A_TIME:
        return poster_png(draw_poster(facts, paper, design), pixels)


def write_poster(facts: PosterFacts, paper: Paper, design: str, path: Path) -> None:
    """Write a poster, as PDF or PNG by the name of the file; a former one is replaced only by a whole one.

    Raises:
        ExportError: one of `atomic.replacing`.
    """
    with ONE_AT_A_TIME:
        canvas = draw_poster(facts, paper, design)
        content = poster_png(canvas) if path.suffix == ".png" else poster_pdf(canvas)
    with replacing(path) as temporary:
        temporary.write_bytes(content)

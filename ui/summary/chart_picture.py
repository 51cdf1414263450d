"""A chart as a file or on the clipboard: with title, village, year, legend, fingerprint and day around it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ui.summary.charts import (
    DESIGN_DPI,
    ROW,
    Bar,
    blank,
    draw_bars,
    draw_part,
    drawing,
    words_of,
)
from ui.support.theme import theme

KINDS = ("png", "svg", "pdf")
_WIDTH, _DPI = 900, 200
_EDGE, _HEAD, _FOOT = 28, 84, 74
_A_ROW = 4


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What a picture says beside its bars, so that it can be told months later what it shows.

    Attributes:
        title: of the chart.
        place: village and year.
        source: fingerprint and day.
        legend: fund sources with their names, in the order of the chart.
        whole: the sum in words, such as ``Jumlah 1,46 miliar``.
    """

    title: str
    place: str = ""
    source: str = ""
    legend: tuple[tuple[str, str], ...] = ()
    whole: str = ""


def chart_file(bars: list[Bar], kind: str, words: PictureWords) -> bytes:
    """The chart as a file: ``png``, ``svg`` or ``pdf``, at 200 dots an inch; safe on any thread."""
    made = io.BytesIO()
    known: dict[str, Any] = {"Title": words.title}
    if kind == "svg":
        known["Description"] = f"{words.place} {words.source}"
    elif kind == "pdf":
        known["Subject"] = f"{words.place} {words.source}"
    with drawing():
        _figure(bars, words).savefig(made, format=kind, dpi=_DPI, metadata=known)
    return made.getvalue()


def kind_of(path: Path, chosen: str = "") -> str:
    """The kind of file a name asks for; a name without a known ending follows the chosen filter."""
    kind = path.suffix.lstrip(".").lower()
    if kind in KINDS:
        return kind
    return next((one for one in KINDS if one in chosen.lower()), "png")


def write_chart(path: Path, kind: str, bars: list[Bar], words: PictureWords) -> None:
    """Write a chart whole.

    Raises:
        ExportError: it can't be written there; what was there is intact.
    """
    from village_budget.atomic import replacing

    content = chart_file(bars, kind, words)
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def _figure(bars: list[Bar], words: PictureWords) -> Any:
    px, color = theme().px, theme().color
    width, edge = px(_WIDTH), px(_EDGE)
    rows = -(-len(words.legend) // _A_ROW)
    body = px(ROW) * max(len(bars), 1)
    figure, axes = blank(width, px(_HEAD) + body + px(26) * rows + px(_FOOT), DESIGN_DPI)
    ink, soft = color("ink").name(), color("ink2").name()
    axes.text(edge, px(32), words.title, color=ink, weight="bold", **words_of("title"))
    axes.text(edge, px(58), words.place, color=soft, **words_of("body"))
    if words.whole:
        strip = words_of("strip") | {"ha": "right", "weight": "bold"}
        axes.text(width - edge, px(32), words.whole, color=ink, **strip)
    draw_bars(axes, bars, width - 2 * edge, edge, px(_HEAD))
    for number, (fund, name) in enumerate(words.legend):
        down, across = divmod(number, _A_ROW)
        left = edge + across * (width - 2 * edge) / _A_ROW
        middle = px(_HEAD) + body + px(28) + down * px(26)
        draw_part(axes, fund, (left, middle), (px(46), px(18)))
        axes.text(left + px(54), middle - px(2), name, color=soft, **words_of("small"))
    below = px(_HEAD) + body + px(26) * rows + px(48)
    axes.plot([edge, width - edge], [below - px(18)] * 2, color=color("line").name(), linewidth=0.8)
    axes.text(edge, below, words.source, color=soft, **words_of("small"))
    return figure

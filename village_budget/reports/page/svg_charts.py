"""Charts as SVG inside the page: they scale with it, print like text, and say in words what they show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from village_budget.money import Sen, format_accounting, format_percent
from village_budget.reports.page.markup import Markup, joined, tag

_HEIGHT = 40
_LETTERS_FROM = Decimal(9)
"""Least share in per cent of a piece that has room for the letters of its fund."""
_HAIR = Decimal("0.3")


@dataclass(frozen=True, slots=True)
class BarPiece:
    """One piece of a bar: class of its colour, letters on it, its name, its amount."""

    kind: str
    letters: str
    name: str
    amount: Sen


def bar_of_pieces(key: str, title: str, pieces: list[BarPiece], whole: Sen) -> Markup:
    """All pieces side by side, in the order of the list below the bar.

    Args:
        key: unique on the page.
        title: what the bar shows.
        pieces: with positive amounts; others are not drawn.
        whole: what the full width stands for.
    """
    drawn, left = [], Decimal(0)
    for piece in pieces:
        if piece.amount <= 0 or whole <= 0:
            continue
        share = Decimal(piece.amount) * 100 / Decimal(whole)
        width = max(share - _HAIR, Decimal("0.2"))
        drawn.append(
            tag("rect", x=_percent(left), y=0, width=_percent(width), height=_HEIGHT, class_=piece.kind)
        )
        if share >= _LETTERS_FROM and piece.letters:
            middle = _percent(left + width / 2)
            drawn.append(
                tag("text", piece.letters, x=middle, y=_HEIGHT // 2 + 5, class_=f"huruf {piece.kind}")
            )
        left += share
    told = "; ".join(
        f"{piece.name} Rp {format_accounting(piece.amount)} ({format_percent(piece.amount, whole, 1)})"
        for piece in pieces
    )
    return _drawing(key, title, told, joined(*drawn), height=_HEIGHT)


def bar_of_share(key: str, title: str, part: Sen, whole: Sen) -> Markup:
    """One part against the whole: 47 % fills 47 %."""
    share = Decimal(part) * 100 / Decimal(whole) if whole > 0 else Decimal(0)
    width = min(max(share, Decimal(0)), Decimal(100))
    drawn = joined(
        tag("rect", x=0, y=0, width="100%", height=8, class_="alur"),
        tag("rect", x=0, y=0, width=_percent(width), height=8, class_="isian"),
    )
    return _drawing(key, title, "", drawn, height=8)


def code_picture(dots: tuple[tuple[bool, ...], ...], title: str) -> Markup:
    """A QR code, dark on white whatever the colours of the page are."""
    side = len(dots)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(dots) for x, dark in enumerate(row) if dark)
    return tag(
        "svg",
        tag("title", title, id="qr-judul"),
        tag("rect", width=side, height=side, fill="#fff"),
        tag("path", d=path, fill="#000"),
        viewbox=f"0 0 {side} {side}",
        role="img",
        aria_labelledby="qr-judul",
        class_="qr",
        shape_rendering="crispEdges",
    )


def kawung() -> Markup:
    """The pattern of the head: four petals around each point; decoration only."""
    petal = "M0 0C6-3 9-9 9-16C3-13 0-7 0 0z"
    turned = [tag("path", d=petal, transform=f"translate(20 20) rotate({at})") for at in (15, 105, 195, 285)]
    pattern = tag("pattern", *turned, id="kawung", width=40, height=40, patternUnits="userSpaceOnUse")
    ground = tag("rect", width="100%", height="100%", fill="url(#kawung)")
    return tag("svg", tag("defs", pattern), ground, class_="pola", aria_hidden="true", focusable="false")


def _drawing(key: str, title: str, told: str, drawn: Markup, *, height: int) -> Markup:
    named = f"{key}-judul" + (f" {key}-isi" if told else "")
    words = [tag("title", title, id=f"{key}-judul")]
    if told:
        words.append(tag("desc", told, id=f"{key}-isi"))
    return tag(
        "svg",
        *words,
        drawn,
        role="img",
        aria_labelledby=named,
        class_="tumpuk" if told else "batang",
        width="100%",
        height=height,
    )


def _percent(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP)}%"

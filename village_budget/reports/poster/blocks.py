"""The blocks of a poster, each drawn into a column from its upper edge down; each tells where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from village_budget.money import format_accounting, format_percent
from village_budget.reports import qr_code
from village_budget.reports.poster import hatching
from village_budget.reports.poster.canvas import Canvas, fitted, shrunk, text_width, wrapped
from village_budget.reports.poster.poster_facts import PosterFacts

_LEAST = 12.0
"""Smallest type, in points of the design."""
_STEP = 1.7
"""How far the lines of a pattern are apart, in mm of the design."""


@dataclass(frozen=True, slots=True)
class PosterColumn:
    """Where a block stands: left edge and width in mm, and how far gaps are stretched."""

    left: float
    width: float
    stretch: float = 1.0

    @property
    def right(self) -> float:
        """Right edge in mm."""
        return self.left + self.width


class Blocks:
    """Draws the facts in the colours of one design.

    Args:
        canvas: to draw on; None to find out how high blocks are.
        facts: what to say.
        design: colours by name, from ``resources/forms/poster.toml``.
    """

    def __init__(self, canvas: Canvas | None, facts: PosterFacts, design: dict[str, Any]) -> None:
        self._canvas = canvas
        self._facts = facts
        self._design = design

    def head(self, height: float, margin: float) -> None:
        """The band at the top: village, year, regulation; the pattern fades in from the right."""
        canvas, design, facts = self._canvas, self._design, self._facts
        if canvas is None:
            return
        band = canvas.rect(0, 0, canvas.width, height, design["head"])
        if design["pattern"]:
            self._kawung(canvas, band, height)
        canvas.rect(0, height, canvas.width, 1.8, design["rule"])
        room = canvas.width - 2 * margin
        size = shrunk(facts.title, room, 62.0, 30.0, bold=True)
        for text, at, points, bold in (
            (facts.over, 0.23, 19.0, False), (facts.title, 0.57, size, True),
            (facts.village, 0.755, shrunk(facts.village, room, 20.0, 13.0, bold=True), True),
            (facts.regulation, 0.885, shrunk(facts.regulation, room, 15.5, _LEAST), False),
        ):  # fmt: skip
            canvas.text(margin, height * at, text, points, design["onhead"], bold=bold)

    def _kawung(self, canvas: Canvas, band: Any, height: float) -> None:
        """Four petals around each point of a grid, at most 16 % strong at the right edge."""
        step = 17.0
        begin = canvas.width * 0.45
        for row in range(int(height / step) + 2):
            for column in range(int((canvas.width - begin) / step) + 2):
                x, y = begin + column * step, row * step
                alpha = 0.16 * min(max((x - begin) / (canvas.width - begin), 0.0), 1.0)
                for dx, dy, angle in ((-1, -1, 45), (1, -1, -45), (-1, 1, -45), (1, 1, 45)):
                    petal = (x + dx * step * 0.25, y + dy * step * 0.25)
                    canvas.petal(
                        petal, step, angle=angle, colour=self._design["onhead"], alpha=alpha, clip=band
                    )

    def totals(self, at: PosterColumn, top: float) -> float:
        """Three totals side by side."""
        gap = at.width * 0.026
        width = (at.width - 2 * gap) / 3
        amounts = [format_accounting(total.amount) for total in self._facts.totals]
        size = min(shrunk(amount, width - 9, 29.0, 14.0, bold=True) for amount in amounts)
        deepest = 0
        for number, (total, amount) in enumerate(zip(self._facts.totals, amounts, strict=True)):
            left = at.left + number * (width + gap)
            self._rect(left, top, width, 0.9, self._design["accent"])
            self._text(left, top + 9.0, total.name, 18.0, "ink2")
            self._text(left, top + 20.0, "Rp", 14.0, "ink2", bold=True)
            self._text(left + 9.0, top + 20.0, amount, size, "ink", bold=True)
            for place, told in enumerate(wrapped(total.note, width, 13.0)):
                deepest = max(deepest, place)
                self._text(left, top + 28.5 + place * 5.4, told, 13.0, "ink2")
        return top + 32.0 + deepest * 5.4

    def income(self, at: PosterColumn, top: float) -> float:
        """One bar of all income, and a line for each source."""
        facts = self._facts
        self._text(at.left, top + 7.5, facts.heads["from"], 23.0, "accent", bold=True)
        bar = top + 12.0
        whole = sum(line.amount for line in facts.funds)
        left = at.left
        hatches = dict(zip((line.code for line in facts.funds), hatching.KINDS * 2, strict=False))
        for line in facts.funds:
            width = at.width * line.amount / whole if whole > 0 and line.amount > 0 else 0.0
            self._fund(left, bar, max(width - 0.6, 0.15), 9.0, code=line.code, hatches=hatches)
            left += width
        y = bar + 9.0
        step = 8.0 * at.stretch
        for line in facts.funds:
            y += step
            self._fund(at.left, y - 4.2, 4.4, 4.4, code=line.code, hatches=hatches)
            self._text(at.left + 7.5, y, line.name, 16.5, "ink", bold=True)
            hint = at.left + 10.0 + text_width(line.name, 16.5, bold=True)
            room = at.right - 62.0 - hint
            if text_width(line.hint, 13.0) <= room:
                self._text(hint, y, line.hint, 13.0, "ink2")
            self._text(
                at.right - 21.5, y, f"Rp {format_accounting(line.amount)}", 16.5, "ink", bold=True, right=True
            )
            percent = format_percent(line.share.part, line.share.whole, 1)
            self._text(at.right, y, percent, 16.5, "ink2", right=True)
        if not facts.funds:
            y += step
            self._text(at.left, y, facts.heads["nothing"], 14.0, "ink2")
        return y + 3.0

    def _fund(
        self, x: float, y: float, width: float, height: float, *, code: str, hatches: dict[str, str]
    ) -> None:
        colour = self._design["funds"].get(code, self._design["ink2"])
        if self._canvas is None:
            return
        ink = self._design["ink"]
        if not self._design.get("hatched"):
            self._canvas.rect(x, y, width, height, colour)
            return
        self._canvas.rect(x, y, width, height, colour, edgecolor=ink, linewidth=0.6)
        self._canvas.strokes((x, y, width, height), hatches.get(code, "/"), ink, _STEP)

    def spending(self, at: PosterColumn, top: float) -> float:
        """Sectors in plain words, largest first: bar against the whole budget, largest activities below."""
        facts = self._facts
        self._text(at.left, top + 7.5, facts.heads["to"], 23.0, "accent", bold=True)
        y = top + 9.0
        for line in facts.sectors:
            y += 9.0 * at.stretch
            self._text(at.left, y, line.name, 16.5, "ink", bold=True)
            self._text(
                at.right - 21.5, y, f"Rp {format_accounting(line.amount)}", 16.5, "ink", bold=True, right=True
            )
            percent = format_percent(line.share.part, line.share.whole, 0)
            self._text(at.right, y, percent, 16.5, "accent", bold=True, right=True)
            self._rect(at.left, y + 2.6, at.width, 2.7, self._design["track"], frame=True)
            self._rect(
                at.left,
                y + 2.6,
                at.width * min(max(line.share.number, 0.0), 1.0),
                2.7,
                self._design["accent"],
            )
            for told in self._wrapped(line.activities, at.width):
                y += 5.6
                self._text(at.left, y + 5.0, told, 12.5, "ink2")
            y += 5.0
        if not facts.sectors:
            y += 9.0
            self._text(at.left, y, facts.heads["nothing"], 14.0, "ink2")
        return y + 3.0

    def _wrapped(self, activities: tuple[str, ...], width: float) -> list[str]:
        """Activities on as few lines as fit, parted by a dot."""
        lines: list[str] = []
        for activity in activities:
            name, _, amount = activity.rpartition(" ")
            told = f"{fitted(name, width - text_width(amount, 12.5) - 2.0, 12.5)} {amount}"
            joined = f"{lines[-1]}   ·   {told}" if lines else told
            if lines and text_width(joined, 12.5) <= width:
                lines[-1] = joined
            else:
                lines.append(told)
        return lines

    def people(self, at: PosterColumn, top: float) -> float:
        """Who carries out the activities."""
        return self._pairs(at, top, self._facts.heads["who"], self._facts.officers)

    def contact(self, at: PosterColumn, top: float) -> float:
        """Where to ask and complain, with the QR code beside it."""
        side = 22.0
        dots = qr_code.dots(self._facts.code)
        if dots and self._canvas is not None:
            self._canvas.rect(at.right - side, top + 8.0, side, side, "#FFFFFF")
            self._canvas.dots(at.right - side, top + 8.0, side, dots, self._design["ink"])
        inner = PosterColumn(at.left, at.width - (side + 5.0 if dots else 0.0), at.stretch)
        end = self._pairs(inner, top, self._facts.heads["ask"], self._facts.contacts)
        return max(end, top + 8.0 + (side if dots else 0.0))

    def _pairs(self, at: PosterColumn, top: float, head: str, rows: tuple[tuple[str, str], ...]) -> float:
        self._text(
            at.left, top + 5.5, head, shrunk(head, at.width, 18.0, 13.0, bold=True), "accent", bold=True
        )
        widest = max((text_width(name, 13.0, bold=True) for name, _ in rows), default=0.0)
        label = min(widest + 3.0, at.width * 0.55)
        y = top + 7.5
        if not rows:
            self._text(at.left, y + 6.4, self._facts.heads["nothing"], 13.0, "ink2")
        for name, told in rows:
            y += 6.4
            self._text(at.left, y, fitted(name, label - 1.5, 13.0, bold=True), 13.0, "ink", bold=True)
            for place, words in enumerate(wrapped(told, at.width - label, 13.0)):
                y += 5.4 if place else 0.0
                self._text(at.left + label, y, words, 13.0, "ink2")
        return y + 3.0

    def foot(self, margin: float) -> None:
        """The line at the bottom: where the figures come from, who answers for them."""
        canvas, design = self._canvas, self._design
        if canvas is None:
            return
        top = canvas.height - 11.0
        canvas.rect(0, top, canvas.width, 11.0, design["foot"])
        if design.get("hatched"):
            canvas.rect(margin, top, canvas.width - 2 * margin, 0.4, design["ink"])
        head = self._facts.head_of
        wide = text_width(head, 12.0, bold=True)
        room = canvas.width - 2 * margin - wide - 6.0
        canvas.text(margin, top + 7.2, fitted(self._facts.foot, room, _LEAST), _LEAST, design["ink2"])
        canvas.text(canvas.width - margin, top + 7.2, head, 12.0, design["ink2"], bold=True, right=True)

    def line(self, at: PosterColumn, top: float) -> None:
        """A hairline across a column."""
        self._rect(at.left, top, at.width, 0.3, self._design["ink2"])

    def _rect(
        self, x: float, y: float, width: float, height: float, colour: str, *, frame: bool = False
    ) -> None:
        if self._canvas is None or width <= 0:
            return
        more: dict[str, Any] = {}
        if frame and self._design.get("hatched"):
            more = {"edgecolor": self._design["ink"], "linewidth": 0.6}
        self._canvas.rect(x, y, width, height, colour, **more)

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        token: str,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        if self._canvas is not None:
            self._canvas.text(x, y, text, size, self._design[token], bold=bold, right=right)

"""A squarified treemap (Bruls, Huizing, van Wijk 2000): areas in proportion, shapes nearly square."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Width times height."""
        return self.width * self.height

    def inset(self, sides: float, top: float) -> Box:
        """The room inside, with a head of ``top``; never below nothing."""
        width, height = max(self.width - 2 * sides, 0.0), max(self.height - top - sides, 0.0)
        return Box(self.x + sides, self.y + top, width, height)


def squarify(amounts: Sequence[float], box: Box) -> list[Box]:
    """Places for amounts within a box, in their order; those of nothing or less get an empty place.

    Args:
        amounts: best sorted, largest first.
        box: the whole; its area is shared out in proportion.
    """
    whole = sum(amount for amount in amounts if amount > 0)
    if whole <= 0 or box.area <= 0:
        return [Box(box.x, box.y, 0.0, 0.0) for _ in amounts]
    scale = box.area / whole
    areas = [max(amount, 0.0) * scale for amount in amounts]
    places: list[Box] = []
    left = box
    start = 0
    while start < len(areas):
        side = min(left.width, left.height)
        end = start + 1
        while end < len(areas) and _worst(areas[start : end + 1], side) <= _worst(areas[start:end], side):
            end += 1
        row, left = _row(areas[start:end], left)
        places += row
        start = end
    return places


def _worst(areas: Sequence[float], side: float) -> float:
    """How far the worst shape of a row along a side is from a square; 1 is a square."""
    total = sum(areas)
    least, most = min(areas), max(areas)
    if total <= 0 or least <= 0 or side <= 0:
        return float("inf")
    return max(side * side * most / (total * total), total * total / (side * side * least))


def _row(areas: Sequence[float], box: Box) -> tuple[list[Box], Box]:
    """Places of one row along the shorter side, and what is left of the box."""
    total = sum(areas)
    if box.width >= box.height:
        depth = total / box.height if box.height else 0.0
        heights = [area / depth if depth else 0.0 for area in areas]
        tops = [box.y + sum(heights[:n]) for n in range(len(heights))]
        row = [Box(box.x, top, depth, height) for top, height in zip(tops, heights, strict=True)]
        return row, Box(box.x + depth, box.y, max(box.width - depth, 0.0), box.height)
    depth = total / box.width if box.width else 0.0
    widths = [area / depth if depth else 0.0 for area in areas]
    lefts = [box.x + sum(widths[:n]) for n in range(len(widths))]
    row = [Box(left, box.y, width, depth) for left, width in zip(lefts, widths, strict=True)]
    return row, Box(box.x, box.y + depth, box.width, max(box.height - depth, 0.0))

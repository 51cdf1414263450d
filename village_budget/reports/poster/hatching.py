"""Patterns that stand for colours where ink is saved: lines and dots over a box, as polylines."""

from __future__ import annotations

from collections.abc import Iterator

Line = list[tuple[float, float]]
KINDS = ("/", ".", "\\", "x", "-", "|", "o", "+")
"""Told apart at a glance when they lie side by side in this order."""
_DOT = {".": 0.09, "o": 0.26}
"""Half the side of a dot, against the step."""


def strokes(kind: str, width: float, height: float, step: float) -> Iterator[Line]:
    """Lines of one of `KINDS` over a box; slanted ones go beyond it and are to be clipped."""
    if kind in "/x":
        for at in _steps(-height, width, step):
            yield [(at, height), (at + height, 0.0)]
    if kind in "\\x":
        for at in _steps(-height, width, step):
            yield [(at, 0.0), (at + height, height)]
    if kind in "-+":
        for at in _steps(step / 2, height, step):
            yield [(0.0, at), (width, at)]
    if kind in "|+":
        for at in _steps(step / 2, width, step):
            yield [(at, 0.0), (at, height)]
    if kind in _DOT:
        half = _DOT[kind] * step
        for x in _steps(step / 2, width, step):
            for y in _steps(step / 2, height, step):
                yield [(x - half, y), (x, y - half), (x + half, y), (x, y + half), (x - half, y)]


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    """Places from a start to an end; counted, so that no error adds up."""
    count = int((end - start) // step) + 1
    yield from (start + number * step for number in range(count))

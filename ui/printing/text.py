"""Text on paper: fonts in layout units, and words wrapped but never cut."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

DPI = 1200
"""Layout units an inch: one layout for preview, paper and PDF, scaled by the painter."""
MM = DPI / 25.4
"""Layout units a millimetre."""


@lru_cache(maxsize=32)
def paper_font(points: float, *, bold: bool = False) -> QFont:
    """Noto Sans at a size on paper."""
    font = QFont("Noto Sans")
    font.setPixelSize(round(points * DPI / 72))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=32)
def _metrics(points: float, *, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(paper_font(points, bold=bold))


@lru_cache(maxsize=20_000)
def width_of(text: str, points: float, *, bold: bool = False) -> float:
    """Width of a text in layout units."""
    return _metrics(points, bold=bold).horizontalAdvance(text)


@lru_cache(maxsize=20_000)
def wrap(text: str, points: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines of a text in a width; a word wider than the room is parted between characters."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            candidate = f"{line} {word}" if line else word
            if width_of(candidate, points, bold=bold) <= room:
                line = candidate
                continue
            if line:
                lines.append(line)
            pieces = _part(word, points, room, bold=bold)
            lines.extend(pieces[:-1])
            line = pieces[-1]
        lines.append(line)
    return tuple(lines)


def _part(word: str, points: float, room: float, *, bold: bool) -> list[str]:
    """A word in pieces that fit; itself when it does."""
    pieces: list[str] = []
    while len(word) > 1 and width_of(word, points, bold=bold) > room:
        end = len(word) - 1
        while end > 1 and width_of(word[:end], points, bold=bold) > room:
            end -= 1
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]

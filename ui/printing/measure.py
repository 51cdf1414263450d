"""How wide words are on paper, and how they wrap."""

from __future__ import annotations

import re
import threading
from typing import Protocol

from PySide6.QtGui import QFont, QFontMetricsF

from ui.printing.page_sheet import MM_PER_PT

FAMILY = "Noto Sans"
UNITS_PER_MM = 100
"""Fonts are set in whole units of 0.01 mm, so that one size is the same on screen, paper and in a PDF."""
_EM = 1000
_TOGETHER = re.compile(r"(?<=\bRp) (?=\d)|(?<=\d) (?=%)")
"""Spaces that never end a line: before an amount and before a per cent sign."""


def print_font(size: float, *, bold: bool) -> QFont:
    """Noto Sans at a size in points, in units of 0.01 mm; ligatures off, so that its text can be searched."""
    return _font(round(size * MM_PER_PT * UNITS_PER_MM), bold=bold)


def _font(units: int, *, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(units)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("liga", "clig", "dlig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


class Measure(Protocol):
    """Knows the width of a line of words."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width in mm at a size in points."""


class FontMeasure:
    """Widths in Noto Sans, remembered word by word."""

    def __init__(self) -> None:
        self._metrics = {bold: QFontMetricsF(_font(_EM, bold=bold)) for bold in (False, True)}
        self._known: dict[tuple[str, bool], float] = {}

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width in mm at a size in points."""
        found = self._known.get((text, bold))
        if found is None:
            found = self._known[text, bold] = self._metrics[bold].horizontalAdvance(text) / _EM
        return found * size * MM_PER_PT


def shared_measure() -> FontMeasure:
    """The widths this thread has already looked up."""
    found: FontMeasure | None = getattr(_LOCAL, "measure", None)
    if found is None:
        found = _LOCAL.measure = FontMeasure()
    return found


_LOCAL = threading.local()


def wrap(text: str, room: float, measure: Measure, size: float, *, bold: bool = False) -> list[str]:
    """Lines of a text that fit ``room`` mm: broken at spaces, a word that is too long within itself."""
    lines: list[str] = []
    for paragraph in _TOGETHER.sub("\N{NO-BREAK SPACE}", text).split("\n"):
        lines.extend(_wrap_paragraph(paragraph, room, measure, size, bold=bold))
    return lines


def _wrap_paragraph(text: str, room: float, measure: Measure, size: float, *, bold: bool) -> list[str]:
    if measure.width(text, size, bold=bold) <= room:
        return [text]
    space = measure.width(" ", size, bold=bold)
    lines: list[str] = []
    line, used = "", 0.0
    for word in text.split(" "):
        wide = measure.width(word, size, bold=bold)
        if line and used + space + wide > room:
            lines.append(line)
            line, used = "", 0.0
        while wide > room and len(word) > 1:
            count = _fitting(word, room, measure, size, bold=bold)
            lines.append(word[:count])
            word = word[count:]  # noqa: PLW2901 - the rest of it is looked at again
            wide = measure.width(word, size, bold=bold)
        used = used + space + wide if line else wide
        line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines


def _fitting(word: str, room: float, measure: Measure, size: float, *, bold: bool) -> int:
    """How many characters of a word fit, at least one; after a slash, comma or hyphen if there is one."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(word[:middle], size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    for count in range(low, max(low // 2, 1), -1):
        if word[count - 1] in "/,-;":
            return count
    return low

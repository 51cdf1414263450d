"""What a row carries beside its figures: a note, a file, a price above the standard, not reviewed yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from village_budget.domain.lines import Line


class Mark(Enum):
    """One mark of a line, in the order they are drawn; each has its icon or tag and its word."""

    UNREVIEWED = "unreviewed"
    ABOVE_STANDARD = "above-standard"
    LINK = "link"
    NOTE = "note"


Source = Callable[[Line], Iterable[Mark]]
"""Says more marks of a line than the line itself knows."""


class RowMarks:
    """Marks of lines: those that they carry themselves, and those of sources that were added."""

    def __init__(self) -> None:
        self._sources: list[Source] = []

    def add(self, source: Source) -> None:
        """Ask this one too."""
        self._sources.append(source)

    def of(self, line: Line) -> tuple[Mark, ...]:
        """Marks of a line, each once, in the order they are drawn."""
        found = own_marks(line)
        for source in self._sources:
            found.update(source(line))
        return tuple(mark for mark in Mark if mark in found) if found else ()


def own_marks(line: Line) -> set[Mark]:
    """Marks that a line itself carries."""
    found: set[Mark] = set()
    if line.note:
        found.add(Mark.NOTE)
    if line.link:
        found.add(Mark.LINK)
    if line.review:
        found.add(Mark.UNREVIEWED)
    return found

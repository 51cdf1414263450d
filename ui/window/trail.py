"""Where one has been: back and forward through places and rows."""

from __future__ import annotations

from dataclasses import dataclass

from ui.support.workspace import Target

_MOST = 100


@dataclass(frozen=True, slots=True)
class VisitedPlace:
    """A screen, the row of its cursor, and how far it was scrolled."""

    screen: str
    target: Target | None = None
    scroll: int = 0


class Trail:
    """Two stacks of places, as a browser has them."""

    def __init__(self) -> None:
        self._behind: list[VisitedPlace] = []
        self._ahead: list[VisitedPlace] = []

    def leave(self, place: VisitedPlace) -> None:
        """A place is left for another; what lay ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_MOST]
        self._ahead.clear()

    def back(self, here: VisitedPlace) -> VisitedPlace | None:
        """The place before; None when there is none."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: VisitedPlace) -> VisitedPlace | None:
        """The place that was gone back from; None when there is none."""
        return self._step(self._ahead, self._behind, here)

    def clear(self) -> None:
        """Another plan: no place of the former one is gone to."""
        self._behind.clear()
        self._ahead.clear()

    @staticmethod
    def _step(
        source: list[VisitedPlace], other: list[VisitedPlace], here: VisitedPlace
    ) -> VisitedPlace | None:
        while source:
            place = source.pop()
            if place != here:
                other.append(here)
                return place
        return None

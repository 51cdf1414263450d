"""What columns of a table were named by hand: kept for the next table with the same headings over it."""

from __future__ import annotations

from collections.abc import Sequence

from ui.support.settings import Settings
from village_budget.exchange.lines.pasted_fields import Field

_FEWEST_HEADINGS = 2
"""With fewer words over it a table could be any."""


class ColumnMemory:
    """Knows tables by their headings; whatever else the settings hold is left alone."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()

    def recall(self, headings: Sequence[str]) -> tuple[Field, ...] | None:
        """What each column was named last time; None for a table that nobody named."""
        kept = self._settings.named_tables.get(_key(headings))
        if kept is None or len(kept) != len(headings):
            return None
        try:
            return tuple(Field(name) for name in kept)
        except ValueError:
            return None

    def keep(self, headings: Sequence[str], fields: Sequence[Field]) -> None:
        """Remember what columns were named by hand."""
        key = _key(headings)
        if key:
            others = {name: there for name, there in self._settings.named_tables.items() if name != key}
            self._settings.named_tables = others | {key: tuple(field.value for field in fields)}

    def forget(self, headings: Sequence[str]) -> None:
        """Guess again from now on."""
        kept = self._settings.named_tables
        if kept.pop(_key(headings), None) is not None:
            self._settings.named_tables = kept


def _key(headings: Sequence[str]) -> str:
    words = [" ".join(heading.casefold().split()) for heading in headings]
    return "|".join(words) if sum(map(bool, words)) >= _FEWEST_HEADINGS else ""

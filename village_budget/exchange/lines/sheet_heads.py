"""The heading of a sheet's table: where it begins and ends, and the words over each column.

A heading may span several rows with merged cells: ``Volume`` over ``Swadaya``, ``Dana Desa``, ``Total`` is
read as ``Volume Swadaya``, ``Volume Dana Desa``, ``Volume Total``. A row of
column numbers below belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from village_budget.exchange.cells.clipboard_grid import Cell, Grid
from village_budget.exchange.lines.pasted_columns import is_column_numbers
from village_budget.exchange.lines.pasted_fields import Field, heading_fields, is_number

_SEARCH = 40
_MOST_ROWS = 5
_COUNTER = re.compile(r"\d{1,2}|[a-zA-Z]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Heads:
    """The heading of a table.

    Attributes:
        start: its first row.
        first: the first row below it.
        texts: words over each column.
    """

    start: int
    first: int
    texts: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words in small letters, without signs."""
        return tuple(folded(text) for text in self.texts)


def folded(text: str) -> str:
    """Words in small letters, without signs and doubled spaces."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.casefold()).split())


def find_heads(grid: Grid) -> Heads | None:
    """The heading among the first rows; None when no row looks like one."""
    best, hits = -1, 2
    for place, row in enumerate(grid[:_SEARCH]):
        found = {fields for cell in row if (fields := heading_fields(cell))}
        if len(found) > hits:
            best, hits = place, len(found)
    if best < 0:
        return None
    texts = [cell if isinstance(cell, str) else "" for cell in grid[best]]
    name = next((n for n, text in enumerate(texts) if Field.DESCRIPTION in heading_fields(text)), None)
    first = best + 1
    while first < min(len(grid), best + _MOST_ROWS) and _belongs(grid[first], name):
        if not _counts(grid[first]):
            texts = _joined(texts, grid[first])
        first += 1
    return Heads(best, first, tuple(texts))


def _belongs(row: Sequence[Cell], name: int | None) -> bool:
    """Whether a row below a heading is part of it: more headings, or the numbers of the columns."""
    words = [cell for cell in row if cell != ""]
    if not words or _counts(row):
        return True
    if sum(bool(heading_fields(cell)) for cell in words) * 2 > len(words):
        return True
    return name is not None and row[name] == "" and not any(map(is_number, words))


def _counts(row: Sequence[Cell]) -> bool:
    words = [str(cell).strip() for cell in row if cell != ""]
    return bool(words) and (is_column_numbers(row) or all(_COUNTER.fullmatch(word) for word in words))


def _joined(above: Sequence[str], below: Sequence[Cell]) -> list[str]:
    """Each column's words with those of the row below; a merged cell above counts for what it covers."""
    found, over = [], ""
    for text, cell in zip(above, below, strict=True):
        own = cell if isinstance(cell, str) else ""
        over = text or over
        found.append(f"{text or (over if own else '')} {own}".strip() if own else text)
    return found

"""Rows of a sheet that are no lines: sums of groups, what the people give, what stands below the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from village_budget.exchange.cells.clipboard_grid import Cell, Grid
from village_budget.exchange.lines.pasted_columns import ColumnLayout
from village_budget.exchange.lines.pasted_fields import NUMBERS, Field, rough
from village_budget.exchange.lines.pasted_verdicts import RowVerdict, State

_MARK = re.compile(r"([IVXLC]{1,6}|[A-Za-z])[.)]?")
_TOTAL = re.compile(r"\b(jumlah|total|jml|subtotal|terbilang)\b", re.IGNORECASE)


def passed_rows(grid: Grid, layout: ColumnLayout, *, levels: int | None = None) -> dict[int, RowVerdict]:
    """Rows to be passed over before any is judged, with the reason.

    Args:
        grid: the sheet's cells.
        layout: what its columns hold.
        levels: column of the levels (``I``, ``a.``, ``1``); None when there is none.
    """
    columns: dict[Field, int] = {
        field: place for place, field in enumerate(layout.fields) if field is not Field.SKIP
    }
    numbers = [columns[field] for field in NUMBERS if field in columns]
    last = max(
        (row for row in range(layout.first, len(grid)) if _has_number(grid[row], numbers)),
        default=layout.first - 1,
    )
    found = {
        row: RowVerdict(State.PASSED, "paste-below")
        for row in range(last + 1, len(grid))
        if any(cell != "" for cell in grid[row])
    }
    for row in _given(grid, layout, last):
        found[row] = RowVerdict(State.PASSED, "paste-swadaya")
    if Field.ACCOUNT not in columns and {Field.PRICE, Field.AMOUNT} <= columns.keys():
        for row in _group_sums(grid, layout, columns, last, levels):
            found.setdefault(row, RowVerdict(State.PASSED, "paste-group-sum"))
    return found


def _has_number(row: Sequence[Cell], places: Sequence[int]) -> bool:
    return any(rough(row[place], foreign=False) is not None for place in places)


def _given(grid: Grid, layout: ColumnLayout, last: int) -> Iterator[int]:
    """Rows wholly given by the people: a volume of theirs, none to be paid."""
    swadaya = [place for place, field in enumerate(layout.fields) if field is Field.SWADAYA]
    if not swadaya or Field.VOLUME not in layout.fields:
        return
    volume, name = layout.fields.index(Field.VOLUME), layout.fields.index(Field.DESCRIPTION)
    for row in range(layout.first, last + 1):
        cells = grid[row]
        paid = rough(cells[volume], foreign=layout.foreign)
        theirs = rough(cells[swadaya[0]], foreign=layout.foreign)
        if theirs and not paid and not _TOTAL.match(str(cells[name])):
            yield row


def _group_sums(
    grid: Grid, layout: ColumnLayout, columns: dict[Field, int], last: int, levels: int | None
) -> Iterator[int]:
    """Rows with an amount alone that sum the priced rows below them, or carry a level's mark."""

    def amount(row: int) -> Decimal | None:
        return rough(grid[row][columns[Field.AMOUNT]], foreign=layout.foreign)

    def priced(row: int) -> bool:
        return bool(rough(grid[row][columns[Field.PRICE]], foreign=layout.foreign))

    for row in range(layout.first, last + 1):
        stated = amount(row)
        if not stated or priced(row) or (Field.VOLUME in columns and grid[row][columns[Field.VOLUME]] != ""):
            continue
        mark = str(grid[row][levels]) if levels is not None else ""
        if _MARK.fullmatch(mark) and row < last and (priced(row + 1) or grid[row + 1][levels or 0] != ""):
            yield row
            continue
        running = Decimal(0)
        for below in range(row + 1, last + 1):
            if priced(below):
                running += amount(below) or 0
            if running >= stated:
                break
        if running == stated:
            yield row

"""A sheet made ready for the preview: its layout, the columns it lacks, the rows that are no lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from village_budget.chart.chart import Chart
from village_budget.exchange.cells.clipboard_grid import Cell, Grid
from village_budget.exchange.lines.pasted_columns import ColumnLayout, find_layout
from village_budget.exchange.lines.pasted_fields import Field, rough
from village_budget.exchange.lines.pasted_verdicts import RowVerdict
from village_budget.exchange.lines.sheet_accounts import account_for_block, account_for_group
from village_budget.exchange.lines.sheet_heads import Heads
from village_budget.exchange.lines.sheet_kinds import WHOLE, WORKS, SheetKind
from village_budget.exchange.lines.sheet_rows import passed_rows
from village_budget.units import usual_unit

_MONEY = 1_000
_TOTAL = re.compile(r"\b(sub\s*total|jumlah|total|jml)\b", re.IGNORECASE)
_SPENDING = re.compile(r"\W*(?:[a-z0-9ivx]{1,4}[.)]\s*)?(belanja|honor)", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*([\d.]+?)\.?\s*\[\s*([\d.]+?)\.?\s*\]\s*")
_MEASURED = re.compile(r"([\d.,]+)\s*([^\W\d][\w./²³ ]{0,14})")
_FACTORS = re.compile(r"([\d.,]+)\s*([^\W\d]\w*)\s*[x×*]\s*([\d.,]+)\s*([^\W\d]\w*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below one group heading, and the account proposed for them.

    Attributes:
        name: words of the heading.
        rows: rows of the grid.
        account: code proposed; empty when the heading says nothing.
    """

    name: str
    rows: tuple[int, ...]
    account: str


@dataclass(frozen=True, slots=True)
class PreparedSheet:
    """What is known of a sheet before its rows are judged.

    Attributes:
        grid: its cells, with the columns that were added at the right.
        layout: what each column holds.
        passed: rows that are no lines, with the reason.
        groups: groups of rows with the accounts proposed.
        account_column: the column that was added for these accounts; None when the sheet names its own.
    """

    grid: Grid
    layout: ColumnLayout
    passed: dict[int, RowVerdict] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    account_column: int | None = None


def prepare(grid: Grid, kind: SheetKind, heads: Heads, chart: Chart, activity_name: str) -> PreparedSheet:
    """Make a sheet ready."""
    layout = find_layout(grid[: _end(grid)], chart, (heads.first, heads.texts))
    if kind in WORKS:
        layout = replace(layout, fields=_works_fields(heads))
    grid = [list(row) for row in grid]
    if kind is SheetKind.PUBLIC:
        grid, layout = _split_codes(grid, layout)
    if Field.UNIT not in layout.fields and Field.VOLUME in layout.fields:
        grid, layout = _split_units(grid, layout)
    if kind in WORKS and Field.AMOUNT not in layout.fields:
        grid, layout = _net_amounts(grid, layout, heads)
    passed = passed_rows(grid, layout, levels=_levels(heads))
    if kind in WHOLE or Field.ACCOUNT in layout.fields:
        return PreparedSheet(grid, layout, passed)
    works = activity_name if kind in WORKS else None
    groups = _groups(grid, layout, passed, chart, works)
    grid, layout = _added(
        grid, layout, Field.ACCOUNT, {row: group.account for group in groups for row in group.rows}
    )
    return PreparedSheet(grid, layout, passed, groups, len(layout.fields) - 1)


def _end(grid: Grid) -> int:
    """The row below the last one with an amount: below it stand names and dates, which are no columns."""
    for row in range(len(grid) - 1, -1, -1):
        if any((rough(cell, foreign=False) or 0) >= _MONEY for cell in grid[row]):
            return row + 1
    return len(grid)


def _works_fields(heads: Heads) -> tuple[Field, ...]:
    """Columns of a works RAB: only the volume and amount to be paid count, what the people give is shown."""
    found: list[Field] = []
    for words in heads.words:
        kind = Field.SKIP
        if "swadaya" in words and words.startswith(("vol", "jumlah", "jml", "harga", "biaya")):
            kind = Field.SWADAYA
        elif words.startswith("vol"):
            kind = Field.SKIP if "total" in words else Field.VOLUME
        elif words.startswith(("harga", "hrg")):
            kind = Field.PRICE
        elif words.startswith(("sat", "stn")):
            kind = Field.UNIT
        elif words.startswith(("uraian", "jenis", "nama")):
            kind = Field.DESCRIPTION
        elif words.startswith(("jumlah", "jml", "biaya")) and ("dd" in words.split() or "dana desa" in words):
            kind = Field.AMOUNT
        found.append(Field.SKIP if kind in found and kind is not Field.SWADAYA else kind)
    return tuple(found)


def _levels(heads: Heads) -> int | None:
    return next((n for n, words in enumerate(heads.words) if words in ("no", "nomor", "no urut")), None)


def _added(
    grid: Grid, layout: ColumnLayout, kind: Field, cells: dict[int, str] | dict[int, Cell]
) -> tuple[Grid, ColumnLayout]:
    """The sheet with one column more at the right."""
    for row, given in enumerate(grid):
        given.append(cells.get(row, ""))
    return grid, replace(
        layout, fields=(*layout.fields, kind), headings=(*layout.headings, ""), added=layout.added + 1
    )


def _split_codes(grid: Grid, layout: ColumnLayout) -> tuple[Grid, ColumnLayout]:
    """``5.1.1.01. [01.01.01]``: the account stays, the activity gets a column of its own."""
    if Field.ACCOUNT not in layout.fields:
        return grid, layout
    place = layout.fields.index(Field.ACCOUNT)
    activities: dict[int, str] = {}
    for number, row in enumerate(grid[layout.first :], start=layout.first):
        match = _BRACKETED.fullmatch(str(row[place]))
        if match:
            row[place], activities[number] = match[1], match[2]
    return _added(grid, layout, Field.ACTIVITY, activities) if activities else (grid, layout)


def _split_units(grid: Grid, layout: ColumnLayout) -> tuple[Grid, ColumnLayout]:
    """``12 OB`` or ``3 org x 12 bln`` in the column of volumes: the unit gets a column of its own."""
    place = layout.fields.index(Field.VOLUME)
    units: dict[int, str] = {}
    for number, row in enumerate(grid[layout.first :], start=layout.first):
        text = str(row[place])
        both, one = _FACTORS.fullmatch(text), _MEASURED.fullmatch(text)
        if both:
            factors = [rough(both[n], foreign=layout.foreign) or Decimal(1) for n in (1, 3)]
            row[place] = (factors[0] * factors[1]).normalize()
            units[number] = usual_unit(f"{both[2]}/{both[4]}".lower())
        elif one:
            row[place], units[number] = one[1], one[2].strip()
    return _added(grid, layout, Field.UNIT, units) if units else (grid, layout)


def _net_amounts(grid: Grid, layout: ColumnLayout, heads: Heads) -> tuple[Grid, ColumnLayout]:
    """Where only the whole and the people's share are given: what is left of sums and unpriced rows."""
    words = heads.words
    whole = next((n for n, text in enumerate(words) if text.startswith("jumlah") and "total" in text), None)
    given = next((n for n, text in enumerate(words) if text.startswith("jumlah") and "swadaya" in text), None)
    if whole is None:
        return grid, layout
    price = layout.fields.index(Field.PRICE) if Field.PRICE in layout.fields else whole
    amounts: dict[int, Cell] = {}
    for number, row in enumerate(grid[layout.first :], start=layout.first):
        total = rough(row[whole], foreign=layout.foreign)
        if total is not None and row[price] == "":
            share = rough(row[given], foreign=layout.foreign) if given is not None else None
            amounts[number] = total - (share or 0)
    return _added(grid, layout, Field.AMOUNT, amounts)


def _groups(
    grid: Grid, layout: ColumnLayout, passed: dict[int, RowVerdict], chart: Chart, works: str | None
) -> tuple[Group, ...]:
    """Rows under each group heading; a heading that names no account keeps the one above it."""
    name = layout.fields.index(Field.DESCRIPTION) if Field.DESCRIPTION in layout.fields else None
    if name is None:
        return ()
    places = [
        n for n, there in enumerate(layout.fields) if there in (Field.VOLUME, Field.PRICE, Field.AMOUNT)
    ]
    found: list[tuple[str, str, list[int]]] = []
    heading = account = ""
    for number in range(layout.first, len(grid)):
        row = grid[number]
        verdict = passed.get(number)
        if verdict is not None and verdict.code in ("paste-below", "paste-swadaya"):
            continue
        is_heading = verdict is not None or not any(
            rough(row[place], foreign=False) is not None for place in places
        )
        if is_heading:
            text = str(row[name]) or next(
                (str(cell) for cell in row if isinstance(cell, str) and len(cell) > 2), ""
            )
            proposed = (
                account_for_block(text, works, chart) if works is not None else account_for_group(text, chart)
            )
            if proposed or _SPENDING.match(text):
                # A heading of spending that names no account of the chart begins a group that asks for one.
                heading, account = text, proposed
            continue
        if heading and not _TOTAL.search(str(row[name])):
            if not found or found[-1][0] != heading:
                found.append((heading, account, []))
            found[-1][2].append(number)
    return tuple(Group(words, tuple(rows), code) for words, code, rows in found)

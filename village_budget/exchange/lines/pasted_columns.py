"""What each column of a pasted block holds, guessed from its heading and from what stands in it.

Headings of the layouts treasurers use (interchange, section 7). ``Jumlah`` and ``Jml`` may mean the volume or
the amount: volume x price = amount decides on the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, product

from village_budget.chart.chart import Chart
from village_budget.exchange.cells.clipboard_grid import Cell, Grid
from village_budget.exchange.lines.fund_spelling import FundError, fund_code
from village_budget.exchange.lines.pasted_fields import (
    NUMBERS,
    Field,
    activity_name_column,
    heading_fields,
    is_number,
    rough,
)
from village_budget.units import is_unit

SAMPLE = 40
"""Rows that a guess looks at."""
_HEADER_SEARCH = 20

_CODE = re.compile(r"\d{1,2}(\.\d{1,2}){1,3}\.?", re.ASCII)
_DIGITS = re.compile(r"\d{1,2}", re.ASCII)
_COLUMN_NUMBER = re.compile(r"(?:[a-z]|\d{1,2})(?:\s*=\s*[\w\s()+\-x*×/]{1,20})?", re.ASCII | re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_FOREIGN = re.compile(r"(?<![\d.,])\d{1,3}((,\d{3}){2,}(\.\d+)?|(,\d{3})+\.\d+)(?![\d.,]*\d)", re.ASCII)
_OURS = re.compile(r"(?<![\d.,])\d{1,3}((\.\d{3}){2,}(,\d+)?|(\.\d{3})+,\d+)(?![\d.,]*\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """How a block is laid out.

    Attributes:
        fields: what each column holds.
        headings: words over each column; empty where there are none.
        first: the first row below the heading; rows before it are titles and headings.
        foreign: numbers are written ``1,234.50``, which some cells prove and none contradicts.
        added: columns at the right that the block itself does not have: what was read out of others.
    """

    fields: tuple[Field, ...]
    headings: tuple[str, ...]
    first: int
    foreign: bool
    added: int = 0


def find_layout(grid: Grid, chart: Chart, heading: tuple[int, Sequence[str]] | None = None) -> ColumnLayout:
    """Guess the layout of a block.

    Args:
        grid: its cells.
        chart: where fund sources are looked up.
        heading: first row below the heading and the words over each column, where they are known.
    """
    width = len(grid[0]) if grid else 0
    first, headings = (heading[0], list(heading[1])) if heading else _heading(grid, width)
    body = [row for row in grid[first:] if sum(cell != "" for cell in row) > 1][:SAMPLE] or grid[first:][
        :SAMPLE
    ]
    columns = [[row[place] for row in body if row[place] != ""] for place in range(width)]
    foreign = _is_foreign(columns)
    meant = [heading_fields(text) for text in headings]
    fields = [_single(options) for options in meant]
    beside = activity_name_column(headings)
    if beside is not None and fields.count(Field.DESCRIPTION) > 1:
        fields[beside] = Field.SKIP  # it names the activities, not the lines
    _guess_words(fields, meant, columns, chart)
    _guess_codes(fields, meant, columns)
    _guess_numbers(fields, meant, columns, body, foreign)
    _only_one_each(fields)
    return ColumnLayout(tuple(field or Field.SKIP for field in fields), tuple(headings), first, foreign)


def _heading(grid: Grid, width: int) -> tuple[int, list[str]]:
    """First row of the body, and the words over each column; a heading may span several rows."""
    best, hits = -1, 1
    for place, row in enumerate(grid[:_HEADER_SEARCH]):
        found = {fields for cell in row if (fields := heading_fields(cell))}
        if len(found) > hits:
            best, hits = place, len(found)
    if best < 0:
        return 0, [""] * width
    headings = [cell if isinstance(cell, str) else "" for cell in grid[best]]
    first = best + 1
    while first < len(grid) and first < best + 3 and _goes_on(grid[first], headings):
        for place, cell in enumerate(grid[first]):
            if isinstance(cell, str) and heading_fields(cell) and not heading_fields(headings[place]):
                headings[place] = cell
        first += 1
    return first, headings


def _goes_on(row: Sequence[Cell], headings: Sequence[str]) -> bool:
    """Whether a row below a heading belongs to it: more headings, the numbers of the columns, no words."""
    words = [cell for cell in row if cell != ""]
    if not words or is_column_numbers(row):
        return True
    if sum(bool(heading_fields(cell)) for cell in words) * 2 >= len(words):
        return True
    named = [
        cell for cell, text in zip(row, headings, strict=True) if Field.DESCRIPTION in heading_fields(text)
    ]
    return bool(named) and not any(named) and not any(map(is_number, words))


def is_column_numbers(row: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns: ``1 2 3 4`` or ``a b c=a-b``."""
    words = [str(cell) for cell in row if cell != ""]
    if len(words) < 3:
        return False
    if all(_DIGITS.fullmatch(word) for word in words):
        return all(int(b) - int(a) in (0, 1) for a, b in pairwise(words))
    return all(_COLUMN_NUMBER.fullmatch(word) for word in words)


def _single(options: Sequence[Field]) -> Field | None:
    return options[0] if len(options) == 1 and options[0] not in NUMBERS else None


def _is_foreign(columns: Sequence[Sequence[Cell]]) -> bool:
    cells = [cell for column in columns for cell in column if isinstance(cell, str)]
    proofs = sum(bool(_FOREIGN.search(cell)) and is_number(cell) for cell in cells)
    return bool(proofs) and not any(_OURS.search(cell) and is_number(cell) for cell in cells)


def _share(column: Sequence[Cell], fits: int) -> float:
    return fits / len(column) if column else 0.0


def _guess_words(
    fields: list[Field | None], meant: Sequence[object], columns: Sequence[Sequence[Cell]], chart: Chart
) -> None:
    """Description, unit and fund source of columns without a heading, by what stands in them."""
    open_columns = [place for place, options in enumerate(meant) if not options and columns[place]]
    words = {
        place: [
            cell
            for cell in columns[place]
            if isinstance(cell, str) and (_LETTERS.search(cell) or is_unit(cell))
        ]
        for place in open_columns
    }
    open_columns = [place for place in open_columns if _share(columns[place], len(words[place])) >= 0.5]
    if Field.FUND not in fields:
        # A column headed ``Anggaran`` may hold the fund sources: no number stands in it then.
        for place, column in enumerate(columns):
            texts = [cell for cell in column if isinstance(cell, str) and not is_number(cell)]
            worded = fields[place] is None and len(texts) * 2 > len(column)
            if worded and _share(texts, sum(_is_fund(cell, chart) for cell in texts)) > 0.6:
                fields[place] = Field.FUND
                break
    open_columns = [place for place in open_columns if fields[place] is None]
    if Field.UNIT not in fields:
        rest = [place for place in open_columns if fields[place] is None]
        likely = [p for p in rest if _share(words[p], sum(is_unit(cell) for cell in words[p])) > 0.5]
        if likely:
            fields[likely[0]] = Field.UNIT
    if Field.DESCRIPTION not in fields:
        rest = [place for place in open_columns if fields[place] is None]
        if rest:
            longest = max(rest, key=lambda place: sum(map(len, words[place])) / len(words[place]))
            fields[longest] = Field.DESCRIPTION


def _is_fund(cell: str, chart: Chart) -> bool:
    try:
        return bool(fund_code(cell, chart))
    except FundError:
        return False


def _guess_codes(
    fields: list[Field | None], meant: Sequence[object], columns: Sequence[Sequence[Cell]]
) -> None:
    """Codes in one cell, or one digit group a column (``5 | 2 | 1 | 01``) before the description."""
    at = fields.index(Field.DESCRIPTION) if Field.DESCRIPTION in fields else len(fields)
    groups = [place for place in range(at) if _is_digit_group(columns[place])]
    run = [p for p in groups if p + 1 in groups or p - 1 in groups]
    coded = [place for place in run if fields[place] in (None, Field.ACCOUNT, Field.ACTIVITY)]
    if len(coded) >= 3:
        for order, place in enumerate(coded):
            fields[place] = Field.ACTIVITY if len(coded) >= 7 and order < 3 else Field.ACCOUNT
        return
    if Field.ACCOUNT in fields:
        return
    for place, column in enumerate(columns):
        found = sum(isinstance(cell, str) and bool(_CODE.fullmatch(cell)) for cell in column)
        if fields[place] is None and not meant[place] and column and _share(column, found) > 0.6:
            strings = [cell for cell in column if isinstance(cell, str)]
            accounts = sum(cell.count(".") >= 3 or cell[:2] in ("4.", "6.") for cell in strings)
            fields[place] = Field.ACCOUNT if accounts * 2 >= len(strings) else Field.ACTIVITY
            return


def _is_digit_group(column: Sequence[Cell]) -> bool:
    fits = sum(bool(_DIGITS.fullmatch(str(cell).rstrip("."))) for cell in column)
    return bool(column) and fits == len(column)


def _guess_numbers(
    fields: list[Field | None],
    meant: Sequence[Sequence[Field]],
    columns: Sequence[Sequence[Cell]],
    body: Sequence[Sequence[Cell]],
    foreign: bool,
) -> None:
    """Volume, price and amount: the columns whose headings say so and whose rows agree, product first."""
    usable = [
        place
        for place, column in enumerate(columns)
        if fields[place] is None
        and (not meant[place] or any(field in NUMBERS for field in meant[place]))
        and (meant[place] or _share(column, sum(map(is_number, column))) > 0.6)
        and not (not meant[place] and _is_sequence(column))
    ][:8]
    values = {place: [rough(row[place], foreign=foreign) for row in body] for place in usable}
    choices = [None, *usable]
    best = -1.0
    chosen: tuple[int | None, ...] = (None, None, None)
    for triple in product(choices, repeat=3):
        used = [place for place in triple if place is not None]
        if len(set(used)) < len(used):
            continue
        score = _score(triple, meant, values)
        if score > best:
            best, chosen = score, triple
    for field, place in zip(NUMBERS, chosen, strict=True):
        if place is not None:
            fields[place] = field


def _score(
    triple: Sequence[int | None], meant: Sequence[Sequence[Field]], values: dict[int, list[Decimal | None]]
) -> float:
    score = 0.0
    for field, place in zip(NUMBERS, triple, strict=True):
        if place is None:
            continue
        options = meant[place]
        score += 0.6 if not options else ((3.0 if len(options) == 1 else 2.0) if field in options else -6.0)
    volume, price, amount = triple
    if volume is not None and price is not None and amount is not None:
        score += 5.0 * _agreement(values[volume], values[price], values[amount])
    order = [place for place in triple if place is not None]
    score += 0.2 * (order == sorted(order))
    alone = [place for place in order if not meant[place]]
    if volume in alone and (price is None) is not (amount is None):
        score += 0.3 if _median(values[volume or 0]) < 1000 else -2.0
        score += 0.3 if amount is None else 0.0
    if alone and amount is None and volume is None:
        score -= 0.6
    return score


def _agreement(
    volumes: Sequence[Decimal | None], prices: Sequence[Decimal | None], amounts: Sequence[Decimal | None]
) -> float:
    rows = [
        (v, p, a)
        for v, p, a in zip(volumes, prices, amounts, strict=True)
        if v is not None and p is not None and a
    ]
    return sum(abs(v * p - a) < 1 for v, p, a in rows) / len(rows) if rows else -0.2


def _median(values: Sequence[Decimal | None]) -> Decimal:
    known = sorted(value for value in values if value is not None)
    return known[len(known) // 2] if known else Decimal(0)


def _is_sequence(column: Sequence[Cell]) -> bool:
    """Whether a column only counts the rows."""
    numbers = [int(str(cell).rstrip(".")) for cell in column if re.fullmatch(r"\d{1,4}\.?", str(cell))]
    steps = sum(b - a in (0, 1) or b == 1 for a, b in pairwise(numbers))
    return (
        len(numbers) > 2 and len(numbers) * 2 > len(column) and steps == len(numbers) - 1 and numbers[0] <= 1
    )


def _only_one_each(fields: list[Field | None]) -> None:
    """Of two columns of one kind the first counts; only codes may be spread over several."""
    seen: set[Field] = set()
    for place, field in enumerate(fields):
        if field in seen and field not in (Field.ACCOUNT, Field.ACTIVITY):
            fields[place] = Field.SKIP
        if field is not None:
            seen.add(field)

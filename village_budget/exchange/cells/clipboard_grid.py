"""The clipboard as a grid of cells: text with tabs, or a table of a spreadsheet or a web page (U15).

A spreadsheet puts both there. The table is preferred where it says the exact value of a number; otherwise
the text, which is what the user saw.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser
from typing import TypeAlias

from village_budget.text import one_line

Cell: TypeAlias = "str | Decimal"
Grid: TypeAlias = "list[list[Cell]]"

MOST_ROWS = 20_000
MOST_COLUMNS = 60

_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_VALUES = ("x:num", "sdval", "data-value")


def read_clipboard(text: str, html: str = "") -> Grid:
    """Rows of cells, all of one length; nothing when there is nothing to read.

    Args:
        text: the clipboard as plain text.
        html: the clipboard as HTML; empty when it has none.
    """
    grid = read_text(text)
    if html and ("\t" not in text or any(f"{name}=" in html for name in _VALUES)):
        table = read_html(html)
        if table:
            grid = table
    return _even(grid[:MOST_ROWS])


def is_block(text: str) -> bool:
    """Whether text on the clipboard is more than one cell."""
    grid = _even(read_text(text))
    return len(grid) > 1 or any(len(row) > 1 for row in grid)


def read_text(text: str) -> Grid:
    """Cells of text with tabs; quoted cells may hold tabs and line breaks, a last line end makes no row.

    A quote only counts when the cell also ends with one: ``Kuas 4"`` and ``"Semen`` stay as they are.
    """
    text = text.replace("\0", "")
    if '"' not in text and text.isascii() and _is_clean(text):
        return [list[Cell](line.split("\t")) for line in _LINE_ENDS.split(text)]
    if '"' not in text:
        rows: Grid = [[_clean(cell) for cell in line.split("\t")] for line in _LINE_ENDS.split(text)]
        return rows
    return _quoted(text)


def _is_clean(text: str) -> bool:
    """Whether no cell needs cleaning: nothing unseen, no space too many; no pattern is as fast."""
    if text[:1] == " " or text[-1:] == " " or any(pair in text for pair in _LOOSE_SPACES):
        return False
    return text.translate(_WITHOUT_ENDS).isprintable()


_LOOSE_SPACES = ("  ", " \t", "\t ", " \n", "\n ", " \r", "\r ")
_WITHOUT_ENDS = str.maketrans("", "", "\t\r\n")


def _quoted(text: str) -> Grid:
    rows: Grid = [[]]
    at, end = 0, len(text)
    while True:
        quoted = _quoted_cell(text, at) if text.startswith('"', at) else None
        if quoted is not None:
            cell, at = quoted
        else:
            stop = _PLAIN_END.search(text, at)
            cell, at = (text[at : stop.start()], stop.start()) if stop else (text[at:], end)
        rows[-1].append(_clean(cell))
        if at >= end:
            return rows
        if text[at] == "\t":
            at += 1
        else:
            at += 2 if text.startswith("\r\n", at) else 1
            rows.append([])


_PLAIN_END = re.compile(r"[\t\r\n]")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)')


def _quoted_cell(text: str, at: int) -> tuple[str, int] | None:
    """A cell in quotes from here, and where it ends; None when the quote is part of the words."""
    match = _QUOTED.match(text, at)
    return (match[1].replace('""', '"'), match.end()) if match else None


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.strip()
    return one_line(text)


def _even(grid: Grid) -> Grid:
    """All rows as long as the longest that says something; empty rows at the end left out."""
    while grid and not _length(grid[-1]):
        grid.pop()
    widest = max(map(len, grid), default=0)
    if widest <= MOST_COLUMNS and min(map(len, grid), default=0) == widest and any(row[-1] for row in grid):
        return grid
    width = min(max((_length(row) for row in grid), default=0), MOST_COLUMNS)
    return [[*row[:width], *([""] * (width - len(row)))] for row in grid]


def _length(row: Sequence[Cell]) -> int:
    return next((place + 1 for place in range(len(row) - 1, -1, -1) if row[place] != ""), 0)


def read_html(html: str) -> Grid:
    """Cells of the first table; merged cells say their text once, numbers are exact where the table tells."""
    reader = _Tables()
    reader.feed(html)
    reader.close()
    return reader.rows()


class _Tables(HTMLParser):
    """Collects the cells of the outermost first table; tables inside a cell are its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[dict[int, Cell]] = []
        self._taken: dict[int, int] = {}
        self._depth = 0
        self._done = False
        self._hidden = 0
        self._words: list[str] | None = None
        self._value: Decimal | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or a cell begins."""
        if tag in ("style", "script"):
            self._hidden += 1
        elif tag == "table":
            self._depth += 1
        elif self._done or self._depth != 1:
            return
        elif tag == "tr":
            self._end_cell()
            self._rows.append({})
        elif tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag in ("br", "p", "div") and self._words is not None:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell or the table ends."""
        if tag in ("style", "script"):
            self._hidden = max(0, self._hidden - 1)
        elif tag == "table":
            if self._depth == 1:
                self._end_cell()
                self._done = bool(self._rows)
            self._depth = max(0, self._depth - 1)
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Words of a cell."""
        if self._words is not None and not self._hidden:
            self._words.append(data)

    def rows(self) -> Grid:
        """The rows, gaps filled with empty cells."""
        self._end_cell()
        return [[row.get(place, "") for place in range(max(row, default=-1) + 1)] for row in self._rows]

    def _begin_cell(self, known: dict[str, str | None]) -> None:
        self._end_cell()
        if not self._rows:
            self._rows.append({})
        self._words = []
        self._span = (_span(known.get("rowspan")), _span(known.get("colspan")))
        self._value = next(
            (value for name in _VALUES if (value := _number(known.get(name))) is not None), None
        )

    def _end_cell(self) -> None:
        if self._words is None:
            return
        row, place = self._rows[-1], 0
        number = len(self._rows)
        while place in row or self._taken.get(place, 0) >= number:
            place += 1
        if place < MOST_COLUMNS:
            text = one_line("".join(self._words))
            # Excel leaves the attribute empty where the text is the value itself.
            row[place] = self._value if self._value is not None else text
            down, across = self._span
            for column in range(place, min(place + across, MOST_COLUMNS)):
                row.setdefault(column, "")
                self._taken[column] = max(self._taken.get(column, 0), number + down - 1)
        self._words = self._value = None


def _span(text: str | None) -> int:
    return min(int(text), 1000) if text and text.isascii() and text.isdigit() and int(text) else 1


def _number(text: str | None) -> Decimal | None:
    if not text:
        return None
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > Decimal(10) ** 18:
        return None
    # Binary fractions of a spreadsheet carry 15 digits; what is behind them was never typed.
    shown = Decimal(f"{number:.15g}") if len(number.as_tuple().digits) > 15 else number
    return shown.normalize() if shown != shown.to_integral_value() else shown.quantize(Decimal(1))

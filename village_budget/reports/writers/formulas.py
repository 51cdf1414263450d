"""Formulas of a report document as a spreadsheet writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from village_budget.reports.cells import Across, Elsewhere, Formula, Product, Ratio, Sum

_MOST_AREAS = 200
_LONGEST = 8_000


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a document stands in the workbook: its sheet's name and the sheet row of its first table row."""

    sheet: str
    first_row: int


class FormulaWriter:
    """Turns row and column indexes of one document into cell references."""

    def __init__(self, place: CellPlace, columns: int, places: Mapping[str, CellPlace]) -> None:
        self._first = place.first_row + 1
        self._letters: list[str] = [column_letters(index) for index in range(columns)]
        self._places = places

    def letter(self, column: int) -> str:
        """Letters of a column."""
        return self._letters[column]

    def text(self, formula: Formula, row: int, column: int) -> str:
        """The formula for a cell, ``=`` first; empty when it would be longer than a cell takes."""
        letter = self._letters[column]
        if isinstance(formula, Product):
            volume = f"{self._letters[formula.volume]}{self._first + row}"
            price = f"{self._letters[formula.price]}{self._first + row}"
            return f"=ROUND({volume}*{price},{formula.decimals})"
        if isinstance(formula, Across):
            return f"={self._across(formula, row)}"
        if isinstance(formula, Elsewhere):
            other = self._places[formula.document]
            sheet = other.sheet.replace("'", "''")
            return f"='{sheet}'!{column_letters(formula.column)}{other.first_row + 1 + formula.row}"
        text = f"={self._sum(formula, letter)}"
        return text if len(text) <= _LONGEST else ""

    def ratio(self, ratio: Ratio) -> str:
        """The formula of a share."""
        part, whole = (f"{self._letters[at[1]]}{self._first + at[0]}" for at in (ratio.part, ratio.whole))
        return f"=IF({whole}=0,0,{part}/{whole})"

    def _across(self, formula: Across, row: int) -> str:
        cells = {
            column: f"{self._letters[column]}{self._first + row}" for column in formula.plus + formula.minus
        }
        plus = "+".join(cells[column] for column in formula.plus) or "0"
        return "-".join([plus, *(cells[column] for column in formula.minus)])

    def _sum(self, formula: Sum, letter: str) -> str:
        plus = self._areas(formula.plus, letter)
        if not formula.minus:
            return plus or "0"
        return f"{plus}-{self._areas(formula.minus, letter)}"

    def _areas(self, rows: Sequence[int], letter: str) -> str:
        """``SUM`` over rows, neighbours joined to ranges; a single cell stands alone."""
        if len(rows) == 1:
            return f"{letter}{self._first + rows[0]}"
        areas: list[str] = []
        start = end = -2
        for row in [*rows, -9]:
            if row == end + 1:
                end = row
                continue
            if start >= 0:
                first, last = self._first + start, self._first + end
                areas.append(f"{letter}{first}:{letter}{last}" if end > start else f"{letter}{first}")
            start = end = row
        while len(areas) > _MOST_AREAS:  # a function takes at most 255 arguments
            areas = [
                f"SUM({','.join(areas[at : at + _MOST_AREAS])})" for at in range(0, len(areas), _MOST_AREAS)
            ]
        return f"SUM({','.join(areas)})" if areas else ""


def column_letters(index: int) -> str:
    """Letters of a column counted from 0: ``A`` .. ``Z``, ``AA`` .."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

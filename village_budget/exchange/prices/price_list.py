"""A price list on its way in: sheet and columns told, each row judged, nothing changed by it.

Layouts of interchange, section 8. Rows that can't be taken are named; the others are taken without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from village_budget.domain.prices import PriceBook, PriceItem
from village_budget.errors import RowProblem, UserError
from village_budget.exchange.prices.price_columns import PriceField, PriceLayout, find_price_layout
from village_budget.exchange.prices.price_rows import PriceReader
from village_budget.exchange.prices.price_source import SourceSheet, read_sheets

_SEVERAL = (PriceField.SKIP,)


class PriceList:
    """One file that may hold standard prices.

    Attributes:
        name: the file's name without its ending.
        sheets: those that hold anything.
        sheet: index of the one that is read.
        layout: what its columns hold.
    """

    def __init__(self, name: str, sheets: Sequence[SourceSheet]) -> None:
        self.name = name
        self.sheets = sheets
        self._layouts = [find_price_layout(sheet.rows) for sheet in sheets]
        self._next = 0
        self.sheet = max(range(len(sheets)), key=self._promise)
        self.layout: PriceLayout = self._layouts[self.sheet]
        self._begin()

    def _promise(self, place: int) -> tuple[bool, bool, int]:
        """How much a sheet looks like a price list."""
        layout = self._layouts[place]
        return layout.name not in ("", "ahsp"), layout.is_whole, -place

    @property
    def rows(self) -> Sequence[tuple[int, Sequence[object]]]:
        """All rows of the sheet, with the headings."""
        return self.sheets[self.sheet].rows

    @property
    def items(self) -> list[PriceItem]:
        """What was taken so far."""
        return self._reader.items

    @property
    def problems(self) -> list[RowProblem]:
        """Rows that can't be taken, so far."""
        return self._reader.problems

    @property
    def passed(self) -> int:
        """Rows passed over: headings of groups, and rows that say the same again."""
        return self._reader.headings + self._reader.repeated

    @property
    def repeated(self) -> int:
        """Rows that say the same as one before."""
        return self._reader.repeated

    @property
    def done(self) -> bool:
        """Whether every row has been judged."""
        return self._next >= len(self.rows)

    def choose_sheet(self, place: int) -> None:
        """Read another sheet."""
        self.sheet = place
        self.layout = self._layouts[place]
        self._begin()

    def name_column(self, column: int, field: PriceField) -> None:
        """Say what a column holds; another of that kind gives it up. All rows are to be judged anew."""
        fields = list(self.layout.fields)
        if field not in _SEVERAL:
            fields = [PriceField.SKIP if there is field else there for there in fields]
        fields[column] = field
        self.layout = replace(self.layout, fields=tuple(fields))
        self._begin()

    def judge(self, most: int | None = None) -> None:
        """Judge the rows that are left, or so many of them: a long list is judged in slices."""
        rows = self.sheets[self.sheet].rows
        stop = len(rows) if most is None else min(len(rows), self._next + most)
        for place in range(self._next, stop):
            self._reader.take(place, rows[place])
        self._next = stop

    def book(self, name: str = "") -> PriceBook:
        """The items that were taken, as a book.

        Raises:
            UserError: ``prices-none``: no row could be taken.
        """
        self.judge()
        if not self.items:
            raise UserError("prices-none", name=self.name)
        return PriceBook(name or self.name, self.items)

    def _begin(self) -> None:
        self._reader = PriceReader(self.layout, self.sheets[self.sheet].rows)
        self._next = self.layout.first if self.layout.is_whole else len(self.rows)


def read_price_list(path: Path) -> PriceList:
    """Open a file that may hold standard prices.

    Raises:
        UserError: ``prices-ahsp``: it analyses unit prices of works, coefficients instead of prices; and
            those of `price_source.read_sheets`.
    """
    found = PriceList(path.stem, read_sheets(path))
    if found.layout.name == "ahsp":
        raise UserError("prices-ahsp", name=path.name)
    return found

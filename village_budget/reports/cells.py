"""Cells of a report document and the formulas a spreadsheet computes them by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from village_budget.money import Sen


@dataclass(frozen=True, slots=True)
class Sum:
    """The cell is the sum of cells in its own column: rows of ``plus`` minus rows of ``minus``.

    Rows are indexes into `ReportDocument.rows`. A difference is a sum with a ``minus``; one row alone is a
    repetition of that row's amount.
    """

    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """The cell is volume x unit price of its own row, rounded half up to ``decimals`` of a rupiah.

    Attributes:
        volume: index of the column that holds the volume.
        price: index of the column that holds the unit price.
        decimals: 0, or 2 for a single unit with sen in its price.
    """

    volume: int
    price: int
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The cell repeats an amount of another document of the same set.

    Attributes:
        document: `ReportDocument.sheet_title` of the other document; unique in the set.
        row: row index in it.
        column: column index in it.
    """

    document: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Across:
    """The cell is the sum of cells of its own row: columns of ``plus`` minus columns of ``minus``."""

    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


Formula: TypeAlias = Sum | Product | Elsewhere | Across


@dataclass(frozen=True, slots=True)
class Text:
    """Words.

    Attributes:
        text: one paragraph or several parted by newlines; wraps, is never cut.
        indent: steps from the left edge of the cell (3.2 mm each on paper).
        span: how many columns it covers from its own on (the covered cells are `Empty`).
        link: `ReportDocument.sheet_title` of another document of the set it leads to; paper ignores it.
        bold: bold whatever the row is; the row's own weight when False.
        open: left to the reader to fill in: a sheet with such cells is locked but for them.
    """

    text: str
    indent: int = 0
    span: int = 1
    link: str = ""
    bold: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Digits of a code, kept as text: ``01`` keeps its zero."""

    text: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount.

    Attributes:
        sen: the amount.
        formula: how a spreadsheet computes it; None for an amount entered by hand.
        quiet: nothing is shown as ``-``, for tables in which most amounts are nothing.
    """

    sen: Sen
    formula: Formula | None = None
    quiet: bool = False

    @property
    def number(self) -> float:
        """The amount as a spreadsheet keeps it: rupiah, exact to 15 digits."""
        return self.sen / 100


@dataclass(frozen=True, slots=True)
class Ratio:
    """The cell is one cell divided by another, 0 when that is 0; row and column indexes of each."""

    part: tuple[int, int]
    whole: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Share:
    """One amount as part of another, in percent with two decimals; an empty whole gives 0 %.

    Attributes:
        part: in sen.
        whole: in sen.
        part_at: row and column index of the cell that holds ``part``; None when no cell of the form does.
        whole_at: the same for ``whole``; a spreadsheet computes the share when both are there.
    """

    part: Sen
    whole: Sen
    part_at: tuple[int, int] | None = None
    whole_at: tuple[int, int] | None = None

    @property
    def formula(self) -> Ratio | None:
        """How a spreadsheet computes it; None when one of its amounts stands in no cell."""
        if self.part_at is None or self.whole_at is None:
            return None
        return Ratio(self.part_at, self.whole_at)

    @property
    def number(self) -> float:
        """The share as a spreadsheet keeps it: 0.25 is 25 %; for reading, never for judging."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def percent(self) -> Decimal:
        """The share in percent, exact to two decimals, half away from zero."""
        if not self.whole:
            return Decimal("0.00")
        exact = Decimal(self.part) * 100 / Decimal(self.whole)
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Volume:
    """An exact volume."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Empty:
    """A cell without content (with its border)."""


Cell: TypeAlias = Text | Code | Money | Share | Volume | Empty
EMPTY = Empty()

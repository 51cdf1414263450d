"""What a table has summed up when a page ends: "Jumlah dipindahkan", and "Jumlah pindahan" on the next.

A total row that is a sum (never one that is a difference) owns the rows it sums, down to the lines. On a page
break inside these rows the amounts of the lines printed so far are carried.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from village_budget.money import Sen
from village_budget.reports.report_document import (
    Money,
    ReportDocument,
    RowKind,
    Sum,
)

FORWARD = "Jumlah dipindahkan"
BROUGHT = "Jumlah pindahan"


@dataclass(frozen=True, slots=True)
class _CarriedGroup:
    """The lines below one total: their row indexes, and by column the sums of the first n of them."""

    total: int
    lines: tuple[int, ...]
    sums: dict[int, tuple[Sen, ...]]


class Carried:
    """The carried amounts of one document."""

    def __init__(self, document: ReportDocument) -> None:
        self._groups = [
            _group(document, index) for index, row in enumerate(document.rows) if row.kind is RowKind.TOTAL
        ]

    def __bool__(self) -> bool:
        """Whether there is anything to carry on any page break."""
        return any(group.lines for group in self._groups)

    def before(self, row: int) -> dict[int, Sen]:
        """Amounts by column of the lines above a row that begins a page; empty when there are none."""
        for group in self._groups:
            if group.lines and group.lines[0] < row <= group.total:
                count = bisect_left(group.lines, row)
                return {column: sums[count - 1] for column, sums in group.sums.items()}
        return {}


def _group(document: ReportDocument, total: int) -> _CarriedGroup:
    lines: tuple[int, ...] = ()
    for column, cell in enumerate(document.rows[total].cells):
        if isinstance(cell, Money) and isinstance(cell.formula, Sum):
            lines = _lines_below(document, total, column)
            break
    columns = [
        column
        for column, cell in enumerate(document.rows[total].cells)
        if isinstance(cell, Money) and all(isinstance(_cell(document, row, column), Money) for row in lines)
    ]
    sums = {column: tuple(accumulate(_sen(document, row, column) for row in lines)) for column in columns}
    return _CarriedGroup(total, lines if _adds_up(document, total, sums) else (), sums)


def _lines_below(document: ReportDocument, total: int, column: int) -> tuple[int, ...]:
    """Rows without rows of their own below a total; none when it is a difference anywhere."""
    found: list[int] = []
    waiting = [total]
    while waiting:
        row = waiting.pop()
        cell = _cell(document, row, column)
        formula = cell.formula if isinstance(cell, Money) else None
        if not isinstance(formula, Sum):
            found.append(row)
        elif formula.minus:
            return ()
        else:
            waiting.extend(formula.plus)
    return tuple(sorted(set(found) - {total}))


def _adds_up(document: ReportDocument, total: int, sums: dict[int, tuple[Sen, ...]]) -> bool:
    return all(amounts and amounts[-1] == _sen(document, total, column) for column, amounts in sums.items())


def _cell(document: ReportDocument, row: int, column: int) -> object:
    return document.rows[row].cells[column]


def _sen(document: ReportDocument, row: int, column: int) -> Sen:
    cell = _cell(document, row, column)
    assert isinstance(cell, Money)
    return cell.sen

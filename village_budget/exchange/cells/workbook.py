"""Every sheet of a workbook as a grid of cells, and a CSV file as one sheet: values only, numbers exact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from village_budget.errors import UserError
from village_budget.exchange.cells.cell_values import exact, plain_text
from village_budget.exchange.cells.clipboard_grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
)
from village_budget.exchange.cells.raw_table import first_bytes, read_csv
from village_budget.exchange.cells.sheet_guard import check_workbook
from village_budget.text import one_line

KINDS = (".xlsx", ".xls", ".ods", ".csv", ".txt")
"""Files that can be read."""


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet as it lies in the file.

    Attributes:
        name: as the tab says; the file's name for a CSV file.
        grid: rows of cells, all of one length; empty rows and columns at the end left out.
        hidden: the workbook does not show it.
        hidden_rows: rows of the grid that the workbook does not show, from 0.
    """

    name: str
    grid: Grid
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()


def read_sheets(path: Path) -> list[SheetCells]:
    """All sheets of a workbook, in its order; empty ones too.

    Raises:
        UserError: ``table-missing``, ``table-unreadable``, ``table-kind``, ``table-too-large``,
            ``table-damaged``, ``table-encrypted``, ``table-macros``, ``table-empty``.
    """
    head = first_bytes(path)
    if not head.startswith((b"PK", b"\xd0\xcf\x11\xe0")) and path.suffix.casefold() in (".csv", ".txt"):
        rows, _ = read_csv(path)
        sheets = [SheetCells(path.stem, _even([[_cell(cell) for cell in cells] for _, cells in rows]))]
    else:
        sheets = _workbook(path)
    if not any(sheet.grid for sheet in sheets):
        raise UserError("table-empty", name=path.name)
    return sheets


def _workbook(path: Path) -> list[SheetCells]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    facts = check_workbook(path)
    try:
        book = CalamineWorkbook.from_path(path)
        found = []
        for about in book.sheets_metadata:
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * sheet.total_width > MOST_ROWS * MOST_COLUMNS:
                raise UserError("table-too-large", name=path.name, limit=f"{MOST_ROWS:,}".replace(",", "."))
            grid = [[_cell(exact(value)) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            told = facts.get(about.name)
            _put_errors(grid, told.errors if told else {})
            rows = frozenset(row - 1 for row in told.hidden) if told else frozenset()
            hidden = about.visible != SheetVisibleEnum.Visible
            found.append(SheetCells(one_line(about.name), _even(grid), hidden, rows))
    except PasswordError as error:
        raise UserError("table-encrypted", name=path.name) from error
    except (CalamineError, ValueError, OSError) as error:
        raise UserError("table-damaged", name=path.name, row=1) from error
    return found


def _put_errors(grid: Grid, errors: dict[tuple[int, int], str]) -> None:
    """The reader gives errors as empty cells, which would hide a broken formula."""
    for (row, column), text in errors.items():
        if row <= len(grid) and column <= len(grid[row - 1]):
            grid[row - 1][column - 1] = text


def _cell(value: object) -> Cell:
    if isinstance(value, Decimal):
        if not value.is_finite() or abs(value) > Decimal(10) ** 18:
            return str(value)
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return one_line(value if isinstance(value, str) else plain_text(value))  # type: ignore[arg-type]


def _even(grid: Grid) -> Grid:
    """All rows as long as the longest that says something; what is empty at the end left out."""
    width = max((_length(row) for row in grid), default=0)
    width = min(width, MOST_COLUMNS)
    rows = [[*row[:width], *([""] * (width - len(row)))] for row in grid[:MOST_ROWS]]
    while rows and not any(cell != "" for cell in rows[-1]):
        rows.pop()
    return rows


def _length(row: list[Cell]) -> int:
    return next((place + 1 for place in range(len(row) - 1, -1, -1) if row[place] != ""), 0)

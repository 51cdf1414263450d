"""The flat table: one row a line of the plan, the simplest way in and out (design section 7).

Reading is all or nothing: a table with bad rows is refused with every one of them.
"""

from __future__ import annotations

from pathlib import Path

from village_budget.chart.chart import Chart
from village_budget.domain.plan import Plan
from village_budget.errors import ImportRefused, RowProblem
from village_budget.exchange.cells.raw_table import read_raw
from village_budget.exchange.flat.flat_rows import (
    COLUMNS,
    REQUIRED,
    FlatRow,
    FlatTable,
)
from village_budget.exchange.flat.row_checks import read_row

__all__ = ["FlatRow", "FlatTable", "read_table", "write_table"]


def read_table(path: Path, chart: Chart) -> FlatTable:
    """Read a flat table from a CSV file or the first sheet of a workbook.

    Args:
        path: ``.csv`` (UTF-8; comma, semicolon or tab) or ``.xlsx``.
        chart: where the codes are looked up.

    Raises:
        ImportRefused: some rows are bad; it names every one of them.
        UserError: it is no such table at all (``table-...``).
    """
    raw = read_raw(path, REQUIRED, COLUMNS)
    rows: list[FlatRow] = []
    problems: list[RowProblem] = []
    notices: list[RowProblem] = list(raw.notices)
    for number, cells in raw.rows:
        row, notes = read_row(number, cells, chart, raw.columns)
        problems += notes.problems
        notices += notes.notices
        if row is not None:
            rows.append(row)
    if problems:
        raise ImportRefused(str(path), problems)
    return FlatTable(tuple(rows), tuple(notices))


def write_table(plan: Plan, chart: Chart, path: Path) -> None:
    """Write a plan as a flat table, ``.csv`` or ``.xlsx``; `read_table` gives the same lines back.

    Raises:
        ExportError: it can't be written there; a former file is intact.
    """
    from village_budget.exchange.flat.flat_writer import write_flat

    write_flat(plan, chart, path)

"""The first sheet of a workbook as rows of cells: values only, numbers exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from village_budget.errors import RowProblem, UserError
from village_budget.exchange.cells.cell_values import Cell, exact
from village_budget.exchange.cells.workbook_guard import WorkbookFacts, inspect_workbook


def read_sheet(path: Path) -> tuple[Iterator[tuple[int, Sequence[Cell]]], list[RowProblem]]:
    """Rows of the first sheet with their numbers, and what is worth telling about the workbook.

    Raises:
        UserError: see `workbook_guard.inspect_workbook`; ``table-damaged`` when it can't be read after all.
    """
    facts = inspect_workbook(path)
    return _rows(path, facts), _notices(facts)


def _rows(path: Path, facts: WorkbookFacts) -> Iterator[tuple[int, Sequence[Cell]]]:
    import pandas as pd
    from python_calamine import CalamineError

    try:
        frame = pd.read_excel(
            path, sheet_name=0, header=None, dtype=object, na_filter=False, engine="calamine"
        )
    except (CalamineError, ValueError, OSError) as error:
        raise UserError("table-damaged", name=path.name, row=1) from error
    for number, values in enumerate(frame.itertuples(index=False, name=None), start=1):
        # The reader gives errors as empty cells, which would hide a broken formula.
        yield (
            number,
            [
                facts.errors.get((number, column)) or exact(value)
                for column, value in enumerate(values, start=1)
            ],
        )


def _notices(facts: WorkbookFacts) -> list[RowProblem]:
    notices = []
    if facts.formulas:
        notices.append(RowProblem(0, "", "table-note-formulas", {"count": facts.formulas}))
    if facts.sheets > 1:
        details: dict[str, object] = {"count": facts.sheets - 1, "hidden": facts.hidden}
        notices.append(RowProblem(0, "", "table-note-other-sheets", details))
    if facts.links:
        notices.append(RowProblem(0, "", "table-note-links"))
    return notices

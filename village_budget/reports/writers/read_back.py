"""Reading a new workbook back, before it takes its name: whole, and every amount as it was meant."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from pathlib import Path

from village_budget.errors import ExportError
from village_budget.reports.report_document import Money, ReportDocument, Share
from village_budget.reports.writers.geometry import Geometry


def check_workbook(
    path: Path, content: bytes, name: str, documents: Sequence[ReportDocument], sheets: Sequence[str]
) -> None:
    """Compare the file with what was to be written; open it with another reader and compare every amount.

    Args:
        path: the file as it lies there now.
        content: what it must hold, byte by byte.
        name: the name it is to have, for the message.
        documents: what was to be written.
        sheets: names of their sheets, in the same order.

    Raises:
        ExportError: ``export-check-failed``.
    """
    from python_calamine import CalamineError, load_workbook

    try:
        if path.read_bytes() != content:
            raise ExportError("export-check-failed", name=name, part="xlsx")
        workbook = load_workbook(str(path))
        for document, sheet in zip(documents, sheets, strict=True):
            rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            if not _agrees(document, rows):
                raise ExportError("export-check-failed", name=name, part=sheet)
    except CalamineError as error:
        raise ExportError("export-check-failed", name=name, part=type(error).__name__) from error


def _agrees(document: ReportDocument, rows: Sequence[Sequence[object]]) -> bool:
    first = Geometry(document).table_row
    if len(rows) < first + len(document.rows):
        return False
    return all(
        _same(rows[first + index][column], cell)
        for index, row in enumerate(document.rows)
        for column, cell in enumerate(row.cells)
        if isinstance(cell, Money | Share)
    )


def _same(found: object, cell: Money | Share) -> bool:
    """Amounts to the last digit; a workbook keeps 16, so that beyond 99 trillion rupiah sen are lost."""
    if isinstance(cell, Share):
        return isinstance(found, float | int) and isclose(found, cell.number, rel_tol=1e-14)
    return found in (cell.number, float(f"{cell.number:.16G}"))

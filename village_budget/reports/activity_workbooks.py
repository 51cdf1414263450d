"""Cost plans in workbooks of their own, one for each activity: handed to whoever carries it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from village_budget.reports.cells import Cell, Elsewhere, Money, Text
from village_budget.reports.report_document import ReportDocument

FORM = "rab"
"""The one form that is many documents by nature."""
_SHEET = "sheet"


def apart(documents: Sequence[ReportDocument]) -> list[ReportDocument]:
    """Each document as the only sheet of a workbook, which says so in its properties.

    What another sheet would give stands as a figure, and links to other sheets go: a workbook never points
    outside itself.
    """
    return [
        replace(
            document,
            rows=tuple(replace(row, cells=tuple(map(_cell, row.cells))) for row in document.rows),
            properties={**document.properties, _SHEET: document.sheet_title},
        )
        for document in documents
    ]


def only(documents: Sequence[ReportDocument], identity: dict[str, str]) -> list[ReportDocument]:
    """Of a form's documents those that a workbook with these properties holds; none: that one is gone."""
    wanted = identity.get(_SHEET, "")
    if not wanted:
        return list(documents)
    return apart([document for document in documents if document.sheet_title == wanted])


def file_part(document: ReportDocument) -> str:
    """What tells its file from the others of the form: ``rab-2.3.10``."""
    return f"{FORM}-{re.sub(r'[^a-z0-9.]+', '-', document.sheet_title.lower()).strip('-')}"


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, Money) and isinstance(cell.formula, Elsewhere):
        return replace(cell, formula=None)
    return replace(cell, link="") if isinstance(cell, Text) and cell.link else cell

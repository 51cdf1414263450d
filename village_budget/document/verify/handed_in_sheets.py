"""Sheets of a workbook that was handed in: their cells, and which of the plan's sheets each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.errors import UserError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_SAME_SHEET = 0.5
"""Part of its cells that a renamed sheet has in common with the one it was."""


@dataclass(slots=True)
class HandedInSheet:
    """Cells with content by their address.

    Attributes:
        values: what they show; of formulas the result.
        formulas: what was typed: formulas begin with ``=``.
        formats: their number formats.
        left_open: cells that the form leaves to its reader.
    """

    values: dict[str, object] = field(default_factory=dict)
    formulas: dict[str, object] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    left_open: set[str] = field(default_factory=set)


def read_sheets(path: Path) -> dict[str, HandedInSheet]:
    """Every sheet of a workbook by its name.

    Raises:
        UserError: ``table-damaged``.
    """
    sheets: dict[str, HandedInSheet] = {}
    for sheet in _opened(path, data_only=True).worksheets:
        cells = sheets[sheet.title] = HandedInSheet()
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    cells.values[cell.coordinate] = cell.value
                if not cell.protection.locked:
                    cells.left_open.add(cell.coordinate)
    for sheet in _opened(path, data_only=False).worksheets:
        cells = sheets[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    cells.formulas[cell.coordinate] = cell.value
                    cells.formats[cell.coordinate] = cell.number_format
        _dress(sheet, cells)
    return sheets


def _dress(sheet: Worksheet, cells: HandedInSheet) -> None:
    """Conditional formats, too, can show another number than the cell holds; ours have none."""
    for group in sheet.conditional_formatting:
        for rule in group.rules:
            if rule.dxf is not None and rule.dxf.numFmt is not None:
                shown = {cell: rule.dxf.numFmt.formatCode for cell in cells.formats if cell in group.sqref}
                cells.formats.update(shown)


def _opened(path: Path, *, data_only: bool) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path, data_only=data_only, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, OSError) as error:
        raise UserError("table-damaged", name=path.name, row=1) from error


def paired(expected: Mapping[str, HandedInSheet], found: Mapping[str, HandedInSheet]) -> dict[str, str]:
    """The name of each expected sheet in the other workbook: its own, or that of the sheet most like it."""
    pairs = {name: name for name in expected if name in found}
    lost = [name for name in expected if name not in pairs]
    extra = [name for name in found if name not in pairs]
    alike = sorted(
        ((_likeness(expected[name], found[other]), name, other) for name in lost for other in extra),
        key=lambda one: -one[0],
    )
    taken: set[str] = set()
    for likeness, name, other in alike:
        if likeness > _SAME_SHEET and name not in pairs and other not in taken:
            pairs[name] = other
            taken.add(other)
    return pairs


def _likeness(expected: HandedInSheet, found: HandedInSheet) -> float:
    """Part of the cells, 0 to 1, that both have in common; formulas count when their text is the same."""
    cells = expected.formulas
    same = sum(found.formulas.get(cell) == value for cell, value in cells.items())
    return same / len(cells) if cells else 0.0

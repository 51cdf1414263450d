"""Two workbooks held against each other cell by cell: the plan's and the one handed in (S19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from village_budget.errors import UserError

_Grid: TypeAlias = dict[str, object]
"""Cells with content by their address."""
_TIME_OF_PRINT = re.compile(r"· \d{1,2} \w+ \d{4} \d{2}[:.]\d{2}$")


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that says something else than the plan.

    Attributes:
        sheet: name of the sheet.
        cell: address such as ``F12``; empty when the whole sheet is missing or added.
        expected: what the plan says, as text; empty for nothing.
        found: what the workbook says, as text; empty for nothing.
        follows: whether it is the result of a formula, which an altered cell elsewhere may have moved.
    """

    sheet: str
    cell: str
    expected: str
    found: str
    follows: bool = False


def differences(fresh: Path, found: Path) -> Iterator[Difference]:
    """Cells in which a workbook differs from a freshly written one; widths and colours do not matter.

    Args:
        fresh: written now from the plan.
        found: what is to be proven.

    Raises:
        UserError: ``table-damaged``.
    """
    expected_values, found_values = _grids(fresh, formulas=False), _grids(found, formulas=False)
    expected_formulas, found_formulas = _grids(fresh, formulas=True), _grids(found, formulas=True)
    left_open = _open_cells(fresh)
    for sheet, values in expected_values.items():
        if sheet not in found_values:
            yield Difference(sheet, "", sheet, "")
            continue
        theirs = found_values[sheet]
        formulas, their_formulas = expected_formulas[sheet], found_formulas[sheet]
        for cell in sorted({*values, *theirs, *their_formulas} - left_open[sheet], key=_place):
            expected, actual = values.get(cell), theirs.get(cell)
            formula, their_formula = formulas.get(cell), their_formulas.get(cell)
            is_formula = _is_formula(their_formula)
            if is_formula and not _same_formula(formula, their_formula):
                yield Difference(sheet, cell, _text(formula), _text(their_formula))
            elif not _same(expected, actual) and not (is_formula and actual is None):
                # Programs that do not calculate save formulas without values: nothing is altered by that.
                yield Difference(sheet, cell, _text(expected), _text(actual), follows=is_formula)
    for sheet in found_values:
        if sheet not in expected_values:
            yield Difference(sheet, "", "", sheet)


def _open_cells(fresh: Path) -> dict[str, set[str]]:
    """Cells of each sheet that the form leaves to its reader: whatever stands in them is no difference."""
    from openpyxl import load_workbook

    return {
        sheet.title: {
            cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
        }
        for sheet in load_workbook(fresh).worksheets
    }


def _grids(path: Path, *, formulas: bool) -> dict[str, _Grid]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        workbook = load_workbook(path, data_only=not formulas, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, OSError) as error:
        raise UserError("table-damaged", name=path.name, row=1) from error
    return {
        sheet.title: {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
        }
        for sheet in workbook.worksheets
    }


def _place(cell: str) -> tuple[int, int, str]:
    letters = cell.rstrip("0123456789")
    return (int(cell[len(letters) :]), len(letters), letters)


def _same(expected: object, found: object) -> bool:
    if isinstance(expected, str) and isinstance(found, str):
        # The foot tells when it was printed: two prints of one plan differ in nothing else.
        return _TIME_OF_PRINT.sub("", expected) == _TIME_OF_PRINT.sub("", found)
    return expected == found


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _same_formula(expected: object, found: object) -> bool:
    plain: Any = [str(value).replace(" ", "").replace("$", "").upper() for value in (expected, found)]
    return bool(plain[0] == plain[1])


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)

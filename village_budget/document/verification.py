"""Does an exported workbook still say what the plan says? Fingerprint first, then every cell (S18-S20)."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from village_budget.errors import ExportError, UserError
from village_budget.exchange.workbook_guard import inspect_workbook
from village_budget.reports.catalogue import form
from village_budget.reports.writers.identity import read_identity
from village_budget.reports.writers.workbook import write_workbook

if TYPE_CHECKING:
    from village_budget.document.document import Document

MOST_DIFFERENCES = 50
"""How many cells are named; the first ones tell enough."""

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


@dataclass(frozen=True, slots=True)
class Verification:
    """What came out.

    Attributes:
        form: name of the form the workbook holds.
        fiscal_year: the year it is of.
        same_plan: whether it carries the fingerprint of the plan as it is now.
        differences: cells that do not agree, those that were typed first, at most `MOST_DIFFERENCES`.
        printed: fingerprint in the workbook.
        present: fingerprint of the plan.
    """

    form: str
    fiscal_year: int
    same_plan: bool
    differences: tuple[Difference, ...]
    printed: str
    present: str

    @property
    def matches(self) -> bool:
        """Whether the workbook is as the plan says, cell by cell."""
        return self.same_plan and not self.differences


def verify_workbook(workbook: Path, document: Document) -> Verification:
    """Compare an exported workbook with the plan it was made from; widths and colours do not matter.

    The document's year and version are selected after the workbook's.

    Raises:
        ExportError: ``workbook-foreign``: not made by this program, or of another village.
        UserError: it can't be opened safely (``table-...``), or the plan has no such year.
    """
    if not workbook.is_file():
        raise UserError("table-missing", name=workbook.name, path=str(workbook))
    inspect_workbook(workbook)
    identity = read_identity(workbook)
    try:
        info = form(identity.get("form", ""))
        year, version = int(identity["fiscal_year"]), int(identity.get("version", "0"))
    except (ExportError, KeyError, ValueError) as error:
        raise ExportError("workbook-foreign", name=workbook.name) from error
    village = document.plan.village
    if identity.get("village_code", "") != village.code:
        raise ExportError(
            "workbook-of-other-village",
            name=workbook.name,
            village=identity.get("village", ""),
            village_code=identity.get("village_code", ""),
        )
    document.select(year, version)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.xlsx"
        write_workbook(info.build(document.report_source()), fresh)
        differences = sorted(_differences(fresh, workbook), key=lambda one: one.follows)
    return Verification(
        form=info.name,
        fiscal_year=year,
        same_plan=identity["fingerprint"] == document.fingerprint,
        differences=tuple(differences[:MOST_DIFFERENCES]),
        printed=identity["fingerprint"],
        present=document.fingerprint,
    )


def _differences(fresh: Path, found: Path) -> Iterator[Difference]:
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

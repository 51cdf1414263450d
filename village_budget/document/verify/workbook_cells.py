"""Two workbooks held against each other cell by cell: the plan's and the one handed in (S19)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from village_budget.document.verify.handed_in_sheets import HandedInSheet, paired, read_sheets
from village_budget.document.verify.shown_numbers import misleads

_SHEET_OF_FORMULA = re.compile(r"(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!")
_TYPED_APART, _COMPUTED_APART = 1e-9, 1e-3
"""Less than any number differs by, and any amount that is computed: another program's rounding is below."""
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
    """Cells in which a workbook differs from a freshly written one.

    Widths, colours, the order and names of sheets do not matter, nor which program saved it again.

    Args:
        fresh: written now from the plan.
        found: what is to be proven.

    Raises:
        UserError: ``table-damaged``.
    """
    expected_sheets, found_sheets = read_sheets(fresh), read_sheets(found)
    names = paired(expected_sheets, found_sheets)
    own_names = {theirs.upper(): name for name, theirs in names.items()}
    for sheet, expected in expected_sheets.items():
        if sheet not in names:
            yield Difference(sheet, "", sheet, "")
            continue
        yield from _on_sheet(names[sheet], expected, found_sheets[names[sheet]], own_names)
    for sheet, cells in found_sheets.items():
        if sheet.upper() not in own_names and cells.formulas:
            yield Difference(sheet, "", "", sheet)


def _on_sheet(
    sheet: str, expected: HandedInSheet, found: HandedInSheet, own_names: Mapping[str, str]
) -> Iterator[Difference]:
    """Cells of one sheet that differ; ``own_names`` are the program's names of the other's sheets."""
    places = {*expected.values, *found.values, *found.formulas} - expected.left_open
    for cell in sorted(places, key=_place):
        meant, actual = expected.values.get(cell), found.values.get(cell)
        formula, their_formula = expected.formulas.get(cell), found.formulas.get(cell)
        is_formula = _is_formula(their_formula)
        is_amount = is_formula and "%" not in expected.formats.get(cell, "")
        apart = _COMPUTED_APART if is_amount else _TYPED_APART
        if is_formula and _plain(formula) != _plain(their_formula, own_names):
            yield Difference(sheet, cell, _text(formula), _text(their_formula))
        elif not _same(meant, actual, apart) and not (is_formula and actual is None):
            # Programs that do not calculate save formulas without values: nothing is altered by that.
            yield Difference(sheet, cell, _text(meant), _text(actual), follows=is_formula)
        elif misleads(meant, shown := found.formats.get(cell, ""), expected.formats.get(cell, "")):
            yield Difference(sheet, cell, _text(meant), f"{_text(meant)} [format {shown}]")


def _place(cell: str) -> tuple[int, int, str]:
    letters = cell.rstrip("0123456789")
    return (int(cell[len(letters) :]), len(letters), letters)


def _same(expected: object, found: object, apart: float) -> bool:
    if isinstance(expected, str) and isinstance(found, str):
        # The foot tells when it was printed: two prints of one plan differ in nothing else.
        return _TIME_OF_PRINT.sub("", expected) == _TIME_OF_PRINT.sub("", found)
    if isinstance(expected, int | float) and isinstance(found, int | float):
        # LibreOffice keeps 15 digits of a number, as spreadsheets count.
        return abs(expected - found) < apart or f"{expected:.15g}" == f"{found:.15g}"
    return expected == found


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _plain(formula: object, own_names: Mapping[str, str] | None = None) -> str:
    """A formula without blanks, ``$`` and quotes that a program adds or leaves out; own names of sheets."""

    def named(match: re.Match[str]) -> str:
        name = (match[1] or match[2]).replace("''", "'").upper()
        return f"{(own_names or {}).get(name, name).upper()}!"

    return _SHEET_OF_FORMULA.sub(named, str(formula)).replace(" ", "").replace("$", "").upper()


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)

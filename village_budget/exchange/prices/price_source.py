"""The sheets of a file that may hold a price list: a workbook, an old one, a web table named .xls, or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from village_budget.errors import UserError
from village_budget.exchange.cells.cell_values import Cell, clean, exact
from village_budget.exchange.cells.raw_table import first_bytes, read_csv
from village_budget.exchange.cells.workbook_guard import inspect_workbook

MOST_ROWS = 120_000
MOST_SHEETS = 20
_OLD = b"\xd0\xcf\x11\xe0"
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")

SourceRow = tuple[int, Sequence[Cell]]
"""A row with its number as a spreadsheet shows it."""


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """One sheet, rows without any content left out; its name is empty for a file of one table."""

    name: str
    rows: Sequence[SourceRow]


def read_sheets(path: Path) -> list[SourceSheet]:
    """The sheets of a file that hold anything.

    Raises:
        UserError: ``table-missing``, ``table-unreadable``, ``table-too-large``, ``table-too-long``,
            ``table-empty``, ``table-damaged`` and those of `workbook_guard`.
    """
    head = first_bytes(path)
    if head.startswith(_OLD) and path.suffix.casefold() == ".xls":
        _check_old(path)
        sheets = _of_workbook(path)
    elif head.lstrip().startswith(b"<"):
        sheets = [SourceSheet("", _of_web_table(path))]
    elif head.startswith((b"PK\x03\x04", _OLD)):
        inspect_workbook(path)
        sheets = _of_workbook(path)
    else:
        rows, _ = read_csv(path)
        sheets = [SourceSheet("", [(number, cells) for number, cells in rows if any(map(clean, cells))])]
    kept = [sheet for sheet in sheets if sheet.rows]
    if not kept:
        raise UserError("table-empty", name=path.name)
    if max(len(sheet.rows) for sheet in kept) > MOST_ROWS:
        raise UserError("table-too-long", name=path.name, limit=f"{MOST_ROWS:,}".replace(",", "."))
    return kept


def _check_old(path: Path) -> None:
    content = path.read_bytes()
    if _MACROS in content:
        raise UserError("table-macros", name=path.name)
    if _LOCKED in content:
        raise UserError("table-encrypted", name=path.name)


def _of_workbook(path: Path) -> list[SourceSheet]:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        return [
            SourceSheet(name, _cells(book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
            for name in book.sheet_names[:MOST_SHEETS]
        ]
    except python_calamine.PasswordError as error:
        raise UserError("table-encrypted", name=path.name) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise UserError("table-damaged", name=path.name, row=1) from error
    except BaseException as error:
        # A reader written in Rust panics where it meets what it never thought of: the file is at fault.
        if type(error).__name__ != "PanicException":
            raise
        raise UserError("table-damaged", name=path.name, row=1) from error


def _cells(rows: Sequence[Sequence[Any]]) -> list[SourceRow]:
    """Exact cells of the rows that hold anything."""
    return [
        (number, [exact(value) for value in row])
        for number, row in enumerate(rows, start=1)
        if any(value not in ("", None) for value in row)
    ]


def _of_web_table(path: Path) -> list[SourceRow]:
    """What web programs hand out as ``.xls`` is often a page with one table."""
    from village_budget.exchange.cells.clipboard_grid import read_html

    text = path.read_bytes().decode("utf-8-sig", "replace")
    return [(number, row) for number, row in enumerate(read_html(text), start=1) if any(row)]

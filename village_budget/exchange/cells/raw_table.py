"""A table as it lies in a CSV file: its header found, its rows numbered as a spreadsheet numbers them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from village_budget.errors import RowProblem, UserError
from village_budget.exchange.cells.cell_values import Cell, clean

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
_HEADER_SEARCH = 20
_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows under a header, not yet understood.

    Attributes:
        rows: (row number, cell by column name); rows without any content are left out.
        columns: names of the columns, in the one spelling.
        notices: what was noticed about the table as a whole.
    """

    rows: tuple[tuple[int, dict[str, Cell]], ...]
    columns: tuple[str, ...]
    notices: tuple[RowProblem, ...]


def read_raw(path: Path, required: Sequence[str], known: Sequence[str]) -> RawTable:
    """Read a CSV file or the first sheet of a workbook.

    Args:
        path: ``.csv``, ``.txt`` or ``.xlsx``.
        required: columns that must be there.
        known: columns that are read; others are left out with a notice.

    Raises:
        UserError: ``table-missing``, ``table-unreadable``, ``table-kind``, ``table-too-large``,
            ``table-too-long``, ``table-damaged``, ``table-columns-missing``, ``table-column-twice``,
            ``table-empty``, and those of `workbook_guard`.
    """
    head = first_bytes(path)
    if head.startswith(b"PK\x03\x04") or path.suffix.casefold() in {
        ".xlsx",
        ".xlsm",
        ".xls",
        ".xlsb",
        ".ods",
    }:
        from village_budget.exchange.cells.first_sheet import read_sheet

        grid, notices = read_sheet(path)
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError("table-old-excel", name=path.name)
    else:
        grid, notices = read_csv(path)
    return _under_header(grid, notices, path, required, known)


def first_bytes(path: Path) -> bytes:
    """What a file begins with, once it is known to be there and not too large."""
    try:
        if not path.exists():
            raise UserError("table-missing", name=path.name, path=str(path))
        if path.stat().st_size > MOST_BYTES:
            raise UserError("table-too-large", name=path.name, limit=f"{MOST_BYTES // 1_000_000} MB")
        with path.open("rb") as file:
            return file.read(8)
    except OSError as error:
        raise UserError("table-unreadable", name=path.name, path=str(path)) from error


def read_csv(path: Path) -> tuple[Iterator[tuple[int, Sequence[Cell]]], list[RowProblem]]:
    """Rows of a CSV file with their numbers, and what is worth telling about it."""
    text, notices = _decoded(path)
    delimiter = ""
    told = re.match(r"sep=(.)\r?\n", text)
    if told:
        delimiter, text = told[1], text[told.end() :]
    return _csv_rows(text, delimiter or _likeliest_delimiter(text), path), notices


def _decoded(path: Path) -> tuple[str, list[RowProblem]]:
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in content:
        raise UserError("table-kind", name=path.name)
    else:
        encoding = "utf-8-sig"
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError:
        if encoding == "utf-16":
            raise UserError("table-damaged", name=path.name, row=1) from None
    # What Excel on Windows saves as plain "CSV": its own code page, in which every byte means something.
    return content.decode("cp1252", "replace"), [
        RowProblem(0, "", "table-note-encoding", {"name": path.name})
    ]


def _likeliest_delimiter(text: str) -> str:
    lines = text.splitlines()[:_HEADER_SEARCH]
    return max(_DELIMITERS, key=lambda sign: max((line.count(sign) for line in lines), default=0))


def _csv_rows(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, Sequence[Cell]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            yield number, row
    except csv.Error as error:
        raise UserError("table-damaged", name=path.name, row=number + 1) from error


def _under_header(
    grid: Iterable[tuple[int, Sequence[Cell]]],
    notices: list[RowProblem],
    path: Path,
    required: Sequence[str],
    known: Sequence[str],
) -> RawTable:
    rows = [(number, cells) for number, cells in grid if any(clean(cell) for cell in cells)]
    if not rows:
        raise UserError("table-empty", name=path.name)
    at, names = _header(rows, path, required)
    extra = [name for name in names if name and name not in known]
    if extra:
        notices.append(RowProblem(rows[at][0], "", "table-note-extra-columns", {"columns": ", ".join(extra)}))
    twice = [name for name in names if name in known and names.count(name) > 1]
    if twice:
        raise UserError("table-column-twice", name=path.name, column=twice[0])
    body = rows[at + 1 :]
    if not body:
        raise UserError("table-empty", name=path.name)
    if len(body) > MOST_ROWS:
        raise UserError("table-too-long", name=path.name, limit=f"{MOST_ROWS:,}".replace(",", "."))
    kept = tuple((number, _by_name(names, cells, known)) for number, cells in body)
    return RawTable(
        tuple((number, row) for number, row in kept if any(clean(cell) for cell in row.values())),
        tuple(name for name in names if name in known),
        tuple(notices),
    )


def _header(
    rows: Sequence[tuple[int, Sequence[Cell]]], path: Path, required: Sequence[str]
) -> tuple[int, list[str]]:
    """Index of the header among the first rows, and its names; titles above it are passed over."""
    best, found = 0, -1
    for index, (_, cells) in enumerate(rows[:_HEADER_SEARCH]):
        names = [column_name(cell) for cell in cells]
        hits = sum(name in names for name in required)
        if hits > found:
            best, found = index, hits
    names = [column_name(cell) for cell in rows[best][1]]
    missing = [name for name in required if name not in names]
    if missing:
        raise UserError("table-columns-missing", name=path.name, columns=", ".join(missing))
    return best, names


def column_name(cell: Cell) -> str:
    """A column's heading in the one spelling: ``Kode Rekening`` is ``kode_rekening``."""
    return re.sub(r"[\s.\-]+", "_", clean(cell).casefold()).strip("_")


def _by_name(names: Sequence[str], cells: Sequence[Cell], known: Sequence[str]) -> dict[str, Cell]:
    return {name: cell for name, cell in zip(names, cells, strict=False) if name in known}

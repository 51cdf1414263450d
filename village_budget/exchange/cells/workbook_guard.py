"""What a workbook must be before any parser sees it: small when unpacked, plain, without macros (S09-S11)."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from village_budget.errors import UserError

MOST_PARTS = 8_000
MOST_UNPACKED = 60_000_000
MOST_RATIO = 250
SMALL_PART = 2_000_000
"""A part below this size may be packed as tightly as it likes."""
MOST_CELLS = 2_000_000
_CHUNK = 1 << 20
_CELL = re.compile(rb'<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA = re.compile(rb"<f[\s>/]")
_ERROR = re.compile(
    rb'<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?\bt="e"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]{1,20})</v>'
)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """What is worth telling about a workbook that is read.

    Attributes:
        formulas: the number of formulas in its first sheet; they are read as their values.
        errors: cells of its first sheet that hold an error (``#REF!``), by row and column from 1.
        sheets: the number of its sheets; the first is read.
        hidden: the number of hidden ones.
        links: whether it refers to other workbooks; the links are never followed.
    """

    formulas: int
    errors: dict[tuple[int, int], str]
    sheets: int
    hidden: int
    links: bool


def inspect_workbook(path: Path) -> WorkbookFacts:
    """Check a workbook without parsing it, unpacking no more than the limits allow.

    Raises:
        UserError: ``table-old-excel`` (.xls, .xlsb), ``table-kind`` (.ods and others), ``table-encrypted``,
            ``table-macros``, ``table-too-large``, ``table-damaged``.
    """
    _check_kind(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _inspect(archive, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError) as error:
        raise UserError("table-damaged", name=path.name, row=1) from error


def _check_kind(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(8)
        if head.startswith(b"\xd0\xcf\x11\xe0"):
            encrypted = "EncryptedPackage".encode("utf-16-le") in file.read(4_000_000)
            raise UserError("table-encrypted" if encrypted else "table-old-excel", name=path.name)
    suffix = path.suffix.casefold()
    if suffix == ".xlsm":
        raise UserError("table-macros", name=path.name)
    if suffix in {".xls", ".xlsb"}:
        raise UserError("table-old-excel", name=path.name)
    if suffix != ".xlsx" or not head.startswith(b"PK"):
        raise UserError("table-kind", name=path.name)


def _inspect(archive: zipfile.ZipFile, path: Path) -> WorkbookFacts:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        _refuse_size(path)
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise UserError("table-damaged", name=path.name, row=1)
    if any(part.flag_bits & 1 for part in parts):
        raise UserError("table-encrypted", name=path.name)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise UserError("table-kind", name=path.name)
    if any("vbaproject" in name.casefold() or "xl/macrosheets/" in name.casefold() for name in names):
        raise UserError("table-macros", name=path.name)
    sheets: dict[str, bytes] = {}
    for part in parts:
        if part.file_size > SMALL_PART and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            _refuse_size(path)
        content = _unpacked(archive, part)
        if part.filename.endswith((".xml", ".rels")) and _DOCTYPE.search(content):
            raise UserError("table-damaged", name=path.name, row=1)
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            _check_extent(content, path)
            sheets[part.filename] = content
    listed = _SHEET.findall(archive.read("xl/workbook.xml"))
    first = sheets.get(_first_sheet(archive, listed), b"")
    return WorkbookFacts(
        formulas=len(_FORMULA.findall(first)),
        errors=error_cells(first),
        sheets=len(sheets),
        hidden=sum(re.search(rb'state="(?:hidden|veryHidden)"', sheet) is not None for sheet in listed),
        links=any(name.startswith("xl/externalLinks/") for name in names),
    )


def error_cells(sheet: bytes) -> dict[tuple[int, int], str]:
    """Cells of a sheet's part that hold an error, by row and column from 1."""
    return {
        (int(row), _column_number(column)): text.decode("ascii", "replace")
        for column, row, text in _ERROR.findall(sheet)
    }


def hidden_rows(sheet: bytes) -> frozenset[int]:
    """Rows of a sheet's part that Excel does not show, by hand or by a filter; from 1."""
    return frozenset(int(row) for row in _HIDDEN_ROW.findall(sheet))


def _first_sheet(archive: zipfile.ZipFile, listed: list[bytes]) -> str:
    """Name of the part that holds the first sheet; empty when it can't be told."""
    wanted = re.search(rb'\b\w+:id="([^"]+)"', listed[0]) if listed else None
    if wanted is None or "xl/_rels/workbook.xml.rels" not in archive.namelist():
        return ""
    for relation in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")):
        if re.search(rb'\bId="' + re.escape(wanted[1]) + rb'"', relation):
            target = re.search(rb'\bTarget="/?(?:xl/)?([^"]+)"', relation)
            return f"xl/{target[1].decode('utf-8', 'replace')}" if target else ""
    return ""


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """A part's content, never more than it says of itself: one that says less fails its check."""
    pieces = []
    with archive.open(part) as file:
        while piece := file.read(_CHUNK):
            pieces.append(piece)
    return b"".join(pieces)


def _check_extent(content: bytes, path: Path) -> None:
    """Refuse cells so far out that a grid up to them would fill the memory."""
    far_row = far_column = 0
    for column, row in _CELL.findall(content):
        far_row = max(far_row, int(row))
        far_column = max(far_column, _column_number(column))
    if far_row * far_column > MOST_CELLS:
        _refuse_size(path)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refuse_size(path: Path) -> NoReturn:
    raise UserError("table-too-large", name=path.name, limit=f"{MOST_UNPACKED // 1_000_000} MB")

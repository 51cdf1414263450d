"""What a workbook of any usual kind must be before its sheets are read: small when unpacked (S09-S11)."""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from village_budget.errors import UserError
from village_budget.exchange.cells import workbook_guard as guard

_NAME = re.compile(rb'\bname="([^"]*)"')
_ID = re.compile(rb'\b\w+:id="([^"]+)"')
_TARGET = re.compile(rb'\bTarget="/?(?:xl/)?([^"]+)"')
_RELATION_ID = re.compile(rb'\bId="([^"]+)"')
_FULL_CELL = re.compile(
    rb'<table:table-cell[^>]*(?:number-columns-repeated="(\d+)"[^>]*office:value-type'
    rb'|office:value-type[^>]*number-columns-repeated="(\d+)")'
)
_ROW = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d+)"[^>]*>(.*?)</table:table-row>', re.DOTALL
)
_MOST_REPEATED = 1_000


@dataclass(frozen=True, slots=True)
class GuardedSheet:
    """What the reader does not tell of a sheet.

    Attributes:
        errors: cells that hold an error (``#REF!``), by row and column from 1.
        hidden: rows that the workbook does not show, from 1.
    """

    errors: dict[tuple[int, int], str]
    hidden: frozenset[int]


def check_workbook(path: Path) -> dict[str, GuardedSheet]:
    """Refuse what must not reach a parser; errors and hidden rows by the name of their sheet.

    Raises:
        UserError: ``table-kind``, ``table-encrypted``, ``table-macros``, ``table-too-large``,
            ``table-damaged``.
    """
    with path.open("rb") as file:
        head = file.read(8)
    suffix = path.suffix.casefold()
    if head.startswith(b"\xd0\xcf\x11\xe0") and suffix == ".xls":
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise UserError("table-encrypted", name=path.name)
        return {}
    if head.startswith(b"PK") and suffix == ".ods":
        _check_open_document(path)
        return {}
    guard.inspect_workbook(path)
    with zipfile.ZipFile(path) as archive:
        return _facts(archive)


def _check_open_document(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            large = any(
                part.file_size > guard.SMALL_PART
                and part.file_size > guard.MOST_RATIO * max(part.compress_size, 1)
                for part in parts
            )
            if (
                large
                or len(parts) > guard.MOST_PARTS
                or sum(p.file_size for p in parts) > guard.MOST_UNPACKED
            ):
                raise UserError("table-too-large", name=path.name, limit=_limit())
            content = archive.read("content.xml")
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise UserError("table-encrypted", name=path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, KeyError, OSError, ValueError) as error:
        raise UserError("table-damaged", name=path.name, row=1) from error
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", content, re.IGNORECASE):
        raise UserError("table-damaged", name=path.name, row=1)
    wide = any(int(one or two) > _MOST_REPEATED for one, two in _FULL_CELL.findall(content))
    deep = any(int(count) > _MOST_REPEATED and b"value-type" in row for count, row in _ROW.findall(content))
    if wide or deep:
        raise UserError("table-too-large", name=path.name, limit=_limit())


def _limit() -> str:
    return f"{guard.MOST_UNPACKED // 1_000_000} MB"


def _facts(archive: zipfile.ZipFile) -> dict[str, GuardedSheet]:
    """Errors and hidden rows of each sheet of an Excel workbook that has been checked."""
    names = set(archive.namelist())
    if "xl/_rels/workbook.xml.rels" not in names:
        return {}
    parts: dict[bytes, str] = {}
    for relation in re.findall(
        rb"<(?:\w+:)?Relationship\s[^>]*>", archive.read("xl/_rels/workbook.xml.rels")
    ):
        key, target = _RELATION_ID.search(relation), _TARGET.search(relation)
        if key and target:
            parts[key[1]] = f"xl/{target[1].decode('utf-8', 'replace')}"
    found: dict[str, GuardedSheet] = {}
    for sheet in re.findall(rb"<(?:\w+:)?sheet\s[^>]*>", archive.read("xl/workbook.xml")):
        name, key = _NAME.search(sheet), _ID.search(sheet)
        part = parts.get(key[1], "") if key else ""
        if name and part in names:
            content = archive.read(part)
            facts = GuardedSheet(guard.error_cells(content), guard.hidden_rows(content))
            found[html.unescape(name[1].decode("utf-8", "replace"))] = facts
    return found

"""What makes Excel offer to repair a workbook, looked for in its parts (ECMA-376 part 1, Excel's limits)."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
ORDER = (
    *(
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetProtection",
        "autoFilter",
    ),
    *("mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing"),
)
"""Order of the children of a worksheet (CT_Worksheet), of those a form may have."""
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
_LIMITS = {"formula": 8192, "text": 32_767, "footer": 255, "sheet": 31, "formats": 64_000, "height": 409.5}


def faults(path: Path) -> list[str]:
    """Everything wrong with a workbook, in plain words; nothing for a sound one."""
    return list(_Book(path).faults())


class _Book:
    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self.book = ET.fromstring(self.parts["xl/workbook.xml"])
        styles = ET.fromstring(self.parts["xl/styles.xml"])
        self.formats = len(styles.findall(f"{MAIN}cellXfs/{MAIN}xf"))
        texts = self.parts.get("xl/sharedStrings.xml")
        self.texts = ET.fromstring(texts).findall(f"{MAIN}si") if texts else []
        self.sheets = [sheet.get("name", "") for sheet in self.book.findall(f"{MAIN}sheets/{MAIN}sheet")]

    def faults(self) -> Iterator[str]:
        yield from self._package()
        yield from self._names()
        if self.formats > _LIMITS["formats"]:
            yield f"{self.formats} cell formats"
        for number, text in enumerate(self.texts):
            length = sum(1 + (sign > "\uffff") for sign in "".join(text.itertext()))
            if length > _LIMITS["text"]:
                yield f"text {number} is {length} long"
        for number, name in enumerate(self.sheets):
            part = self.parts[f"xl/worksheets/sheet{number + 1}.xml"]
            for fault in _Sheet(ET.fromstring(part), self).faults(number):
                yield f"{name}: {fault}"

    def _package(self) -> Iterator[str]:
        """Each part is typed and there once; each relation leads to a part of this file."""
        yield from (f"{name} is there twice" for name, count in Counter(self.names).items() if count > 1)
        types = ET.fromstring(self.parts["[Content_Types].xml"])
        named = {entry.get("PartName", "").lstrip("/") for entry in types if entry.tag.endswith("Override")}
        kinds = {entry.get("Extension") for entry in types if entry.tag.endswith("Default")}
        yield from (f"{name} is typed and missing" for name in named - set(self.names))
        for name in self.names:
            if name not in named and name.rpartition(".")[2] not in kinds:
                yield f"{name} has no type"
            if name.endswith(".rels"):
                yield from self._relations(PurePosixPath(name))

    def _relations(self, path: PurePosixPath) -> Iterator[str]:
        seen = set()
        for entry in ET.fromstring(self.parts[str(path)]).findall(f"{PACKAGE}Relationship"):
            if entry.get("TargetMode") == "External":
                yield f"{path} leads outside: {entry.get('Target')}"
            if entry.get("Id") in seen:
                yield f"{path} has {entry.get('Id')} twice"
            seen.add(entry.get("Id"))
            folder = path.parent.parent
            target = entry.get("Target", "")
            steps: list[str] = [] if target.startswith("/") else list(folder.parts)
            for step in target.strip("/").split("/"):
                steps = steps[:-1] if step == ".." else [*steps, step]
            if "/".join(steps) not in self.names:
                yield f"{path} leads to {target}, which is missing"

    def _names(self) -> Iterator[str]:
        """Sheets and defined names are allowed and unlike; each name points at a sheet that is there."""
        for name, count in Counter(name.casefold() for name in self.sheets).items():
            if count > 1:
                yield f"two sheets are called {name}"
        for name in self.sheets:
            bad = not name or len(name) > _LIMITS["sheet"] or re.search(r"[\[\]:*?/\\]", name)
            if bad or name.startswith("'") or name.endswith("'") or name.casefold() == "history":
                yield f"sheet name {name!r}"
        seen = set()
        for entry in self.book.findall(f"{MAIN}definedNames/{MAIN}definedName"):
            key = (entry.get("name", "").casefold(), entry.get("localSheetId"))
            if key in seen:
                yield f"name {key} is defined twice"
            seen.add(key)
            for sheet in re.findall(r"'((?:[^']|'')+)'!", entry.text or ""):
                if sheet.replace("''", "'") not in self.sheets:
                    yield f"name {key} points at {sheet}"

    def filter_of(self, number: int) -> str | None:
        """The hidden name that belongs to the filter of a sheet, as an area without its sheet."""
        for entry in self.book.findall(f"{MAIN}definedNames/{MAIN}definedName"):
            if entry.get("name") == "_xlnm._FilterDatabase" and entry.get("localSheetId") == str(number):
                return (entry.text or "").rpartition("!")[2].replace("$", "")
        return None


class _Sheet:
    def __init__(self, root: ET.Element, book: _Book) -> None:
        self._root, self._book = root, book

    def faults(self, number: int) -> Iterator[str]:
        root = self._root
        tags = [child.tag.removeprefix(MAIN) for child in root]
        if [tag for tag in ORDER if tag in tags] != tags:
            yield f"parts in wrong order or unknown: {tags}"
        yield from self._cells()
        yield from self._areas()
        told = root.find(f"{MAIN}autoFilter")
        filtered = None if told is None else told.get("ref")
        if filtered != self._book.filter_of(number):
            yield f"filter {filtered} is not the defined name's {self._book.filter_of(number)}"
        for link in root.findall(f"{MAIN}hyperlinks/{MAIN}hyperlink"):
            place = link.get("location", "")
            sheet = place.rpartition("!")[0].strip("'").replace("''", "'")
            if link.get(f"{REL}id") or sheet not in self._book.sheets:
                yield f"link {link.attrib}"
        for foot in root.findall(f"{MAIN}headerFooter/*"):
            if len(foot.text or "") > _LIMITS["footer"]:
                yield f"head or foot is {len(foot.text or '')} long"
        for view in root.findall(f"{MAIN}sheetViews/{MAIN}sheetView"):
            if not 10 <= int(view.get("zoomScale", "100")) <= 400:
                yield f"zoom {view.get('zoomScale')}"

    def _cells(self) -> Iterator[str]:
        """Rows and cells go up, formats and texts are there, numbers are numbers."""
        before = 0
        for row in self._root.findall(f"{MAIN}sheetData/{MAIN}row"):
            number = int(row.get("r", "0"))
            if number <= before or float(row.get("ht", "0")) > _LIMITS["height"] or _level(row) > 7:
                yield f"row {row.attrib}"
            before, last = number, 0
            for cell in row:
                column, at = place(cell.get("r", ""))
                if at != number or column <= last:
                    yield f"cell {cell.get('r')} out of order in row {number}"
                last = column
                yield from self._cell(cell)

    def _cell(self, cell: ET.Element) -> Iterator[str]:
        name, kind = cell.get("r"), cell.get("t", "n")
        if int(cell.get("s", "0")) >= self._book.formats:
            yield f"cell {name} has a format that is missing"
        formula = cell.find(f"{MAIN}f")
        if formula is not None and len(formula.text or "") > _LIMITS["formula"]:
            yield f"formula of {name} is {len(formula.text or '')} long"
        value = cell.findtext(f"{MAIN}v")
        if formula is not None and value is None:
            yield f"formula of {name} has no value: Protected View shows nothing"
        if kind == "s" and not 0 <= int(value or "-1") < len(self._book.texts):
            yield f"text of {name} is missing"
        if kind == "n" and value is not None:
            try:
                float(value)
            except ValueError:
                yield f"cell {name} holds {value!r} as a number"

    def _areas(self) -> Iterator[str]:
        """Merged areas hold more than a cell and never lie over each other."""
        covered: dict[tuple[int, int], str] = {}
        for entry in self._root.findall(f"{MAIN}mergeCells/{MAIN}mergeCell"):
            ref = entry.get("ref", "")
            first, _, last = ref.partition(":")
            (left, top), (right, bottom) = place(first), place(last or first)
            if (left, top) == (right, bottom):
                yield f"merged area of one cell {ref}"
            for spot in ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)):
                if spot in covered:
                    yield f"merged areas {ref} and {covered[spot]} lie over each other"
                covered[spot] = ref


def _level(row: ET.Element) -> int:
    return int(row.get("outlineLevel", "0"))


def place(cell: str) -> tuple[int, int]:
    """Column and row of an address, from 1."""
    found = _CELL.fullmatch(cell)
    assert found, cell
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(found[2])

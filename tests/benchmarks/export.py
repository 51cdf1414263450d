"""Export of the sample against writing the very same cells with XlsxWriter alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.benchmarks.measure import Measure, pairs, seconds
from tests.builders import large_plan
from tests.document.files import save_plan
from village_budget import paths
from village_budget.document.document import Document
from village_budget.document.export import export_forms
from village_budget.reports.catalogue import FORMS, PACKAGE

WRITES = (
    *("write", "write_string", "write_number", "write_formula", "write_blank", "write_rich_string"),
    *("merge_range", "set_row", "set_column", "set_row_pixels", "set_column_pixels"),
)
Call = tuple[int, str, tuple[Any, ...], dict[str, Any]]


def measures(folder: Path) -> list[Measure]:
    """All forms of the sample, its package, and how the package grows with the plan."""
    sample = folder / "ekspor.apbdes"
    shutil.copy(paths.sample("sumberwangi_2026.apbdes"), sample)
    (folder / "keluar").mkdir()
    document = Document.open(sample)
    forms = [form.name for form in FORMS]
    try:
        alone = against_bare(lambda: export_forms(document, forms, folder / "keluar"), folder)
        package = against_bare(lambda: export_forms(document, [PACKAGE.name], folder / "keluar"), folder)
    finally:
        document.close()
    return [
        Measure("export_sample/bare_xlsxwriter", alone.ours / alone.bare, 1.6),
        Measure("export_sample_ms", alone.ours * 1000),
        Measure("export_sample_cells", alone.cells),
        Measure("package_sample/bare_xlsxwriter", package.ours / package.bare, 1.6),
        Measure("package_4000_lines/400_lines", growth(folder), 12.0),
    ]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of an export and of writing the same cells bare, and how many cells there are."""

    ours: float
    bare: float
    cells: int


def against_bare(export: Callable[[], object], folder: Path) -> Cost:
    """Time an export against writing the cells that it writes, and nothing else."""
    with recorded() as books:
        export()
    cells = sum(1 for book in books for call in book.calls if call[1].startswith(("write", "merge")))
    ours, bare = pairs(
        lambda: seconds(export),
        lambda: seconds(lambda: [book.replay(folder / f"{n}.xlsx") for n, book in enumerate(books)]),
        15,
    )
    return Cost(ours, bare, cells)


def growth(folder: Path) -> float:
    """How many times as long the package of ten times the lines takes, from the open plan to the file."""
    documents = {
        lines: Document.open(save_plan(folder / f"{lines}.apbdes", large_plan(lines)))
        for lines in (400, 4000)
    }
    try:
        large, small = pairs(
            lambda: seconds(lambda: export_forms(documents[4000], [PACKAGE.name], folder)),
            lambda: seconds(lambda: export_forms(documents[400], [PACKAGE.name], folder)),
            3,
        )
    finally:
        for document in documents.values():
            document.close()
    return large / small


class Recording:
    """One workbook's formats, sheets and cells, in the order they were written."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.formats: list[tuple[object, dict[str, Any]]] = []
        self.sheets: list[tuple[object, str | None]] = []
        self.calls: list[Call] = []

    def replay(self, path: Path) -> None:
        """Write the same cells again, and nothing else."""
        book = Workbook(str(path), self.options)
        formats = {id(old): book.add_format(values) for old, values in self.formats}
        sheets = [book.add_worksheet(name) for _, name in self.sheets]
        for sheet, method, args, kwargs in self.calls:
            known = [formats.get(id(value), value) for value in args]
            getattr(sheets[sheet], method)(*known, **{k: formats.get(id(v), v) for k, v in kwargs.items()})
        book.close()


@contextmanager
def recorded() -> Iterator[list[Recording]]:
    """Note every public writing call of XlsxWriter while it works as always."""
    books: dict[int, Recording] = {}
    sheet_of: dict[int, tuple[Recording, int]] = {}
    kept = {(Workbook, name): getattr(Workbook, name) for name in ("__init__", "add_format", "add_worksheet")}
    kept |= {(Worksheet, name): getattr(Worksheet, name) for name in WRITES}
    inside = [0]

    def on_init(book: Workbook, filename: object = None, options: dict[str, Any] | None = None) -> None:
        books[id(book)] = Recording(dict(options or {}))
        kept[Workbook, "__init__"](book, filename, options)
        # The formats that every workbook makes for itself will be made by the replay's workbook too.
        books[id(book)].formats.clear()

    def on_format(book: Workbook, properties: dict[str, Any] | None = None) -> object:
        made = kept[Workbook, "add_format"](book, properties)
        books[id(book)].formats.append((made, dict(properties or {})))
        return made

    def on_sheet(book: Workbook, name: str | None = None, *args: object) -> object:
        made = kept[Workbook, "add_worksheet"](book, name, *args)
        record = books[id(book)]
        sheet_of[id(made)] = (record, len(record.sheets))
        record.sheets.append((made, name))
        return made

    def on_write(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(original)
        def write(sheet: Worksheet, *args: Any, **kwargs: Any) -> Any:
            if inside[0] == 0:
                record, number = sheet_of[id(sheet)]
                record.calls.append((number, name, args, kwargs))
            inside[0] += 1
            try:
                return original(sheet, *args, **kwargs)
            finally:
                inside[0] -= 1

        return write

    Workbook.__init__, Workbook.add_format, Workbook.add_worksheet = on_init, on_format, on_sheet
    for name in WRITES:
        setattr(Worksheet, name, on_write(name, kept[Worksheet, name]))
    recordings: list[Recording] = []
    try:
        yield recordings
    finally:
        recordings.extend(books.values())
        for (owner, name), original in kept.items():
            setattr(owner, name, original)

"""Report documents as one Excel workbook: real numbers, live formulas with their computed values.

Text is always written as text; there are no macros, no external links, no hidden parts. The file is written
beside its place, read back and compared, and only then takes its name.
"""

from __future__ import annotations

import gc
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.atomic import replacing
from village_budget.disk import flush
from village_budget.errors import ExportError
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.writers.figure_width import wide_enough
from village_budget.reports.writers.formulas import CellPlace
from village_budget.reports.writers.geometry import Geometry
from village_budget.reports.writers.read_back import check_workbook
from village_budget.reports.writers.safe_text import cell_text, sheet_names

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # Column widths count digits of the default font: one that every office has, or its metric twin.
    "default_format_properties": {"font_name": "Arial", "font_size": 10, "font_scheme": False},
    "default_row_height": 17,
}


def write_workbook(
    documents: Sequence[ReportDocument],
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write documents into one workbook, one sheet each.

    Args:
        documents: at least one; their sheet titles differ.
        path: the workbook; a former one is replaced only when the new one is complete and checked.
        progress: called with (steps done, all steps) after each sheet and after the file is in place.
        cancelled: asked before each sheet and before the file is written.

    Raises:
        ExportError: ``export-empty``, ``export-cancelled``, ``export-check-failed``, or one of
            `atomic.replacing`; the former workbook is intact then.
    """
    if not documents:
        raise ExportError("export-empty", name=path.name)
    documents = [wide_enough(document) for document in documents]
    steps = len(documents) + 1
    names = sheet_names([document.sheet_title for document in documents])
    with replacing(path, flushed=True) as temporary:
        with _no_collection():
            content = _filled(documents, names, lambda done: _step(done, steps, path, progress, cancelled))
        _stop_if(cancelled, path)
        temporary.write_bytes(content)
        flush(temporary)
        check_workbook(temporary, content, path.name, documents, names)
        _stop_if(cancelled, path)
    if progress is not None:
        progress(steps, steps)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let the garbage collector rest: a workbook is many small objects that all live to its end."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _step(
    done: int,
    steps: int,
    path: Path,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    _stop_if(cancelled, path)
    if progress is not None:
        progress(done, steps)


def _stop_if(cancelled: Callable[[], bool] | None, path: Path) -> None:
    if cancelled is not None and cancelled():
        raise ExportError("export-cancelled", name=path.name)


def _filled(documents: Sequence[ReportDocument], names: Sequence[str], step: Callable[[int], None]) -> bytes:
    """The whole workbook in memory: a few hundred kilobytes."""
    from xlsxwriter import Workbook

    from village_budget.reports.writers.styles import Styles
    from village_budget.reports.writers.worksheet import SheetWriter

    content = io.BytesIO()
    workbook = Workbook(content, _OPTIONS)
    _describe(workbook, documents[0])
    styles = Styles(workbook)
    places = {
        document.sheet_title: CellPlace(name, Geometry(document).table_row)
        for document, name in zip(documents, names, strict=True)
    }
    for number, (document, name) in enumerate(zip(documents, names, strict=True)):
        step(number)
        SheetWriter(workbook.add_worksheet(name), document, styles, places).write()
    step(len(documents))
    workbook.close()
    return content.getvalue()


def _describe(workbook: Workbook, document: ReportDocument) -> None:
    """Properties of the file: what it is and of which plan; no user, no computer, no path."""
    footer = document.footer
    created = footer.printed_at.astimezone(UTC) if footer.printed_at.tzinfo else footer.printed_at
    title = " ".join(document.title)
    workbook.set_properties(
        {
            "title": cell_text(title)[:255],
            "author": cell_text(footer.program),
            "comments": f"Sidik dokumen {footer.short_fingerprint}" if footer.fingerprint else "",
            "created": created,
        }
    )
    for name, value in document.properties.items():
        if value:
            workbook.set_custom_property(name, cell_text(value)[:255], "text")

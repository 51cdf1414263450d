"""Report documents as a PDF: the pages of the preview, with searchable text and the font inside."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

from ui.printing.page_layout import page_layout
from ui.printing.page_sheet import Sheet
from ui.printing.pages import PageLayout
from ui.printing.painter import SheetPainter
from ui.support.fonts import load_fonts
from village_budget.atomic import replacing
from village_budget.errors import ExportError
from village_budget.reports.report_document import PageSetup, ReportDocument
from village_budget.reports.writers.safe_text import cell_text

_DPI = 1200
_KEPT: list[QGuiApplication] = []


def write_pdf(
    documents: Sequence[ReportDocument],
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write documents into one PDF, each beginning on a new page and counting its own pages.

    Args:
        documents: at least one.
        path: the PDF; a former one is replaced only when the new one is complete.
        progress: called with (steps done, all steps) after each document and after the file is in place.
        cancelled: asked before each document and before the file is written.

    Raises:
        ExportError: ``export-empty``, ``export-cancelled``, or one of `atomic.replacing`; the former PDF is
            intact then.
    """
    if not documents:
        raise ExportError("export-empty", name=path.name)
    ready()
    steps = len(documents) + 1

    def step(done: int) -> None:
        if cancelled is not None and cancelled():
            raise ExportError("export-cancelled", name=path.name)
        if progress is not None and done:
            progress(done, steps)

    content = _painted(documents, step)
    step(len(documents))
    with replacing(path) as temporary:
        temporary.write_bytes(content)
    if progress is not None:
        progress(steps, steps)


def ready() -> None:
    """Make painting possible where no window runs: an application without a screen, and the font."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _KEPT.append(QGuiApplication(["village-budget"]))
    load_fonts()


def write_pages(
    pages: Sequence[tuple[PageLayout, int]],
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write some pages of documents that are laid out already into one PDF.

    Args:
        pages: layouts with the numbers of their pages.
        path: the PDF; a former one is replaced only when the new one is complete.
        progress: called with (pages done, all pages).
        cancelled: asked before each page.

    Raises:
        ExportError: as `write_pdf`.
    """
    if not pages:
        raise ExportError("export-empty", name=path.name)
    ready()

    def step(done: int) -> None:
        if cancelled is not None and cancelled():
            raise ExportError("export-cancelled", name=path.name)
        if progress is not None and done:
            progress(done, len(pages))

    content = _painted_pages(pages[0][0].document, _stepping(pages, step))
    step(len(pages))
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def _stepping(
    pages: Sequence[tuple[PageLayout, int]], step: Callable[[int], None]
) -> Iterator[tuple[PageSetup, Sheet]]:
    for done, (layout, number) in enumerate(pages):
        step(done)
        yield layout.document.page, layout.pages[number]


def _painted(documents: Sequence[ReportDocument], step: Callable[[int], None]) -> bytes:
    """The bytes of a PDF of whole documents, each laid out when its turn comes."""

    def pages() -> Iterator[tuple[PageSetup, Sheet]]:
        for number, document in enumerate(documents):
            step(number)
            for sheet in PageLayout(document).pages:
                yield document.page, sheet

    return _painted_pages(documents[0], pages())


def _painted_pages(first: ReportDocument, pages: Iterator[tuple[PageSetup, Sheet]]) -> bytes:
    """The bytes of the PDF; painter and writer are gone when this returns, before any application."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(cell_text(" ".join(first.title)))
    writer.setCreator(first.footer.program)
    writer.setPageLayout(page_layout(first.page))
    painter = QPainter(writer)
    try:
        hand = SheetPainter(painter, _DPI / 25.4)
        for number, (setup, sheet) in enumerate(pages):
            if number:
                writer.setPageLayout(page_layout(setup))
                writer.newPage()
            hand.draw(sheet)
    finally:
        painter.end()
    buffer.close()
    return bytes(buffer.data().data())

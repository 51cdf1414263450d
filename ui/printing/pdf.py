"""Report documents as a PDF, page for page what preview and paper show."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.printing.pages import Layout
from ui.printing.painter import PagePainter
from ui.printing.text import DPI, MM
from ui.support.fonts import load_fonts
from village_budget import APP_NAME
from village_budget.errors import ExportError
from village_budget.reports.document import ReportDocument
from village_budget.reports.writers.atomic import replacing

_APPLICATION: list[QGuiApplication] = []


def _ensure_application() -> None:
    """Fonts need an application object; the command line has none."""
    if QGuiApplication.instance() is None:
        # No screen is needed to write a file, and there may be none.
        _APPLICATION.append(QGuiApplication([sys.argv[0], "-platform", "offscreen"]))
    load_fonts()


def page_layout(layout: Layout) -> QPageLayout:
    """Paper of a layout; ``ExactMatch``, since Qt would take F4 for its neighbour of 215.9 mm."""
    size = QSizeF(layout.width / MM, layout.height / MM)
    paper = QPageSize(
        size, QPageSize.Unit.Millimeter, layout.document.page.paper, QPageSize.SizeMatchPolicy.ExactMatch
    )
    return QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def write_pdf(
    documents: Sequence[ReportDocument],
    path: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write documents one after the other; pages are counted for each document.

    Raises:
        ExportError: as for workbooks; ``export-cancelled``; a former file is intact.
    """
    _ensure_application()
    with replacing(path) as temporary:
        _write(documents, temporary, progress, cancelled)
        if not temporary.exists() or not temporary.read_bytes()[-32:].rstrip().endswith(b"%%EOF"):
            raise ExportError(
                "export-failed", path=str(path), name=path.name, folder=str(path.parent), reason="PDF"
            )


def _write(
    documents: Sequence[ReportDocument],
    temporary: Path,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    """The writer and its painter die here, before the application does."""
    writer = QPdfWriter(str(temporary))
    writer.setResolution(DPI)
    writer.setCreator(APP_NAME)
    writer.setTitle(" ".join(documents[0].title) if documents else APP_NAME)
    painter: QPainter | None = None
    try:
        for done, document in enumerate(documents):
            if cancelled is not None and cancelled():
                raise ExportError("export-cancelled", name=temporary.name)
            layout = Layout(document)
            for number in range(len(layout.pages)):
                if painter is None or number == 0:
                    writer.setPageLayout(page_layout(layout))
                if painter is None:
                    painter = QPainter(writer)
                else:
                    writer.newPage()
                PagePainter(layout, painter).paint(number)
            if progress is not None:
                progress(done + 1, len(documents))
    finally:
        if painter is not None:
            painter.end()

"""The quick guide on its way to a PDF or a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from ui.help.guide import (
    GuidePainter,
    GuideWords,
    Keys,
    sheets,
)
from ui.printing.page_layout import page_layout
from ui.printing.pdf import ready
from ui.printing.printer import ask_printer
from village_budget import APP_NAME
from village_budget.atomic import replacing
from village_budget.reports.report_document import PageSetup

_DPI = 300


def _tr(text: str) -> str:
    return QCoreApplication.translate("Guide", text)


def guide_words() -> GuideWords:
    """The words around the guide's pages, in the language of the window."""
    return GuideWords(
        guide=_tr("Quick guide"), keys=_tr("Keys"),
        lead=_tr("Put this sheet beside the keyboard. F1 shows it on the screen."),
        tip=_tr("Tip"), page=_tr("Page {n} of {m}"),
    )  # fmt: skip


def _layout(paper: str) -> QPageLayout:
    return page_layout(PageSetup(paper=paper))


def _paint(
    painter: QPainter, dpi: float, paper: str, keys: Keys, new_page: Callable[[], object], *, whole: bool
) -> int:
    """Draw all pages; how many."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(dpi / 2540, dpi / 2540)
    hand = GuidePainter(painter, paper, guide_words())
    drawn = sheets(keys, whole=whole)
    for number, page in enumerate(drawn, start=1):
        if number > 1:
            new_page()
        if page is None:
            hand.draw_keys(keys, number, len(drawn))
        else:
            hand.draw(page, number, len(drawn))
    return len(drawn)


def write_guide(path: Path, keys: Keys, paper: str, *, whole: bool = True) -> int:
    """Write the guide, or the sheet of keys alone, as a PDF; how many pages it has.

    Raises:
        ExportError: one of `atomic.replacing`; a former file is intact then.
    """
    ready()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setCreator(APP_NAME)
    writer.setTitle(guide_words().guide if whole else guide_words().keys)
    writer.setPageLayout(_layout(paper))
    painter = QPainter(writer)
    try:
        pages = _paint(painter, _DPI, paper, keys, writer.newPage, whole=whole)
    finally:
        painter.end()
    buffer.close()
    with replacing(path) as temporary:
        temporary.write_bytes(bytes(buffer.data().data()))
    return pages


def print_guide(keys: Keys, paper: str, parent: QWidget | None = None, *, whole: bool = True) -> int:
    """Ask for a printer and print; how many pages were drawn, 0 when it was cancelled."""
    printer = ask_printer(parent)
    if printer is None:
        return 0
    printer.setFullPage(True)
    printer.setPageLayout(_layout(paper))
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    try:
        return _paint(painter, printer.resolution(), paper, keys, printer.newPage, whole=whole)
    finally:
        painter.end()

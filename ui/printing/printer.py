"""Documents on paper, through the system's print dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.printing.pages import Layout
from ui.printing.painter import PagePainter
from ui.printing.pdf import page_layout
from village_budget.reports.document import ReportDocument


def print_documents(documents: Sequence[ReportDocument], parent: QWidget | None = None) -> bool:
    """Ask for a printer and print all pages; False when it was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    layouts = [Layout(document) for document in documents]
    if layouts:
        printer.setPageLayout(page_layout(layouts[0]))
    printer.setFullPage(True)
    if not QPrintDialog(printer, parent).exec():
        return False
    paint_to(printer, layouts)
    return True


def paint_to(printer: QPrinter, layouts: Sequence[Layout]) -> None:
    """Paint all pages on a printer, each document on its own paper."""
    painter: QPainter | None = None
    try:
        for layout in layouts:
            for number in range(len(layout.pages)):
                printer.setPageLayout(page_layout(layout))
                if painter is None:
                    painter = QPainter(printer)
                else:
                    printer.newPage()
                painter.resetTransform()
                scale = printer.width() / layout.width
                painter.scale(scale, scale)
                PagePainter(layout, painter).paint(number)
    finally:
        if painter is not None:
            painter.end()

"""Printing on paper: choose a printer, draw the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.printing.page_layout import page_layout
from ui.printing.pages import Layout
from ui.printing.painter import SheetPainter
from village_budget.reports.document import ReportDocument


def ask_printer(parent: QWidget | None) -> QPrinter | None:
    """Let the user choose a printer; None when they think better of it. Tests put their own in its place."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    chosen = bool(dialog.exec())
    dialog.deleteLater()
    return printer if chosen else None


def print_documents(documents: Sequence[ReportDocument], parent: QWidget | None = None) -> bool:
    """Ask for a printer and print all pages; False when it was cancelled or the printer did not begin."""
    printer = ask_printer(parent) if documents else None
    return printer is not None and paint_to(printer, [Layout(document) for document in documents]) > 0


def paint_to(printer: QPrinter, layouts: Sequence[Layout]) -> int:
    """Draw all pages on a printer, each document on its own paper; how many were drawn."""
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(layouts[0].document.page))
    painter = QPainter()
    if not painter.begin(printer):
        return 0
    pages = 0
    try:
        hand = SheetPainter(painter, printer.resolution() / 25.4)
        for layout in layouts:
            for sheet in layout.pages:
                if pages:
                    printer.setPageLayout(page_layout(layout.document.page))
                    printer.newPage()
                hand.draw(sheet)
                pages += 1
    finally:
        painter.end()
    return pages

"""Printing on paper: choose a printer, draw the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ui.printing.page_layout import page_layout
from ui.printing.pages import PageLayout
from ui.printing.painter import SheetPainter


def ask_printer(parent: QWidget | None) -> QPrinter | None:
    """Let the user choose a printer; None when they think better of it. Tests put their own in its place."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    chosen = bool(dialog.exec())
    dialog.deleteLater()
    return printer if chosen else None


def paint_to(printer: QPrinter, layouts: Sequence[PageLayout]) -> int:
    """Draw all pages on a printer, each document on its own paper; how many were drawn."""
    pages = [(layout, number) for layout in layouts for number in range(len(layout.pages))]
    return len(pages) if paint_pages(printer, pages) else 0


def paint_pages(
    printer: QPrinter,
    pages: Sequence[tuple[PageLayout, int]],
    goes_on: Callable[[int], bool] = lambda _: True,
) -> bool:
    """Draw pages on a printer, each on the paper of its document.

    Args:
        printer: is set to the paper, edge to edge: the pages bring their margins.
        pages: layouts with the numbers of their pages.
        goes_on: called with the number of pages drawn; False ends the job and takes it back.

    Returns:
        Whether all of it reached the printer.
    """
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(pages[0][0].document.page))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    whole = True
    try:
        hand = SheetPainter(painter, printer.resolution() / 25.4)
        for done, (layout, number) in enumerate(pages):
            if done:
                printer.setPageLayout(page_layout(layout.document.page))
                whole = printer.newPage()
            if whole:
                hand.draw(layout.pages[number])
                whole = goes_on(done + 1) or done + 1 == len(pages)
            if not whole:
                printer.abort()
                break
    finally:
        painter.end()
    return whole and printer.printerState() is not QPrinter.PrinterState.Error

"""Chosen pages on their way to a printer or a PDF, off the window's thread; can be stopped at each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from ui.printing.choices import PrintChoices
from ui.printing.paged import Page
from ui.printing.pdf import write_pages
from ui.printing.printer import paint_pages
from ui.printing.printers import made_printer
from ui.support import background
from village_budget.errors import ExportError


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Pages for a printer."""

    pages: Sequence[Page]
    choices: PrintChoices

    def run(self, task: background.Task) -> int:
        """Print; how many pages were sent.

        Raises:
            ExportError: ``print-refused``, ``print-failed`` or ``print-stopped``.
        """
        name = self.choices.printer
        printer = made_printer(name)
        self._set_up(printer)
        sent = 0

        def goes_on(done: int) -> bool:
            nonlocal sent
            sent = done
            task.report(done, len(self.pages))
            return not task.cancelled()

        finished = not task.cancelled() and paint_pages(printer, self.pages, goes_on)
        if not finished and task.cancelled():
            raise ExportError("print-stopped", name=name, pages=sent)
        if not finished:
            raise ExportError("print-failed" if sent else "print-refused", name=name, pages=sent)
        return sent

    def _set_up(self, printer: QPrinter) -> None:
        choices = self.choices
        printer.setDocName(" ".join(self.pages[0][0].document.title))
        printer.setCopyCount(choices.copies)
        printer.setCollateCopies(True)
        mode = QPrinter.ColorMode.GrayScale if choices.grey else QPrinter.ColorMode.Color
        printer.setColorMode(mode)
        printer.setDuplex(_duplex(self.pages, both_sides=choices.both_sides))


@dataclass(frozen=True, slots=True)
class PdfJob:
    """Pages for a PDF: the same ones, drawn by the same hand."""

    pages: Sequence[Page]
    path: Path

    def run(self, task: background.Task) -> Path:
        """Write; where to.

        Raises:
            ExportError: see `pdf.write_pages`.
        """
        write_pages(self.pages, self.path, progress=task.report, cancelled=task.cancelled)
        return self.path


def _duplex(pages: Sequence[Page], *, both_sides: bool) -> QPrinter.DuplexMode:
    """Sheets turn over like those of a book: a lying page at its short side."""
    if not both_sides:
        return QPrinter.DuplexMode.DuplexNone
    lying = pages[0][0].document.page.landscape
    return QPrinter.DuplexMode.DuplexShortSide if lying else QPrinter.DuplexMode.DuplexLongSide

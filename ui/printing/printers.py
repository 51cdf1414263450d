"""The printers of this computer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


@dataclass(frozen=True, slots=True)
class PrinterFound:
    """One printer.

    Attributes:
        name: as the system calls it.
        usual: the one that is taken when nobody chooses.
        both_sides: it can print on both sides of a sheet.
        colour: it has colours.
    """

    name: str
    usual: bool = False
    both_sides: bool = False
    colour: bool = True


def installed_printers() -> list[PrinterFound]:
    """All printers, the usual one first. Tests put their own in its place."""
    usual = QPrinterInfo.defaultPrinterName()
    found = [
        PrinterFound(
            one.printerName(),
            usual=one.printerName() == usual,
            both_sides=QPrinter.DuplexMode.DuplexLongSide in one.supportedDuplexModes(),
            colour=QPrinter.ColorMode.Color in one.supportedColorModes(),
        )
        for one in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda one: (not one.usual, one.name.casefold()))


def least_margin(name: str) -> float:
    """The widest edge in mm that a printer leaves white on usual paper; 0 when it does not say."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        return 0.0
    layout = QPrinter(info, QPrinter.PrinterMode.ScreenResolution).pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    edges = layout.minimumMargins()
    return float(max(edges.left(), edges.top(), edges.right(), edges.bottom()))


def made_printer(name: str) -> QPrinter:
    """A printer to draw on. Tests put one that writes to a file in its place."""
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)

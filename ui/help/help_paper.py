"""The quick guide and the sheet of keys from the help onto paper: printed, or as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ui.kit.ask import tell
from ui.support.settings import Settings
from village_budget import paths
from village_budget.errors import ExportError

Keys = Sequence[tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelpPaper", text)


def fill_menu(menu: QMenu, keys: Keys, parent: QWidget) -> None:
    """Four ways to paper."""
    for whole, save, prints in (
        (True, _tr("Save the quick guide as PDF…"), _tr("Print the quick guide…")),
        (False, _tr("Save the sheet of keys as PDF…"), _tr("Print the sheet of keys…")),
    ):
        saved, printed = menu.addAction(save), menu.addAction(prints)
        saved.triggered.connect(lambda _=False, whole=whole: save_pdf(keys, parent, whole=whole))
        printed.triggered.connect(lambda _=False, whole=whole: print_it(keys, parent, whole=whole))
        menu.addSeparator()
    menu.setActiveAction(menu.actions()[0])


def save_pdf(keys: Keys, parent: QWidget, *, whole: bool) -> Path | None:
    """Ask where to, and write; the file, or None when it was cancelled or could not be written."""
    from ui.help.guide_paper import write_guide

    name = _tr("quick-guide.pdf") if whole else _tr("keys.pdf")
    start = Path(Settings().folder or paths.documents_dir()) / name
    chosen, _ = QFileDialog.getSaveFileName(parent, _tr("Save as PDF"), str(start), "*.pdf")
    if not chosen:
        return None
    path = Path(chosen if chosen.endswith(".pdf") else f"{chosen}.pdf")
    try:
        write_guide(path, keys, Settings().paper, whole=whole)
    except ExportError as error:
        tell(error, parent=parent)
        return None
    return path


def print_it(keys: Keys, parent: QWidget, *, whole: bool) -> None:
    """Ask for a printer, and print."""
    from ui.help.guide_paper import print_guide

    print_guide(keys, Settings().paper, parent, whole=whole)

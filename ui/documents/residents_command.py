"""Asks what to write for residents, shows what it will look like, and hands it to the exporter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.documents.exporter import Exporter
from ui.support.workspace import Workspace


def ask_residents(workspace: Workspace, exporter: Exporter, parent: QWidget) -> None:
    """Show the posters and the web page; what is chosen is written in the background.

    Args:
        workspace: the open plan; nothing happens without one.
        exporter: writes it.
        parent: the window.
    """
    from ui.documents.poster_dialog import PAGE, PosterDialog
    from village_budget.reports.page.page_file import page_of
    from village_budget.reports.poster.poster import designs
    from village_budget.reports.poster.poster_files import poster_of

    document = workspace.document
    if document is None or exporter.busy:
        return
    source = document.report_source()
    poster = poster_of(source, next(iter(designs())))
    dialog = PosterDialog(poster.facts, parent)
    if not dialog.answer():
        return
    if dialog.design == PAGE:
        exporter.export_page(page_of(source))
    else:
        exporter.export_poster(poster_of(source, dialog.design), dialog.kinds)

"""Opens the print preview, from a screen or from anywhere in the window (Ctrl+P)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.support.settings import Settings
from village_budget.reports.file_names import workbook_name
from village_budget.reports.report_document import ReportDocument

if TYPE_CHECKING:
    from village_budget.domain.plan import Plan


def show_preview(
    documents: Sequence[ReportDocument], plan: Plan, parent: QWidget, settings: Settings | None = None
) -> None:
    """Show documents of a plan as they will be printed; nothing without a document."""
    from ui.documents.print_dialog import PrintDialog

    if not documents:
        return
    names = {document.name for document in documents}
    name = documents[0].name if len(names) == 1 else "cetak"
    book = Path(workbook_name(name, plan.village.name, plan.info.fiscal_year))
    file_name = book.with_suffix(".pdf").name
    PrintDialog.show_for(documents, settings or Settings(), parent.window(), file_name=file_name)


def print_checked(window: Any) -> None:
    """Print the forms that are checked in Dokumen; without one, go there to choose."""
    if window.workspace.document is None or not window.deck.settled():
        return
    if not window.place("dokumen").exporter.print():
        window.show_screen("dokumen")

"""Writing a verified copy of the open plan elsewhere, also of one that can't be saved where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.ask import tell
from ui.support.workspace import Workspace
from village_budget.errors import UserError


def save_copy(workspace: Workspace, parent: QWidget | None = None) -> Path | None:
    """Ask for a place and write the copy; with an entry that was not saved the work goes on in it (U21).

    Returns:
        The copy; None when none was made.
    """
    document = workspace.document
    if document is None:
        return None
    title = QCoreApplication.translate("MainWindow", "Save a copy")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, document.path.name, "*.apbdes")
    if not chosen:
        return None
    target = Path(chosen if chosen.endswith(".apbdes") else f"{chosen}.apbdes")
    try:
        document.save_copy(target)
        if workspace.unsaved_error is not None:
            workspace.move_to(target)
    except UserError as error:
        tell(error, parent=parent)
        return None
    return target

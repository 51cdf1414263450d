"""Going back to a backup: beside a damaged file, or in the place of the plan as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.kit.ask import tell
from ui.support.workspace import Workspace
from ui.window.backups_dialog import BackupsDialog
from village_budget.document.document import Document
from village_budget.errors import UserError


def copy_of(backup: Path, path: Path) -> Path:
    """A verified copy of a backup beside the damaged file, under a name of its own.

    Raises:
        FileError: the copy can't be made.
    """
    number, target = 1, path.with_name(f"{path.stem}-cadangan{path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}-cadangan-{number}{path.suffix}")
    document = Document.open(backup, read_only=True)
    try:
        document.save_copy(target)
    finally:
        document.close()
    return target


def bring_back(workspace: Workspace, parent: QWidget | None = None) -> Path | None:
    """Show the backups of the open plan and put the chosen one in its place.

    Returns:
        The file, to be opened again; None when nothing was chosen and the plan is still open.
    """
    document = workspace.document
    if document is None:
        return None
    chosen = BackupsDialog.ask(document.backups(), may_restore=document.takes_records, parent=parent)
    if chosen is None or not BackupsDialog.confirm(chosen, parent=parent):
        return None
    workspace.close()
    try:
        document.restore(chosen.path)
    except UserError as error:
        tell(error, parent=parent)
    return document.path

"""What the window says in one sentence when a plan was opened: an example, read-only, after a crash."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.kit.notice import Notice
from ui.support.open_state import left_open_elsewhere, read_only_words
from ui.support.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def tell_opened(notice: Notice, workspace: Workspace) -> None:
    """Say how the plan was opened, when that is not as usual."""
    document = workspace.document
    notice.hide()
    if document is None:
        return
    if workspace.is_example:
        notice.say("ok", _tr("This is the example, a village that does not exist. Try anything you like."))
    if document.read_only:
        take_over = _tr("Work in it here") if left_open_elsewhere(document) else ""
        notice.say("locked", read_only_words(document), _tr("Save a copy"), other=take_over)
    if document.recovered:
        at = f"{document.saved_at:%H:%M}" if document.saved_at else ""
        notice.say(
            "ok", _tr("The computer went off suddenly. Every cell up to {time} is safe.").format(time=at)
        )


def put_away(notice: Notice, workspace: Workspace) -> None:
    """Work goes on: what was only good to know goes, but for the word that this is the example."""
    if notice.kind == "ok" and not workspace.is_example:
        notice.hide()

"""Opens the help at what explains the widget that has the keyboard (F1)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.help_topics import topic_of
from ui.support.i18n import language


def _around(widget: QWidget | None, name: str) -> Any:
    """An attribute of the nearest widget around one that has it."""
    while widget is not None:
        if hasattr(widget, name):
            return getattr(widget, name)
        widget = widget.parentWidget()
    return None


def show_help(parent: QWidget, topic: str = "") -> None:
    """Show a topic; without one that of the widget with the keyboard.

    Args:
        parent: the window or dialog it is asked from.
        topic: id of a topic.
    """
    from ui.help.help_dialog import HelpDialog
    from ui.help.help_text import HelpBook
    from village_budget.rules.packs.loader import load_pack, pack_years

    at = QApplication.focusWidget()
    inside = at is not None and (parent is at or parent.isAncestorOf(at))
    wanted = topic or topic_of(at if inside else parent)
    document = getattr(_around(parent, "workspace"), "document", None)
    pack = document.pack if document is not None else load_pack(pack_years()[-1])
    keys = _around(parent, "key_list")
    HelpDialog(HelpBook(language(), pack, keys() if keys else ()), wanted, parent).answer()

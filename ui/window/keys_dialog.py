"""The keys of the tables, for the list of keys in the help (F1)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeysDialog", text)


def grid_keys() -> list[tuple[str, str]]:
    """Keys of the tables, with what they do."""
    return [
        ("Enter", _tr("Keep the entry, go down")), ("Tab", _tr("Next cell")),
        ("F2", _tr("Change the cell")), ("Esc", _tr("Leave the cell as it was")),
        ("Ctrl+Shift+K", _tr("Add an activity")), ("Ctrl+Shift+R", _tr("Add an account")),
        ("Ctrl+Enter / Ins", _tr("Add a line")), ("Del", _tr("Delete the rows")),
        ("Alt+↑ / Alt+↓", _tr("Move the lines")), ("F4", _tr("Side panel")),
        ("Ctrl+Shift+G", _tr("Move the lines to another account")),
        ("Shift+↑ / Shift+↓", _tr("Select rows")), ("Ctrl+A", _tr("Select the rows of this level")),
        ("Ctrl+C / Ctrl+X", _tr("Copy or cut rows")), ("Ctrl+V", _tr("Paste a cell or a block")),
        ("Ctrl+D", _tr("Fill down")), ("Ctrl+Shift+D", _tr("Give the rows a fund source")),
        ("Alt+Enter", _tr("Reason of a price above the standard")),
        ("Ctrl+H", _tr("Change many lines")), ("Ctrl+M", _tr("Note and file of the line")),
        ("Ctrl+Shift+U", _tr("Sort, or back to the order of the plan")),
        ("Ctrl+T", _tr("Tags of the rows")), ("Ctrl+R", _tr("Mark as reviewed")),
        ("Ctrl+J", _tr("Add from a template")), ("Ctrl+Shift+J", _tr("Copy activities")),
        ("Ctrl+Shift+F", _tr("Show only some rows")),
        ("Alt+Shift+1 / Alt+Shift+2", _tr("Open down to sectors, subsectors")),
        ("Alt+Shift+3 / Alt+Shift+4", _tr("Open down to activities, accounts")),
        ("Alt+Shift+5", _tr("Open down to the lines")),
        ("/", _tr("Search the rules")),
        ("Ctrl++ / Ctrl+- / Ctrl+0", _tr("Size of the page before printing")),
        ("Ctrl+Shift+H", _tr("History of the row")),
        ("← / →", _tr("Fold or open a group of rules")),
    ]  # fmt: skip

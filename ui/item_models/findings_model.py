"""The findings as a list by weight: a head for each group, then its findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.support.finding_view import FindingView

AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("broken", ("broken",)),
    ("warning", ("warning", "near")),
    ("advice", ("advice",)),
    ("holds", ("holds", "unverified")),
)
"""Groups in the order of the list, with the states they hold."""


@dataclass(frozen=True, slots=True)
class GroupHead:
    """Head of a group of findings."""

    group: str
    count: int


Entry = GroupHead | FindingView


def counts(views: list[FindingView]) -> dict[str, int]:
    """How many findings each group holds."""
    return {group: sum(view.state in states for view in views) for group, states in GROUPS}


class FindingsModel(QAbstractListModel):
    """Rows of the check screen; ``ENTRY_ROLE`` gives a head or a finding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._views: list[FindingView] = []
        self._only = ""

    def show_views(self, views: list[FindingView], only: str = "") -> None:
        """Show findings, of one group or all; rows that stay are only marked as changed."""
        self._views = views
        self._only = only
        entries = self._arranged()
        if [_key(entry) for entry in entries] == [_key(entry) for entry in self._entries]:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def show_bare(self, views: list[FindingView]) -> None:
        """Show findings without heads, in the order given."""
        self.beginResetModel()
        self._entries = list(views)
        self.endResetModel()

    def _arranged(self) -> list[Entry]:
        entries: list[Entry] = []
        for group, states in GROUPS:
            members = [view for view in self._views if view.state in states]
            if members and self._only in ("", group):
                entries.append(GroupHead(group, len(members)))
                rest = [view for view in members if view.state != states[0]]
                entries.extend([view for view in members if view.state == states[0]] + rest)
        return entries

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Heads and findings."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, or its words for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(entry, GroupHead):
                return f"{entry.group} {entry.count}"
            return f"{entry.state_word}: {entry.title}. {entry.gap}. {entry.finding.basis}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Heads can't be chosen, and the arrow keys pass over them."""
        if index.isValid() and isinstance(self._entries[index.row()], FindingView):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def row_of(self, key: tuple[str, str]) -> int:
        """Row of a finding by its key; -1 when it is not shown."""
        for row, entry in enumerate(self._entries):
            if isinstance(entry, FindingView) and entry.finding.key == key:
                return row
        return -1

    def first(self) -> int:
        """Row of the first finding; -1 when there is none."""
        return next((row for row, entry in enumerate(self._entries) if isinstance(entry, FindingView)), -1)


def _key(entry: Entry) -> tuple[str, ...]:
    return (entry.group,) if isinstance(entry, GroupHead) else entry.finding.key

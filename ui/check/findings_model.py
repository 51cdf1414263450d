"""The findings as a list in groups: a head for each group, then its findings unless it is folded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.check.finding_filter import FindingFilter, rank
from ui.check.finding_view import FindingView

AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_ALL = FindingFilter()


@dataclass(frozen=True, slots=True)
class GroupHead:
    """Head of a group of findings.

    Attributes:
        group: key of the group: a state or a theme.
        word: its name.
        count: how many findings it holds.
        folded: they are not shown.
        worst: state of its worst finding.
    """

    group: str
    word: str
    count: int
    folded: bool
    worst: str


Entry = GroupHead | FindingView


class FindingsModel(QAbstractListModel):
    """Rows of the check screen; ``ENTRY_ROLE`` gives a head or a finding."""

    def __init__(self, words: dict[str, str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words or {}
        self._entries: list[Entry] = []
        self._views: list[FindingView] = []
        self._filter = _ALL
        self._folded = {"absent"}

    def show_views(self, views: list[FindingView], shown: FindingFilter = _ALL) -> None:
        """Show findings through a filter; rows that stay are only marked as changed."""
        self._views = views
        self._filter = shown
        self._take(self._arranged())

    def show_bare(self, views: list[FindingView]) -> None:
        """Show findings without heads, in the order given."""
        self._take(list(views))

    def _take(self, entries: list[Entry]) -> None:
        if [_key(entry) for entry in entries] == [_key(entry) for entry in self._entries]:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def _arranged(self) -> list[Entry]:
        members: dict[str, list[FindingView]] = {head: [] for head in self._filter.heads()}
        for view in self._views:
            if self._filter.fits(view):
                members[self._filter.head_of(view)].append(view)
        entries: list[Entry] = []
        for group, views in members.items():
            if not views:
                continue
            # What is looked for is never hidden in a folded group.
            folded = group in self._folded and not self._filter.text and not self._filter.group
            ordered = sorted(views, key=rank)
            word = self._words.get(group, group)
            entries.append(GroupHead(group, word, len(views), folded, ordered[0].state))
            entries += [] if folded else ordered
        return entries

    def fold(self, group: str, *, folded: bool) -> None:
        """Fold a group, or open it."""
        if (group in self._folded) is not folded:
            self._folded ^= {group}
            self._take(self._arranged())

    def reveal(self, key: tuple[str, str]) -> None:
        """Open the group that a finding stands in."""
        view = next((view for view in self._views if view.finding.key == key), None)
        if view is not None:
            self.fold(self._filter.head_of(view), folded=False)

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
                return f"{entry.word} {entry.count}"
            return f"{entry.state_word}: {entry.title}. {entry.gap}. {entry.finding.basis}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Heads can be reached too: a key folds and opens them."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row_of(self, key: tuple[str, ...]) -> int:
        """Row of a finding by its key, or of a head by its group; -1 when it is not shown."""
        return next((row for row, entry in enumerate(self._entries) if _key(entry)[: len(key)] == key), -1)

    def head_above(self, row: int) -> int:
        """Row of the head that a row stands under; -1 when there is none."""
        return next((at for at in range(row, -1, -1) if isinstance(self._entries[at], GroupHead)), -1)

    def first(self) -> int:
        """Row of the first finding; -1 when there is none."""
        return next((row for row, entry in enumerate(self._entries) if isinstance(entry, FindingView)), -1)


def entry_key(entry: object) -> tuple[str, ...]:
    """What a row is known by: a finding by rule and fund, a head by its group."""
    return _key(entry) if isinstance(entry, GroupHead | FindingView) else ()


def _key(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, GroupHead):
        return ("", entry.group, "folded" if entry.folded else "open")
    return entry.finding.key

"""Steps of the journal as a list: a head for each day, newest first; filtered without reading any change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from village_budget.domain.plan import Entity

AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
KINDS = ("edit", "import", "status", "undo")
"""What steps are told apart by, in the order of the chips; ``removed`` is one more chip."""
RowKey = tuple[Entity, int]


@dataclass(frozen=True, slots=True)
class DayHead:
    """Head of a day."""

    day: date
    text: str
    count: str


@dataclass(frozen=True, slots=True)
class StepEntry:
    """One step as it is listed.

    Attributes:
        id: in the journal.
        at: when, in local time.
        what: the sentence of its label.
        who: who did it; empty when nobody has said.
        why: the reason, where one was asked.
        count: how many rows it changed.
        kind: one of `KINDS`.
        holds: whether it still counts; an undo and a redo never do by themselves.
        removed: how many rows it removed that are still gone.
        told: words of the second line: time, who, rows.
    """

    id: int
    at: datetime
    what: str
    who: str
    why: str
    count: int
    kind: str
    holds: bool
    removed: int = 0
    told: str = ""


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which steps are listed.

    Attributes:
        text: words that must stand in sentence, reason or name.
        kind: one of `KINDS`, ``removed``, or empty for all.
        who: done by this person; None for all, empty for steps without a name.
        days: of so many days back, today included; 0 for all.
        holding: only what still counts.
        rows: touched one of these rows; None for all.
    """

    text: str = ""
    kind: str = ""
    who: str | None = None
    days: int = 0
    holding: bool = False
    rows: frozenset[RowKey] | None = None

    def fits(self, step: StepEntry, touched: frozenset[int] | None, today: date) -> bool:
        """Whether a step is listed; ``touched`` are the steps that touched the rows."""
        if self.kind and (not step.removed if self.kind == "removed" else step.kind != self.kind):
            return False
        if self.holding and not step.holds:
            return False
        if self.who is not None and step.who != self.who:
            return False
        if self.days and step.at.date() <= today - timedelta(days=self.days):
            return False
        if touched is not None and step.id not in touched:
            return False
        words = self.text.casefold().split()
        return not words or all(word in f"{step.what} {step.why} {step.told}".casefold() for word in words)


class HistoryModel(QAbstractListModel):
    """Days and steps; ``ENTRY_ROLE`` gives a head or a step. It never reads what a step changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DayHead | StepEntry] = []

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Heads and steps."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, or its words."""
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(entry, DayHead):
                return f"{entry.text}, {entry.count}"
            return ", ".join(filter(None, (entry.what, entry.told, entry.why)))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Heads can't be chosen, and the arrow keys pass over them."""
        if index.isValid() and isinstance(self._rows[index.row()], StepEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def show_steps(self, steps: Iterable[StepEntry], days: dict[date, tuple[str, str]]) -> None:
        """Show steps, newest first, under their days; ``days`` has the words of each head."""
        self.beginResetModel()
        self._rows = []
        last: date | None = None
        for step in steps:
            day = step.at.date()
            if day != last:
                self._rows.append(DayHead(day, *days[day]))
                last = day
            self._rows.append(step)
        self.endResetModel()

    def steps(self) -> Sequence[StepEntry]:
        """The steps that are listed."""
        return [entry for entry in self._rows if isinstance(entry, StepEntry)]

    def row_of(self, step_id: int) -> int:
        """Row of a step; -1 when it is not listed."""
        for number, entry in enumerate(self._rows):
            if isinstance(entry, StepEntry) and entry.id == step_id:
                return number
        return -1

"""Rows with a check box, found by words: the activities that are to be copied."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from village_budget.chart.chart import Chart
from village_budget.domain.plan import Plan
from village_budget.money import Sen, format_amount

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TickRow:
    """One activity.

    Attributes:
        key: of the activity in its plan.
        code: of the chart.
        name: its own or the chart's.
        lines: how many cost lines it has.
        amount: their sum, in sen.
        present: the plan that is copied into has this code already.
    """

    key: int
    code: str
    name: str
    lines: int
    amount: Sen
    present: bool = False

    def fits(self, words: Sequence[str]) -> bool:
        """Whether each word begins the code, or stands in the name."""
        name = self.name.casefold()
        return all(self.code.startswith(word) or word in name for word in words)


def activity_rows(source: Plan, chart: Chart, present: Collection[str]) -> list[TickRow]:
    """The activities of a plan with their totals."""
    found = []
    for activity in source.activities_in_order():
        lines = source.lines_of(activity.id)
        name = activity.name or chart.activity_name(activity.code)
        total = sum(line.amount for line in lines)
        found.append(TickRow(activity.id, activity.code, name, len(lines), total, activity.code in present))
    return found


class TickModel(QAbstractListModel):
    """The rows that fit a search; a tick stays when its row is out of sight."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[TickRow] = []
        self._shown: list[TickRow] = []
        self._text = ""
        self.keys: set[int] = set()

    def show_rows(self, rows: Sequence[TickRow]) -> None:
        """Put other rows in; nothing is ticked."""
        self._all = list(rows)
        self.keys = set()
        self.search(self._text)
        self.ticked.emit()

    def search(self, text: str) -> None:
        """Show the rows that fit."""
        self.beginResetModel()
        self._text = text
        words = text.casefold().split()
        self._shown = [row for row in self._all if row.fits(words)]
        self.endResetModel()

    def chosen(self) -> list[TickRow]:
        """The ticked rows in their order."""
        return [row for row in self._all if row.key in self.keys]

    def tick(self, rows: Collection[int], *, on: bool) -> None:
        """Tick rows of the list, or take the ticks off."""
        keys = {self._shown[row].key for row in rows}
        self.keys = self.keys | keys if on else self.keys - keys
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticked.emit()

    def toggle(self, row: int) -> None:
        """Turn a tick round."""
        if 0 <= row < len(self._shown):
            self.tick([row], on=self._shown[row].key not in self.keys)

    def toggle_all(self) -> None:
        """Tick all that are shown; take the ticks off when all have one."""
        rows = range(len(self._shown))
        self.tick(rows, on=not all(self._shown[row].key in self.keys for row in rows))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows that fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its words, or whether it is ticked."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self.keys else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.code} {row.name}, {format_amount(row.amount)}"
        return row.name if role == Qt.ItemDataRole.ToolTipRole else None

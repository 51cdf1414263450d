"""What one step changed, row by row and field by field; put into words when a row comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

if TYPE_CHECKING:
    from village_budget.store.steps import StepChange

AnyIndex = QModelIndex | QPersistentModelIndex
CHANGED_ROLE = Qt.ItemDataRole.UserRole + 1


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangesModel", text)


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row of the detail: a changed row with its fields.

    Attributes:
        title: its name.
        place: account, activity; or the kind of row.
        mark: ``added``, ``changed`` or ``removed``.
        fields: name, old and new of each.
        change: as recorded; None for what no row stands behind, such as a total.
    """

    title: str
    place: str
    mark: str
    fields: tuple[tuple[str, str, str], ...]
    change: StepChange | None = None


def mark_words() -> dict[str, str]:
    """What happened to a row, in a word."""
    return {"added": _tr("added"), "changed": _tr("changed"), "removed": _tr("removed"), "": ""}


def mark_of(change: StepChange) -> str:
    """Whether a row was added, changed or removed."""
    if change.before is None:
        return "added"
    return "removed" if change.after is None else "changed"


class ChangesModel(QAbstractListModel):
    """The rows of one step; ``CHANGED_ROLE`` gives one in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StepChange | ChangedRow] = []
        self._words: Callable[[StepChange], ChangedRow] | None = None

    def show_changes(self, changes: Sequence[StepChange], words: Callable[[StepChange], ChangedRow]) -> None:
        """Show the rows of a step; ``words`` is asked for those in sight."""
        self._show(list(changes), words)

    def show_rows(self, rows: Sequence[ChangedRow]) -> None:
        """Show rows that are in words already."""
        self._show(list(rows), None)

    def _show(self, rows: list[Any], words: Callable[[StepChange], ChangedRow] | None) -> None:
        self.beginResetModel()
        self._rows, self._words = rows, words
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Changed rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A changed row in words."""
        if not index.isValid():
            return None
        if role == CHANGED_ROLE:
            return self._row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._row(index.row())
            told = (f"{name}: {old or '–'} → {new or '–'}" for name, old, new in row.fields)
            return "; ".join(filter(None, (row.title, row.place, mark_words()[row.mark], *told)))
        return None

    def _row(self, number: int) -> ChangedRow:
        found = self._rows[number]
        if not isinstance(found, ChangedRow):
            assert self._words is not None
            found = self._rows[number] = self._words(found)
        return found

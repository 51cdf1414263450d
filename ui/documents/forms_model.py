"""The forms of the catalogue as a list with check boxes: a head for each group, then its forms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

AnyIndex = QModelIndex | QPersistentModelIndex
FORM_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class FormHead:
    """Head of a group of forms."""

    title: str


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One form.

    Attributes:
        name: as in the catalogue.
        title: in the window's language.
        subtitle: what it is and its paper.
        checked: taken along by an export.
        pages: words such as ``3 pages``; empty until counted.
    """

    name: str
    title: str
    subtitle: str
    checked: bool = True
    pages: str = ""


class FormsModel(QAbstractListModel):
    """Forms under their groups; ``FORM_ROLE`` gives a head or a form."""

    checks_changed = Signal()

    def __init__(self, groups: list[tuple[str, list[FormEntry]]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FormHead | FormEntry] = []
        for title, forms in groups:
            self._rows.append(FormHead(title))
            self._rows.extend(forms)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Heads and forms."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry, its words, or whether it is checked."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == FORM_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, FormHead):
                return row.title
            return ", ".join(text for text in (row.title, row.subtitle, row.pages) if text)
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(row, FormEntry):
            return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check or uncheck a form."""
        row = self._rows[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(row, FormEntry):
            return False
        self._put(index.row(), replace(row, checked=Qt.CheckState(value) is Qt.CheckState.Checked))
        self.checks_changed.emit()
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Heads can't be chosen, and the arrow keys pass over them."""
        if index.isValid() and isinstance(self._rows[index.row()], FormEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        return Qt.ItemFlag.NoItemFlags

    def toggle(self, row: int) -> None:
        """Turn the check of a form round."""
        entry = self._rows[row]
        if isinstance(entry, FormEntry):
            state = Qt.CheckState.Unchecked if entry.checked else Qt.CheckState.Checked
            self.setData(self.index(row), state, Qt.ItemDataRole.CheckStateRole)

    def check_all(self, *, on: bool) -> None:
        """Check all forms, or none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, FormEntry) and row.checked is not on:
                self._put(number, replace(row, checked=on))
        self.checks_changed.emit()

    def checked(self) -> list[str]:
        """Names of the checked forms, in the order of the list."""
        return [row.name for row in self._rows if isinstance(row, FormEntry) and row.checked]

    def names(self) -> list[str]:
        """Names of all forms."""
        return [row.name for row in self._rows if isinstance(row, FormEntry)]

    def row_of(self, name: str) -> int:
        """Row of a form; -1 when there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, FormEntry) and row.name == name:
                return number
        return -1

    def set_words(self, name: str, *, pages: str | None = None, subtitle: str | None = None) -> None:
        """Tell how many pages a form has, or on which paper it lies."""
        number = self.row_of(name)
        row = self._rows[number]
        if number >= 0 and isinstance(row, FormEntry):
            pages = row.pages if pages is None else pages
            self._put(number, replace(row, pages=pages, subtitle=subtitle or row.subtitle))

    def _put(self, number: int, row: FormEntry) -> None:
        if row != self._rows[number]:
            self._rows[number] = row
            self.dataChanged.emit(self.index(number), self.index(number))

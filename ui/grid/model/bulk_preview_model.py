"""The lines of a bulk change before and after it, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.grid.model.cell_text import UNDECIDED
from ui.support.formats import amount, signed, volume
from ui.support.theme import theme

if TYPE_CHECKING:
    from village_budget.document.bulk_change import BulkOutcome
    from village_budget.domain.lines import Line

AnyIndex = QModelIndex | QPersistentModelIndex

NAME, OLD, NEW, AMOUNT, NEW_AMOUNT, DIFFERENCE = range(6)


class BulkPreviewModel(QAbstractTableModel):
    """One row a line; the changed field before and after, and what it does to the amount."""

    def __init__(self, lines: list[Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Line, Line]] = [(line, line) for line in lines]
        self._field = "fund"

    def show_outcome(self, found: BulkOutcome | None, field: str) -> None:
        """Show what a change makes of the lines; None: they stay as they are.

        Args:
            found: the outcome.
            field: ``fund``, ``unit_price`` or ``volume``.
        """
        self.beginResetModel()
        self._field = field
        self._rows = list(found.rows) if found else [(before, before) for before, _ in self._rows]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One a line."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Description, the field before and after, the amount before and after, the difference."""
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Description"), self.tr("Before"), self.tr("After"), self.tr("Amount before"),
            self.tr("Amount after"), self.tr("Difference"),
        )[section]  # fmt: skip

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, side and ink of a cell: what stays is quiet, what changes is bold."""
        if not index.isValid():
            return None
        before, after = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(before, after, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        changed = before != after
        if role == Qt.ItemDataRole.FontRole and column == NEW:
            return theme().font("body", bold=changed)
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = column in (OLD, AMOUNT) or not changed
            return theme().color("ink2" if quiet else "ink")
        return None

    def _text(self, before: Line, after: Line, column: int) -> str:
        difference = after.amount - before.amount
        texts = {
            NAME: before.description or before.account_code,
            OLD: self._value(before),
            NEW: self._value(after),
            AMOUNT: amount(before.amount),
            NEW_AMOUNT: amount(after.amount),
            DIFFERENCE: signed(difference) if difference else "",
        }
        return texts[column]

    def _value(self, line: Line) -> str:
        if self._field == "fund":
            return line.fund or UNDECIDED
        if self._field == "volume":
            return f"{volume(line.volume)} {line.unit}".strip()
        return amount(line.unit_price)

    def _alignment(self, column: int) -> int:
        left = column == NAME or (self._field == "fund" and column in (OLD, NEW))
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignVCenter)

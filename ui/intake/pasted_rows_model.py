"""The rows of a pasted block for Qt: as they came, what becomes of each, and mended where they stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.support.i18n import language
from ui.support.messages import sentence
from village_budget.exchange.cells.copied_rows import plain_number
from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_fields import NUMBERS, Field, is_number
from village_budget.exchange.lines.pasted_verdicts import RowVerdict, State
from village_budget.money import format_amount, format_volume

AnyIndex = QModelIndex | QPersistentModelIndex
NUMBER = 0
"""The column with the number of the row; the columns of the block follow, the result is the last."""


def verdict_words(verdict: RowVerdict) -> str:
    """What becomes of a row, in a few words."""
    return sentence(verdict.code or "paste-taken", language(), **dict(verdict.details))


class PastedRowsModel(QAbstractTableModel):
    """All rows of a block that have been judged, or only those that are refused."""

    mended = Signal()
    """A cell was mended: counts and sums are others."""

    def __init__(self, block: PastedBlock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.block = block
        self.only_refused = False
        width = len(block.grid[0]) if block.grid else 0
        first_added = width - block.layout.added
        self.columns = [
            place
            for place in range(width)
            if place >= first_added or any(row[place] != "" for row in block.grid[block.layout.first :])
        ]
        self._rows: list[int] = []
        self.shows_result = True
        self.refresh()

    # Qt's side

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number, columns of the block, result."""
        return 0 if parent.isValid() else len(self.columns) + 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.ToolTipRole and self.is_result(index.column()):
            return verdict_words(self.verdict(index.row()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index.row(), index.column())
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Cells of rows that are not passed over can be mended."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        known = index.isValid() and self.field(index.column()) not in (Field.SKIP, Field.SWADAYA)
        if known and self.verdict(index.row()).state is not State.PASSED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Mend a cell by what was typed."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self._text(index.row(), index.column()):
            return False
        self.mend(index.row(), self.field(index.column()), str(value))
        return True

    # Ours

    def verdict(self, row: int) -> RowVerdict:
        """What becomes of a row shown."""
        return self.block.verdicts[self._rows[row]]

    def field(self, column: int) -> Field:
        """What a column shown holds; nothing for number and result."""
        place = column - 1
        inside = 0 <= place < len(self.columns)
        return self.block.layout.fields[self.columns[place]] if inside else Field.SKIP

    def is_result(self, column: int) -> bool:
        """Whether a column is the result."""
        return column == len(self.columns) + 1

    def column_of(self, field: Field) -> int:
        """The column shown that holds a field; the result, or the number, when none does."""
        place = self.block.column_of(field)
        elsewhere = len(self.columns) + 1 if self.shows_result else NUMBER
        return self.columns.index(place) + 1 if place in self.columns else elsewhere

    def repair(self, row: int, number: int) -> bool:
        """Take one of the repairs that a refused row offers; False when it has none such."""
        verdict = self.verdict(row)
        if number >= len(verdict.repairs):
            return False
        self.mend(row, verdict.column, verdict.repairs[number])
        return True

    def mend(self, row: int, field: Field, text: str) -> None:
        """Put another text into a cell and judge its row again."""
        self.block.mend(self._rows[row], field, text)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.mended.emit()

    def refresh(self) -> None:
        """All rows anew: another column was named, or other rows shall be shown."""
        self.beginResetModel()
        self._rows = self._wanted(0)
        self.endResetModel()

    def grow(self, first: int) -> None:
        """Show rows that were judged just now, from this one on."""
        more = self._wanted(first)
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def _wanted(self, first: int) -> list[int]:
        judged = range(first, len(self.block.verdicts))
        if not self.only_refused:
            return list(judged)
        return [row for row in judged if self.block.verdicts[row].state is State.REFUSED]

    def numbers(self, column: int, most: int) -> set[str]:
        """The numbers in the first rows of a column, as they are shown; of those judged already."""
        judged = len(self.block.verdicts)
        rows = [row for row in self._rows[:most] if row < judged]
        return {text for text in (self._cell_text(row, column) for row in rows) if is_number(text)}

    def _text(self, row: int, column: int) -> str:
        if column == NUMBER:
            return str(self._rows[row] + 1)
        if self.is_result(column):
            return verdict_words(self.verdict(row))
        return self._cell_text(self._rows[row], column)

    def _cell_text(self, row: int, column: int) -> str:
        """A cell as it came; what is read clearly as a number of the line is shown in the one format."""
        field = self.field(column)
        cell = self.block.cell(row, self.columns[column - 1])
        line = self.block.verdicts[row].line
        if line is not None and field is Field.AMOUNT and cell == "":
            return format_amount(line.amount)
        if line is not None and field in NUMBERS and is_number(cell):
            shown = {
                Field.VOLUME: format_volume(line.volume),
                Field.PRICE: format_amount(line.unit_price),
                Field.AMOUNT: format_amount(line.amount),
            }
            return shown[field]
        if field is Field.SWADAYA and isinstance(cell, Decimal):
            return format_volume(cell)
        return plain_number(cell) if isinstance(cell, Decimal) else cell

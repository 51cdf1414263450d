"""The rows of a file that may be a price list, as they came, and why some can't be taken."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.support.formats import amount
from ui.support.i18n import language
from ui.support.messages import sentence
from ui.support.theme import theme
from village_budget.errors import RowProblem
from village_budget.exchange.cells.cell_values import clean
from village_budget.exchange.prices.price_columns import PriceField
from village_budget.exchange.prices.price_list import PriceList

AnyIndex = QModelIndex | QPersistentModelIndex
NUMBER = 0
"""The column with the number of the row; the columns of the file follow, the result is the last."""
MOST_SHOWN = 200
MOST_COLUMNS = 14


def problem_words(problem: RowProblem) -> str:
    """Why a row can't be taken."""
    return sentence(problem.code, language(), **problem.details)


class PriceRowsModel(QAbstractTableModel):
    """The first rows of a sheet, or the first of those that are refused."""

    def __init__(self, prices: PriceList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.prices = prices
        self.only_refused = False
        self.columns: list[int] = []
        self._rows: list[int] = []
        self._problems: dict[int, RowProblem] = {}
        self.begin()

    def begin(self) -> None:
        """Another sheet, or columns named otherwise: all anew."""
        self.beginResetModel()
        first = self.prices.layout.first
        shown = self.prices.rows[first : first + MOST_SHOWN]
        width = max((len(cells) for _, cells in shown), default=0)
        filled = [p for p in range(width) if any(p < len(cells) and cells[p] != "" for _, cells in shown)]
        self.columns = filled[:MOST_COLUMNS]
        self._choose_rows()
        self.endResetModel()

    def follow(self) -> None:
        """More rows have been judged."""
        if self.only_refused:
            self.begin()
        else:
            self._problems = {problem.row: problem for problem in self.prices.problems[:MOST_SHOWN]}
            last = self.columnCount() - 1
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))

    def _choose_rows(self) -> None:
        problems = self.prices.problems[:MOST_SHOWN]
        self._problems = {problem.row: problem for problem in problems}
        rows, first = self.prices.rows, self.prices.layout.first
        if self.only_refused:
            wanted = set(self._problems)
            places = [place for place in range(first, len(rows)) if rows[place][0] in wanted]
        else:
            places = list(range(first, min(len(rows), first + MOST_SHOWN)))
        self._rows = places

    # Qt's side

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number, columns of the file, result."""
        return 0 if parent.isValid() else len(self.columns) + 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, edge and ink of a cell."""
        if not index.isValid():
            return None
        number, cells = self.prices.rows[self._rows[index.row()]]
        problem = self._problems.get(number)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(number, cells, index.column(), problem)
            # In a tip the words of a file are shown as they are, whatever they look like (S17).
            return text if role == Qt.ItemDataRole.DisplayRole else f"<qt>{escape(text)}</qt>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = index.column() == NUMBER or self.field(index.column()) is PriceField.PRICE
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().color(self._ink(index.column(), problem))
        if role == Qt.ItemDataRole.BackgroundRole and problem is not None:
            return theme().color("badtint")
        return None

    def _ink(self, column: int, problem: RowProblem | None) -> str:
        if self.is_result(column):
            return "bad" if problem is not None else "ink2"
        used = column != NUMBER and self.field(column) is not PriceField.SKIP
        return "ink" if used else "ink2"

    def field(self, column: int) -> PriceField:
        """What a column of the table holds."""
        if column == NUMBER or self.is_result(column):
            return PriceField.SKIP
        return self.prices.layout.fields[self.columns[column - 1]]

    def is_result(self, column: int) -> bool:
        """Whether a column says what becomes of the row."""
        return column == len(self.columns) + 1

    def _text(self, number: int, cells: Any, column: int, problem: RowProblem | None) -> str:
        if column == NUMBER:
            return str(number)
        if self.is_result(column):
            return problem_words(problem) if problem is not None else ""
        place = self.columns[column - 1]
        cell = cells[place] if place < len(cells) else ""
        if self.field(column) is PriceField.PRICE and not isinstance(cell, str):
            return amount(int(cell * 100))
        return clean(cell)

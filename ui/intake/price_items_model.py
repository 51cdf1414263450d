"""The items of a price list for Qt: all of them, or those that a search finds."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.support.formats import amount
from ui.support.theme import theme
from village_budget.domain.prices import PriceBook, PriceItem

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_FOUND = 200
ITEM, UNIT, PRICE, GROUP = range(4)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PricesDialog", text)


class PriceItemsModel(QAbstractTableModel):
    """Rows of one list; empty without a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book: PriceBook | None = None
        self._items: Sequence[PriceItem] = ()

    def show_book(self, book: PriceBook | None, text: str = "") -> None:
        """Show a list, or what is found in it."""
        self.beginResetModel()
        self._book = book
        if book is None:
            self._items = ()
        else:
            self._items = book.search(text, MOST_FOUND) if text.strip() else book.items
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Items shown."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Item, unit, price, group."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Words over the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (_tr("Item"), _tr("Unit"), _tr("Price"), _tr("Group"))[section]
        return self._edge(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, edge and ink of a cell."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        text = (item.title, item.unit, amount(item.price), item.group)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            # Names are data: shown as they are, whatever they look like (S17).
            return f"<qt>{escape(text)}</qt>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._edge(index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().color("ink2" if index.column() in (UNIT, GROUP) else "ink")
        return None

    @staticmethod
    def _edge(column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column == PRICE else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

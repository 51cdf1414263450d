"""Pages as small pictures: a list that draws what is looked at and forgets what was long ago."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage

IMAGE_ROLE = Qt.ItemDataRole.UserRole + 1
SIZE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Width and height in mm."""
_KEPT = 400
_ROOT = QModelIndex()


class PagesModel(QAbstractListModel):
    """One row a page, from 0."""

    wanted = Signal(int)  # a page that is looked at and has no picture yet

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[tuple[float, float]] = []
        self._images: dict[int, QImage] = {}

    def show_pages(self, sizes: list[tuple[float, float]]) -> None:
        """Other pages, by their sizes in mm."""
        self.beginResetModel()
        self._sizes = list(sizes)
        self._images.clear()
        self.endResetModel()

    def grow(self, sizes: list[tuple[float, float]]) -> None:
        """The same pages and more of them behind."""
        if len(sizes) > len(self._sizes):
            self.beginInsertRows(QModelIndex(), len(self._sizes), len(sizes) - 1)
            self._sizes = list(sizes)
            self.endInsertRows()

    def take(self, page: int, image: QImage) -> None:
        """The picture of a page."""
        if page >= len(self._sizes):
            return
        self._images.pop(page, None)
        self._images[page] = image
        while len(self._images) > _KEPT:
            del self._images[next(iter(self._images))]
        index = self.index(page)
        self.dataChanged.emit(index, index, [IMAGE_ROLE])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """One row a page."""
        return 0 if parent.isValid() else len(self._sizes)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Number, picture or size; a missing picture is asked for when it is looked at."""
        if not index.isValid() or index.row() >= len(self._sizes):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {n} of {m}").format(n=index.row() + 1, m=len(self._sizes))
        if role == SIZE_ROLE:
            return self._sizes[index.row()]
        if role == IMAGE_ROLE:
            found = self._images.get(index.row())
            if found is None:
                self.wanted.emit(index.row())
            return found
        return None

"""The search field of the top bar and its list of hits (codes, words, amounts)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.kit.search_field import SearchField
from ui.kit.search_hits import (
    HIT_ROLE,
    ROW,
    HitPainter,
    SearchHit,
)
from ui.support.theme import theme
from ui.support.workspace import Target

__all__ = ["SearchBox", "SearchHit"]


class SearchBox(SearchField):
    """Type to find; Down goes to the hits, Enter jumps to the first, Esc gives the keyboard back."""

    jumped = Signal(object)  # Target
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Search codes, words, amounts   Ctrl+F"), self.tr("Search the plan"), parent)
        self.lookup: Callable[[str], list[SearchHit]] = lambda text: []  # noqa: ARG005 - nothing to search yet
        self.setMaximumWidth(max(self.minimumWidth(), theme().px(320)))
        self.hits = QListWidget(self)
        self.hits.setWindowFlags(Qt.WindowType.Popup)
        self.hits.setProperty("kind", "popup")
        self.hits.setFocusProxy(self)
        self.hits.setFont(theme().font("body"))
        self.hits.setAccessibleName(self.tr("Places found"))
        self._painter = HitPainter(self.hits)
        self.hits.setItemDelegate(self._painter)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.itemClicked.connect(self._go)
        self.hits.installEventFilter(self)
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._go_current)

    def _search(self, text: str) -> None:
        self.hits.clear()
        if len(text.strip()) < 2:
            self.hits.hide()
            return
        found = self.lookup(text.strip())
        self._painter.fit_codes([hit.code for hit in found])
        for hit in found:
            self._add(hit)
        if not found:
            words = self.tr('Nothing matches "{text}". Search a code, a word or an amount.').format(text=text)
            self._add(SearchHit("", words, "", Target()))
        self.hits.setCurrentRow(0)
        height = min(self.hits.count(), 12) * theme().px(ROW) + 2
        room = self.window().width() - self.mapTo(self.window(), QPoint(0, 0)).x() - theme().px(8)
        self.hits.resize(min(max(self.width(), theme().px(620)), max(room, self.width())), height)
        self.hits.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.hits.show()
        self.setFocus()

    def _add(self, hit: SearchHit) -> None:
        """A hit, or a sentence that leads nowhere."""
        item = QListWidgetItem(" ".join(part for part in (hit.code, hit.text, hit.value) if part))
        if hit.target == Target():
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            item.setData(Qt.ItemDataRole.UserRole, hit.target)
            item.setData(HIT_ROLE, hit)
        self.hits.addItem(item)

    def _go_current(self) -> None:
        item = self.hits.currentItem()
        if item is not None:
            self._go(item)

    def _go(self, item: QListWidgetItem) -> None:
        target = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(target, Target):
            self.hits.hide()
            self.clear()
            self.jumped.emit(target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys typed while the list is open still belong to the field."""
        if watched is self.hits and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                return False
            if event.key() == Qt.Key.Key_Escape:
                self.hits.hide()
                return True
            self.event(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the field and gives the keyboard back to the screen."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.hits.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

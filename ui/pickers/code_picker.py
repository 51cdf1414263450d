"""Pick an activity or an account: type a code or words, arrows choose, Enter takes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.controls import (
    button,
    column,
    label,
    row,
    set_ground,
)
from ui.kit.dimmer import Veil
from ui.pickers.picker_entries import PickerEntry, Search
from ui.support.formats import elide_words
from ui.support.theme import theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole.UserRole


class _Entries(QAbstractListModel):
    """The entries found for the text typed so far."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[PickerEntry] = ()

    def show(self, entries: Sequence[PickerEntry]) -> None:
        """Put other entries in."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Number of entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, or its words."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ROLE:
            return entry
        return f"{entry.code} {entry.name}" if role == Qt.ItemDataRole.DisplayRole else None


class _EntryDelegate(QStyledItemDelegate):
    """Draws an entry: code, name, and the level above below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """Two lines."""
        return QSize(0, theme().px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row; whatever goes wrong, the painter is left as it was."""
        painter.save()
        try:
            entry = index.data(_ROLE)
            assert isinstance(entry, PickerEntry)
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint(painter, QRect(option.rect), entry, selected)
        except Exception:  # noqa: BLE001 - an exception that leaves a paint event ends the process
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, box: QRect, entry: PickerEntry, selected: bool) -> None:
        look = theme()
        painter.fillRect(box, look.color("tint" if selected else "surface"))
        if selected:
            painter.fillRect(box.left(), box.top(), look.px(3), box.height(), look.color("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, look.color("line"))
        middle = box.top() + look.px(23)
        code = QRect(box.left() + look.px(16), box.top() + look.px(5), look.px(72), look.px(18))
        self._text(painter, code, entry.code, "body", "ink", bold=True)
        room = box.width() - look.px(104)
        tag = self.tr("in the plan") if entry.present else ""
        tag_width = QFontMetrics(look.font("small")).horizontalAdvance(tag) + look.px(8) if tag else 0
        name = QRect(box.left() + look.px(88), code.top(), room - tag_width, code.height())
        self._text(painter, name, entry.name or self.tr("Regency code: give it a name below"), "body", "ink")
        self._text(painter, QRect(name.left(), middle, room, look.px(16)), entry.group, "small", "ink2")
        if tag:
            place = QRect(box.right() - look.px(16) - tag_width, code.top(), tag_width, code.height())
            self._text(painter, place, tag, "small", "ink2")

    def _text(
        self, painter: QPainter, box: QRect, text: str, role: str, token: str, *, bold: bool = False
    ) -> None:
        font = theme().font(role, bold=bold)
        painter.setFont(font)
        painter.setPen(theme().color(token))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box, flags, elide_words(text, QFontMetrics(font), box.width()))


class CodePicker(QDialog):
    """A small window over the grid; `picked` gives the entry, Esc gives nothing."""

    picked = Signal(object)
    """The `PickerEntry` that was taken; its name is the user's own for a regency code."""

    def __init__(self, title: str, search: Search, text: str, parent: QWidget, *, take: str = "") -> None:
        """Ask; ``take`` is the word of the button, "Add" unless told otherwise."""
        super().__init__(parent)
        self._search = search
        self._veil: Veil | None = None
        self._then: Callable[[PickerEntry], Search] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_ground(self, "surface")
        self._entries = _Entries(self)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Code or words"))
        self._field.setAccessibleName(self.tr("Code or words"))
        self._field.setText(text)
        self._list = self._make_list()
        self._name = QLineEdit()
        self._name.setPlaceholderText(self.tr("Name of this regency activity"))
        self._name.setAccessibleName(self.tr("Name of this regency activity"))
        self._nothing = label(self.tr("Nothing matches. Search codes or words."), token="ink2", wrap=True)
        self._take = button(take or self.tr("Add"), kind="primary")
        self._title = label("", role="strip", bold=True)
        self._arrange()
        self.name_question(title)
        self._field.textChanged.connect(self._look)
        self._field.installEventFilter(self)
        self._name.returnPressed.connect(self._accept)
        self._take.clicked.connect(self._accept)
        self._list.activated.connect(self._accept)
        self._list.selectionModel().currentChanged.connect(self._chosen)
        self._look()
        self._field.setFocus()

    def ask_before(self, then: Callable[[PickerEntry], Search]) -> None:
        """Ask twice in the same window: the answer to the first question gives the search of the second.

        ``then`` may name the second question with `name_question`.
        """
        self._then = then

    def name_question(self, title: str, take: str = "") -> None:
        """Put a question over the list, and a word on the button that takes the answer."""
        self.setWindowTitle(title)
        self._title.setText(title)
        if take:
            self._take.setText(take)
            self._take.setAccessibleName(take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and the page keys move in the list while typing goes on; Enter takes.

        Not by ``returnPressed``: the dialog would press its button, too, and take the next answer.
        """
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._accept()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Dim the window behind, as every question does."""
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and self._veil is None:
            self._veil = Veil(parent.window())

    def hideEvent(self, event: QHideEvent) -> None:
        """Give it its light back."""
        super().hideEvent(event)
        if self._veil is not None:
            self._veil.lift()
            self._veil = None

    def done(self, result: int) -> None:
        """Close, and give the keyboard back to the window below."""
        super().done(result)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self._entries)
        self._delegate = _EntryDelegate(made)
        made.setItemDelegate(self._delegate)
        made.setUniformItemSizes(True)
        made.setAccessibleName(self.tr("Entries found"))
        made.setFrameShape(QListView.Shape.NoFrame)
        return made

    def _arrange(self) -> None:
        px = theme().px
        buttons = row(margins=(16, 8, 16, 14), gap=8)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons.addWidget(self._name, 1)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        top = column(margins=(16, 14, 16, 10), gap=10)
        top.addWidget(self._title)
        top.addWidget(self._field)
        top.addWidget(self._nothing)
        whole = column(gap=0)
        whole.addLayout(top)
        whole.addWidget(self._list, 1)
        whole.addLayout(buttons)
        self.setLayout(whole)
        parent = self.parentWidget()
        width, height = px(600), px(480)
        if parent is not None:
            parent = parent.window()
            width, height = min(width, parent.width() - 40), min(height, parent.height() - 40)
        self.resize(max(width, 300), max(height, 240))

    def _look(self) -> None:
        self._entries.show(self._search(self._field.text()))
        found = bool(self._entries.entries)
        self._nothing.setVisible(not found)
        self._take.setEnabled(found)
        if found:
            self._list.setCurrentIndex(self._entries.index(0))
        self._chosen()

    def _step(self, step: int) -> None:
        last = len(self._entries.entries) - 1
        if last >= 0:
            now = self._list.currentIndex().row()
            self._list.setCurrentIndex(self._entries.index(max(0, min(last, now + step))))

    def _current(self) -> PickerEntry | None:
        place = self._list.currentIndex().row()
        return self._entries.entries[place] if 0 <= place < len(self._entries.entries) else None

    def _chosen(self) -> None:
        entry = self._current()
        self._name.setVisible(entry is not None and entry.own_name)

    def _accept(self) -> None:
        entry = self._current()
        if entry is None:
            return
        if entry.own_name:
            if not self._name.text().strip():
                self._name.setFocus()
                return
            entry = replace(entry, name=self._name.text().strip())
        if self._then is not None:
            self._search, self._then = self._then(entry), None
            self._field.clear()
            self._look()
            self._field.setFocus()
            return
        self.accept()
        self.picked.emit(entry)

"""The list of forms, painted: check box, title, what it is, number of pages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.documents.forms_model import FORM_ROLE, FormEntry, FormsModel
from ui.kit.check_box import SIDE, paint_check
from ui.kit.help_topics import set_topic
from ui.support.formats import elide_end
from ui.support.theme import theme

_LEFT = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CHECK_WIDTH = 44
_ROW, _HEAD = 53, 28


class FormDelegate(QStyledItemDelegate):
    """Paints heads and forms from tokens."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Twenty-eight for a head, fifty-three for a form."""
        form = isinstance(index.data(FORM_ROLE), FormEntry)
        return QSize(theme().px(240), theme().px(_ROW if form else _HEAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row; nothing raised here may reach Qt."""
        entry = index.data(FORM_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        try:
            if isinstance(entry, FormEntry):
                selected = bool(state & QStyle.StateFlag.State_Selected)
                focus = bool(state & QStyle.StateFlag.State_HasFocus)
                self._form(painter, rect, entry, selected=selected, focus=focus)
            else:
                self._head(painter, rect, entry.title)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))
        finally:
            painter.restore()

    def _head(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.fillRect(rect, theme().color("sub"))
        painter.setFont(theme().font("small", bold=True))
        painter.setPen(theme().color("ink2"))
        painter.drawText(QRectF(rect).adjusted(theme().px(16), 0, 0, 0), _LEFT, title)

    def _form(self, painter: QPainter, rect: QRect, entry: FormEntry, *, selected: bool, focus: bool) -> None:
        px, color = theme().px, theme().color
        if selected:
            painter.fillRect(rect, color("tint"))
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), color("accent"))
        side = px(SIDE)
        box = QRectF(rect.left() + px(16), rect.top() + (rect.height() - side) / 2, side, side)
        paint_check(painter, box, on=entry.checked)
        words = QRectF(rect).adjusted(px(CHECK_WIDTH + 4), 0, -px(14), 0)
        top = QRectF(words.left(), rect.top() + px(5), words.width(), px(22))
        below = QRectF(words.left(), rect.top() + px(27), words.width(), px(20))
        small, title = theme().font("small"), theme().font("body", bold=selected)
        painter.setFont(small)
        painter.setPen(color("ink2"))
        painter.drawText(top, _RIGHT, entry.pages)
        painter.drawText(below, _LEFT, _fitted(entry.subtitle, QFontMetrics(small), round(words.width())))
        room = round(words.width()) - QFontMetrics(small).horizontalAdvance(entry.pages) - px(8)
        painter.setFont(title)
        painter.setPen(color("ink"))
        painter.drawText(top, _LEFT, elide_end(entry.title, QFontMetrics(title), room))
        if focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), theme().ring))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _fitted(subtitle: str, metrics: QFontMetrics, width: int) -> str:
    """What a form is gives way first; the paper behind it is read whole."""
    words, dot, paper = subtitle.rpartition(" · ")
    room = width - metrics.horizontalAdvance(dot + paper)
    return elide_end(words, metrics, room) + dot + paper


class FormList(QListView):
    """The list; a click on the box or Space checks, a click on the words or an arrow key shows the form."""

    chosen = Signal(str)

    def __init__(self, model: FormsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = model
        set_topic(self, "dokumen.daftar")
        self._delegate = FormDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)

    def choose(self, name: str) -> None:
        """Show a form."""
        row = self._forms.row_of(name)
        if row >= 0:
            self.setCurrentIndex(self._forms.index(row))

    def _tell(self, *_: object) -> None:
        entry = self.currentIndex().data(FORM_ROLE)
        if isinstance(entry, FormEntry):
            self.chosen.emit(entry.name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box checks without changing what is shown."""
        index = self.indexAt(event.position().toPoint())
        on_box = event.position().x() < theme().px(CHECK_WIDTH)
        if index.isValid() and on_box and event.button() is Qt.MouseButton.LeftButton:
            self._forms.toggle(index.row())
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on the box are two clicks."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space checks the form that is shown."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._forms.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

"""What a step changed, painted: the row, then each field with old and new side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.history.changes_model import (
    CHANGED_ROLE,
    ChangedRow,
    ChangesModel,
    mark_words,
)
from ui.kit.chips import paint_chip
from ui.kit.help_topics import set_topic
from ui.support.formats import elide_end
from ui.support.icons import pixmap
from ui.support.theme import theme

_LEFT = Qt.AlignmentFlag.AlignVCenter
_HEAD, _FIELD, _FOOT, _ARROW, _AIR = 46, 26, 10, 30, 8
_TOKENS = {"added": ("ok", "oktint"), "changed": ("accent", "tint"), "removed": ("bad", "badtint")}


class ChangesDelegate(QStyledItemDelegate):
    """Paints a changed row with its fields."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """A head, and a line for each field."""
        row = index.data(CHANGED_ROLE)
        px = theme().px
        if not isinstance(row, ChangedRow) or not row.fields:
            return QSize(px(240), px(_HEAD + 2))
        _, half = _columns(self._width())
        return QSize(px(240), px(_HEAD + _FOOT) + sum(_height(row, field, half) for field in row.fields))

    def _width(self) -> int:
        """Width of the list's rows: values that are longer than their column take more lines."""
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else theme().px(240)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row; nothing raised here may reach Qt."""
        row = index.data(CHANGED_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        try:
            if isinstance(row, ChangedRow):
                selected = bool(state & QStyle.StateFlag.State_Selected)
                if selected:
                    painter.fillRect(rect, theme().color("tint"))
                    painter.fillRect(
                        rect.left(), rect.top(), theme().px(3), rect.height(), theme().color("accent")
                    )
                self._head(painter, rect, row, selected=selected)
                self._fields(painter, rect, row)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme().color("accent"), theme().ring))
                painter.drawRect(rect.adjusted(1, 1, -1, -2))
        finally:
            painter.restore()

    def _head(self, painter: QPainter, rect: QRect, row: ChangedRow, *, selected: bool) -> None:
        px, color = theme().px, theme().color
        top = QRectF(rect.left() + px(20), rect.top() + px(5), rect.width() - px(40), px(20))
        below = top.translated(0, px(19))
        word = mark_words()[row.mark]
        if word:
            width = QFontMetrics(theme().font("caption", bold=True)).horizontalAdvance(word) + px(14)
            chip = QRectF(top.right() - width, top.top(), width, px(20))
            ink, ground = _TOKENS[row.mark]
            paint_chip(painter, chip, word, color(ink), color("surface" if selected else ground))
            top.setRight(chip.left() - px(10))
        self._text(painter, top, row.title, "ink", bold=True)
        self._text(painter, below, row.place, "ink2", role="small")

    def _fields(self, painter: QPainter, rect: QRect, row: ChangedRow) -> None:
        px, color = theme().px, theme().color
        name_width, half = _columns(rect.width())
        side = px(14)
        arrow = pixmap("panah", color("ink2"), side, painter.device().devicePixelRatioF())
        y = rect.top() + px(_HEAD)
        for name, old, new in row.fields:
            height = _height(row, (name, old, new), half)
            self._text(painter, QRectF(rect.left() + px(20), y, name_width, px(_FIELD)), name, "ink2")
            was = QRectF(rect.left() + px(20) + name_width, y, half, height)
            now = QRectF(was.right() + px(_ARROW), y, half, height)
            if row.mark in ("added", "removed"):
                self._value(painter, was.united(now), new or old, "ink")
            else:
                self._value(painter, was, old or "–", "ink2")
                painter.drawPixmap(round(was.right() + px(6)), round(y + (px(_FIELD) - side) / 2), arrow)
                self._value(painter, now, new or "–", "ink", bold=True)
            y += height

    def _text(
        self, painter: QPainter, box: QRectF, text: str, token: str, *, role: str = "body", bold: bool = False
    ) -> None:
        font = theme().font(role, bold=bold)
        painter.setFont(font)
        painter.setPen(theme().color(token))
        room = round(box.width() - theme().px(8))
        painter.drawText(box, _LEFT, elide_end(text, QFontMetrics(font), room))

    def _value(self, painter: QPainter, box: QRectF, text: str, token: str, *, bold: bool = False) -> None:
        painter.setFont(theme().font("body", bold=bold))
        painter.setPen(theme().color(token))
        above = (theme().px(_FIELD) - painter.fontMetrics().height()) / 2
        room = box.adjusted(0, above, -theme().px(_AIR), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), text)


def _columns(width: int) -> tuple[int, int]:
    """Widths of the field's name, and of what it was and is."""
    px = theme().px
    whole = width - px(40)
    name = min(px(160), round(whole * 0.34))
    return name, (whole - name - px(_ARROW)) // 2


def _height(row: ChangedRow, field: tuple[str, str, str], half: int) -> int:
    """One line, or as many as the longer of the two values needs: a value that was changed is read whole."""
    px = theme().px
    both = row.mark in ("added", "removed")
    room = (2 * half + px(_ARROW) if both else half) - px(_AIR)
    metrics = QFontMetrics(theme().font("body", bold=not both))
    most = 1
    for text in field[1:]:
        if metrics.horizontalAdvance(text) > room or "\n" in text:
            box = metrics.boundingRect(0, 0, room, 10_000, int(Qt.TextFlag.TextWordWrap), text)
            most = max(most, round(box.height() / metrics.lineSpacing()))
    return px(_FIELD) + (most - 1) * metrics.lineSpacing()


class ChangesList(QListView):
    """The changed rows of a step; Enter goes to the row in its table."""

    chosen = Signal(object)  # ChangedRow | None
    entered = Signal()
    left = Signal()

    def __init__(self, model: ChangesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_topic(self, "layar.riwayat")
        self._delegate = ChangesDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # A step may have thousands of rows: they are measured in portions, while nothing else is to do.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def current(self) -> ChangedRow | None:
        """The row with the cursor."""
        row = self.currentIndex().data(CHANGED_ROLE)
        return row if isinstance(row, ChangedRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the row, Esc and Left back to the list of steps."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        else:
            super().keyPressEvent(event)

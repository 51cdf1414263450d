"""A list of activities with check boxes, code, name, number of lines and total, painted."""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.beginning.tick_rows import ROW_ROLE, TickModel, TickRow
from ui.kit.check_box import SIDE, paint_check
from ui.support.formats import amount, elide_words
from ui.support.theme import theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = 34
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class _TickDelegate(QStyledItemDelegate):
    """Paints one row from tokens."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """One line."""
        return QSize(theme().px(300), theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row; nothing raised here may reach Qt."""
        painter.save()
        try:
            row = index.data(ROW_ROLE)
            assert isinstance(row, TickRow)
            state: QStyle.StateFlag = option.state
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            selected = bool(state & QStyle.StateFlag.State_Selected)
            focus = bool(state & QStyle.StateFlag.State_HasFocus)
            self._paint(painter, QRect(option.rect), row, on=on, selected=selected, focus=focus)
        except Exception:  # noqa: BLE001 - an exception that leaves a paint event ends the process
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()

    def _paint(
        self, painter: QPainter, box: QRect, row: TickRow, *, on: bool, selected: bool, focus: bool
    ) -> None:
        px, color = theme().px, theme().color
        painter.fillRect(box, color("tint" if selected else "surface"))
        if selected:
            painter.fillRect(box.left(), box.top(), px(3), box.height(), color("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, color("line"))
        side = px(SIDE)
        paint_check(painter, QRectF(box.left() + px(12), box.center().y() - side / 2, side, side), on=on)
        room = QRect(box.left() + px(42), box.top(), box.width() - px(54), box.height())
        room = self._word(painter, room, amount(row.amount), "body", px(112))
        room = self._word(painter, room, self.tr("{n} lines").format(n=row.lines), "small", px(62))
        if row.present:
            room = self._word(painter, room, self.tr("in the plan"), "small", 0)
        painter.setFont(theme().font("body", bold=True))
        painter.setPen(color("ink"))
        painter.drawText(room, _LEFT, row.code)
        room.setLeft(room.left() + px(60))
        painter.setFont(theme().font("body"))
        painter.drawText(room, _LEFT, elide_words(row.name, painter.fontMetrics(), room.width()))
        if focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _word(self, painter: QPainter, room: QRect, text: str, role: str, least: int) -> QRect:
        """Draw a word at the right; the room that is left."""
        painter.setFont(theme().font(role))
        painter.setPen(theme().color("ink" if role == "body" else "ink2"))
        wide = max(painter.fontMetrics().horizontalAdvance(text), least)
        painter.drawText(QRect(room.right() - wide, room.top(), wide, room.height()), _RIGHT, text)
        return room.adjusted(0, 0, -wide - theme().px(14), 0)


class TickList(QListView):
    """Space or a click ticks, Ctrl+A ticks all that are shown."""

    def __init__(self, model: TickModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._delegate = _TickDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def toggle_current(self) -> None:
        """Turn the tick of the cursor's row round."""
        self._rows.toggle(self.currentIndex().row())

    def step(self, rows: int) -> None:
        """Move the cursor while typing goes on elsewhere."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            now = max(self.currentIndex().row(), 0)
            self.setCurrentIndex(self._rows.index(max(0, min(last, now + rows))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on a row ticks it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._rows.toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Ctrl+A ticks all."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._rows.toggle_all()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle_current()
        else:
            super().keyPressEvent(event)

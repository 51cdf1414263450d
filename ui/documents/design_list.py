"""The list of what can be made for residents: a small drawing, a title, what it is good for."""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.support.formats import elide_words
from ui.support.theme import theme

AnyIndex = QModelIndex | QPersistentModelIndex
NAME_ROLE = Qt.ItemDataRole.UserRole + 1
"""Name of a design; empty for the public page."""
TOLD_ROLE = Qt.ItemDataRole.UserRole + 2
COLOURS_ROLE = Qt.ItemDataRole.UserRole + 3
"""Ground, head, rule and ink of its small drawing."""
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_ROW = 62


class _DesignDelegate(QStyledItemDelegate):
    """Paints one row from tokens and the colours of the design."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """Two lines."""
        return QSize(0, theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row; nothing raised here may reach Qt."""
        painter.save()
        try:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint(painter, QRect(option.rect), index, selected=selected, focus=focus)
        except Exception:  # noqa: BLE001 - an exception that leaves a paint event ends the process
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, box: QRect, index: AnyIndex, *, selected: bool, focus: bool) -> None:
        px, color = theme().px, theme().color
        painter.fillRect(box, color("tint" if selected else "surface"))
        if selected:
            painter.fillRect(box.left(), box.top(), px(3), box.height(), color("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, color("line"))
        self._sheet(painter, QRectF(box.left() + px(14), box.top() + px(8), px(32), px(45)), index)
        left = box.left() + px(60)
        room = box.width() - px(70)
        for words, role, token, top, bold in (
            (str(index.data()), "body", "ink", 10, True),
            (str(index.data(TOLD_ROLE)), "small", "ink2", 31, False),
        ):
            font = theme().font(role, bold=bold)
            painter.setFont(font)
            painter.setPen(color(token))
            place = QRect(left, box.top() + px(top), room, px(20))
            painter.drawText(place, _LEFT, elide_words(words, QFontMetrics(font), room))
        if focus:
            painter.setPen(QPen(color("accent"), theme().ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _sheet(self, painter: QPainter, box: QRectF, index: AnyIndex) -> None:
        """A sheet the size of a thumbnail: its head, its rule, bars below."""
        ground, head, rule, ink = (QColor(one) for one in index.data(COLOURS_ROLE))
        painter.fillRect(box, ground)
        band = QRectF(box.left(), box.top(), box.width(), box.height() * 0.24)
        painter.fillRect(band, head)
        painter.fillRect(QRectF(box.left(), band.bottom(), box.width(), theme().px(2)), rule)
        top = band.bottom() + box.height() * 0.16
        for wide in (0.9, 0.62, 0.4):
            bar = QRectF(box.left() + box.width() * 0.12, top, box.width() * 0.76 * wide, theme().px(3))
            painter.fillRect(bar, ink)
            top += box.height() * 0.19
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)


class DesignList(QListView):
    """One row a design; arrows choose, Enter takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._delegate = _DesignDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(self._rows)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def add(self, name: str, title: str, told: str, colours: tuple[str, str, str, str]) -> None:
        """Put a row at the end."""
        row = QStandardItem(title)
        row.setData(name, NAME_ROLE)
        row.setData(told, TOLD_ROLE)
        row.setData(colours, COLOURS_ROLE)
        row.setAccessibleText(f"{title}, {told}")
        self._rows.appendRow(row)
        self.setFixedHeight(theme().px(_ROW) * self._rows.rowCount())

    def choose(self, name: str) -> None:
        """Go to the row of a name."""
        for place in range(self._rows.rowCount()):
            if self._rows.item(place).data(NAME_ROLE) == name:
                self.setCurrentIndex(self._rows.index(place, 0))

    @property
    def chosen(self) -> str:
        """Name of the row."""
        return str(self.currentIndex().data(NAME_ROLE) or "")

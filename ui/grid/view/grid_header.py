"""The head of a grid: a click sorts, dividers widen columns, a menu holds both for the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu

from ui.grid.model.nodes import GridColumn
from ui.grid.model.row_order import SORTABLE
from ui.support.icons import pixmap
from ui.support.theme import theme

if TYPE_CHECKING:
    from ui.grid.view.tree_rows import TreeRows

_GRAB = 4


class GridHeader(QHeaderView):
    """Columns before the description are widened at their right edge, those behind it at their left one.

    The description has what room is left, so that the table always fits its window.
    """

    def __init__(self, view: TreeRows) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._dragged: GridColumn | None = None
        self._pressed: GridColumn | None = None
        self._from = 0
        self._width = 0
        self.setMouseTracking(True)

    def divider(self, x: int) -> GridColumn | None:
        """The column that a divider at ``x`` makes wider or narrower; None where there is none."""
        for column in GridColumn:
            if column in (GridColumn.STATE, GridColumn.NAME) or self.isSectionHidden(column):
                continue
            left = self.sectionViewportPosition(column)
            edge = left + self.sectionSize(column) if column < GridColumn.NAME else left
            if abs(x - edge) <= theme().px(_GRAB):
                return column
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a divider, or of a head to sort by."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._view.settle():
            event.accept()
            return
        x = event.position().toPoint().x()
        self._dragged = self.divider(x)
        self._from = x
        if self._dragged is not None:
            self._width = self.sectionSize(self._dragged)
        else:
            self._pressed = self._column_at(x)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A divider that is held follows the mouse."""
        x = event.position().toPoint().x()
        if self._dragged is not None:
            by = x - self._from
            wanted = self._width + (by if self._dragged < GridColumn.NAME else -by)
            self._view.widths.drag(self._dragged, wanted)
        over = self._dragged is not None or self.divider(x) is not None
        shape = Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the width is kept, or the rows are sorted."""
        x = event.position().toPoint().x()
        if self._dragged is not None:
            self._view.widths.keep()
        elif self._pressed is not None and self._column_at(x) is self._pressed:
            self._view.order.turn(self._pressed)
        self._dragged = self._pressed = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a divider fits its column to what stands in it."""
        column = self.divider(event.position().toPoint().x())
        if column is not None:
            self._view.widths.fit(column)
        else:
            self.mousePressEvent(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the column under the mouse."""
        column = self._column_at(event.pos().x())
        if self._view.settle():
            self.menu(column or GridColumn.NAME).popup(event.globalPos())

    def open_menu(self) -> None:
        """Open the menu of the cursor's column, with the keyboard in it."""
        if not self._view.settle():
            return
        column = GridColumn(max(self._view.currentIndex().column(), GridColumn.NAME))
        made = self.menu(column)
        made.popup(self.mapToGlobal(QPoint(self.sectionViewportPosition(column), self.height())))
        made.setActiveAction(made.actions()[0])

    def menu(self, column: GridColumn) -> QMenu:
        """Sort by a column, go back to the plan's order, fit widths, go back to the first ones."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        order, widths = self._view.order, self._view.widths
        name = self._view.budget_model().heads[column]
        for words, descending in (
            (self.tr("Sort upwards by {column}"), False),
            (self.tr("Sort downwards by {column}"), True),
        ):
            action = made.addAction(words.format(column=name))
            action.setCheckable(True)
            action.setChecked(order.column is column and order.descending is descending)
            action.setEnabled(column in SORTABLE)
            action.triggered.connect(lambda _=False, down=descending: order.sort(column, descending=down))
        plan = made.addAction(self.tr("Order of the plan"))
        plan.setCheckable(True)
        plan.setChecked(not order.active)
        plan.triggered.connect(lambda _=False: order.clear())
        made.addSeparator()
        fit = made.addAction(self.tr("Fit the width of {column}").format(column=name))
        fit.setEnabled(column is not GridColumn.NAME)
        fit.triggered.connect(lambda _=False: widths.fit(column))
        back = made.addAction(self.tr("First widths of all columns"))
        back.setEnabled(widths.own)
        back.triggered.connect(lambda _=False: widths.reset())
        return made

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """A head, and over its words the sign of the order."""
        painter.save()
        super().paintSection(painter, rect, logical)
        painter.restore()
        order = self._view.order
        if order.column is None or logical != order.column:
            return
        look = theme()
        side = look.px(11)
        name = "bawah" if order.descending else "atas"
        sign = pixmap(name, look.color("accent"), side, self.devicePixelRatioF())
        painter.drawPixmap(rect.center().x() - side // 2, rect.top(), sign)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, look.color("accent"))

    def _column_at(self, x: int) -> GridColumn | None:
        logical = self.logicalIndexAt(x)
        return GridColumn(logical) if logical >= 0 and GridColumn(logical) in SORTABLE else None

"""Lines dragged by their handle, in the column of the codes: among their siblings, to another account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.grid.model.drop_place import DropPlace, drop_place
from ui.grid.model.nodes import (
    GridColumn,
    Node,
    NodeKind,
    line_key,
)
from ui.grid.view.drop_mark import DropMark
from ui.grid.view.grid_selection import select_rows
from ui.support.theme import theme

if TYPE_CHECKING:
    from ui.grid.model.rows_model import RowTreeModel
    from ui.grid.view.budget_grid import BudgetGrid

SCROLL_MS = 60
OPEN_MS = 700


class RowDrag(QObject):
    """Watches the mouse over one grid.

    Attributes:
        hovered: the line under the mouse.
    """

    dropped = Signal(object, object)
    """Ids of the lines in their order, and the `DropPlace` they were let go at."""

    def __init__(self, view: BudgetGrid, model: RowTreeModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._pressed: Node | None = None
        self._from = QPoint()
        self._at = QPoint()
        self._ids: tuple[int, ...] = ()
        self._place: DropPlace | None = None
        self.hovered: Node | None = None
        self.mark = DropMark(view.viewport())
        self._scroll = QTimer(self, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self._opening = QTimer(self, interval=OPEN_MS, singleShot=True)
        self._opening.timeout.connect(self._open_row)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        model.rowsRemoved.connect(self._rows_gone)

    @property
    def active(self) -> bool:
        """Whether lines are being dragged."""
        return bool(self._ids)

    @property
    def place(self) -> DropPlace | None:
        """Where they would go now."""
        return self._place

    def cancel(self) -> None:
        """Let everything stay where it is."""
        self._pressed = None
        self._ids = ()
        self._place = None
        self._scroll.stop()
        self._opening.stop()
        self.mark.hide()

    def handle(self, node: Node) -> QRect:
        """Where a line is taken hold of: its empty cell in the column of the codes."""
        return self._view.visualRect(self._model.index_of(node, GridColumn.CODE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to a drag, leave the rest to the grid."""
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._mouse(event)
        if self.active and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            return True
        if event.type() == QEvent.Type.Leave and not self.active:
            self._hover(None)
        elif event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.cancel()
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event, at)
        if kind == QEvent.Type.MouseMove and self._pressed is not None:
            self._move(at)
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._release()
            return True
        if kind == QEvent.Type.MouseMove and not event.buttons():
            self._hover(self._line_under(at))
        return False

    def _press(self, event: QMouseEvent, at: QPoint) -> bool:
        if self.active:
            self.cancel()
            return True
        node = self._line_under(at)
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if node is None or not plain or not self.handle(node).contains(at):
            return False
        if not self._view.editing.commit():
            return True
        self._pressed, self._from = node, at
        self._view.setFocus()
        if node not in self._view.selected_nodes():
            self._view.setCurrentIndex(self._model.index_of(node, self._cursor_column()))
        return True

    def _move(self, at: QPoint) -> None:
        if not self.active:
            if (at - self._from).manhattanLength() < QApplication.startDragDistance():
                return
            nodes = [node for node in self._view.selected_nodes() if node.kind is NodeKind.LINE]
            self._ids = tuple(node.row_id for node in nodes if node.row_id is not None)
        self._at = at
        self._follow()
        near = theme().px(24)
        outside = at.y() < near or at.y() > self._view.viewport().height() - near
        if outside and not self._scroll.isActive():
            self._scroll.start()
        elif not outside:
            self._scroll.stop()

    def _follow(self) -> None:
        """Work out the place under the pointer, and show it."""
        view, model = self._view, self._model
        index = view.indexAt(self._at)
        node = model.node(index) if index.isValid() else None
        place, words = None, ""
        row = QRect()
        if node is not None:
            first = model.index_of(node)
            row = view.visualRect(first)
            is_open = bool(view.isExpanded(first))
            upper = self._at.y() < row.center().y()
            place = drop_place(model.tree, node, upper=upper, is_open=is_open)
            if node.children and not is_open:
                self._wait_to_open(node)
            else:
                self._opening.stop()
        if place is not None:
            words = self._words(place)
            if view.order.active and place.before_id is not None:
                # Among sorted rows no place is the plan's: behind the last one is.
                place = replace(place, before_id=None)
                words = self.tr("{place}, at the end").format(place=words)
            left = view.header().sectionViewportPosition(GridColumn.NAME)
            row.setLeft(left + theme().px(8))
            row.setRight(view.viewport().width() - theme().px(4))
        self._place = place
        self.mark.show_place(row, place.edge if place else "", self._at, words)

    def _words(self, place: DropPlace) -> str:
        tree = self._model.tree
        activity = tree.activity_of(place.row)
        where = [activity.code] if activity is not None else []
        if place.account_code is not None:
            where.append(place.account_code or self.tr("not yet broken down"))
        count = len(self._ids)
        words = self.tr("{count} lines to {place}") if count > 1 else self.tr("To {place}")
        return words.format(count=count, place="  ".join(where))

    def _release(self) -> None:
        ids, place, pressed = self._ids, self._place, self._pressed
        self.cancel()
        if ids and place is not None:
            self.dropped.emit(ids, place)
        elif not ids and pressed is not None:
            # A click without a drag: that row alone.
            self._view.setCurrentIndex(self._model.index_of(pressed, self._cursor_column()))

    def _scroll_on(self) -> None:
        bar = self._view.verticalScrollBar()
        step = -1 if self._at.y() < self._view.viewport().height() // 2 else 1
        bar.setValue(bar.value() + step)
        self._follow()

    def _wait_to_open(self, node: Node) -> None:
        if not self._opening.isActive() or self._opening.property("row") != node.uid:
            self._opening.setProperty("row", node.uid)
            self._opening.start()

    def _open_row(self) -> None:
        node = self._model.tree.by_uid.get(self._opening.property("row"))
        if node is not None and self.active:
            self._view.setExpanded(self._model.index_of(node), True)  # noqa: FBT003 - Qt's signature
            self._follow()

    def _hover(self, node: Node | None) -> None:
        if node is not self.hovered:
            self.hovered = node
            self._view.viewport().update()
        over = node is not None and self.handle(node).contains(
            self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        )
        shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)

    def _line_under(self, at: QPoint) -> Node | None:
        if not self._model.editable:
            return None
        index = self._view.indexAt(at)
        node = self._model.node(index) if index.isValid() else None
        return node if node is not None and node.kind is NodeKind.LINE else None

    def _cursor_column(self) -> int:
        return max(self._view.currentIndex().column(), GridColumn.NAME)

    def _rows_gone(self) -> None:
        self.hovered = None
        self.cancel()


def show_moved(view: BudgetGrid, ids: tuple[int, ...], cursor: int | None = None) -> None:
    """Select lines where they stand now, the cursor on the one it was on, or on the first of them."""
    model = view.budget_model()
    nodes = [model.tree.nodes[line_key(key)] for key in ids if line_key(key) in model.tree.nodes]
    if nodes:
        at = next((node for node in nodes if node.row_id == cursor), nodes[0])
        view.go_to(at, max(view.currentIndex().column(), GridColumn.NAME))
        select_rows(view, model, nodes, at)
        view.setFocus()

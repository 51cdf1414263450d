"""The grid: a tree of the budget's rows moved through and filled in by keyboard like a spreadsheet."""

from __future__ import annotations

import sys
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from ui.item_models.budget_nodes import Column, Kind, Node
from ui.item_models.budget_tree_model import AnyIndex, BudgetTreeModel
from ui.support.theme import theme
from ui.widgets.cell_editing import CellEditing, GridSource
from ui.widgets.grid_moves import GridMoves
from ui.widgets.row_painter import RowLook, RowPainter

WIDTHS = {
    Column.STATE: 26, Column.CODE: 68, Column.VOLUME: 66, Column.UNIT: 62, Column.PRICE: 102,
    Column.AMOUNT: 112, Column.FUND: 68,
}  # fmt: skip
_NO_PARENT = QModelIndex()


class _Heights(QStyledItemDelegate):
    """Row heights by level; nothing is drawn by cells, the view draws whole rows."""

    def __init__(self, view: BudgetTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """Height of the row; the width does not matter."""
        return QSize(0, self._view.row_height(index))


class BudgetTreeView(QTreeView):
    """Draws rows from tokens, moves the cursor, opens editors; asks the screen for everything else."""

    row_entered = Signal(object)
    """The row (Node or None) that the cursor came to."""
    account_wanted = Signal(object, str)
    """A row whose activity shall get an account, and what was typed."""
    line_wanted = Signal()
    """A new line below the cursor."""
    toggled = Signal()
    """A row was opened or closed by hand."""

    def __init__(
        self, model: BudgetTreeModel, source: GridSource, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = RowPainter(model)
        self._heights = _Heights(self)
        self._small = False
        self.setModel(model)
        self.setItemDelegate(self._heights)
        self.setAccessibleName(name)
        self._configure()
        self._configure_header()
        self.editing = CellEditing(self, model, source)
        self.moves = GridMoves(self, model)
        self.editing.left.connect(self.moves.after_entry)
        self.editing.added.connect(self.moves.to_line)
        self.expanded.connect(self.viewport().update)
        self.collapsed.connect(self.viewport().update)
        self.widen_amounts()

    def _configure(self) -> None:
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # By rows: heights of rows out of sight are never asked for, and no row is cut at the top.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFrameShape(QTreeView.Shape.NoFrame)

    def _configure_header(self) -> None:
        head = self.header()
        head.setSectionsMovable(False)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(theme().px(20))
        head.setFixedHeight(theme().px(30))
        head.setFont(theme().font("small"))
        for column in Column:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    # What others ask

    def budget_model(self) -> BudgetTreeModel:
        """The model it shows."""
        return self._model

    def current_node(self) -> Node | None:
        """The row of the cursor."""
        index = self.currentIndex()
        return self._model.node(index) if index.isValid() else None

    def selected_nodes(self) -> list[Node]:
        """Selected rows from top to bottom, or the cursor's row."""
        rows = self.selectionModel().selectedRows()
        nodes = [self._model.node(index) for index in rows]
        current = self.current_node()
        if not nodes and current is not None:
            nodes = [current]
        return sorted(nodes, key=lambda node: self.visualRect(self._model.index_of(node)).top())

    def go_to(self, node: Node, column: int = Column.NAME) -> None:
        """Open the rows above, put the cursor on a row and show it."""
        for above in reversed(node.ancestors()[:-1]):
            self.setExpanded(self._model.index_of(above), True)  # noqa: FBT003 - Qt's signature
        index = self._model.index_of(node, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def open_to(self, level: str) -> None:
        """Show rows down to ``sector``, ``activity`` or ``line``."""
        kinds = {"sector": (), "activity": (Kind.SECTOR, Kind.SUBSECTOR)}.get(level)
        self.setUpdatesEnabled(False)
        if kinds is None:
            self.expandAll()
        else:
            self.collapseAll()
            for node in self._model.tree.walk():
                if node.kind in kinds:
                    self.setExpanded(self._model.index_of(node), True)  # noqa: FBT003 - Qt's signature
        self.setUpdatesEnabled(True)
        self._climb_into_sight()

    def _climb_into_sight(self) -> None:
        """Put the cursor on the nearest row above that is shown: scrolling to a hidden one would open it."""
        index = shown = self.currentIndex()
        while index.isValid():
            index = index.parent()
            if index.isValid() and not self.isExpanded(index):
                shown = index.siblingAtColumn(shown.column())
        if shown.isValid() and shown != self.currentIndex():
            self.setCurrentIndex(shown)
        self.scrollTo(shown)

    def widen_amounts(self) -> None:
        """Let the amount column fit the largest total, and hide the unit where room is short."""
        px, cells = theme().px, self._model.cells
        metrics = QFontMetrics(theme().font("body", bold=True))
        totals = [cells.amount(node) for node in self._model.tree.root.children if node.is_summed()]
        needed = max((metrics.horizontalAdvance(cells.money(sum(totals))), 0)) + px(2 * 8)
        for column, width in WIDTHS.items():
            wanted = max(px(width), needed) if column is Column.AMOUNT else px(width)
            if self.header().sectionSize(column) != wanted:
                self.header().resizeSection(column, wanted)
        self.setColumnHidden(Column.UNIT, self._small)

    def set_small(self, *, small: bool) -> None:
        """Let the volume say its unit too, where the window is narrow."""
        self._small = small
        self._painter.joined_unit = small
        self.widen_amounts()
        self.viewport().update()

    def row_height(self, index: AnyIndex) -> int:
        """Height of a row."""
        return self._painter.height(self._model.node(index))

    def cell_rect(self, node: Node, column: Column) -> QRect:
        """Where a cell's editor stands: over the text, so that nothing jumps."""
        rect = self.visualRect(self._model.index_of(node, column))
        if column is Column.UNIT and self._small:
            rect = self.visualRect(self._model.index_of(node, Column.VOLUME))
        if column is Column.NAME:
            rect.setLeft(rect.left() + self._painter.name_left(node) - theme().px(8))
        return rect.adjusted(0, 0, 0, -1)

    def column_span(self, first: Column, last: Column) -> tuple[int, int]:
        """Left edge and width of neighbouring columns."""
        head = self.header()
        left = head.sectionViewportPosition(first)
        return left, head.sectionViewportPosition(last) + head.sectionSize(last) - left

    # Drawing

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row; whatever goes wrong, the painter is left as it was."""
        painter.save()
        try:
            node = self._model.node(index)
            self._painter.paint(painter, QRect(option.rect), node, self._look(node, index))
        except Exception:  # noqa: BLE001 - an exception that leaves a paint event ends the process
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """Nothing: the row draws its own sign."""

    def _look(self, node: Node, index: AnyIndex) -> RowLook:
        head = self.header()
        current = self.currentIndex()
        on_row = current.isValid() and self._model.node(current) is node
        below = self.indexBelow(index)
        spans = {
            column: (head.sectionViewportPosition(column), head.sectionSize(column)) for column in Column
        }
        return RowLook(
            spans=spans,
            is_open=bool(self.isExpanded(index)),
            selected=on_row or bool(self.selectionModel().isRowSelected(index.row(), index.parent())),
            current=Column(current.column()) if on_row else None,
            has_focus=self.hasFocus() or self.editing.is_open,
            read_only=not self._model.editable,
            last=not below.isValid() or self._model.node(below).parent is not node.parent,
        )

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a spreadsheet; those of the tree only on rows that open and close."""
        editor = self.editing.editor
        if editor is not None:
            # The editor has the keyboard: what comes from it is not meant for the grid, and what was typed
            # before it got the keyboard belongs to it (G04).
            event.ignore()
            if self.hasFocus():
                editor.setFocus()
                QCoreApplication.sendEvent(editor, event)
            return
        if self.moves.key(event):
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.type_over(QGuiApplication.clipboard().text().strip())
        elif self._is_typing(event):
            self.type_over(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.type_over("")
        elif event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif event.key() in _QTS_KEYS or event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that come through an input method are typed over the cell too."""
        if event.commitString():
            self.type_over(event.commitString())

    def type_over(self, text: str) -> None:
        """Let what was typed take the place of the cell's text (U11)."""
        node, column = self._cursor()
        if node is None or "\n" in text:
            return
        if node.kind is Kind.ADD_ACCOUNT:
            if self._model.editable:
                self.account_wanted.emit(node, text)
        elif self._model.can_edit(node, column):
            self.editing.open(node, column, text)

    def edit_current(self) -> None:
        """Open the cell of the cursor with what is in it."""
        node, column = self._cursor()
        if node is None:
            return
        if node.kind is Kind.ADD_ACCOUNT:
            self.account_wanted.emit(node, "")
        else:
            self.editing.open(node, column, "" if node.kind is Kind.ADD_LINE else None)

    def toggle(self, node: Node) -> None:
        """Open a closed row or close an open one."""
        index = self._model.index_of(node)
        self.setExpanded(index, not self.isExpanded(index))
        self.toggled.emit()

    def insert_below(self) -> None:
        """Ask for a line below the cursor."""
        self.line_wanted.emit()

    def leave_grid(self, step: int) -> None:
        """Give the keyboard to the next or the previous widget."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(step > 0)
        self.setTabKeyNavigation(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click first stores what is being typed; a click on the sign opens or closes."""
        if not self.editing.commit():
            event.accept()
            return
        self.moves.forget_run()
        index = self.indexAt(event.position().toPoint())
        node = self._model.node(index) if index.isValid() else None
        super().mousePressEvent(event)
        if node is None or event.button() is not Qt.MouseButton.LeftButton or event.modifiers():
            return
        if node.children and self._on_sign(node, event):
            self.toggle(node)
        elif node.kind in (Kind.ADD_LINE, Kind.ADD_ACCOUNT) and self._model.editable:
            self.setCurrentIndex(self._model.index_of(node, Column.NAME))
            self.edit_current()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits a cell, or opens and closes a row."""
        index = self.indexAt(event.position().toPoint())
        node = self._model.node(index) if index.isValid() else None
        if node is None or not self.editing.commit():
            return
        if node.kind is Kind.LINE:
            self.setCurrentIndex(index)
            self.edit_current()
        elif node.children and not self._on_sign(node, event):
            self.toggle(node)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Draw both rows anew and tell where the cursor is."""
        super().currentChanged(current, previous)
        if current.isValid() and current.column() < Column.NAME:
            # Nothing can be typed into a state or a code: the cursor stands on the words beside it.
            self.setCurrentIndex(current.sibling(current.row(), Column.NAME))
            return
        self.viewport().update()
        self.row_entered.emit(self._model.node(current) if current.isValid() else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An open editor gets the keyboard back; the cursor is put on a row when it is on none."""
        super().focusInEvent(event)
        if self.editing.editor is not None:
            self.editing.editor.setFocus()
        elif not self.currentIndex().isValid() and self._model.tree.root.children:
            self.setCurrentIndex(self._model.index(0, Column.NAME, _NO_PARENT))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring stays visible, dimmed."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips tell what did not fit and what stands behind a row."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text = self.tip(self._model.node(index)) if index.isValid() else ""
            # Names are data: shown as they are, whatever they look like (S17).
            QToolTip.showText(
                event.globalPos(), f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""
            )
            return True
        return super().viewportEvent(event)

    def tip(self, node: Node) -> str:
        """The full words of a row: name, factors, arithmetic, state; plain text."""
        from ui.item_models.cell_text import factor_text

        parts = [self._model.text(node, Column.NAME)]
        if node.kind is Kind.LINE:
            line = self._model.tree.line(node)
            parts += [factor_text(line.factors), line.expression, line.note]
        parts.append(self._model.state_word(node))
        return "\n".join(part for part in parts if part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The open editor follows its cell."""
        super().resizeEvent(event)
        self.editing.place()

    def updateGeometries(self) -> None:
        """The open editor follows its cell."""
        super().updateGeometries()
        if hasattr(self, "editing"):
            self.editing.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The open editor follows its cell."""
        super().scrollContentsBy(dx, dy)
        self.editing.place()

    def _cursor(self) -> tuple[Node | None, Column]:
        index = self.currentIndex()
        if not index.isValid():
            return None, Column.NAME
        return self._model.node(index), Column(max(index.column(), Column.NAME))

    def _on_sign(self, node: Node, event: QMouseEvent) -> bool:
        rect = self.visualRect(self._model.index_of(node))
        sign = self._painter.chevron(node, rect, self.header().sectionViewportPosition(Column.NAME))
        return sign.adjusted(-4, -6, 4, 6).contains(event.position().toPoint())

    @staticmethod
    def _is_typing(event: QKeyEvent) -> bool:
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        )
        return not held and len(event.text()) > 0 and event.text().isprintable()


_QTS_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

"""The grid: a tree of the budget's rows moved through and filled in by keyboard like a spreadsheet."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QToolTip,
    QWidget,
)

from ui.grid.entry.cell_editing import CellEditing, GridSource
from ui.grid.entry.line_hint import LineHint
from ui.grid.model.nodes import GridColumn, Node, NodeKind
from ui.grid.model.rows_model import AnyIndex, RowTreeModel
from ui.grid.view.grid_moves import GridMoves
from ui.grid.view.grid_topics import column_topic
from ui.grid.view.row_drag import RowDrag
from ui.grid.view.tree_rows import TreeRows

_NO_PARENT = QModelIndex()


class BudgetGrid(TreeRows):
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
        self, model: RowTreeModel, source: GridSource, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, name, parent)
        self.editing = CellEditing(self, model, source)
        self.moves = GridMoves(self, model)
        self._said = LineHint(self.viewport())
        self.drag = RowDrag(self, model)
        self.editing.left.connect(self.moves.after_entry)
        self.editing.added.connect(self.moves.to_line)
        for opened in (self.expanded, self.collapsed):
            opened.connect(self.viewport().update)
            opened.connect(self.sticky.follow)
        model.dataChanged.connect(self.sticky.update)
        self.widen_amounts()

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
        if self._is_typing(event):
            self.type_over(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.type_over("")
        elif event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif event.key() in _QTS_KEYS:
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
        if node.kind is NodeKind.ADD_ACCOUNT:
            if self._model.editable:
                self.account_wanted.emit(node, text)
        elif self._model.can_edit(node, column):
            self.editing.open(node, column, text)

    def edit_current(self) -> None:
        """Open the cell of the cursor with what is in it."""
        node, column = self._cursor()
        if node is None:
            return
        if node.kind is NodeKind.ADD_ACCOUNT:
            self.account_wanted.emit(node, "")
        else:
            self.editing.open(node, column, "" if node.kind is NodeKind.ADD_LINE else None)

    def say(self, words: str) -> None:
        """Say beside the cursor why a key does nothing; gone with the next move."""
        node, column = self._cursor()
        if node is not None:
            cell = self.cell_rect(node, column)
            left, width = self.column_span(GridColumn.VOLUME, GridColumn.AMOUNT)
            self._said.show_refusal(words, (), lambda _: None)
            self._said.place(cell, QRect(left, cell.top(), width, cell.height()), cell.height())

    @property
    def said(self) -> str:
        """What is said beside the cursor; empty when nothing is."""
        return self._said.reason if self._said.isVisible() else ""

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

    def settle(self) -> bool:
        """Store what is being typed; False when it is refused and stays open (U12)."""
        return self.editing.commit()

    def is_editing(self) -> bool:
        """Whether an editor has the keyboard in the grid's stead."""
        return self.editing.is_open

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
        elif node.kind in (NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT) and self._model.editable:
            self.setCurrentIndex(self._model.index_of(node, GridColumn.NAME))
            self.edit_current()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits a cell, or opens and closes a row."""
        index = self.indexAt(event.position().toPoint())
        node = self._model.node(index) if index.isValid() else None
        if node is None or not self.editing.commit():
            return
        if node.kind is NodeKind.LINE:
            self.setCurrentIndex(index)
            self.edit_current()
        elif node.children and not self._on_sign(node, event):
            self.toggle(node)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Draw both rows anew and tell where the cursor is."""
        super().currentChanged(current, previous)
        if current.isValid() and current.column() < GridColumn.NAME:
            # Nothing can be typed into a state or a code: the cursor stands on the words beside it.
            beside = current.sibling(current.row(), GridColumn.NAME)
            self.selectionModel().setCurrentIndex(beside, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        if hasattr(self, "_said"):
            self._said.hide()
        self.viewport().update()
        self.row_entered.emit(self._model.node(current) if current.isValid() else None)

    def setCurrentIndex(self, index: AnyIndex) -> None:
        """Where the program itself puts the cursor, that row alone is selected, whatever key is held."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An open editor gets the keyboard back; the cursor is put on a row when it is on none."""
        super().focusInEvent(event)
        if self.editing.editor is not None:
            self.editing.editor.setFocus()
        elif not self.currentIndex().isValid() and self._model.tree.root.children:
            self.setCurrentIndex(self._model.index(0, GridColumn.NAME, _NO_PARENT))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The open editor follows its cell."""
        super().resizeEvent(event)
        self.widths.apply()
        self.editing.place()

    def updateGeometries(self) -> None:
        """The open editor and the row at the top follow."""
        super().updateGeometries()
        if hasattr(self, "editing"):
            self.editing.place()
            self.sticky.follow()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The open editor follows its cell."""
        super().scrollContentsBy(dx, dy)
        self.editing.place()
        self.sticky.follow()

    def help_topic(self) -> str:
        """What explains the column of the cursor (U35)."""
        return column_topic(self.currentIndex().column())

    def _cursor(self) -> tuple[Node | None, GridColumn]:
        index = self.currentIndex()
        if not index.isValid():
            return None, GridColumn.NAME
        return self._model.node(index), GridColumn(max(index.column(), GridColumn.NAME))

    def _has_handle(self, node: Node, *, on_row: bool) -> bool:
        shown = node is self.drag.hovered or (on_row and self.hasFocus())
        return shown and node.kind is NodeKind.LINE and self._model.editable

    def _on_sign(self, node: Node, event: QMouseEvent) -> bool:
        rect = self.visualRect(self._model.index_of(node))
        sign = self._painter.chevron(node, rect, self.header().sectionViewportPosition(GridColumn.NAME))
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

"""The rows of a grid as drawn: columns, heights, one painter for the whole row; no keys, no editing yet."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.grid.model.nodes import GridColumn, Node, NodeKind
from ui.grid.model.row_marks import Mark
from ui.grid.model.rows_model import AnyIndex, RowTreeModel
from ui.grid.view.column_widths import ColumnWidths
from ui.grid.view.grid_header import GridHeader
from ui.grid.view.grid_order import GridOrder
from ui.grid.view.grid_selection import (
    leave_hidden,
    lines_shown,
    reveal,
    selected_rows,
)
from ui.grid.view.row_painter import RowLook, RowPainter
from ui.grid.view.sticky_row import StickyRow
from ui.support.theme import theme
from village_budget.domain.lines import Line, factor_text


class _Heights(QStyledItemDelegate):
    """Row heights by level; nothing is drawn by cells, the view draws whole rows."""

    def __init__(self, view: TreeRows) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """Height of the row; the width does not matter."""
        return QSize(0, self._view.row_height(index))


class TreeRows(QTreeView):
    """Draws the rows of a budget model and knows where its cells are.

    Attributes:
        narrowed: a filter may hide rows.
    """

    def __init__(self, model: RowTreeModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = RowPainter(model)
        self._heights = _Heights(self)
        self._small = False
        self.narrowed = False
        self.order = GridOrder(self, model)
        self._head = GridHeader(self)
        self.setHeader(self._head)
        self.setModel(model)
        self.widths = ColumnWidths(self)
        self.sticky = StickyRow(self)
        self.setItemDelegate(self._heights)
        self.setAccessibleName(name)
        self._configure()
        self._configure_header()

    def is_editing(self) -> bool:
        """Whether an editor of this grid has the keyboard in its stead."""
        return False

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
        for column in GridColumn:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(GridColumn.NAME, QHeaderView.ResizeMode.Stretch)

    def grid_header(self) -> GridHeader:
        """The head of the columns."""
        return self._head

    def budget_model(self) -> RowTreeModel:
        """The model it shows."""
        return self._model

    def current_node(self) -> Node | None:
        """The row of the cursor."""
        index = self.currentIndex()
        return self._model.node(index) if index.isValid() else None

    def selected_nodes(self) -> list[Node]:
        """Selected rows from top to bottom, or the cursor's row; rows that only add something left out."""
        return selected_rows(self, self._model)

    def lines_shown(self, node: Node) -> list[Line]:
        """Lines that a row sums, or its own, without those that a filter hides."""
        return lines_shown(self, self._model, node)

    def leave_hidden(self) -> None:
        """A filter hid rows: the cursor goes to the nearest one that is shown."""
        leave_hidden(self, self._model)

    def go_to(self, node: Node, column: int = GridColumn.NAME, *, from_afar: bool = False) -> None:
        """Open the rows above, put the cursor on a row and show it.

        ``from_afar``: one that was out of sight comes to the middle, with what stands around it.
        """
        reveal(self, self._model, node)
        for above in reversed(node.ancestors()[:-1]):
            self.setExpanded(self._model.index_of(above), True)  # noqa: FBT003 - Qt's signature
        index = self._model.index_of(node, column)
        hint = QAbstractItemView.ScrollHint.EnsureVisible
        if from_afar and not self.viewport().rect().contains(self.visualRect(index)):
            hint = QAbstractItemView.ScrollHint.PositionAtCenter
        self.setCurrentIndex(index)
        self.scrollTo(index, hint)

    def open_to(self, level: str) -> None:
        """Show rows down to ``sector``, ``subsector``, ``activity``, ``account`` or ``line``."""
        outer = (NodeKind.SECTOR, NodeKind.SUBSECTOR, NodeKind.ACTIVITY)
        depth = {"sector": 0, "subsector": 1, "activity": 2, "account": 3}.get(level)
        kinds = None if depth is None else outer[:depth]
        self.setUpdatesEnabled(False)
        if kinds is None:
            self.expandAll()
        else:
            self.collapseAll()
            for node in self._model.tree.walk():
                if node.kind in kinds:
                    self.setExpanded(self._model.index_of(node), True)  # noqa: FBT003 - Qt's signature
        self.setUpdatesEnabled(True)
        self.go_up_into_sight()

    def go_up_into_sight(self) -> None:
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
        self.setColumnHidden(GridColumn.UNIT, self._small)
        self.widths.apply()

    def total_width(self) -> int:
        """Room that the largest total needs."""
        cells = self._model.cells
        metrics = QFontMetrics(theme().font("body", bold=True))
        totals = [cells.amount(node) for node in self._model.tree.root.children if node.is_summed()]
        return metrics.horizontalAdvance(cells.money(sum(totals))) + theme().px(2 * 8)

    def unit_width(self) -> int:
        """Room that the longest unit needs."""
        metrics = QFontMetrics(theme().font("body"))
        units = self._model.tree.units()
        return max((metrics.horizontalAdvance(unit) for unit in units), default=0) + theme().px(2 * 8)

    def settle(self) -> bool:
        """Store what is being typed; False when it stays open."""
        return True

    def set_small(self, *, small: bool) -> None:
        """Let the volume say its unit too, where the window is narrow."""
        self._small = small
        self._painter.joined_unit = small
        self.widen_amounts()
        self.viewport().update()

    def row_height(self, index: AnyIndex) -> int:
        """Height of a row."""
        return self._painter.height(self._model.node(index))

    def cell_rect(self, node: Node, column: GridColumn) -> QRect:
        """Where a cell's editor stands: over the text, so that nothing jumps."""
        rect = self.visualRect(self._model.index_of(node, column))
        if column is GridColumn.UNIT and self._small:
            rect = self.visualRect(self._model.index_of(node, GridColumn.VOLUME))
        if column is GridColumn.NAME:
            rect.setLeft(rect.left() + self._painter.name_left(node) - theme().px(8))
        return rect.adjusted(0, 0, 0, -1)

    def column_span(self, first: GridColumn, last: GridColumn) -> tuple[int, int]:
        """Left edge and width of neighbouring columns."""
        head = self.header()
        left = head.sectionViewportPosition(first)
        return left, head.sectionViewportPosition(last) + head.sectionSize(last) - left

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

    def draw_sticky(self, painter: QPainter, rect: QRect, node: Node) -> None:
        """Draw a row at the top, away from its place: it is neither selected nor has it the cursor there."""
        look = replace(self._look(node, self._model.index_of(node)), selected=False, current=None)
        self._painter.paint(painter, rect, node, look)

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Show a row, and not behind the one that is kept at the top."""
        super().scrollTo(index, hint)
        self.sticky.follow()
        if index.isValid() and 0 <= self.visualRect(index).top() < self.sticky.covered:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - 1)

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """Nothing: the row draws its own sign."""

    def _look(self, node: Node, index: AnyIndex) -> RowLook:
        head = self.header()
        current = self.currentIndex()
        on_row = current.isValid() and self._model.node(current) is node
        below = self.indexBelow(index)
        spans = {
            column: (head.sectionViewportPosition(column), head.sectionSize(column)) for column in GridColumn
        }
        return RowLook(
            spans=spans,
            is_open=bool(self.isExpanded(index)),
            selected=on_row or bool(self.selectionModel().isRowSelected(index.row(), index.parent())),
            current=GridColumn(current.column()) if on_row and not self.is_editing() else None,
            has_focus=self.hasFocus(),
            read_only=not self._model.editable,
            handle=self._has_handle(node, on_row=on_row),
            last=not below.isValid() or self._model.node(below).parent is not node.parent,
        )

    def _has_handle(self, node: Node, *, on_row: bool) -> bool:  # noqa: ARG002 - subclasses look
        """Whether a line is drawn with the handle it is dragged by."""
        return False

    def tip(self, node: Node) -> str:
        """The full words of a row: name, factors, arithmetic, state; plain text."""
        parts = [self._model.text(node, GridColumn.NAME)]
        if node.kind is NodeKind.LINE:
            line = self._model.tree.line(node)
            parts += [factor_text(line.factors), line.volume_expression, line.expression]
            parts += [line.note, line.link, line.price_reason]
            marks = self._model.marks_of(node)
            parts += [self._model.mark_word(mark) for mark in marks if mark not in _SAID]
        parts.append(self._model.state_word(node))
        return "\n".join(part for part in parts if part)


_SAID = (Mark.NOTE, Mark.LINK)
"""Marks whose own words stand in the tip already."""

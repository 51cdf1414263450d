"""The budget tree for Qt: an adapter that holds no data of its own and refreshes only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.grid.model.cell_text import CellText, entry_text
from ui.grid.model.nodes import (
    GridColumn,
    Node,
    NodeKey,
    NodeKind,
)
from ui.grid.model.row_marks import Mark, RowMarks
from ui.grid.model.row_states import (
    RowState,
    RowStates,
    differing,
    row_states,
)
from ui.grid.model.rows import RowTree
from village_budget.chart.chart import Chart
from village_budget.domain.findings import Finding
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Plan
from village_budget.figures.figures import Figures

AnyIndex = QModelIndex | QPersistentModelIndex
NODE_ROLE = Qt.ItemDataRole.UserRole

_RIGHT = (GridColumn.VOLUME, GridColumn.PRICE, GridColumn.AMOUNT)


class RowTreeModel(QAbstractItemModel):
    """Rows of one part of a plan; told of changes by `apply` and of findings by `set_findings`."""

    def __init__(
        self,
        plan: Plan,
        figures: Figures,
        chart: Chart,
        part: Part,
        parent: QObject | None = None,
        *,
        editable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.tree = RowTree(plan, chart, part, editable=editable)
        self.tree.listen(_Signals(self))
        self.cells = CellText(self.tree, figures)
        self.states = RowStates()
        self.marks = RowMarks()
        self.editable = editable
        self._sen_lines = {line.id for line in plan.lines.values() if _has_sen(line)}
        self.cells.with_sen = bool(self._sen_lines)
        self.heads = self._heads()

    def _heads(self) -> tuple[str, ...]:
        return (
            "",
            self.tr("Code"),
            self.tr("Description"),
            self.tr("Volume"),
            self.tr("Unit"),
            self.tr("Unit price"),
            self.tr("Amount"),
            self.tr("Fund"),
        )

    # Qt's side

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows below an index; only the first column has any."""
        if parent.isValid() and parent.column() != 0:
            return 0
        return len(self.node(parent).children)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, ARG002 - Qt's signature
        """Columns, the same everywhere."""
        return len(GridColumn)

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Index of a cell; invalid outside the tree."""
        if parent.isValid() and parent.column() != 0:
            return QModelIndex()
        children = self.node(parent).children
        if 0 <= row < len(children) and 0 <= column < len(GridColumn):
            return self.createIndex(row, column, children[row].uid)
        return QModelIndex()

    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Index of the row above, first column."""
        node = self.tree.by_uid.get(index.internalId()) if index.isValid() else None
        if node is None or node.parent is None or node.parent is self.tree.root:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent.uid)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, or the row's node under ``NODE_ROLE``."""
        if not index.isValid():
            return None
        node = self.node(index)
        column = GridColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(node, column)
        answer: Any = None
        if role == NODE_ROLE:
            answer = node
        elif role == Qt.ItemDataRole.EditRole and node.kind is NodeKind.LINE:
            answer = entry_text(self.tree.line(node), column)
        elif role == Qt.ItemDataRole.AccessibleTextRole and column is GridColumn.STATE:
            words = [self.state_word(node), *map(self.mark_word, self.marks_of(node))]
            answer = ", ".join(word for word in words if word)
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            answer = _alignment(column)
        return answer

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return _alignment(GridColumn(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """All rows can be selected; cells of lines edited, unless the plan is read-only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.can_edit(self.node(index), GridColumn(index.column())):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # Ours

    def text(self, node: Node, column: GridColumn) -> str:
        """Text of a cell as shown."""
        return self._add_text(node, column) or self.cells.text(node, column)

    def state_word(self, node: Node) -> str:
        """A row's state in a word; empty when nothing is wrong with it or below it."""
        words = {
            RowState.BROKEN: self.tr("broken"),
            RowState.WARNING: self.tr("warning"),
            RowState.ADVICE: self.tr("advice"),
            RowState.WAIVED: self.tr("exempted"),
        }
        return words.get(self.states.shown(node.key, is_open=False), "")

    def marks_of(self, node: Node) -> tuple[Mark, ...]:
        """Marks of a line's row: note, file, price above the standard, not reviewed; none elsewhere."""
        return self.marks.of(self.tree.line(node)) if node.kind is NodeKind.LINE else ()

    def mark_word(self, mark: Mark) -> str:
        """A mark in a word or two."""
        return {
            Mark.UNREVIEWED: self.tr("not reviewed"),
            Mark.ABOVE_STANDARD: self.tr("price above the standard"),
            Mark.LINK: self.tr("has a file"),
            Mark.NOTE: self.tr("has a note"),
        }[mark]

    def node(self, index: AnyIndex) -> Node:
        """The row of an index; the root for an invalid one."""
        return self.tree.by_uid.get(index.internalId(), self.tree.root) if index.isValid() else self.tree.root

    def index_of(self, node: Node | None, column: int = 0) -> QModelIndex:
        """Index of a row; invalid for the root and for none."""
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, column, node.uid)

    def index_of_key(self, key: NodeKey, column: int = 0) -> QModelIndex:
        """Index of the row with this key; invalid when there is none."""
        return self.index_of(self.tree.nodes.get(key), column)

    def can_edit(self, node: Node, column: GridColumn) -> bool:
        """Whether an editor may open in a cell."""
        if not self.editable:
            return False
        if node.kind is NodeKind.LINE:
            return column >= GridColumn.NAME
        return node.kind is NodeKind.ADD_LINE

    def apply(self, changes: Sequence[Change]) -> None:
        """Follow changes that the plan and its figures have already made."""
        had_sen = bool(self._sen_lines)
        for change in changes:
            if isinstance(change.before, Line):
                self._sen_lines.discard(change.key)
            if isinstance(change.after, Line) and _has_sen(change.after):
                self._sen_lines.add(change.key)
        self.cells.with_sen = bool(self._sen_lines)
        self.tree.apply(changes)
        if had_sen is not self.cells.with_sen:
            self._all_changed()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the rows that these findings point at; refreshes the rows with another mark."""
        old, self.states = self.states, row_states(findings, self.tree)
        for key in differing(old, self.states):
            index = self.index_of_key(key, GridColumn.STATE)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def sort_rows(self, column: GridColumn | None, *, descending: bool = False) -> None:
        """Show lines and activities sorted by a column among their siblings; None: in the plan's order."""
        tree = self.tree
        self.layoutAboutToBeChanged.emit()
        kept = [(index, tree.by_uid[index.internalId()]) for index in self.persistentIndexList()]
        tree.order.of_plan()
        tree.arrange_all()
        if column is not None:
            tree.order.by(column, list(tree.walk()), self.cells, descending=descending)
            tree.arrange_all()
        places = {node.uid: row for parent in _parents(kept) for row, node in enumerate(parent.children)}
        for index, node in kept:
            self.changePersistentIndex(index, self.createIndex(places[node.uid], index.column(), node.uid))
        self.layoutChanged.emit()

    def row_changed(self, node: Node) -> None:
        """Let the views draw a row anew."""
        self.dataChanged.emit(self.index_of(node), self.index_of(node, len(GridColumn) - 1))

    def _all_changed(self) -> None:
        for node in (self.tree.root, *self.tree.walk()):
            if node.children:
                self.dataChanged.emit(
                    self.index_of(node.children[0]), self.index_of(node.children[-1], len(GridColumn) - 1)
                )

    def _add_text(self, node: Node, column: GridColumn) -> str:
        if column is GridColumn.NAME and node.kind is NodeKind.ADD_LINE:
            return self.tr("Add a cost line") if self.tree.part is Part.SPENDING else self.tr("Add a line")
        if column is GridColumn.NAME and node.kind is NodeKind.ADD_ACCOUNT:
            return self.tr("Add an account")
        if column is GridColumn.NAME and node.kind is NodeKind.ACCOUNT and not node.code:
            return self.tr("Not yet broken down")
        return ""

    # What the tree tells (through `_Signals`)

    def tell_inserting(self, parent: Node, row: int) -> None:
        """Rows come in."""
        self.beginInsertRows(self.index_of(parent), row, row)

    def tell_removing(self, parent: Node, first: int, last: int) -> None:
        """Rows go out."""
        self.beginRemoveRows(self.index_of(parent), first, last)

    def tell_moving(self, node: Node, parent: Node, row: int) -> None:
        """A row changes its place."""
        at = node.row
        self.beginMoveRows(self.index_of(node.parent), at, at, self.index_of(parent), row)


class _Signals:
    """Turns what the tree tells into Qt's signals."""

    def __init__(self, model: RowTreeModel) -> None:
        self._model = model
        self.inserted = model.endInsertRows
        self.removed = model.endRemoveRows
        self.moved = model.endMoveRows
        self.inserting = model.tell_inserting
        self.removing = model.tell_removing
        self.moving = model.tell_moving
        self.changed = model.row_changed


def _parents(kept: Sequence[tuple[QModelIndex, Node]]) -> list[Node]:
    """The rows above these, each once."""
    return list({node.parent.uid: node.parent for _, node in kept if node.parent is not None}.values())


def _alignment(column: GridColumn) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _has_sen(line: Line) -> bool:
    return bool(line.amount % 100 or line.unit_price % 100)

"""What a spreadsheet does with selected rows: copy, cut, fill down, delete, give a fund source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.grid.model.cell_text import CellText
from ui.grid.model.copied_cells import (
    COPIED,
    copied_cell,
    copied_row,
    copy_of,
    filled,
)
from ui.grid.model.nodes import GridColumn, Node, NodeKind
from ui.grid.view.grid_selection import select_level
from ui.support import clipboard
from ui.support.formats import rupiah
from ui.support.open_state import read_only_words
from village_budget.domain.lines import Line
from village_budget.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.grid.line_table_screen import LineTableScreen
    from ui.grid.view.budget_grid import BudgetGrid
    from ui.support.workspace import Workspace
    from village_budget.document.edit import Applied, Edit
    from village_budget.exchange.cells.copied_rows import CopiedCell

CELL_FORMAT = "application/x-village-budget-cell"
"""The one cell of the cursor, beside the copied row: what goes into another cell of the grid."""

A_FEW = 3
"""Up to so many lines are deleted without a question: undo brings them back."""


class RowCommands(QObject):
    """The commands over the selected rows of one grid screen."""

    def __init__(self, screen: LineTableScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self.copy = self._action(self.tr("Copy"), self._copy, "Ctrl+C", "Ctrl+Ins")
        self.cut = self._action(self.tr("Cut"), self._cut, "Ctrl+X", "Shift+Del")
        self.paste = self._action(self.tr("Paste"), self._paste, "Ctrl+V", "Shift+Ins")
        self.fill = self._action(self.tr("Fill down"), self._fill, "Ctrl+D")
        self.fund = self._action(self.tr("Fund source…"), self._choose_fund, "Ctrl+Shift+D")
        self.tags = self._action(self.tr("Tags…"), self._choose_tags, "Ctrl+T")
        self.select_all = self._action(self.tr("Select the rows of this level"), self._select, "Ctrl+A")
        self.remove = self._action(self.tr("Delete"), self._remove, "Del")

    def all(self) -> Sequence[QAction]:
        """Every command, in the order of the menu."""
        copying = (self.copy, self.cut, self.paste, self.fill)
        return (*copying, self.fund, self.tags, self.select_all, self.remove)

    def update(self, *, has_row: bool) -> None:
        """Switch the commands on where there is a row; in a plan to look at they say why they can't."""
        for action in self.all():
            action.setEnabled(has_row)

    def may_change(self) -> bool:
        """Whether the plan can be changed; if not, the reason is said beside the cursor."""
        document, view = self._workspace.document, self._view
        if document is None or view is None:
            return False
        if document.read_only:
            view.say(read_only_words(document))
            return False
        return self._screen.commit_pending()

    def give_fund(self, fund: str) -> None:
        """Give the selected lines, and those below the selected rows, a fund source."""
        from village_budget.document.edits.line_edits import SetFund

        ids = tuple(line.id for line in self.lines())
        if ids and self.may_change():
            self._apply(SetFund(ids, fund))

    # The commands

    def _copy(self) -> None:
        self._put_on_clipboard()

    def _put_on_clipboard(self) -> bool:
        from village_budget.exchange.cells.copied_rows import rows_html, rows_text

        view = self._view
        if view is None or not self._screen.commit_pending():
            return False
        nodes = view.selected_nodes()
        if not nodes:
            return False
        model = view.budget_model()
        rows: list[list[CopiedCell]] = [self._row(node, model.cells) for node in nodes]
        several = len(rows) > 1
        if several:
            rows.insert(0, [model.heads[column] for column in COPIED])
        formats: dict[str, bytes] = {}
        if not several:
            cell = copied_cell(nodes[0], model.cells, self._line(nodes[0]), self._column)
            formats[CELL_FORMAT] = cell.encode()
        clipboard.put(rows_text(rows), rows_html(rows, head=several), **formats)
        return True

    def _cut(self) -> None:
        if self.may_change() and self._put_on_clipboard():
            self._remove()

    def _paste(self) -> None:
        """One cell's text goes into the cell of the cursor as if typed, a block through its preview."""
        view = self._view
        if view is None or not self.may_change():
            return
        found, node = clipboard.content(CELL_FORMAT), view.current_node()
        if found.own is not None and node is not None and node.kind is NodeKind.LINE:
            view.type_over(found.own)
        elif found.is_block:
            self._paste_block(found.text, found.html)
        elif found.text.strip():
            view.type_over(found.text.strip())
        else:
            view.say(self.tr("There is nothing on the clipboard to paste."))

    def paste_block(self) -> None:
        """Paste what is on the clipboard through the preview, asked for by a button."""
        view = self._view
        if view is None or not self.may_change():
            return
        found = clipboard.content()
        if found.is_block or "<table" in found.html:
            self._paste_block(found.text, found.html)
        else:
            view.setFocus()
            view.say(self.tr("Copy the rows in Excel first, then paste them here."))

    def _paste_block(self, text: str, html: str) -> None:
        from ui.grid.commands.paste_command import PasteCommand
        from village_budget.exchange.cells.clipboard_grid import is_block, read_clipboard

        view = self._view
        if is_block(text) or "<table" in html:
            PasteCommand(self._screen, self._workspace).paste(text, html)
        elif view is not None:
            view.type_over(str(read_clipboard(text)[0][0]))

    def _fill(self) -> None:
        """The first selected cell into those below; without a selection the cell above, or the line above."""
        view = self._view
        node = view.current_node() if view is not None else None
        if view is None or node is None or not self.may_change():
            return
        lines = [line for line in map(self._line, view.selected_nodes()) if line is not None]
        if node.kind is NodeKind.ADD_LINE:
            above = [child for child in (node.parent or node).children if child.kind is NodeKind.LINE]
            if above:
                self._apply(copy_of(view.budget_model().tree.line(above[-1])))
            return
        if len(lines) == 1:
            before = self._line_above(view, node)
            lines = [before, *lines] if before is not None else []
        if len(lines) > 1:
            self._fill_cells(lines)

    def _fill_cells(self, lines: Sequence[Line]) -> None:
        from village_budget.document.edits.bulk import SetLines

        try:
            self._apply(SetLines(filled(lines[0], lines[1:], self._column)))
        except UserError as error:
            self._workspace.refused.emit(error)

    def _choose_fund(self) -> None:
        document, view = self._workspace.document, self._view
        if document is None or view is None or not self.lines() or not self.may_change():
            return
        menu = QMenu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for fund in document.chart.funds.values():
            made = menu.addAction(f"{fund.code}  {fund.name}")
            made.triggered.connect(lambda _checked=False, code=fund.code: self.give_fund(code))
        menu.setActiveAction(menu.actions()[0])
        self._pop_up(view, menu, GridColumn.FUND)

    def _choose_tags(self) -> None:
        from ui.grid.commands.tag_command import TagCommand

        document, view = self._workspace.document, self._view
        if document is None or view is None or not self.lines() or not self.may_change():
            return
        menu = TagCommand(self._workspace, self).menu(document, self.lines(), QMenu(view))
        self._pop_up(view, menu, GridColumn.NAME)

    def _pop_up(self, view: BudgetGrid, menu: QMenu, column: GridColumn) -> None:
        cell = view.visualRect(view.currentIndex().siblingAtColumn(column))
        menu.popup(view.viewport().mapToGlobal(QPoint(cell.left(), cell.bottom())))

    def _select(self) -> None:
        view = self._view
        if view is not None and self._screen.commit_pending():
            select_level(view, view.budget_model())

    def _remove(self) -> None:
        """Delete lines, accounts with their lines, activities with theirs: one step, one question at most."""
        view = self._view
        if view is None or not self.may_change():
            return
        nodes = view.selected_nodes()
        if any(node.kind in (NodeKind.SECTOR, NodeKind.SUBSECTOR) for node in nodes):
            return
        activities = [node for node in nodes if node.kind is NodeKind.ACTIVITY]
        if activities:
            shown, below = self.lines(), view.budget_model().tree.lines_below
            whole = {line.id: line for node in activities for line in below(node)}
            unseen = len(whole.keys() - {line.id for line in shown})
            whole.update((line.id, line) for line in shown)
            self._remove_activities(activities, list(whole.values()), unseen)
        else:
            self._remove_lines(self.lines())

    def _remove_activities(self, nodes: Sequence[Node], lines: Sequence[Line], unseen: int) -> None:
        from village_budget.document.edits.activity_edits import RemoveActivity
        from village_budget.document.edits.bulk import RemoveRows

        ids = tuple(node.row_id for node in nodes if node.row_id is not None)
        words = self.tr("Delete activity {code} with {count} lines, {total}? This can be undone.")
        if len(ids) > 1:
            words = self.tr("Delete {code} activities with {count} lines, {total}? This can be undone.")
        named = nodes[0].code if len(ids) == 1 else len(ids)
        words = words.format(code=named, count=len(lines), total=rupiah(sum(line.amount for line in lines)))
        if unseen:
            words += " " + self.tr("The filter hides {count} of these lines.").format(count=unseen)
        if lines and not self._screen.ask(words):
            return
        own = all(line.activity_id in ids for line in lines)
        alone = len(ids) == 1 and own
        self._apply(RemoveActivity(ids[0]) if alone else RemoveRows(ids, tuple(line.id for line in lines)))

    def _remove_lines(self, lines: Sequence[Line]) -> None:
        from village_budget.document.edits.line_edits import RemoveLines

        total = rupiah(sum(line.amount for line in lines))
        words = self.tr("Delete {count} lines, {total}? This can be undone.")
        question = words.format(count=len(lines), total=total)
        if lines and (len(lines) <= A_FEW or self._screen.ask(question)):
            self._apply(RemoveLines(tuple(line.id for line in lines)))

    # What they work on

    @property
    def _view(self) -> BudgetGrid | None:
        return self._screen.view

    @property
    def _column(self) -> GridColumn:
        view = self._view
        index = view.currentIndex() if view is not None else None
        return GridColumn(max(index.column(), GridColumn.NAME)) if index is not None else GridColumn.NAME

    def _line(self, node: Node) -> Line | None:
        view = self._view
        is_line = node.kind is NodeKind.LINE and view is not None
        return view.budget_model().tree.line(node) if is_line and view is not None else None

    def lines(self) -> list[Line]:
        """Lines that are selected, and those below selected rows; each once, none that is hidden."""
        view = self._view
        if view is None:
            return []
        return list(
            {line.id: line for one in view.selected_nodes() for line in view.lines_shown(one)}.values()
        )

    def _line_above(self, view: BudgetGrid, node: Node) -> Line | None:
        above = view.indexAbove(view.budget_model().index_of(node))
        while above.isValid():
            line = self._line(view.budget_model().node(above))
            if line is not None:
                return line
            above = view.indexAbove(above)
        return None

    def _row(self, node: Node, cells: CellText) -> list[CopiedCell]:
        return copied_row(node, cells, self._line(node))

    def _apply(self, edit: Edit) -> Applied | None:
        return self._workspace.apply(edit)

    def _action(self, text: str, act: Callable[[], None], *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        # The grid's own: an open editor keeps these keys for its text.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: act())
        return action

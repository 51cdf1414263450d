"""What can be done in every grid screen: add, move and delete lines and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.grid.commands.bulk_command import BulkCommand
from ui.grid.commands.move_command import MoveCommand
from ui.grid.commands.note_command import NoteCommand
from ui.grid.commands.review_command import ReviewCommand
from ui.grid.commands.row_commands import RowCommands
from ui.grid.grid_screen import GridScreen
from ui.grid.model.nodes import (
    Node,
    NodeKind,
    account_key,
    add_line_key,
    line_key,
)
from ui.grid.view.budget_grid import BudgetGrid
from ui.kit.controls import button
from ui.pickers.code_picker import CodePicker
from ui.pickers.picker_entries import PickerEntry, account_search
from village_budget.domain.lines import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from village_budget.document.edit import Applied, Edit


class LineTableScreen(GridScreen):
    """The commands of a grid screen; subclasses say which part it shows."""

    def _first_action(self) -> QAction:
        """What fills an empty screen."""
        return self.add_account

    def _fill_head(self) -> None:
        self._add_excel_buttons()
        self._head_button(self.add_account, self.tr("Account"))

    def _add_excel_buttons(self) -> None:
        """What brings rows from a spreadsheet in."""
        for text, short, icon, act in (
            (self.tr("Paste from Excel"), self.tr("Paste"), "tempel", self.rows.paste_block),
            (self.tr("Import"), self.tr("Import"), "folder", self.import_file),
        ):
            made = button(text, kind="quiet", icon=icon)
            made.clicked.connect(act)
            self.head.add_button(made, short)

    def import_file(self) -> None:
        """Bring the rows of a workbook in (Ctrl+I)."""
        from ui.intake.import_command import ImportCommand

        if self.commit_pending():
            ImportCommand(self._workspace, self).choose()

    def _connect_view(self, view: BudgetGrid) -> None:
        view.account_wanted.connect(self._pick_account)
        view.line_wanted.connect(self._add_line)
        view.row_entered.connect(self._update_actions)
        view.customContextMenuRequested.connect(self._show_menu)
        for command in (self.moving, self.notes, self.bulk):
            command.connect_view(view)
        for action in (*self._row_actions, *self.rows.all(), self.review.action):
            view.addAction(action)

    def _make_actions(self) -> None:
        self.add_line = self._action(
            self.tr("Add a line"), self._add_line, "Ins", "Ctrl+Return", "Ctrl+Enter"
        )
        self.add_account = self._action(self.tr("Add account"), self._pick_account_here, "Ctrl+Shift+R")
        self.move_up = self._action(self.tr("Move up"), lambda: self.moving.step(-1), "Alt+Up")
        self.move_down = self._action(self.tr("Move down"), lambda: self.moving.step(1), "Alt+Down")
        self.move_to = self._action(self.tr("Move to another account…"), self._move_to, "Ctrl+Shift+G")
        self.sort_menu = self._action(self.tr("Sort and widths…"), self._open_sort_menu, "Ctrl+Shift+U")
        self._row_actions = [
            self.add_line, self.move_up, self.move_down, self.move_to, self.sort_menu
        ]  # fmt: skip
        for action in self._row_actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.rows = RowCommands(self, self._workspace)
        self.moving = MoveCommand(self, self._workspace)
        self.review = ReviewCommand(self, self._workspace)
        self.notes = NoteCommand(self, self._workspace)
        self.bulk = BulkCommand(self, self._workspace)
        self._make_own_actions()
        self.addAction(self.add_account)
        first = self._first_action()
        self._empty_button.setText(first.text())
        self._empty_button.setAccessibleName(first.text())
        self._empty_button.clicked.connect(first.trigger)

    def _make_own_actions(self) -> None:
        """Commands of this screen alone."""

    def _action(self, text: str, act: Callable[[], None], *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _head_button(self, action: QAction, short: str) -> None:
        made = button(action.text(), icon="tambah")
        made.clicked.connect(action.trigger)
        action.changed.connect(lambda: made.setEnabled(action.isEnabled()))
        self.head.add_button(made, short)

    def _update_actions(self, _node: Node | None = None) -> None:
        document, view = self._workspace.document, self.view
        editable = document is not None and not document.read_only
        node = view.current_node() if view is not None else None
        self.add_account.setEnabled(editable)
        self._empty_button.setEnabled(editable)
        for action in self._row_actions:
            action.setEnabled(editable and node is not None)
        is_line = node is not None and node.kind is NodeKind.LINE
        self.move_up.setEnabled(editable and is_line)
        self.move_down.setEnabled(editable and is_line)
        self.move_to.setEnabled(editable and is_line)
        self.sort_menu.setEnabled(node is not None)
        self.rows.update(has_row=node is not None)

    def _show_menu(self, at: object) -> None:
        view = self.view
        if view is None:
            return
        menu = QMenu(view)
        rows = self.rows
        below = (
            rows.cut,
            rows.copy,
            rows.paste,
            None,
            rows.fill,
            rows.fund,
            self.review.action,
            self.bulk.change,
            self.notes.show,
            None,
            self.move_up,
            self.move_down,
            self.move_to,
            self.sort_menu,
            None,
            self.history.show,
            None,
        )
        for action in (*self._menu_actions(), None, *below, rows.remove):
            menu.addAction(action) if action is not None else menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.viewport().mapToGlobal(at))  # type: ignore[call-overload]

    def _menu_actions(self) -> Sequence[QAction]:
        return (self.add_line, self.add_account)

    def _apply(self, edit: Edit) -> Applied | None:
        return self._workspace.apply(edit)

    def _add_line(self) -> None:
        """Start a line below the cursor; on an activity choose its account first."""
        from village_budget.document.edits.line_edits import AddLine

        view = self.view
        node = view.current_node() if view is not None else None
        if view is None or node is None or not self.commit_pending():
            return
        tree = view.budget_model().tree
        if node.kind in (NodeKind.ACCOUNT, NodeKind.ADD_LINE):
            view.go_to(tree.nodes[add_line_key(node.row_id, node.code)])
            view.edit_current()
        elif node.kind is NodeKind.LINE:
            line = tree.line(node)
            edit = AddLine(line.part, line.activity_id, line.account_code, after_id=line.id)
            self._open_added(self._apply(edit))
        else:
            self._begin_below(node)

    def _begin_below(self, node: Node) -> None:
        """A line is wanted where there is no account yet."""
        self._pick_account(node, "")

    def _open_added(self, applied: Applied | None) -> None:
        view = self.view
        if applied is None or view is None:
            return
        made = [change.key for change in applied.changes if change.before is None]
        node = view.budget_model().tree.nodes.get(line_key(made[-1])) if made else None
        if node is not None:
            view.go_to(node)
            view.setFocus()
            view.edit_current()
            if view.editing.editor is not None:
                # The account's own name may stand there already: it is kept by Enter, replaced by typing.
                view.editing.editor.selectAll()

    def _pick_account_here(self) -> None:
        node = self.view.current_node() if self.view is not None else None
        self._pick_account(node, "")

    def _pick_account(self, node: Node | None, text: str) -> None:
        document, view = self._workspace.document, self.view
        if document is None or view is None or document.read_only or not self.commit_pending():
            return
        tree = view.budget_model().tree
        activity = tree.activity_of(node)
        if self.part is Part.SPENDING and activity is None:
            return
        rows = document.plan.lines_of(activity.id) if activity else document.plan.part_lines(self.part)
        present = {line.account_code for line in rows}
        title = (
            self.tr("Add an account to {code}").format(code=activity.code)
            if activity
            else self.tr("Add account")
        )
        picker = CodePicker(title, account_search(document.chart, self.part, present), text, self)
        picker.picked.connect(lambda entry: self._account_picked(activity.id if activity else None, entry))
        picker.open()

    def _account_picked(self, activity_id: int | None, entry: PickerEntry) -> None:
        from village_budget.document.edits.line_edits import AddLine

        view = self.view
        if view is None:
            return
        present = view.budget_model().tree.nodes.get(account_key(activity_id, entry.code))
        if present is not None:
            view.go_to(present.children[-1])
            view.setFocus()
            view.edit_current()
            return
        name = entry.name if self.part is not Part.SPENDING else ""
        self._open_added(self._apply(AddLine(self.part, activity_id, entry.code, name)))

    def _move_to(self) -> None:
        self.moving.ask()

    def _open_sort_menu(self) -> None:
        if self.view is not None:
            self.view.grid_header().open_menu()

    def ask(self, words: str) -> bool:
        """Ask before rows are deleted."""
        from ui.kit.question import QuestionDialog

        return QuestionDialog.ask(self.tr("Delete"), words, self.tr("Delete"), parent=self)

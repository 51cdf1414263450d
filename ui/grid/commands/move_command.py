"""Lines moved by the keyboard or the mouse, each time as one step that undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.grid.model.nodes import NodeKind
from ui.grid.view.row_drag import show_moved
from ui.pickers.code_picker import CodePicker
from ui.pickers.picker_entries import (
    PickerEntry,
    Search,
    accounts_for,
    own_activity_search,
)
from ui.support.i18n import language
from ui.support.messages import message_parts
from village_budget.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.grid.line_table_screen import LineTableScreen
    from ui.grid.model.drop_place import DropPlace
    from ui.grid.view.budget_grid import BudgetGrid
    from ui.support.workspace import Workspace
    from village_budget.domain.lines import Line


class MoveCommand(QObject):
    """Moves the selected lines of one grid screen."""

    def __init__(self, screen: LineTableScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace

    def connect_view(self, view: BudgetGrid) -> None:
        """Take what is dragged in a new grid."""
        view.drag.dropped.connect(self.drop)

    def step(self, step: int) -> None:
        """Move the selected lines one place up (-1) or down (+1) in their account, as a block."""
        from village_budget.document.edits.line_moves import block_step

        document, view = self._workspace.document, self._screen.view
        if document is None or view is None or not self._screen.rows.may_change():
            return
        ids = tuple(
            node.row_id
            for node in view.selected_nodes()
            if node.kind is NodeKind.LINE and node.row_id is not None
        )
        if view.order.active:
            view.say(self.tr("The rows are sorted. Go back to the order of the plan first (Ctrl+Shift+U)."))
            return
        try:
            edit = block_step(document.plan, ids, step)
        except UserError as error:
            view.say(message_parts(error, language()).joined())
            return
        current = view.current_node()
        cursor = current.row_id if current is not None else None
        if edit is not None and self._workspace.apply(edit) is not None:
            show_moved(view, edit.line_ids, cursor)

    def ask(self) -> None:
        """Ask which activity and account the selected lines belong to, and move them there."""
        document, view = self._workspace.document, self._screen.view
        if document is None or view is None or not self._screen.rows.may_change():
            return
        tree = view.budget_model().tree
        lines = [tree.line(node) for node in view.selected_nodes() if node.kind is NodeKind.LINE]
        if not lines:
            view.say(self.tr("Choose the lines to move first."))
            return
        plan, home = document.plan, lines[0].activity_id
        if home is None or len(plan.activities) < 2:
            search = accounts_for(plan, document.chart, lines, home)
            picker = CodePicker(self._account_words(lines), search, "", self._screen, take=self.tr("Move"))
            picker.picked.connect(lambda entry: self._move(lines, home, entry.code))
            picker.open()
            return
        words = self.tr("Move {count} lines: to which activity?").format(count=len(lines))
        search = own_activity_search(plan, document.chart, home)
        picker = CodePicker(words, search, "", self._screen, take=self.tr("Next"))
        chosen: list[int] = []

        def then(entry: PickerEntry) -> Search:
            chosen.append(entry.key)
            picker.name_question(self._account_words(lines), self.tr("Move"))
            return accounts_for(plan, document.chart, lines, entry.key)

        picker.ask_before(then)
        picker.picked.connect(lambda entry: self._move(lines, chosen[0], entry.code))
        picker.open()

    def _account_words(self, lines: Sequence[Line]) -> str:
        return self.tr("Move {count} lines: to which account?").format(count=len(lines))

    def _move(self, lines: Sequence[Line], activity_id: int | None, account_code: str) -> None:
        from village_budget.document.edits.line_moves import MoveLines

        view, ids = self._screen.view, tuple(line.id for line in lines)
        if view is not None and self._workspace.apply(MoveLines(ids, activity_id, account_code)) is not None:
            show_moved(view, ids)

    def drop(self, ids: tuple[int, ...], place: DropPlace) -> None:
        """Put lines where they were let go."""
        from village_budget.document.edits.line_moves import MoveLines

        view = self._screen.view
        if view is None or not self._screen.rows.may_change():
            return
        edit = MoveLines(ids, place.activity_id, place.account_code, place.before_id)
        if self._workspace.apply(edit) is not None:
            show_moved(view, ids, ids[0])

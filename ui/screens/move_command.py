"""Lines moved by the keyboard or the mouse, each time as one step that undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.item_models.budget_nodes import Kind
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.widgets.row_drag import show_moved
from village_budget.errors import UserError

if TYPE_CHECKING:
    from ui.item_models.drop_place import DropPlace
    from ui.screens.line_table_screen import LineTableScreen
    from ui.support.workspace import Workspace
    from ui.widgets.budget_tree import BudgetTreeView


class MoveCommand(QObject):
    """Moves the selected lines of one grid screen."""

    def __init__(self, screen: LineTableScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace

    def connect_view(self, view: BudgetTreeView) -> None:
        """Take what is dragged in a new grid."""
        view.drag.dropped.connect(self.drop)

    def step(self, step: int) -> None:
        """Move the selected lines one place up (-1) or down (+1) in their account, as a block."""
        from village_budget.document.edits.moving import block_step

        document, view = self._workspace.document, self._screen.view
        if document is None or view is None or not self._screen.rows.may_change():
            return
        ids = tuple(
            node.row_id
            for node in view.selected_nodes()
            if node.kind is Kind.LINE and node.row_id is not None
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

    def drop(self, ids: tuple[int, ...], place: DropPlace) -> None:
        """Put lines where they were let go."""
        from village_budget.document.edits.moving import MoveLines

        view = self._screen.view
        if view is None or not self._screen.rows.may_change():
            return
        edit = MoveLines(ids, place.activity_id, place.account_code, place.before_id)
        if self._workspace.apply(edit) is not None:
            show_moved(view, ids, ids[0])

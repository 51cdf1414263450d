"""A block on the clipboard goes through its preview into the plan, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.grid.model.nodes import Node, NodeKind, line_key
from ui.pickers.picker_entries import account_search
from village_budget.domain.lines import Line, Part

if TYPE_CHECKING:
    from ui.grid.line_table_screen import LineTableScreen
    from ui.intake.paste_dialog import PasteDialog
    from ui.support.workspace import Workspace
    from village_budget.document.edit import Applied
    from village_budget.document.edits.added_lines import AddLines
    from village_budget.exchange.lines.pasted_block import PastedBlock
    from village_budget.exchange.lines.pasted_verdicts import PasteTarget


class PasteCommand:
    """Pastes into one grid screen; what it needs is loaded when it is used."""

    def __init__(self, screen: LineTableScreen, workspace: Workspace) -> None:
        self._screen = screen
        self._workspace = workspace

    def paste(self, text: str, html: str) -> Applied | None:
        """Show the preview of a block; accepted, its rows become lines below the cursor."""
        made = self.dialog(text, html)
        if made is None or not made.answer():
            return None
        edit = self.edit(made.block)
        applied = self._workspace.apply_large(edit, len(edit.lines))
        self._show(applied)
        return applied

    def dialog(self, text: str, html: str) -> PasteDialog | None:
        """The preview of a block for the place of the cursor."""
        from ui.intake.paste_dialog import PasteDialog
        from village_budget.exchange.cells.clipboard_grid import read_clipboard
        from village_budget.exchange.lines.pasted_block import PastedBlock

        document, view = self._workspace.document, self._screen.view
        if document is None or view is None:
            return None
        node = view.current_node()
        block = PastedBlock(read_clipboard(text, html), document.chart, self._target(node))
        activity = view.budget_model().tree.activity_of(node)
        lines = document.plan.lines_of(activity.id) if activity else document.plan.part_lines(self._part)
        present = {line.account_code for line in lines}
        where = self._screen.title
        if activity is not None:
            where = f"{activity.code} {activity.name or document.chart.activity_name(activity.code)}"
        accounts = account_search(document.chart, self._part, present)
        return PasteDialog(block, document.chart, where, accounts, self._screen)

    def edit(self, block: PastedBlock) -> AddLines:
        """The rows that were taken, as one edit at the cursor."""
        from village_budget.document.edits.added_lines import AddLines, NewLine

        view = self._screen.view
        node = view.current_node() if view is not None else None
        activity = view.budget_model().tree.activity_of(node) if view is not None else None
        own = activity.code if activity is not None else ""
        lines = tuple(
            NewLine(
                line.account_code, line.description, line.volume, line.unit, line.unit_price, line.fund,
                "" if line.activity_code == own else line.activity_code, line.factors, line.tags,
            )
            for line in block.taken()
        )  # fmt: skip
        after = node.row_id if node is not None and node.kind is NodeKind.LINE else None
        return AddLines(self._part, activity.id if activity is not None else None, lines, after)

    @property
    def _part(self) -> Part:
        return self._screen.part

    def _target(self, node: Node | None) -> PasteTarget:
        """Activity, account and fund source of the cursor."""
        from village_budget.exchange.lines.pasted_verdicts import PasteTarget

        document, view = self._workspace.document, self._screen.view
        assert document is not None
        assert view is not None
        tree = view.budget_model().tree
        activity = tree.activity_of(node)
        near = self._near(node)
        account = ""
        if node is not None and node.kind in (NodeKind.ACCOUNT, NodeKind.ADD_LINE):
            account = node.code
        elif node is not None and node.kind is NodeKind.LINE:
            account = tree.line(node).account_code
        elif len({line.account_code for line in near}) == 1:
            account = near[0].account_code
        fund = document.chart.implied_fund(account) if self._part is Part.REVENUE else ""
        fund = fund or (near[-1].fund if near else "")
        return PasteTarget(self._part, activity.code if activity else "", account, fund)

    def _near(self, node: Node | None) -> list[Line]:
        """Lines beside the cursor: its own, those of its account, those of its activity."""
        view = self._screen.view
        while (
            view is not None and node is not None and node.kind not in (NodeKind.SECTOR, NodeKind.SUBSECTOR)
        ):
            lines = view.budget_model().tree.lines_below(node)
            if lines:
                return lines
            node = node.parent
        return []

    def _show(self, applied: Applied | None) -> None:
        """Go to the first new line."""
        view = self._screen.view
        if applied is None or view is None:
            return
        keys = [c.key for c in applied.changes if c.before is None and isinstance(c.after, Line)]
        node = view.budget_model().tree.nodes.get(line_key(keys[0])) if keys else None
        if node is not None:
            view.go_to(node)
            view.setFocus()

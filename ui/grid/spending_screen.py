"""Belanja: sectors, activities, accounts and cost lines, with the side panel of the activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup

from ui.beginning.starting_commands import StartingCommands
from ui.grid.line_table_screen import LineTableScreen
from ui.grid.model.nodes import (
    Node,
    NodeKind,
    activity_key,
    add_account_key,
)
from ui.grid.model.row_conditions import by_fund
from ui.grid.panel.activity_panel import ActivityPanel
from ui.grid.view.budget_grid import BudgetGrid
from ui.kit.controls import FilterChip, button, set_icon
from ui.pickers.code_picker import CodePicker
from ui.pickers.picker_entries import PickerEntry, activity_search
from village_budget.domain.lines import Part
from village_budget.domain.plan import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.support.settings import Settings
    from ui.support.workspace import Workspace
    from village_budget.document.document import Document
    from village_budget.document.edit import Applied

_SMALL_PLAN = 40
"""Up to so many lines a plan is opened with every line in sight, a larger one down to its activities."""


class SpendingScreen(LineTableScreen):
    """The grid over Belanja."""

    part = Part.SPENDING

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        self._panel_wanted = True
        self.panel = ActivityPanel(workspace)
        super().__init__(workspace, parent, settings)
        self._body.addWidget(self.panel)
        self.panel.closed.connect(self.toggle_panel)
        self._place_panel()

    def set_layout(self, mode: str) -> None:
        """Arrange for ``wide``, ``compact`` or ``small``; the panel lies over the grid when not wide."""
        if mode != self._mode:
            self._panel_wanted = mode == "wide"
        super().set_layout(mode)
        self._panel_button.setVisible(mode != "wide")
        # With little room the filter's own bar is the way back to all rows.
        self._all_chip.setVisible(mode != "small")
        self.head.fit(self._narrow_chip, "" if mode == "small" else self.tr("Filter"))
        self._narrow_chip.setAccessibleName(self.tr("Filter"))
        self._narrow_chip.setToolTip(self.tr("Filter"))
        self._place_panel()

    def commit_pending(self) -> bool:
        """Store what is being typed in the grid and in the panel."""
        return super().commit_pending() and self.panel.commit()

    def toggle_panel(self) -> None:
        """Show or hide the panel (F4)."""
        if not self.panel.commit():
            return
        self._panel_wanted = self.panel.isHidden()
        self._place_panel()
        if self.view is not None and not self._panel_wanted:
            self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel keeps its place."""
        super().resizeEvent(event)
        self._place_panel()

    def _title(self) -> str:
        return self.tr("Spending")

    def _empty_words(self) -> str:
        return self.tr("No activities yet. Add one, paste from Excel, or copy last year.")

    def _is_empty(self, document: Document) -> bool:
        return not document.plan.activities

    def _first_action(self) -> QAction:
        return self.add_activity

    def _make_own_actions(self) -> None:
        self.add_activity = self._action(self.tr("Add activity"), self._pick_activity, "Ctrl+Shift+K")
        self.show_panel = self._action(self.tr("Details"), self.toggle_panel, "F4")
        self.starting = StartingCommands(self, self._workspace)
        self.starting.fill_empty(self._empty)
        self.addAction(self.add_activity)
        self.addAction(self.show_panel)

    def _menu_actions(self) -> Sequence[QAction]:
        starting = self.starting
        own = (starting.templates, starting.copy, starting.duplicate, starting.keep)
        return (self.add_line, self.add_account, self.add_activity, *own)

    def _update_actions(self, node: Node | None = None) -> None:
        super()._update_actions(node)
        document = self._workspace.document
        self.add_activity.setEnabled(document is not None and not document.read_only)
        current = self.view.current_node() if self.view is not None else None
        in_activity = self.view is not None and self.view.budget_model().tree.activity_of(current) is not None
        self.add_account.setEnabled(self.add_account.isEnabled() and in_activity)
        self.starting.update()

    def _fill_head(self) -> None:
        self._all_chip = FilterChip(self.tr("All"))
        self._found_chip = FilterChip(self.tr("With findings"))
        self._narrow_chip = FilterChip(self.tr("Filter"))
        set_icon(self._narrow_chip, "saring", size=16)
        self._narrow_chip.setCheckable(False)
        self._chips = QButtonGroup(self)
        for chip in (self._all_chip, self._found_chip):
            self._chips.addButton(chip)
        for chip in (self._all_chip, self._found_chip, self._narrow_chip):
            self.head.add_filter(chip)
        self._all_chip.setChecked(True)
        self._all_chip.clicked.connect(self.ways.clear)
        self._found_chip.clicked.connect(self.ways.show_marked)
        self._narrow_chip.clicked.connect(lambda: self.ways.open_menu(self._narrow_chip))
        self.ways.changed.connect(self._show_narrowed)
        self.head.add_levels(
            [("sector", self.tr("Sector")), ("activity", self.tr("Activity")), ("line", self.tr("Lines"))]
        )
        self.head.level_chosen.connect(self.open_levels)
        self._panel_button = button(
            "", kind="quiet", icon="panel", name=self.tr("Details of the activity (F4)")
        )
        self._panel_button.clicked.connect(self.toggle_panel)
        self._panel_button.hide()
        self.head.add_button(self._panel_button, "")
        self.head.add_button(self.starting.head_button(), self.tr("Template"))
        self._add_excel_buttons()
        self._head_button(self.add_activity, self.tr("Activity"))

    def _subtitle(self, document: Document) -> str:
        sectors = {activity.code[:1] for activity in document.plan.activities.values()}
        return self.tr("{sectors} sectors · {activities} activities").format(
            sectors=len(sectors), activities=len(document.plan.activities)
        )

    def _rebuild(self) -> None:
        super()._rebuild()
        self.panel.show_activity(None)

    def _open_first(self, document: Document, view: BudgetGrid) -> None:
        level = "line" if document.figures.line_count[self.part] <= _SMALL_PLAN else "activity"
        view.open_to(level)
        self.head.show_level(level)

    def _refresh(self, document: Document) -> None:
        super()._refresh(document)
        assert self.view is not None
        marked = self.view.budget_model().states.marked()
        words = self.tr("With findings")
        self.head.fit(self._found_chip, f"{words}  {marked}" if marked else words)
        self._found_chip.setEnabled(bool(marked) or self._found_chip.isChecked())
        self.panel.refresh()

    def _row_entered(self, node: Node | None) -> None:
        if self.view is not None:
            activity = self.view.budget_model().tree.activity_of(node)
            line = node.row_id if node is not None and node.kind is NodeKind.LINE else None
            self.panel.show_activity(activity.id if activity else None, line)

    def _show_narrowed(self) -> None:
        """The chips say what is in force."""
        found = self.ways.filter
        narrowed = found is not None and found.active
        self._chips.setExclusive(False)  # with other conditions neither is on
        self._all_chip.setChecked(not narrowed)
        self._found_chip.setChecked(found is not None and found.marked)
        self._chips.setExclusive(not narrowed)

    def show_fund(self, fund: str) -> None:
        """Show only the lines of a fund source and what sums them."""
        self.ways.clear()
        self.ways.add(by_fund(fund, fund))

    def _begin_below(self, node: Node) -> None:
        if node.kind in (NodeKind.SECTOR, NodeKind.SUBSECTOR):
            self._pick_activity()
        else:
            self._pick_account(node, "")

    def _pick_activity(self) -> None:
        document, view = self._workspace.document, self.view
        if document is None or view is None or document.read_only or not self.commit_pending():
            return
        present = {activity.code for activity in document.plan.activities.values()}
        node = view.current_node()
        activity = view.budget_model().tree.activity_of(node)
        below = activity.code.rpartition(".")[0] if activity else (node.code if node else "")
        search = activity_search(document.chart, present, below)
        picker = CodePicker(self.tr("Add activity"), search, "", self)
        picker.picked.connect(self._activity_picked)
        picker.open()

    def _activity_picked(self, entry: PickerEntry) -> None:
        from village_budget.document.edits.activity_edits import AddActivity

        applied = self._apply(AddActivity(entry.code, entry.name if entry.own_name else ""))
        view = self.view
        if applied is None or view is None:
            return
        made = next(change.key for change in applied.changes if change.entity is Entity.ACTIVITY)
        tree = view.budget_model().tree
        view.setExpanded(view.budget_model().index_of(tree.nodes[activity_key(made)]), True)  # noqa: FBT003
        view.go_to(tree.nodes[add_account_key(made)])
        view.setFocus()

    def _follow(self, applied: Applied) -> None:
        super()._follow(applied)

    def _place_panel(self) -> None:
        over = self._mode != "wide"
        if over and self._body.indexOf(self.panel) >= 0:
            self._body.removeWidget(self.panel)
            self.panel.setParent(self)
        elif not over and self._body.indexOf(self.panel) < 0:
            self._body.addWidget(self.panel)
        self.panel.setVisible(self._panel_wanted)
        if over and self._panel_wanted:
            top = self.head.height() + 1
            left = self.width() - self.panel.width()
            self.panel.setGeometry(left, top, self.panel.width(), self.height() - top)
            self.panel.raise_()

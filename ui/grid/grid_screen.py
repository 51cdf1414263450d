"""A screen with the grid over one part of the plan: shown, refreshed edit by edit, searched, gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from ui.check.finding_view import view_of
from ui.grid.commands.grid_keys import add_grid_keys, add_level_keys
from ui.grid.commands.history_command import HistoryCommand
from ui.grid.commands.narrow_command import NarrowCommand
from ui.grid.commands.price_command import PriceCommand
from ui.grid.commands.review_command import with_unreviewed
from ui.grid.entry.cell_editing import GridSource
from ui.grid.grid_head import GridHead
from ui.grid.model.nodes import (
    GridColumn,
    Node,
    activity_key,
    line_key,
)
from ui.grid.model.plan_search import amount_text, search_plan
from ui.grid.model.rows_model import RowTreeModel
from ui.grid.view.budget_grid import BudgetGrid
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
)
from ui.kit.search_hits import SearchHit
from ui.support.i18n import language
from ui.support.workspace import Target, Workspace
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.check.finding_view import FindingView
    from ui.support.settings import Settings
    from village_budget.document.document import Document
    from village_budget.document.edit import Applied
    from village_budget.document.trial import Trial


class GridScreen(QWidget):
    """Holds the grid; subclasses say of which part and add the commands."""

    part: ClassVar[Part]
    takes_settings: ClassVar[bool] = True

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._workspace = workspace
        self.view: BudgetGrid | None = None
        self._mode = "wide"
        self._trial: Trial | None = None
        self.prices = PriceCommand(self, workspace)
        self.history = HistoryCommand(self, workspace)
        self.ways = NarrowCommand(self, workspace, settings)
        set_ground(self, "surface")
        self.head = GridHead(self._title())
        self._grid = QStackedWidget()
        self._empty = self._make_empty()
        self._grid.addWidget(self._empty)
        self._make_actions()
        self._fill_head()
        self.head.set_layout(self._mode)
        whole = column(gap=0)
        whole.addWidget(self.head)
        whole.addWidget(Hairline())
        whole.addWidget(self.ways.crumbs)
        whole.addWidget(self.ways.bar)
        whole.addWidget(self._grid, 1)
        add_grid_keys(self)
        self._body = row(gap=0)
        self._body.addLayout(whole, 1)
        self.setLayout(self._body)
        workspace.opened.connect(self._rebuild)
        workspace.closed.connect(self._rebuild)
        workspace.judged.connect(self._show_judged)
        workspace.changed.connect(self._follow)
        if workspace.document is not None:
            self._rebuild()

    # What a subclass says

    def _title(self) -> str:
        raise NotImplementedError

    def _empty_words(self) -> str:
        raise NotImplementedError

    def _make_actions(self) -> None:
        """Make the commands; asked once, before the head is filled."""

    def _fill_head(self) -> None:
        """Put buttons and filters into the head."""

    def _connect_view(self, view: BudgetGrid) -> None:
        """Connect a new grid with the commands."""

    def _update_actions(self, _node: Node | None = None) -> None:
        """Switch commands on and off for the row of the cursor."""

    def _subtitle(self, document: Document) -> str:
        count = document.figures.line_count[self.part]
        return self.tr("{count} lines").format(count=count)

    def _row_entered(self, node: Node | None) -> None:
        """The cursor came to another row."""

    def _is_empty(self, document: Document) -> bool:
        return document.figures.line_count[self.part] == 0

    @property
    def title(self) -> str:
        """Name of the part it shows."""
        return self._title()

    # What the main window asks

    def set_layout(self, mode: str) -> None:
        """Arrange for ``wide``, ``compact`` or ``small``."""
        self._mode = mode
        self.head.set_layout(mode)
        if self.view is not None:
            self.view.set_small(small=mode == "small")

    def commit_pending(self) -> bool:
        """Store what is being typed; False when it is refused and stays open (U12)."""
        return self.view.editing.commit() if self.view is not None else True

    def search(self, text: str) -> list[SearchHit]:
        """Rows that a code, words or an amount fit (U19)."""
        document = self._workspace.document
        found = search_plan(document.plan, document.chart, self.part, text) if document else []
        return [
            SearchHit(hit.where, hit.title, amount_text(hit), Target(self.part, hit.activity_id, hit.line_id))
            for hit in found
        ]

    def jump_to(self, target: Target) -> None:
        """Open the rows above a target, put the cursor on it and take the keyboard."""
        view = self.view
        if view is None or not self.commit_pending():
            return
        model = view.budget_model()
        node: Node | None = None
        if target.line_id is not None:
            node = model.tree.nodes.get(line_key(target.line_id))
        if node is None and target.activity_id is not None:
            node = model.tree.nodes.get(activity_key(target.activity_id))
        if node is not None:
            self.ways.clear()
            self.ways.add_missing(target.narrow)
            view.go_to(node, from_afar=True)
        view.setFocus()

    def open_levels(self, level: str) -> None:
        """Open the rows down to a level: ``sector``, ``subsector``, ``activity``, ``account`` or ``line``."""
        if self.view is not None and self.commit_pending():
            self.view.open_to(level)
            self.head.show_level(level)
            self.view.setFocus()

    # The grid

    def _rebuild(self) -> None:
        document = self._workspace.document
        if self.view is not None:
            self.view.editing.cancel()
            self._grid.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        self._trial = None
        self.ways.take(None)
        if document is None:
            return
        editable = not document.read_only
        model = RowTreeModel(document.plan, document.figures, document.chart, self.part, editable=editable)
        model.set_findings(self._workspace.findings())
        source = GridSource(document.chart, document.figures, self._workspace.apply, self._judge,
                            self.prices.help(document))  # fmt: skip
        view = BudgetGrid(model, source, self._title())
        model.setParent(view)
        view.set_small(small=self._mode == "small")
        view.row_entered.connect(self._row_entered)
        view.row_entered.connect(self.ways.enter)
        view.toggled.connect(lambda: self.head.show_level(""))
        if self._settings is not None:
            view.widths.remember(self._settings.columns(self.part), self._keep_widths)
        self._connect_view(view)
        self.prices.connect_view(view)
        self.history.connect_view(view)
        self.view = view
        self._grid.addWidget(view)
        self.ways.take(view)
        add_level_keys(self, view)
        self._open_first(document, view)
        view.setCurrentIndex(model.index(0, GridColumn.NAME))
        self._refresh(document)

    def _keep_widths(self, widths: Mapping[str, int]) -> None:
        if self._settings is not None:
            self._settings.keep_columns(self.part, widths)

    def _open_first(self, document: Document, view: BudgetGrid) -> None:  # noqa: ARG002
        """How far the rows are open when a plan is opened."""
        view.open_to("line")

    def _show_judged(self) -> None:
        document, view = self._workspace.document, self.view
        if document is not None and view is not None:
            view.budget_model().set_findings(document.findings)
            self._refresh(document)

    def _follow(self, applied: Applied) -> None:
        document, view = self._workspace.document, self.view
        if document is None or view is None:
            return
        model = view.budget_model()
        if model.editable is document.read_only:
            self._rebuild()
            return
        if self._trial is not None:
            self._trial.follow(applied.changes)
        model.apply(applied.changes)
        if applied.findings_changed:
            model.set_findings(self._workspace.findings())
        view.widen_amounts()
        self._refresh(document)
        self.ways.follow()
        if applied.kind != "do" and self.isVisible():
            self._show_change(view, applied)

    def _judge(self, before: Line, after: Line) -> FindingView | None:
        """The rule that an entry would break, mend or move; nothing is changed to find out."""
        from village_budget.document.trial import Trial, most_telling

        document = self._workspace.document
        if document is None:
            return None
        if self._trial is None:
            self._trial = Trial(document)
        change = Change(Entity.LINE, after.id, before if before.id else None, after)
        finding = most_telling(self._trial.findings, self._trial.findings_with(change))
        return view_of(finding, document.pack, language()) if finding else None

    def _show_change(self, view: BudgetGrid, applied: Applied) -> None:
        """After undo or redo the cursor goes where something changed."""
        tree = view.budget_model().tree
        for change in applied.changes:
            key = line_key(change.key) if isinstance(change.after, Line) else activity_key(change.key)
            if change.after is not None and key in tree.nodes:
                current = view.currentIndex()
                view.go_to(tree.nodes[key], max(current.column(), GridColumn.NAME), from_afar=True)
                return

    def _refresh(self, document: Document) -> None:
        """Counts in the head, and the page for an empty part."""
        self.head.set_subtitle(with_unreviewed(self._subtitle(document), document, self.part))
        assert self.view is not None
        had_focus = self.view.hasFocus() or self._empty.isAncestorOf(self.focusWidget() or self)
        empty = self._is_empty(document)
        self._grid.setCurrentWidget(self._empty if empty else self.view)
        self.setFocusProxy(self._empty_button if empty else self.view)
        if had_focus and self._grid.currentWidget() is self.view:
            self.view.setFocus()
        self._update_actions()

    def _make_empty(self) -> QWidget:
        page = QWidget()
        set_ground(page, "surface")
        self._empty_label: QLabel = label(self._empty_words(), role="strip", token="ink2", wrap=True)
        self._empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_button = button("", kind="primary", icon="tambah")
        lines = column(margins=(24, 24, 24, 24), gap=16)
        lines.addStretch(2)
        lines.addWidget(self._empty_label)
        lines.addWidget(self._empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(3)
        page.setLayout(lines)
        return page

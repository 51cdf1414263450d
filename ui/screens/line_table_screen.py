"""What the three grid screens share: the grid over one part, its commands, finding and going to rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QWidget

from ui.item_models.budget_nodes import Column, Kind, Node, account_key, activity_key, add_line_key, line_key
from ui.item_models.budget_tree_model import BudgetTreeModel
from ui.item_models.picker_entries import PickerEntry, account_search
from ui.item_models.plan_search import amount_text, search_plan
from ui.support.finding_view import view_of
from ui.support.formats import rupiah
from ui.support.i18n import language
from ui.support.workspace import Target, Workspace
from ui.widgets.budget_tree import BudgetTreeView
from ui.widgets.cell_editing import GridSource
from ui.widgets.code_picker import CodePicker
from ui.widgets.controls import Hairline, button, column, label, row, set_ground
from ui.widgets.grid_head import GridHead
from ui.widgets.search_box import SearchHit
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.support.finding_view import FindingView
    from village_budget.document.document import Document
    from village_budget.document.edit import Applied, Edit
    from village_budget.document.trial import Trial


class LineTableScreen(QWidget):
    """A screen with the grid of one part; subclasses say which and add what only they have."""

    part: ClassVar[Part]

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.view: BudgetTreeView | None = None
        self._mode = "wide"
        self._trial: Trial | None = None
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
        whole.addWidget(self._grid, 1)
        self._body = row(gap=0)
        self._body.addLayout(whole, 1)
        self.setLayout(self._body)
        workspace.opened.connect(self._rebuild)
        workspace.closed.connect(self._rebuild)
        workspace.changed.connect(self._follow)
        if workspace.document is not None:
            self._rebuild()

    # What a subclass says

    def _title(self) -> str:
        raise NotImplementedError

    def _empty_words(self) -> str:
        raise NotImplementedError

    def _first_action(self) -> QAction:
        """What fills an empty screen."""
        return self.add_account

    def _fill_head(self) -> None:
        """Buttons and filters."""
        self._head_button(self.add_account, self.tr("Account"))

    def _subtitle(self, document: Document) -> str:
        count = document.figures.line_count[self.part]
        return self.tr("{count} lines").format(count=count)

    def _row_entered(self, node: Node | None) -> None:
        """The cursor came to another row."""

    def _is_empty(self, document: Document) -> bool:
        return document.figures.line_count[self.part] == 0

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
            self._show_hidden()
            view.go_to(node)
        view.setFocus()

    def _show_hidden(self) -> None:
        """Nothing is hidden here."""

    # The grid

    def _rebuild(self) -> None:
        document = self._workspace.document
        if self.view is not None:
            self.view.editing.cancel()
            self._grid.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        self._trial = None
        if document is None:
            return
        editable = not document.read_only
        model = BudgetTreeModel(document.plan, document.figures, document.chart, self.part, editable=editable)
        model.set_findings(document.findings)
        source = GridSource(document.chart, document.figures, self._workspace.apply, self._judge)
        view = BudgetTreeView(model, source, self._title())
        model.setParent(view)
        view.set_small(small=self._mode == "small")
        view.account_wanted.connect(self._pick_account)
        view.line_wanted.connect(self._add_line)
        view.row_entered.connect(self._row_entered)
        view.row_entered.connect(self._update_actions)
        view.toggled.connect(lambda: self.head.show_level(""))
        view.customContextMenuRequested.connect(self._show_menu)
        for action in self._row_actions:
            view.addAction(action)
        self.view = view
        self._grid.addWidget(view)
        self._open_first(document, view)
        view.setCurrentIndex(model.index(0, Column.NAME))
        self._refresh(document)

    def _open_first(self, document: Document, view: BudgetTreeView) -> None:  # noqa: ARG002
        """How far the rows are open when a plan is opened."""
        view.open_to("line")

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
            model.set_findings(document.findings)
        view.widen_amounts()
        self._refresh(document)
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

    def _show_change(self, view: BudgetTreeView, applied: Applied) -> None:
        """After undo or redo the cursor goes where something changed."""
        tree = view.budget_model().tree
        for change in applied.changes:
            key = line_key(change.key) if isinstance(change.after, Line) else activity_key(change.key)
            if change.after is not None and key in tree.nodes:
                current = view.currentIndex()
                view.go_to(tree.nodes[key], max(current.column(), Column.NAME))
                return

    def _refresh(self, document: Document) -> None:
        """Counts in the head, and the page for an empty part."""
        self.head.set_subtitle(self._subtitle(document))
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

    # Commands

    def _make_actions(self) -> None:
        self.add_line = self._action(
            self.tr("Add a line"), self._add_line, "Ins", "Ctrl+Return", "Ctrl+Enter"
        )
        self.add_account = self._action(self.tr("Add account"), self._pick_account_here, "Ctrl+Shift+R")
        self.move_up = self._action(self.tr("Move up"), lambda: self._move(-1), "Alt+Up")
        self.move_down = self._action(self.tr("Move down"), lambda: self._move(1), "Alt+Down")
        self.remove = self._action(self.tr("Delete"), self._remove, "Del")
        self._row_actions = [self.add_line, self.move_up, self.move_down, self.remove]
        for action in self._row_actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
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
        is_line = node is not None and node.kind is Kind.LINE
        self.move_up.setEnabled(editable and is_line)
        self.move_down.setEnabled(editable and is_line)

    def _show_menu(self, at: object) -> None:
        view = self.view
        if view is None:
            return
        menu = QMenu(view)
        for action in (*self._menu_actions(), None, self.move_up, self.move_down, None, self.remove):
            menu.addAction(action) if action is not None else menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.viewport().mapToGlobal(at))  # type: ignore[call-overload]

    def _menu_actions(self) -> Sequence[QAction]:
        return (self.add_line, self.add_account)

    def _apply(self, edit: Edit) -> Applied | None:
        return self._workspace.apply(edit)

    def _add_line(self) -> None:
        """Start a line below the cursor; on an activity choose its account first."""
        from village_budget.document.edits.lines import AddLine

        view = self.view
        node = view.current_node() if view is not None else None
        if view is None or node is None or not self.commit_pending():
            return
        tree = view.budget_model().tree
        if node.kind in (Kind.ACCOUNT, Kind.ADD_LINE):
            view.go_to(tree.nodes[add_line_key(node.row_id, node.code)])
            view.edit_current()
        elif node.kind is Kind.LINE:
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
        from village_budget.document.edits.lines import AddLine

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

    def _move(self, step: int) -> None:
        from village_budget.document.edits.lines import MoveLine

        node = self.view.current_node() if self.view is not None else None
        if node is not None and node.kind is Kind.LINE and node.row_id is not None and self.commit_pending():
            self._apply(MoveLine(node.row_id, step))
            if self.view is not None:
                self.view.scrollTo(self.view.currentIndex())

    def _remove(self) -> None:
        view = self.view
        if view is None or not self.commit_pending():
            return
        nodes = [node for node in view.selected_nodes() if node.is_summed() or node.kind is Kind.LINE]
        activities = [node for node in nodes if node.kind is Kind.ACTIVITY]
        if len(nodes) == 1 and activities:
            self._remove_activity(activities[0])
            return
        lines: dict[int, Line] = {}
        for node in nodes:
            if node.kind not in (Kind.LINE, Kind.ACCOUNT):
                return
            lines.update((line.id, line) for line in view.budget_model().tree.lines_below(node))
        self._remove_lines(list(lines.values()))

    def _remove_activity(self, node: Node) -> None:
        """Only spending has activities."""

    def _remove_lines(self, lines: list[Line]) -> None:
        from village_budget.document.edits.lines import RemoveLines

        total = sum(line.amount for line in lines)
        if len(lines) == 1:
            name = lines[0].description or lines[0].account_code
            question = self.tr('Delete "{name}", {total}? This can be undone.')
        else:
            name = ""
            question = self.tr("Delete {count} lines, {total}? This can be undone.")
        words = question.format(name=name, count=len(lines), total=rupiah(total))
        if lines and (not total or self._ask(words)):
            self._apply(RemoveLines(tuple(line.id for line in lines)))

    def _ask(self, words: str) -> bool:
        from ui.dialogs.question import Question

        return Question.ask(self.tr("Delete"), words, self.tr("Delete"), parent=self)

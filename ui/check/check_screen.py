"""Pemeriksaan: every rule by state or theme, and the one looked at opened beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.check.finding_detail import FindingDetail
from ui.check.finding_facts import decision_on, facts_of, words_of
from ui.check.finding_filters import FindingFilters
from ui.check.finding_list import FindingList
from ui.check.finding_view import FindingView, view_of
from ui.check.finding_words import group_words, theme_words
from ui.check.findings_model import ENTRY_ROLE, FindingsModel, entry_key
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
)
from ui.kit.screen_head import ScreenHead
from ui.support import background
from ui.support.i18n import language
from ui.support.lifetime import while_alive
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace

if TYPE_CHECKING:
    from village_budget.rules.ways.moves import WayOut


class CheckScreen(QWidget):
    """The list of findings and the detail of one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._alone = False
        self._views: dict[tuple[str, str], FindingView] = {}
        self._key: tuple[str, str] | None = None
        self._done: tuple[tuple[str, str], str] | None = None
        self._task: background.Task | None = None
        self.model = FindingsModel({**group_words(), **theme_words()}, self)
        self.list = FindingList(self.model)
        self.list.setAccessibleName(self.tr("Rules"))
        self.detail = FindingDetail()
        self.head = ScreenHead(self.tr("Check"))
        self.print = button(self.tr("Print"), kind="quiet", icon="cetak")
        self.print.clicked.connect(self._print)
        self.head.add_button(self.print)
        self.filters = FindingFilters()
        self._nothing = label("", token="ink2", wrap=True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self._refresh()

    def _connect(self) -> None:
        work = self._workspace
        self.filters.changed.connect(self._refresh)
        self.filters.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._open)
        self.list.entered.connect(self._enter)
        self.list.fold_asked.connect(self._fold)
        self.detail.back_asked.connect(self._back)
        self.detail.jump_asked.connect(work.jump)
        self.detail.answered.connect(self._answer)
        self.detail.way_asked.connect(self._follow)
        self.detail.waive_asked.connect(self._waive)
        self.detail.unwaive_asked.connect(self._unwaive)
        self.detail.undo_asked.connect(work.undo)
        work.changed.connect(self._hear)
        work.opened.connect(self._hear)
        work.judged.connect(self._hear)
        seek = QShortcut(QKeySequence("/"), self.list, self.open_search)
        seek.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = column(gap=0)
        left.addWidget(self.head)
        left.addWidget(self.filters)
        left.addWidget(Hairline())
        self._nothing.setContentsMargins(theme().px(16), theme().px(14), theme().px(16), theme().px(14))
        left.addWidget(self._nothing)
        left.addWidget(self.list, 1)
        left.addStretch(0)
        self._left.setLayout(left)
        whole = row(gap=0)
        whole.addWidget(self._left)
        self._line = Hairline(vertical=True)
        whole.addWidget(self._line)
        whole.addWidget(self.detail, 1)
        self.setLayout(whole)
        self.set_layout("wide")

    def set_layout(self, mode: str) -> None:
        """The list gives way to the detail when room is short; with too little, one stands for the other."""
        self.head.set_layout(mode)
        self._alone = mode == "small"
        self.detail.set_alone(alone=self._alone, compact=mode == "compact")
        widest = theme().px({"wide": 470, "compact": 400}.get(mode, 100_000))
        self._left.setMaximumWidth(widest)
        self._left.setMinimumWidth(0 if self._alone else widest)
        self._left.show()
        self._line.setVisible(not self._alone)
        self.detail.setVisible(not self._alone)

    @property
    def views(self) -> tuple[FindingView, ...]:
        """Every finding as it is shown, whatever the filter hides."""
        return tuple(self._views.values())

    def commit_pending(self) -> bool:
        """Take an answer that is being typed; False when it is refused and stays open."""
        return self.detail.commit()

    def _enter(self) -> None:
        """Enter, or a double click: the first row behind the finding, or its detail where that is hidden."""
        if self._alone and self._left.isVisible():
            self._left.hide()
            self.detail.show()
            self._refresh()
            self.detail.setFocus()
        else:
            self._go_to_first()

    def _back(self) -> None:
        if self._alone:
            self.detail.hide()
            self._left.show()
        self.list.setFocus()

    def open_search(self) -> None:
        """Go to the field that searches the rules."""
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def show_group(self, group: str) -> None:
        """Show one group of findings, or all."""
        self.filters.show_group(group)

    def jump_to(self, target: Target) -> None:
        """Look at a finding."""
        if target.finding is None:
            return
        self._refresh()
        if self.model.row_of(target.finding) < 0:
            self.filters.show_all()
            self.model.reveal(target.finding)
        self.list.choose(self.model.row_of(target.finding))
        self.list.scrollTo(self.list.currentIndex(), FindingList.ScrollHint.PositionAtCenter)
        self.list.setFocus()

    def _hear(self, _applied: object = None) -> None:
        """Follow the plan while seen; what is not seen costs an edit nothing."""
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chips look for room anew."""
        super().resizeEvent(event)
        self.filters.fit()

    def _refresh(self) -> None:
        document = self._workspace.document
        if document is None or not self._workspace.is_judged:
            return
        views = [view_of(finding, document.pack, language()) for finding in document.findings]
        self._views = {view.finding.key: view for view in views}
        self.filters.show_counts(views)
        text = self.tr("{n} rules · pack {year}").format(n=len(views), year=document.pack.year)
        self.head.set_subtitle(text)
        before = entry_key(self.list.currentIndex().data(ENTRY_ROLE))
        self.model.show_views(views, self.filters.shown)
        if before and before == self._key and not self.filters.shown.text and self.model.row_of(before) < 0:
            self.model.reveal(self._key)
        self._show_nothing()
        self._choose(before)
        view = self._views.get(self._key) if self._key else None
        if view is not None:
            self._open(view)
        if not self.model.rowCount():
            self._key = None
            self.detail.clear()

    def _choose(self, key: tuple[str, ...]) -> None:
        """Stay where the list was, at the head of a folded group too; else at the first finding."""
        row_now = self.model.row_of(key[:2]) if key else -1
        self.list.choose(row_now if row_now >= 0 else max(self.model.first(), 0))

    def _show_nothing(self) -> None:
        empty = not self.model.rowCount()
        self._nothing.setVisible(empty)
        self.list.setVisible(not empty)
        text = self.filters.shown.text
        words = self.tr('No rule matches "{text}". Search ids, words, articles or codes.').format(text=text)
        self._nothing.setText(words if text else self.tr("No rule fits this filter."))

    def _fold(self, group: str, folded: bool) -> None:
        self.model.fold(group, folded=folded)
        self.list.choose(self.model.row_of(("", group)))

    def _print(self) -> None:
        """Print the findings on the form that the documents have for them."""
        from village_budget.reports.catalogue import form

        document = self._workspace.document
        if document is not None:
            self._workspace.print_asked.emit(form("pemeriksaan").build(document.report_source()))

    def _open(self, view: object) -> None:
        document = self._workspace.document
        if document is None or not isinstance(view, FindingView):
            return
        key = view.finding.key
        if key != self._key and not self.detail.commit():
            # A half-typed answer wants a choice first.
            self.list.choose(self.model.row_of(self._key or key))
            return
        self._key = key
        view = self._views.get(key, view)
        done = self._done[1] if self._done and self._done[0] == key and view.finding.holds else ""
        self.detail.show_finding(view, facts_of(document, view, done))
        self._work_out(view)

    def _work_out(self, view: FindingView) -> None:
        """Look for ways out behind the window, for the finding that is looked at alone."""
        document, ways = self._workspace.document, self.detail.ways
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if document is None or ways is None:
            return
        ways.wait()
        finding = view.finding

        def work(task: background.Task) -> tuple[WayOut, ...] | None:
            return None if task.cancelled() else document.ways_out(finding)

        def done(found: tuple[WayOut, ...] | None) -> None:
            if task is self._task and found is not None:
                self.detail.show_ways(words_of(document, found), decision_on(view))

        def failed(_error: Exception) -> None:
            # The plan changed under its hands; that change asks anew.
            if task is self._task:
                self.detail.show_ways([], decision_on(view))

        task = self._task = background.run(work, while_alive(ways, done), while_alive(ways, failed))

    def _follow(self, way: WayOut) -> None:
        from village_budget.document.edits.way_out import FollowWayOut
        from village_budget.rules.ways.ways_out import heading

        words = self.tr("Applied as one step: {heading}.").format(heading=heading(way, language()))
        self._done = (self._key, words) if self._key else None
        if self._workspace.apply(FollowWayOut(way)) is None:
            self._done = None

    def _answer(self, question: str, value: str, note: str) -> None:
        from village_budget.document.edits.records import SetAnswer

        self._workspace.apply(SetAnswer(question, value, note))

    def _waive(self, view: FindingView) -> None:
        from ui.check.waiver_dialog import WaiverDialog

        document = self._workspace.document
        edit = WaiverDialog.ask(view, document.plan, self) if document is not None else None
        if edit is not None:
            self._workspace.apply(edit)

    def _unwaive(self, view: FindingView) -> None:
        from village_budget.document.edits.records import RemoveWaiver

        self._workspace.apply(RemoveWaiver(*view.finding.key))

    def _go_to_first(self) -> None:
        if self.detail.causes:
            self._workspace.jump.emit(self.detail.causes[0].cause.target)
        elif self.detail.answers:
            self.detail.answers[0].take_focus()

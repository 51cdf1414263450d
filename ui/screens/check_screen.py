"""Pemeriksaan: every rule by weight, and the one looked at opened beside the list."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.item_models.findings_model import ENTRY_ROLE, FindingsModel, counts
from ui.support.finding_view import STATES, FindingView, view_of
from ui.support.formats import amount
from ui.support.i18n import language
from ui.support.icons import icon
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from ui.widgets.controls import FilterChip, Hairline, button, column, row
from ui.widgets.finding_detail import CauseRow, FindingDetail
from ui.widgets.finding_list import FindingList
from ui.widgets.screen_head import ScreenHead

MOST_CAUSES = 12


class CheckScreen(QWidget):
    """The list of findings and the detail of one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._group = ""
        self._alone = False
        self.words = {
            "broken": self.tr("Broken"), "warning": self.tr("Warnings"), "advice": self.tr("Advice"),
            "holds": self.tr("Hold"),
        }  # fmt: skip
        self.model = FindingsModel(self)
        self.list = FindingList(self.model, self.words)
        self.list.setAccessibleName(self.tr("Rules"))
        self.detail = FindingDetail()
        self.head = ScreenHead(self.tr("Check"))
        self.print = button(self.tr("Print"), kind="quiet", icon="cetak")
        self.print.clicked.connect(self._print)
        self.head.add_button(self.print)
        self._chips = self._filters()
        self._lay_out()
        self.list.chosen.connect(self._open)
        self.list.entered.connect(self._enter)
        self.detail.back_asked.connect(self._back)
        self.detail.jump_asked.connect(workspace.jump)
        workspace.changed.connect(self._hear)
        workspace.opened.connect(self._hear)
        self.setFocusProxy(self.list)
        self._refresh()

    def _filters(self) -> dict[str, FilterChip]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        chips: dict[str, FilterChip] = {}
        for name, text in (("", self.tr("All")), *self.words.items()):
            chip = FilterChip(text)
            chip.setProperty("word", text)
            chip.clicked.connect(lambda _=False, asked=name: self.show_group(asked))
            group.addButton(chip)
            self.head.add_filter(chip)
            chips[name] = chip
        chips[""].setChecked(True)
        return chips

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = column(gap=0)
        left.addWidget(self.head)
        left.addWidget(Hairline())
        left.addWidget(self.list, 1)
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
        self.detail.set_alone(alone=self._alone)
        widest = theme().px({"wide": 470, "compact": 400}.get(mode, 100_000))
        self._left.setMaximumWidth(widest)
        self._left.setMinimumWidth(0 if self._alone else widest)
        self._left.show()
        self._line.setVisible(not self._alone)
        self.detail.setVisible(not self._alone)

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

    def _fit_chips(self) -> None:
        """Words and counts; icons and counts where the words have no room. The name says both."""
        shown = [(name, chip) for name, chip in self._chips.items() if not chip.isHidden()]
        for name, chip in shown:
            word, count = str(chip.property("word")), chip.property("count")
            chip.setIcon(QIcon())
            chip.setText(f"{word}  {count}" if name else word)
            chip.setAccessibleName(f"{word} {count}")
            chip.setToolTip("")
        px = theme().px
        wanted = sum(chip.sizeHint().width() + px(6) for _, chip in shown) + px(36)
        if wanted <= min(self._left.maximumWidth(), self.width()):
            return
        for name, chip in shown:
            if name:
                chip.setIcon(icon(*STATES[name], 16))
                chip.setIconSize(QSize(px(16), px(16)))
                chip.setText(str(chip.property("count")))
                chip.setToolTip(str(chip.property("word")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the words still have room."""
        super().resizeEvent(event)
        self._fit_chips()

    def show_group(self, group: str) -> None:
        """Show one group of findings, or all."""
        self._group = group
        self._chips[group].setChecked(True)
        self._refresh()

    def jump_to(self, target: Target) -> None:
        """Look at a finding."""
        if target.finding is None:
            return
        self._refresh()
        if self.model.row_of(target.finding) < 0:
            self.show_group("")
        self.list.choose(self.model.row_of(target.finding))
        self.list.setFocus()

    def _hear(self, _applied: object = None) -> None:
        """Follow the plan while seen; what is not seen costs an edit nothing."""
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        document = self._workspace.document
        if document is None:
            return
        views = [view_of(finding, document.pack, language()) for finding in document.findings]
        before = self._current_key()
        found = counts(views)
        for name, chip in self._chips.items():
            chip.setProperty("count", found.get(name, len(views)))
            chip.setVisible(not name or found[name] > 0 or name == self._group)
        self._fit_chips()
        text = self.tr("{n} rules · pack {year}").format(n=len(views), year=document.pack.year)
        self.head.set_subtitle(text)
        self.model.show_views(views, self._group)
        row_now = self.model.row_of(before) if before else -1
        self.list.choose(row_now if row_now >= 0 else self.model.first())
        current = next((view for view in views if view.finding.key == self._current_key()), None)
        if current is not None:
            self._open(current)

    def _print(self) -> None:
        """Print the findings on the form that the documents have for them."""
        from ui.printing.printer import print_documents
        from village_budget.reports.catalogue import form

        document = self._workspace.document
        if document is not None:
            print_documents(form("pemeriksaan").build(document.report_source()), self)

    def _current_key(self) -> tuple[str, str] | None:
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        return entry.finding.key if isinstance(entry, FindingView) else None

    def _open(self, view: object) -> None:
        if isinstance(view, FindingView):
            causes = self._causes(view)
            rest = len(view.finding.lines) + len(view.finding.activities) - len(causes)
            self.detail.show_finding(view, causes, rest)

    def _causes(self, view: FindingView) -> list[CauseRow]:
        document = self._workspace.document
        if document is None:
            return []
        plan = document.plan
        causes: list[CauseRow] = []
        for line_id in view.finding.lines[:MOST_CAUSES]:
            line = plan.lines.get(line_id)
            if line is None:
                continue
            activity = plan.activities.get(line.activity_id or -1)
            code = " · ".join(text for text in (activity.code if activity else "", line.account_code) if text)
            target = Target(part=line.part, activity_id=line.activity_id, line_id=line_id)
            causes.append(CauseRow(code, line.description, amount(line.amount), target))
        for activity_id in view.finding.activities[: MOST_CAUSES - len(causes)]:
            activity = plan.activities.get(activity_id)
            if activity is not None:
                name = activity.name or document.chart.activity_name(activity.code)
                spent = amount(document.figures.total("activity", activity_id))
                causes.append(CauseRow(activity.code, name, spent, Target(activity_id=activity_id)))
        return causes

    def _go_to_first(self) -> None:
        if self.detail.causes:
            self._workspace.jump.emit(self.detail.causes[0].cause.target)

"""Ringkasan: totals, where the money goes and comes from, open findings, what comes next."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QScrollArea, QWidget

from ui.check.finding_list import FindingList
from ui.check.finding_view import FindingView, view_of
from ui.check.findings_model import ENTRY_ROLE, FindingsModel
from ui.kit.controls import (
    button,
    column,
    label,
    row,
    set_ground,
)
from ui.kit.screen_head import ScreenHead
from ui.summary.chart_card import ChartCard
from ui.summary.due_list import DueList
from ui.summary.figure_card import Card, TotalsCard
from ui.summary.fund_rows import FundRows
from ui.summary.next_step_row import NextStepRow
from ui.summary.progress_list import Progress, ProgressList
from ui.summary.summary_charts import chart_view, kinds
from ui.summary.summary_facts import fund_rows, open_ceilings, progress_of
from ui.summary.summary_steps import dues_of, step_of
from ui.summary.summary_years import OtherYears
from ui.summary.treemap import Treemap
from ui.summary.weight_counts import WeightCounts
from ui.support.i18n import language
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from village_budget.domain.lines import Part

if TYPE_CHECKING:
    from village_budget.document.document import Document

MOST_FINDINGS = 3
WIDEST = 1440


class SummaryScreen(QWidget):
    """The plan at a glance."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        set_ground(self, "bg")
        self.head = ScreenHead(self.tr("Summary"))
        set_ground(self.head, "bg")
        self.export = button(self.tr("Export for the Dinas PMD"), icon="ekspor")
        self.export.clicked.connect(self._go_to_documents)
        self.head.add_button(self.export)
        self.totals = TotalsCard(
            [
                self.tr("Revenue"),
                self.tr("Spending"),
                self.tr("Net financing"),
                self.tr("Balance of the year"),
            ]
        )
        self.charts = ChartCard(kinds())
        self.charts.failed.connect(workspace.refused)
        self.charts.chosen.connect(lambda _: self._refresh())
        self.charts.file_asked.connect(self._ask_last_year)
        self.years = OtherYears(workspace, self)
        self.years.found.connect(self._hear)
        self.chart = self.charts.canvas
        self.funds = FundRows()
        self.weights = WeightCounts()
        self.progress = ProgressList()
        self.findings = FindingsModel(parent=self)
        self.list = FindingList(self.findings)
        self.list.setAccessibleName(self.tr("Open findings"))
        self.list.entered.connect(self._go_to_finding)
        self.list.clicked.connect(lambda _: self._go_to_finding())
        self.next_step = NextStepRow()
        self.dues = DueList()
        self._no_money = label("", token="ink2", wrap=True)
        self._no_progress = label("", token="ink2", wrap=True)
        self._all_well = label("", token="ink2", wrap=True)
        self._lay_out()
        workspace.changed.connect(self._hear)
        workspace.opened.connect(self._hear)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._refresh()

    def _lay_out(self) -> None:
        left, right = column(gap=12), column(gap=12)
        left.addWidget(self.charts)
        left.addWidget(self._funds_card(), 1)
        left.addStretch(0)
        self._left = left
        right.addWidget(self._findings_card())
        right.addWidget(self._progress_card())
        right.addWidget(self._dues_card(), 1)
        self._below = row(gap=12)
        self._below.addLayout(left, 3)
        self._below.addLayout(right, 2)
        inner = column(margins=(24, 0, 24, 6), gap=12)
        inner.addWidget(self.totals)
        # Both columns end on one line; a taller window shows more ground, not larger cards.
        inner.addLayout(self._below)
        inner.addWidget(self._map_card())
        inner.addStretch(1)
        body = QWidget()
        set_ground(body, "bg")
        body.setLayout(inner)
        body.setMaximumWidth(theme().px(WIDEST))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head.setMaximumWidth(theme().px(WIDEST - 20))
        head = row(margins=(8, 0, 12, 0), gap=0)
        self._head_row, self._scroll = head, scroll
        scroll.verticalScrollBar().rangeChanged.connect(lambda _, most: self._end_head(most))
        head.addStretch(1)
        head.addWidget(self.head, 10_000)
        head.addStretch(1)
        whole = column(gap=0)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        self.setLayout(whole)

    def _end_head(self, most: int) -> None:
        """The button ends where the cards end, with and without a scroll bar beside them."""
        px = theme().px
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        self._head_row.setContentsMargins(px(8), 0, px(12) + bar, 0)

    def _funds_card(self) -> Card:
        card = Card(self.tr("Fund sources"), self.tr("fill = spending, mark = revenue"))
        self.ceilings = button("", kind="link")
        self.ceilings.clicked.connect(lambda: self._workspace.place_asked.emit("data"))
        card.head.insertWidget(1, self.ceilings)
        card.body.addWidget(self.funds)
        card.body.addWidget(self._no_money)
        card.body.addStretch(1)
        return card

    def _map_card(self) -> Card:
        card = Card(self.tr("Where the money is"), self.tr("area = share of the spending"))
        self.map = Treemap(self._workspace)
        self.map.setMinimumHeight(theme().px(240))
        card.body.addWidget(self.map)
        return card

    def _progress_card(self) -> Card:
        card = Card(self.tr("Progress"))
        card.body.addWidget(self.progress)
        card.body.addWidget(self._no_progress)
        card.body.addStretch(1)
        return card

    def _findings_card(self) -> Card:
        card = Card(self.tr("Open findings"))
        see_all = button(self.tr("See all"), kind="link")
        see_all.clicked.connect(lambda: self._workspace.place_asked.emit("pemeriksaan"))
        px = theme().px
        card.head.addWidget(see_all)
        card.body.setContentsMargins(1, px(6), 1, px(8))
        card.head.setContentsMargins(px(19), 0, px(10), 0)
        self.weights.setContentsMargins(px(19), 0, px(10), px(4))
        card.body.addWidget(self.weights)
        card.body.addWidget(self.list)
        self._all_well.setContentsMargins(px(19), 0, px(10), px(8))
        card.body.addWidget(self._all_well)
        return card

    def _dues_card(self) -> Card:
        card = Card(self.tr("What comes next"))
        card.body.addWidget(self.next_step)
        card.body.addWidget(self.dues)
        card.body.addStretch(1)
        return card

    def set_layout(self, mode: str) -> None:
        """One column of cards where two have no room."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.totals.set_layout(mode)
        self._below.setDirection(down if mode == "small" else across)

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
        self._show_totals(document)
        today = date.today()  # noqa: DTZ011 - the user's own calendar
        others = self.years.known() if self.charts.kind == "year" else ()
        self.charts.show_view(chart_view(document, self.charts.kind, others, today))
        self._show_funds(document)
        found = document.findings
        self._show_progress(progress_of(document, found, self._workspace))
        views = [view_of(finding, document.pack, language()) for finding in found]
        self.weights.show_counts(views if document.plan.lines else [])
        opened = sorted((view for view in views if view.open), key=_weight)
        asks = sum(view.state == "ask" for view in views)
        self._show_findings(opened, len(views) if document.plan.lines else 0, asks)
        self.next_step.show_step(step_of(document, opened, self._workspace, asks))
        info = document.plan.info
        self.dues.show_dues(dues_of(info.fiscal_year, info.status, today))

    def _show_funds(self, document: Document) -> None:
        rows = fund_rows(document)
        self.funds.show_rows(rows)
        self.funds.setVisible(bool(rows))
        # Without rows the card is small, and what is left is ground.
        self._left.setStretch(1, 1 if rows else 0)
        self._left.setStretch(2, 0 if rows else 1)
        self._no_money.setVisible(not rows)
        self._no_money.setText(self.tr("No money yet. Begin under Revenue."))
        missing = len(open_ceilings(document))
        self.ceilings.setText(self.tr("Fill in {n} ceilings").format(n=missing))
        self.ceilings.setAccessibleName(self.ceilings.text())
        self.ceilings.setVisible(bool(missing))

    def _show_progress(self, progress: list[Progress]) -> None:
        self.progress.show_all(progress)
        self.progress.setVisible(bool(progress))
        self._no_progress.setVisible(not progress)
        self._no_progress.setText(self.tr("Nothing to count yet. What is filled in is counted here."))

    def _show_totals(self, document: Document) -> None:
        figures, plan = document.figures, document.plan
        lines = figures.line_count[Part.REVENUE]
        sectors = {activity.code.partition(".")[0] for activity in plan.activities.values()}
        funds = len([fund for fund in figures.used_funds() if fund])
        self.totals.show_total(
            0, figures.revenue, self.tr("{n} lines · {m} fund sources").format(n=lines, m=funds)
        )
        spending = self.tr("{n} sectors · {m} activities").format(n=len(sectors), m=len(plan.activities))
        self.totals.show_total(1, figures.spending, spending)
        none = not (figures.financing_in or figures.financing_out)
        financing = self.tr("no financing yet") if none else self.tr("in − out")
        self.totals.show_total(2, figures.net_financing, financing)
        over = [f for f in figures.used_funds() if f and figures.fund_balance(f) < 0]
        if figures.balance or over:
            word = (
                self.tr("not balanced")
                if figures.balance
                else self.tr("{funds} overspent").format(funds=", ".join(over))
            )
            self.totals.show_total(3, figures.balance, word, "bad")
        else:
            self.totals.show_total(3, 0, self.tr("Balanced, each fund source too"), "ok")

    def _show_findings(self, opened: list[FindingView], rules: int, asks: int) -> None:
        self.findings.show_bare(opened[:MOST_FINDINGS])
        self.list.setVisible(bool(opened))
        self.list.setFixedHeight(self.list.content_height())
        self._all_well.setVisible(not opened)
        well = (
            self.tr("No rule is broken. {n} still need an answer under Check.").format(n=asks)
            if asks
            else self.tr("All {n} rules hold. Ready to export.").format(n=rules)
        )
        self._all_well.setText(well if rules else self.tr("Nothing to check yet."))

    def _go_to_finding(self) -> None:
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, FindingView):
            self._workspace.jump.emit(Target(finding=entry.finding.key))

    def _ask_last_year(self) -> None:
        title = self.tr("Choose last year's file")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", "APB Desa (*.apbdes)")
        if chosen:
            self.years.add_file(Path(chosen))

    def _go_to_documents(self) -> None:
        self._workspace.place_asked.emit("dokumen")


def _weight(view: FindingView) -> tuple[int, int]:
    """Errors first, then what is missing most; amounts before counts."""
    gap = view.finding.gap if view.finding.is_money else 0
    return ("broken", "warning", "near", "advice").index(view.state), -gap

"""Ringkasan: totals, where the money goes and comes from, open findings, what comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.item_models.findings_model import FindingsModel
from ui.support.finding_view import FindingView, view_of
from ui.support.i18n import language
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from ui.widgets.charts import Bar, BarChart
from ui.widgets.controls import button, column, label, row, set_ground
from ui.widgets.due_list import Due, DueList
from ui.widgets.figure_card import Card, FundList, FundShare, TotalsCard
from ui.widgets.finding_list import FindingList
from ui.widgets.screen_head import ScreenHead

if TYPE_CHECKING:
    from village_budget.document.document import Document

MOST_FINDINGS = 4
NEAR_DAYS = 30


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
        self.chart = BarChart(self.tr("Spending by sector"))
        self.funds = FundList()
        self.findings = FindingsModel(self)
        self.list = FindingList(self.findings, dict.fromkeys(("broken", "warning", "advice", "holds"), ""))
        self.list.setAccessibleName(self.tr("Open findings"))
        self.list.entered.connect(self._go_to_finding)
        self.list.clicked.connect(lambda _: self._go_to_finding())
        self.dues = DueList()
        self._empty = label("", token="ink2", wrap=True)
        self._all_well = label("", token="ink2", wrap=True)
        self._lay_out()
        workspace.changed.connect(self._refresh)
        workspace.opened.connect(self._refresh)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._refresh()

    def _lay_out(self) -> None:
        sectors = Card(self.tr("Spending by sector"), self.tr("colour = fund source"))
        sectors.body.addWidget(self.chart)
        sectors.body.addWidget(self._empty)
        sectors.body.addStretch(1)
        funds = Card(self.tr("Fund sources"))
        funds.body.addWidget(self.funds)
        funds.body.addStretch(1)
        findings = Card(self.tr("Open findings"))
        see_all = button(self.tr("See all"), kind="link")
        see_all.clicked.connect(lambda: self._workspace.jump.emit(Target(finding=("", ""))))
        findings.head.addWidget(see_all)
        findings.body.setContentsMargins(1, theme().px(6), 1, theme().px(8))
        findings.head.setContentsMargins(theme().px(19), 0, theme().px(10), 0)
        findings.body.addWidget(self.list, 1)
        self._all_well.setContentsMargins(theme().px(19), 0, theme().px(10), theme().px(8))
        findings.body.addWidget(self._all_well)
        dues = Card(self.tr("What comes next"))
        dues.body.addWidget(self.dues)
        dues.body.addStretch(1)
        left, right = column(gap=12), column(gap=12)
        left.addWidget(sectors, 3)
        left.addWidget(funds, 2)
        right.addWidget(findings, 3)
        right.addWidget(dues, 2)
        below = row(gap=12)
        below.addLayout(left, 3)
        below.addLayout(right, 2)
        inner = column(margins=(24, 0, 24, 14), gap=12)
        inner.addWidget(self.totals)
        inner.addLayout(below, 1)
        body = QWidget()
        set_ground(body, "bg")
        body.setLayout(inner)
        body.setMaximumWidth(theme().px(1440))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = column(gap=0)
        head = row(margins=(8, 0, 12, 0), gap=0)
        head.addWidget(self.head)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        self.setLayout(whole)

    def _refresh(self, _applied: object = None) -> None:
        document = self._workspace.document
        if document is None:
            return
        self._show_totals(document)
        bars = self._bars(document)
        self.chart.show_bars(bars)
        self.chart.setVisible(bool(bars))
        self._empty.setVisible(not bars)
        self._empty.setText(self.tr("No spending yet. Add activities under Spending."))
        figures, chart = document.figures, document.chart
        self.funds.show_shares(
            [
                FundShare(
                    f,
                    chart.funds[f].name if f in chart.funds else self.tr("not yet decided"),
                    figures.fund_in(f),
                )
                for f in figures.used_funds()
            ]
        )
        views = [view_of(finding, document.pack, language()) for finding in document.findings]
        opened = [view for view in views if view.open]
        self._show_findings(opened, len(views))
        self.dues.show_dues(self._due(document.plan.info.fiscal_year))

    def _show_totals(self, document: Document) -> None:
        figures, plan = document.figures, document.plan
        lines = len([line for line in plan.lines.values() if line.activity_id is None])
        sectors = {activity.code.partition(".")[0] for activity in plan.activities.values()}
        funds = len([fund for fund in figures.used_funds() if fund])
        self.totals.show_total(
            0, figures.revenue, self.tr("{n} lines · {m} fund sources").format(n=lines, m=funds)
        )
        spending = self.tr("{n} sectors · {m} activities").format(n=len(sectors), m=len(plan.activities))
        self.totals.show_total(1, figures.spending, spending)
        none = not (figures.financing_in or figures.financing_out)
        financing = self.tr("no financing yet") if none else self.tr("in minus out")
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

    def _bars(self, document: Document) -> list[Bar]:
        names = {
            "1": self.tr("Governance"), "2": self.tr("Development"), "3": self.tr("Community"),
            "4": self.tr("Empowerment"), "5": self.tr("Emergencies"),
        }  # fmt: skip
        figures = document.figures
        order = [*document.chart.funds, ""]
        bars = []
        for sector, name in names.items():
            funds = figures.funds("code", sector)
            parts = tuple((fund, funds[fund]) for fund in order if funds.get(fund, 0) > 0)
            if parts:
                bars.append(Bar(name, parts))
        return bars

    def _show_findings(self, opened: list[FindingView], rules: int) -> None:
        self.findings.show_bare(sorted(opened, key=_weight)[:MOST_FINDINGS])
        self.list.setVisible(bool(opened))
        self._all_well.setVisible(not opened)
        self._all_well.setText(self.tr("All {n} rules hold. Ready to export.").format(n=rules))

    def _due(self, year: int) -> list[Due]:
        """Days of the year before the budget's (Permendagri 20/2018 art. 32, 34, 38)."""
        agreed = date(year - 1, 10, 31)
        dues = (
            (agreed, self.tr("Agree on the draft with the BPD"), "Permendagri 20/2018 Pasal 32"),
            (
                agreed + timedelta(days=3),
                self.tr("Send it to the Camat to be evaluated"),
                "Permendagri 20/2018 Pasal 34",
            ),
            (date(year - 1, 12, 31), self.tr("Enact the village regulation"), "Permendagri 20/2018 Pasal 38"),
        )
        today = date.today()  # noqa: DTZ011 - the user's own calendar
        found = []
        for day, title, basis in dues:
            days = (day - today).days
            words = self.tr("{n} days left") if days >= 0 else self.tr("{n} days ago")
            near = 0 <= days <= NEAR_DAYS
            found.append(Due(day, title, basis, words.format(n=abs(days)), near))
        return found

    def _go_to_finding(self) -> None:
        from ui.item_models.findings_model import ENTRY_ROLE

        entry = self.list.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, FindingView):
            self._workspace.jump.emit(Target(finding=entry.finding.key))

    def _go_to_documents(self) -> None:
        self._workspace.place_asked.emit("dokumen")


def _weight(view: FindingView) -> int:
    return ("broken", "warning", "near", "advice").index(view.state)

"""The form ``penjabaran-siskeudes``: the detailed budget with its codes in one cell, as in Siskeudes."""

from __future__ import annotations

from village_budget.reports.forms.budget_table import BudgetTable
from village_budget.reports.forms.layout import layout_for
from village_budget.reports.forms.part_trees import TreeStyle
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.source import ReportSource


def build(source: ReportSource) -> list[ReportDocument]:
    """As `penjabaran`, but an account that two funds pay stands on two rows."""
    layout = layout_for(source, "penjabaran-siskeudes")
    style = TreeStyle(layout.words, account_level=4, spending_level=4, bold_activities=True, by_fund=True)
    return [BudgetTable(layout, style).document(source)]

"""The form ``apbdes``: annex of the village regulation on the budget (Permendagri 20/2018)."""

from __future__ import annotations

from village_budget.reports.forms.budget_table import BudgetTable
from village_budget.reports.forms.layout import layout_for
from village_budget.reports.forms.part_trees import TreeStyle
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.source import ReportSource


def build(source: ReportSource) -> list[ReportDocument]:
    """Revenue and financing down to jenis, spending down to the kind of spending of each activity."""
    layout = layout_for(source, "apbdes")
    style = TreeStyle(layout.words, account_level=3, spending_level=2, numbered=True)
    return [BudgetTable(layout, style).document(source)]

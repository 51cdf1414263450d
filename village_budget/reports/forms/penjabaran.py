"""The form ``penjabaran``: annex of the village head's regulation (Permendagri 20/2018)."""

from __future__ import annotations

from village_budget.reports.forms.budget_table import BudgetTable
from village_budget.reports.forms.layout import layout_for
from village_budget.reports.forms.part_trees import TreeStyle
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.source import ReportSource


def build(source: ReportSource) -> list[ReportDocument]:
    """Every part down to objek, with the output of each activity."""
    layout = layout_for(source, "penjabaran")
    style = TreeStyle(layout.words, account_level=4, spending_level=4, bold_activities=True)
    return [BudgetTable(layout, style).document(source)]

"""The form ``penjabaran``."""

from __future__ import annotations

from village_budget.reports.document import ReportDocument
from village_budget.reports.source import ReportSource


def build(source: ReportSource) -> list[ReportDocument]:
    """Build the form from a plan."""
    del source
    return []

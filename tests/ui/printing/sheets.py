"""Documents and pages the printing tests look at."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.plans import source, trap_findings, trap_plan
from ui.printing.measure import FontMeasure
from ui.printing.page_sheet import MM_PER_PT
from village_budget.domain.plan import Plan
from village_budget.reports.catalogue import FORMS
from village_budget.reports.report_document import ReportDocument


def all_documents(plan: Plan | None = None) -> dict[str, list[ReportDocument]]:
    """Every form of a plan by its name."""
    made = source(plan or trap_plan(), findings=trap_findings())
    return {info.name: info.build(made) for info in FORMS}


def on_a4(document: ReportDocument) -> ReportDocument:
    """The same document on other paper."""
    return replace(document, page=replace(document.page, paper="A4"))


class PlainMeasure:
    """Every character is half an em wide: widths that can be worked out by hand."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        return len(text) * 0.5 * size * MM_PER_PT


__all__ = ["FontMeasure", "PlainMeasure", "all_documents", "on_a4"]

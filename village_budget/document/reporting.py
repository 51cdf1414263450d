"""The selected plan as the forms want it: rows, totals, judged rules in words, fingerprint."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from village_budget.domain.plan import Status

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.reports.source import ReportSource


def report_source(document: Document, printed_at: datetime) -> ReportSource:
    """What forms are built from, as the document stands now; its words are Indonesian, as the law's are.

    Args:
        document: the open document.
        printed_at: local time, for the foot.
    """
    from village_budget.reports.source import ReportSource, RuleText
    from village_budget.rules.wording import sentence
    from village_budget.store.schema import REVISION

    texts = {}
    for finding in document.findings:
        rule = document.pack.rules[finding.rule]
        texts[finding.key] = RuleText(rule.title.id, sentence(finding, rule, "id"), rule.demand.id)
    return ReportSource(
        plan=document.plan,
        figures=document.figures,
        chart=document.chart,
        findings=document.findings,
        texts=texts,
        fingerprint=document.fingerprint,
        printed_at=printed_at,
        draft=document.plan.info.status is not Status.ENACTED,
        schema=str(REVISION),
    )

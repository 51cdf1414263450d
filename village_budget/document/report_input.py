"""The selected plan as the forms want it: rows, totals, judged rules in words, fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from village_budget.domain.plan import Status

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.domain.findings import Finding
    from village_budget.domain.plan import Plan
    from village_budget.reports.source import ReportSource, RulesInUse, RuleText
    from village_budget.rules.packs.pack import RulePack


def report_source(document: Document, printed_at: datetime) -> ReportSource:
    """What forms are built from, as the document stands now; its words are Indonesian, as the law's are.

    Args:
        document: the open document.
        printed_at: local time, for the foot.
    """
    from village_budget.document.history.history_source import past_steps
    from village_budget.reports.source import ReportSource
    from village_budget.store.schema import REVISION

    return ReportSource(
        plan=document.plan,
        figures=document.figures,
        chart=document.chart,
        findings=document.findings,
        texts=_texts(document.findings, document.pack),
        fingerprint=document.fingerprint,
        printed_at=printed_at,
        draft=document.plan.info.status is not Status.ENACTED,
        schema=str(REVISION),
        rules=_rules_in_use(document),
        way_out=_ways(document),
        history=lambda: past_steps(document),
        layouts=document.form_changes,
    )


def _texts(findings: Iterable[Finding], pack: RulePack) -> dict[tuple[str, str], RuleText]:
    from village_budget.reports.source import RuleText
    from village_budget.rules.wording import sentence

    texts = {}
    for finding in findings:
        rule = pack.rules[finding.rule]
        texts[finding.key] = RuleText(
            rule.title.id, sentence(finding, rule, "id"), rule.demand.id, rule.theme
        )
    return texts


def source_of_state(document: Document, source: ReportSource, plan: Plan, fingerprint: str) -> ReportSource:
    """The same for an earlier state of the plan, judged by the rules as they hold for it.

    Args:
        document: the open document.
        source: of the present state.
        plan: rows of the earlier state.
        fingerprint: of its content.
    """
    from village_budget.figures.figures import Figures
    from village_budget.rules.check import Checker

    figures = Figures(plan, document.chart)
    checker = Checker(document.whole_pack, plan, figures, document.chart)
    return replace(
        source,
        plan=plan,
        figures=figures,
        findings=checker.findings,
        texts=_texts(checker.findings, checker.pack),
        fingerprint=fingerprint,
        draft=plan.info.status is not Status.ENACTED,
    )


def _rules_in_use(document: Document) -> RulesInUse:
    from village_budget.reports.source import RulesInUse
    from village_budget.rules.judged_day import judged_on

    pack, stored = document.pack, document.plan.overlay
    refused = document.overlay_problem is not None
    delegation = pack.delegation
    return RulesInUse(
        version=pack.version,
        judged_on=judged_on(document.plan),
        carried_from=pack.carried_from,
        overlay=(pack.overlay or stored.name) if stored else "",
        overlay_fingerprint=stored.fingerprint if stored else "",
        overlay_refused=refused,
        evaluator=("camat" if delegation.to_camat else "bupati") if delegation else "",
        evaluator_basis=delegation.basis if delegation else "",
    )


def _ways(document: Document) -> Callable[[Finding], str]:
    """The first way out of a finding in words."""

    def way_out(finding: Finding) -> str:
        from village_budget.rules.ways.ways_out import words

        found = () if finding.holds else document.ways_out(finding)
        if not found:
            return ""
        way = found[0]
        told = words(way, "id", document.chart)
        # What to do; what comes of it only where another rule suffers.
        return " ".join(told if way.worse else told[: len(way.moves) + len(way.gone)])

    return way_out

"""What a form is built from: the plan, its figures and the judged rules, as they stand at one moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from village_budget.chart.chart import Chart
from village_budget.domain.findings import Finding
from village_budget.domain.form_change import FormChange
from village_budget.domain.plan import Plan
from village_budget.figures.figures import Figures
from village_budget.reports.change_log import PastSteps


@lru_cache(maxsize=1)
def program_name() -> str:
    """Name and version of the program as the foot of a form shows it: ``Anggaran Desa 0.1.0``."""
    from importlib import metadata

    try:
        return f"Anggaran Desa {metadata.version('village-budget')}"
    except metadata.PackageNotFoundError:  # run from a bare source tree
        return "Anggaran Desa"


@dataclass(frozen=True, slots=True)
class RuleText:
    """Words of one judged rule, already in Indonesian, for the forms on findings.

    Attributes:
        title: name of the rule.
        sentence: what was found, whether the rule holds or not.
        demand: what the article asks.
        theme: what the rule belongs to, e.g. ``pay``; empty when unknown.
    """

    title: str
    sentence: str
    demand: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class RulesInUse:
    """Which rules the plan was judged by, for the head of the forms on findings.

    Attributes:
        version: of the rule pack.
        judged_on: the day whose law it was judged by.
        carried_from: year whose rules stand in for what is not known of this one; 0: its own.
        overlay: name of the regency's rules laid over them; empty for none.
        overlay_fingerprint: SHA-256 of the regency's file, 64 hex digits; empty for none.
        overlay_refused: the plan carries a regency's file that could not be used.
        evaluator: ``camat`` or ``bupati`` by the regency's word; empty when it has not said.
        evaluator_basis: the regulation that says so.
    """

    version: str
    judged_on: date
    carried_from: int = 0
    overlay: str = ""
    overlay_fingerprint: str = ""
    overlay_refused: bool = False
    evaluator: str = ""
    evaluator_basis: str = ""


def _no_way(finding: Finding) -> str:  # noqa: ARG001 - as `ReportSource.way_out`
    return ""


def _no_history() -> PastSteps:
    return PastSteps()


@dataclass(frozen=True, slots=True)
class ReportSource:
    """A plan as the forms see it.

    Attributes:
        plan: the rows.
        figures: their sums.
        chart: names of codes.
        findings: every rule judged, in the order of the rule pack.
        texts: words of each finding, by `Finding.key` (rule and fund).
        fingerprint: SHA-256 of the plan's content, 64 hex digits; empty when it has none.
        printed_at: local time, for the foot.
        draft: True until the plan is enacted: titles then say RANCANGAN.
        program: name and version of the program, for the foot.
        schema: version of the plan file's layout, for the document properties.
        rules: what the findings were judged by; None when that is not known.
        way_out: what would mend a broken finding, in one sentence; empty when only a person can decide.
            Called by the forms that print it: others do not pay for the search.
        history: what was done to the plan; read by the form that prints it.
        layouts: what the regency changes in a form, by the form's name.
    """

    plan: Plan
    figures: Figures
    chart: Chart
    findings: tuple[Finding, ...]
    texts: Mapping[tuple[str, str], RuleText] = field(hash=False)
    fingerprint: str
    printed_at: datetime
    draft: bool = True
    program: str = field(default_factory=program_name)
    schema: str = ""
    rules: RulesInUse | None = None
    way_out: Callable[[Finding], str] = field(default=_no_way, hash=False)
    history: Callable[[], PastSteps] = field(default=_no_history, hash=False)
    layouts: Mapping[str, FormChange] = field(default_factory=dict, hash=False)

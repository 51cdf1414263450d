"""What a form is built from: the plan, its figures and the judged rules, as they stand at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from village_budget.chart.chart import Chart
from village_budget.domain.findings import Finding
from village_budget.domain.plan import Plan
from village_budget.figures.figures import Figures


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
    """Words of one judged rule, already in Indonesian, for the form ``pemeriksaan``.

    Attributes:
        title: name of the rule.
        sentence: what was found, whether the rule holds or not.
        demand: what the article asks.
    """

    title: str
    sentence: str
    demand: str = ""


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

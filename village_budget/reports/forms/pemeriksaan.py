"""The form ``pemeriksaan``: every rule with its state in words, figures, gap, article and rows."""

from __future__ import annotations

from decimal import Decimal

from village_budget.domain.findings import Finding
from village_budget.money import format_accounting
from village_budget.reports.forms import finding_cells as cells
from village_budget.reports.forms.layout import layout_for
from village_budget.reports.report_document import (
    EMPTY,
    Fact,
    ReportDocument,
    Row,
    RowKind,
    Text,
    Volume,
)
from village_budget.reports.source import ReportSource

_AT_A_GLANCE = frozenset({"kept", "absent"})
"""States of which a name and figures say enough: a plan is judged by a hundred rules."""


def build(source: ReportSource) -> list[ReportDocument]:
    """One document: broken rules by weight, open questions, exemptions, what holds, what does not apply."""
    layout = layout_for(source, "pemeriksaan")
    words = layout.words
    groups: dict[str, list[Finding]] = {state: [] for state in cells.STATES}
    for finding in source.findings:
        groups[cells.state_of(finding)].append(finding)
    rows: list[Row] = []
    number = 0
    for state, findings in groups.items():
        if not findings:
            continue
        heading = Text(f"{words[f'heading_{state}']} ({len(findings)})", span=len(layout.columns))
        rows.append(Row(RowKind.HEADING, 0, (heading, *[EMPTY] * (len(layout.columns) - 1)), bold=True))
        for finding in findings:
            number += 1
            rows.append(_row(source, words, finding, state, number))
    if not rows:
        nothing = Text(words["none"], span=len(layout.columns))
        rows.append(Row(RowKind.LINE, 0, (nothing, *[EMPTY] * (len(layout.columns) - 1))))
    return [layout.document(source, tuple(rows), facts=_facts(source, words, groups), notes=(words["note"],))]


def _facts(source: ReportSource, words: dict[str, str], groups: dict[str, list[Finding]]) -> tuple[Fact, ...]:
    figures = source.figures
    totals = words["totals_text"].format(
        revenue=format_accounting(figures.revenue),
        spending=format_accounting(figures.spending),
        net=format_accounting(figures.net_financing),
        balance=format_accounting(figures.balance),
    )
    result = words["result_text"].format(**{state: len(findings) for state, findings in groups.items()})
    return (
        Fact(words["totals"], totals),
        Fact(words["result"], result),
        *cells.rules_facts(source, words),
    )


def _row(source: ReportSource, words: dict[str, str], finding: Finding, state: str, number: int) -> Row:
    text = cells.text_of(source, finding)
    brief = state in _AT_A_GLANCE
    title, basis = cells.title_of(source, finding), cells.basis_of(finding, words)
    if brief:
        title = f"{title} [{finding.rule}]"
    else:
        theme = words.get(f"theme_{text.theme}", "")
        title = f"{title}\n[{finding.rule}]{f' · {theme}' if theme else ''}"
        if text.demand and state != "ask":  # a question says itself what the article asks
            basis = f"{basis}\n{text.demand}"
    side = cells.side_of(finding)
    said = words[f"state_{state}"] + (f":\n{words[side]}" if side else "")
    return Row(
        RowKind.LINE,
        1,
        (
            Volume(Decimal(number)),
            Text(title, bold=finding.is_open),
            Text(said, bold=finding.is_open),
            cells.measured(finding, words),
            cells.limit(finding, words),
            cells.share(finding),
            cells.distance(finding, words),
            Text(basis),
            Text("" if brief else _explained(source, words, finding)),
            Text("" if brief else cells.places(source.plan, finding, words)),
        ),
    )


def _explained(source: ReportSource, words: dict[str, str], finding: Finding) -> str:
    """What was found; then who allowed it, or what would mend it."""
    paragraphs = (
        cells.text_of(source, finding).sentence,
        cells.waiver_words(source.plan, finding, words),
        cells.way_words(source, finding, words),
    )
    return "\n".join(filter(None, paragraphs))

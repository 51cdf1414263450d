"""The form ``pemeriksaan``: every rule with its state in words, figures, gap, article and rows."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from village_budget.domain.findings import Direction, Finding, Severity
from village_budget.domain.plan import Plan
from village_budget.money import format_amount, format_percent
from village_budget.reports.document import (
    EMPTY,
    Cell,
    Fact,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Text,
    Volume,
)
from village_budget.reports.forms.layout import load_layout
from village_budget.reports.source import ReportSource, RuleText

_MOST_ROWS = 8
_GROUPS = ("error", "warning", "advice", "kept", "absent")


def build(source: ReportSource) -> list[ReportDocument]:
    """One document: broken rules first, by weight, then those that hold, then those with nothing to judge."""
    layout = load_layout("pemeriksaan")
    words = layout.words
    groups: dict[str, list[Finding]] = {group: [] for group in _GROUPS}
    for finding in source.findings:
        groups[_group(finding)].append(finding)
    rows: list[Row] = []
    number = 0
    for group, findings in groups.items():
        if not findings:
            continue
        heading = Text(f"{words[f'heading_{group}']} ({len(findings)})", span=len(layout.columns))
        rows.append(Row(RowKind.HEADING, 0, (heading, *[EMPTY] * (len(layout.columns) - 1)), bold=True))
        for finding in findings:
            number += 1
            rows.append(_row(source, words, finding, group, number))
    if not rows:
        nothing = Text(words["none"], span=len(layout.columns))
        rows.append(Row(RowKind.LINE, 0, (nothing, *[EMPTY] * (len(layout.columns) - 1))))
    return [layout.document(source, tuple(rows), facts=_facts(source, words, groups), notes=(words["note"],))]


def _group(finding: Finding) -> str:
    if not finding.applies:
        return "absent"
    return "kept" if finding.holds else finding.severity.value


def _facts(source: ReportSource, words: dict[str, str], groups: dict[str, list[Finding]]) -> tuple[Fact, ...]:
    figures = source.figures
    totals = words["totals_text"].format(
        revenue=format_amount(figures.revenue),
        spending=format_amount(figures.spending),
        net=format_amount(figures.net_financing),
        balance=format_amount(figures.balance),
    )
    result = words["result_text"].format(
        broken=len(groups[Severity.ERROR.value]),
        warned=len(groups[Severity.WARNING.value]) + len(groups[Severity.ADVICE.value]),
        kept=len(groups["kept"]),
        absent=len(groups["absent"]),
    )
    return (Fact(words["totals"], totals), Fact(words["result"], result))


def _row(source: ReportSource, words: dict[str, str], finding: Finding, group: str, number: int) -> Row:
    text = source.texts.get(finding.key) or RuleText(finding.rule, "")
    fund = f" {finding.fund}" if finding.fund and finding.fund not in text.title else ""
    title = f"{text.title}{fund}\n[{finding.rule}]"
    basis = finding.basis if finding.verified else f"{finding.basis} ({words['unverified']})"
    if text.demand:
        basis = f"{basis}\n{text.demand}"
    state = words[f"state_{group}"]
    side = _side(finding)
    if side:
        state = f"{state}:\n{words[side]}"
    broken = finding.applies and not finding.holds
    return Row(
        RowKind.LINE,
        1,
        (
            Volume(Decimal(number)),
            Text(title, bold=broken),
            Text(state, bold=broken),
            _figure(finding, words, finding.measured if finding.applies else None),
            _figure(finding, words, _limit(finding)),
            _share(finding),
            _figure(finding, words, _distance(finding)),
            Text(basis),
            Text(text.sentence),
            Text(_places(source.plan, finding, words)),
        ),
    )


def _side(finding: Finding) -> str:
    """Word for what the column of differences shows."""
    if not finding.applies or finding.direction is Direction.NONE:
        return ""
    if finding.holds:
        return "headroom" if finding.headroom and finding.direction is not Direction.EQUAL else ""
    sides = {Direction.AT_MOST: "excess", Direction.AT_LEAST: "missing"}
    return sides.get(finding.direction, "off")


def _limit(finding: Finding) -> int | None:
    return finding.limit if finding.applies and finding.direction is not Direction.NONE else None


def _distance(finding: Finding) -> int | None:
    if not _side(finding):
        return None
    return finding.headroom if finding.holds else finding.gap


def _figure(finding: Finding, words: dict[str, str], value: int | None) -> Cell:
    if value is None:
        return EMPTY
    if not finding.is_money:
        return Text(f"{value} {words['count']}")
    return Money(value)


def _share(finding: Finding) -> Cell:
    """The measured share beside the allowed one."""
    if not finding.base or not finding.applies:
        return EMPTY
    measured = format_percent(finding.measured, finding.base)
    if not finding.limit_percent:
        return Text(measured)
    allowed = finding.limit_percent.replace(".", ",")
    return Text(f"{measured}\n/ {allowed} %")


def _places(plan: Plan, finding: Finding, words: dict[str, str]) -> str:
    """Codes of the rows that drive a finding, largest first; what does not fit is counted."""
    places = list(dict.fromkeys(_codes(plan, finding)))
    text = ", ".join(places[:_MOST_ROWS])
    if len(places) > _MOST_ROWS:
        text += f", {words['more_rows'].format(count=len(places) - _MOST_ROWS)}"
    return text


def _codes(plan: Plan, finding: Finding) -> Iterable[str]:
    for key in finding.lines:
        line = plan.lines.get(key)
        if line is not None:
            activity = plan.activities.get(line.activity_id or -1)
            yield activity.code if activity else line.account_code
    for key in finding.activities:
        activity = plan.activities.get(key)
        if activity is not None:
            yield activity.code

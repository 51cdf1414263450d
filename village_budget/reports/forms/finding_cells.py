"""What the forms on findings share: states, figures, places, and which rules the plan was judged by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from village_budget.domain.findings import Direction, Finding
from village_budget.domain.plan import Plan
from village_budget.money import format_percent, format_rupiah
from village_budget.reports import dates
from village_budget.reports.report_document import (
    EMPTY,
    Cell,
    Fact,
    Money,
    Text,
)
from village_budget.reports.source import ReportSource, RuleText

STATES = ("error", "warning", "advice", "ask", "waived", "kept", "absent")
"""States of a finding in the order of the list."""
_MOST_ROWS = 8


def state_of(finding: Finding) -> str:
    """One of `STATES`: broken by weight, a question that is open, exempted, kept, or nothing to judge."""
    if finding.waived:
        return "waived"
    if not finding.holds:
        return finding.severity.value
    if finding.variant == "ask":
        return "ask"
    return "kept" if finding.applies else "absent"


def text_of(source: ReportSource, finding: Finding) -> RuleText:
    """Words of a finding; its id when there are none."""
    return source.texts.get(finding.key) or RuleText(finding.rule, "")


def title_of(source: ReportSource, finding: Finding) -> str:
    """Name of the rule, with its fund source."""
    title = text_of(source, finding).title
    fund = f" {finding.fund}" if finding.fund and finding.fund not in title else ""
    return f"{title}{fund}"


def basis_of(finding: Finding, words: dict[str, str]) -> str:
    """The article, with a mark when it could not be verified."""
    return finding.basis if finding.verified else f"{finding.basis} ({words['unverified']})"


def side_of(finding: Finding) -> str:
    """Name of the word for what stands in the column of differences; empty when nothing does."""
    if not finding.applies or finding.direction is Direction.NONE:
        return ""
    if finding.holds:
        return "headroom" if finding.headroom and finding.direction is not Direction.EQUAL else ""
    sides = {Direction.AT_MOST: "excess", Direction.AT_LEAST: "missing"}
    return sides.get(finding.direction, "off")


def measured(finding: Finding, words: dict[str, str]) -> Cell:
    """What was measured; empty when there was nothing to measure."""
    said = finding.is_money or finding.direction is not Direction.NONE
    return figure(finding, words, finding.measured) if finding.applies and said else EMPTY


def limit(finding: Finding, words: dict[str, str]) -> Cell:
    """The limit; for shares the amount that the percentage allows now."""
    if not finding.applies or finding.direction is Direction.NONE or finding.unit == "days":
        return EMPTY
    return figure(finding, words, finding.limit)


def distance(finding: Finding, words: dict[str, str]) -> Cell:
    """What is missing or too much, or what is left up to the limit."""
    if not side_of(finding):
        return EMPTY
    return figure(finding, words, finding.headroom if finding.holds else finding.gap)


def figure(finding: Finding, words: dict[str, str], value: int) -> Cell:
    """A number of a finding: an amount, days, counted rows, or a bare number that was answered."""
    if finding.is_money:
        return Money(value)
    if finding.unit == "days":
        return Text(f"{value} {words['days']}")
    return Text(str(value) if finding.questions else f"{value} {words['count']}")


def share(finding: Finding) -> Cell:
    """The measured share beside the allowed one."""
    if not finding.base or not finding.applies:
        return EMPTY
    found = format_percent(finding.measured, finding.base)
    if not finding.limit_percent:
        return Text(found)
    return Text(f"{found}\n/ {finding.limit_percent.replace('.', ',')} %")


def figures_in_words(finding: Finding, words: dict[str, str]) -> str:
    """Measured value, limit and difference, a line each; empty when there is nothing to compare."""
    if not finding.applies or not (finding.is_money or finding.direction is not Direction.NONE):
        return ""
    lines: list[str] = []
    if finding.base:
        lines.append(
            words["share"].format(
                value=_value(finding, words, finding.measured), base=_value(finding, words, finding.base)
            )
        )
        lines[-1] += f" = {format_percent(finding.measured, finding.base)}"
    else:
        lines.append(words["measured"].format(value=_value(finding, words, finding.measured)))
    if finding.direction is not Direction.NONE and finding.unit != "days":
        value = _value(finding, words, finding.limit)
        percent = f"{finding.limit_percent.replace('.', ',')}\N{NO-BREAK SPACE}%"
        limit_words = words["limit_share"] if finding.limit_percent else words["limit"]
        lines.append(limit_words.format(value=value, percent=percent))
    side = side_of(finding)
    if side:
        apart = finding.headroom if finding.holds else finding.gap
        lines.append(words[side].format(value=_value(finding, words, apart)))
    return "\n".join(lines)


def _value(finding: Finding, words: dict[str, str], value: int) -> str:
    if finding.is_money:
        return format_rupiah(value)
    cell = figure(finding, words, value)
    return cell.text if isinstance(cell, Text) else ""


def waiver_words(plan: Plan, finding: Finding, words: dict[str, str]) -> str:
    """Reason, document, approver and date of the exemption that covers a finding; empty without one."""
    waiver = plan.waiver(finding.rule, finding.fund) if finding.waived else None
    if waiver is None:
        return ""
    return words["waiver"].format(
        reason=waiver.reason.rstrip("."),
        document=waiver.document,
        approver=waiver.approver,
        day=dates.long_date(date.fromisoformat(waiver.date)) if waiver.date else "-",
    )


def way_words(source: ReportSource, finding: Finding, words: dict[str, str]) -> str:
    """What would mend an open finding; empty when only a person can decide."""
    way = source.way_out(finding) if finding.is_open else ""
    return words["way_out"].format(way=way) if way else ""


def rules_facts(source: ReportSource, words: dict[str, str]) -> Sequence[Fact]:
    """Head lines: version of the rules, the day they were judged by, and the regency's file."""
    rules = source.rules
    if rules is None:
        return ()
    version = words["rules_text"].format(version=rules.version, day=dates.long_date(rules.judged_on))
    if rules.carried_from:
        version += words["rules_carried"].format(year=rules.carried_from)
    facts = [Fact(words["rules"], version)]
    if rules.overlay:
        digits = rules.overlay_fingerprint[:16].upper()
        short = " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
        name = words["overlay_text"].format(name=rules.overlay, fingerprint=short)
        facts.append(
            Fact(words["overlay"], name + (words["overlay_refused"] if rules.overlay_refused else ""))
        )
    return facts


def places(plan: Plan, finding: Finding, words: dict[str, str]) -> str:
    """Codes of the rows that drive a finding, largest first; what does not fit is counted."""
    found = list(dict.fromkeys(_codes(plan, finding)))
    text = ", ".join(found[:_MOST_ROWS])
    if len(found) > _MOST_ROWS:
        text += f", {words['more_rows'].format(count=len(found) - _MOST_ROWS)}"
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

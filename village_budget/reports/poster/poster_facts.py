"""What the poster says, every figure from the plan (Permendagri 20/2018 art. 39)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from village_budget.chart import codes
from village_budget.domain.activity import Activity
from village_budget.money import Sen, format_accounting
from village_budget.personal_numbers import with_masked_numbers
from village_budget.reports import dates
from village_budget.reports.forms.layout import placeholders, read_layout, words_for
from village_budget.reports.report_document import Share
from village_budget.reports.source import ReportSource

_MOST_ACTIVITIES = 3
_MOST_OFFICERS = 6
_CONTACTS = (
    ("office", "warga.kantor"),
    ("hours", "warga.jam"),
    ("message", "warga.pesan"),
    ("bpd", "warga.bpd"),
)
_DOUBLE = re.compile(r"^(\w+)(?:/\w+)+\s")
"""``Pembangunan/Rehabilitasi/Peningkatan Jalan``: residents read the first word."""


@dataclass(frozen=True, slots=True)
class Total:
    """One of the three totals: its name, the amount, one line about it."""

    name: str
    amount: Sen
    note: str


@dataclass(frozen=True, slots=True)
class FundLine:
    """One source of income: code, words, where it comes from, amount, share of all income."""

    code: str
    name: str
    hint: str
    amount: Sen
    share: Share


@dataclass(frozen=True, slots=True)
class SectorLine:
    """One sector in plain words: amount, share of all spending, its largest activities."""

    name: str
    amount: Sen
    share: Share
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """All words and figures of a poster, top to bottom."""

    over: str
    title: str
    village: str
    regulation: str
    totals: tuple[Total, ...]
    funds: tuple[FundLine, ...]
    sectors: tuple[SectorLine, ...]
    officers: tuple[tuple[str, str], ...]
    contacts: tuple[tuple[str, str], ...]
    foot: str
    head_of: str
    code: str
    heads: dict[str, str]


def poster_facts(source: ReportSource, code: str) -> PosterFacts:
    """What the poster of a plan says.

    Args:
        source: the plan.
        code: what its QR holds; empty for none.
    """
    layout = read_layout("poster")
    words = words_for(source, "poster")
    known = placeholders(source)
    info = source.plan.info
    digits = source.fingerprint[:16].upper()
    known["sidik"] = " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
    known["tanggal"] = (
        dates.long_date(date.fromisoformat(info.regulation_date)) if info.regulation_date else ""
    )
    enacted = not source.draft and bool(info.regulation_date)
    return PosterFacts(
        over=words["over"],
        title=words["draft_title" if source.draft else "title"].format_map(known),
        village=words["village"].format_map(known),
        regulation=words["enacted" if enacted else "draft"].format_map(known),
        totals=_totals(source, words),
        funds=_funds(source, layout),
        sectors=_sectors(source, layout["sectors"]),
        officers=_officers(source, words),
        contacts=_contacts(source, words, known),
        foot=words["foot"].format_map(known),
        head_of=words["head_of"].format_map(known),
        code=code,
        heads={name: words[name] for name in ("from", "to", "who", "ask", "nothing")},
    )


def _totals(source: ReportSource, words: dict[str, str]) -> tuple[Total, ...]:
    figures = source.figures
    funds = [amount for amount in figures.funds("part", "revenue").values() if amount]
    used = [a for a in source.plan.activities.values() if figures.total("activity", a.id)]
    sectors = {codes.prefixes(activity.code)[0] for activity in used}
    incoming, outgoing = figures.financing_in, figures.financing_out
    if not incoming and not outgoing:
        note = words["no_financing"]
    elif not outgoing:
        note = words["financing_in"].format(amount=format_accounting(incoming))
    else:
        note = words["financing_both"].format(
            amount=format_accounting(incoming), out=format_accounting(outgoing)
        )
    return (
        Total(words["revenue"], figures.revenue, words["sources"].format(n=len(funds))),
        Total(words["spending"], figures.spending, words["activities"].format(n=len(used), m=len(sectors))),
        Total(words["financing"], figures.net_financing, note),
    )


def _funds(source: ReportSource, layout: dict[str, Any]) -> tuple[FundLine, ...]:
    words, told = layout["words"], layout["funds"]
    amounts = source.figures.funds("part", "revenue")
    whole = source.figures.revenue
    lines = []
    for fund, amount in sorted(amounts.items(), key=lambda one: -one[1]):
        if amount:
            name, hint = told.get(fund, (fund or words["no_fund"], ""))
            lines.append(FundLine(fund, name, hint, amount, Share(amount, whole)))
    return tuple(lines)


def _sectors(source: ReportSource, told: dict[str, str]) -> tuple[SectorLine, ...]:
    figures, chart = source.figures, source.chart
    found: dict[str, list[tuple[Sen, str]]] = {}
    for activity in source.plan.activities_in_order():
        amount = figures.total("activity", activity.id)
        if amount:
            sector = codes.prefixes(activity.code)[0]
            found.setdefault(sector, []).append(
                (amount, plain_name(activity, chart.activity_name(activity.code)))
            )
    lines = []
    for sector, activities in found.items():
        amount = sum(one for one, _ in activities)
        largest = sorted(activities, key=lambda one: -one[0])[:_MOST_ACTIVITIES]
        shown = tuple(f"{name} {format_accounting(one)}" for one, name in largest)
        name = told.get(sector) or chart.activity_name(sector)
        lines.append(SectorLine(name, amount, Share(amount, figures.spending), shown))
    return tuple(sorted(lines, key=lambda line: -line.amount))


def plain_name(activity: Activity, official: str) -> str:
    """The name of an activity as residents read it: without brackets and strings of nouns."""
    name = with_masked_numbers(activity.name) or official
    name = re.sub(r"\s*\([^)]*\)?", "", name).strip()
    return _DOUBLE.sub(r"\1 ", name).removeprefix("Penyelenggaraan ").removeprefix("Penyediaan ")


def officer_totals(source: ReportSource) -> list[tuple[str, int, Sen]]:
    """Who carries out how many activities of which amount, the largest first; empty: not decided yet."""
    found: dict[str, tuple[int, Sen]] = {}
    for activity in source.plan.activities.values():
        amount = source.figures.total("activity", activity.id)
        if amount:
            name = with_masked_numbers(activity.officer)
            count, total = found.get(name, (0, 0))
            found[name] = (count + 1, total + amount)
    rows = ((name, count, amount) for name, (count, amount) in found.items())
    return sorted(rows, key=lambda row: -row[2])


def _officers(source: ReportSource, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The largest first, the rest as one."""
    rows = officer_totals(source)
    shown = rows if len(rows) <= _MOST_OFFICERS else rows[: _MOST_OFFICERS - 1]
    rest = rows[len(shown) :]
    if rest:
        shown = [*shown, (words["others"], sum(row[1] for row in rest), sum(row[2] for row in rest))]
    return tuple(
        (name or words["no_officer"], words["officer"].format(n=n, amount=format_accounting(amount)))
        for name, n, amount in shown
    )


def _contacts(
    source: ReportSource, words: dict[str, str], known: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    """Where to ask and complain; the office's village and district when nothing was filled in."""
    rows = []
    for name, question in _CONTACTS:
        answer = source.plan.answer(question)
        if answer is not None and answer.value:
            rows.append((words[name], with_masked_numbers(answer.value)))
    office = f"{known['desa']}, Kecamatan {known['kecamatan']}"
    return tuple(rows) or ((words["office"], office),)

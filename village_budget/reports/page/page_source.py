"""Reads a plan for the public page; every sum is one of its `Figures`."""

from __future__ import annotations

from village_budget.chart import codes
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Part
from village_budget.domain.plan import Status
from village_budget.figures.figures import part_name
from village_budget.money import Sen, format_volume
from village_budget.personal_numbers import with_masked_numbers
from village_budget.reports import dates, qr_code
from village_budget.reports.forms.layout import placeholders, read_layout, words_for
from village_budget.reports.page.page_facts import (
    Branch,
    Entry,
    FundUse,
    PageFacts,
    Work,
)
from village_budget.reports.poster.poster_facts import officer_totals, poster_facts
from village_budget.reports.source import ReportSource
from village_budget.spelling import MONTHS

_KINDS = 2
"""Level of an account that is a kind of spending (jenis belanja): ``5.1``."""
_SAID = (Status.DRAFT, Status.ENACTED)
"""The title and the line below it tell these already."""


def page_facts(source: ReportSource) -> PageFacts:
    """What the public page of a plan says, as it stands now."""
    return _Reader(source).read()


class _Reader:
    """Puts the facts together from the plan, its figures and the chart."""

    def __init__(self, source: ReportSource) -> None:
        self._source = source
        self._words = words_for(source, "halaman")
        self._poster_layout = read_layout("poster")
        self._keys = _activity_keys(source)

    def read(self) -> PageFacts:
        source, figures, words = self._source, self._source.figures, self._words
        info, village = source.plan.info, source.plan.village
        code = qr_code.identity_code(village.code, info.fiscal_year, info.version, source.fingerprint)
        poster = poster_facts(source, code)
        known = placeholders(source) | {"judul": poster.title, "ke": str(info.version)}
        digits = source.fingerprint[:16].upper()
        statuses = read_layout("umum")["status"]
        return PageFacts(
            poster=poster,
            words=words,
            document=words["document"].format_map(known),
            description=words["description"].format_map(known),
            draft=source.draft,
            version=words["amended"].format_map(known) if info.version else "",
            status="" if info.status in _SAID else words["status"].format(status=statuses[info.status.value]),
            made=words["made"].format(tanggal=dates.date_and_time(source.printed_at), program=source.program),
            made_at=source.printed_at.isoformat(timespec="seconds"),
            short_fingerprint=" ".join(digits[at : at + 4] for at in range(0, len(digits), 4)),
            identity=self._identity(code),
            totals={
                "revenue": figures.revenue,
                "spending": figures.spending,
                "surplus": figures.surplus,
                "financing_in": figures.financing_in,
                "financing_out": figures.financing_out,
                "financing": figures.net_financing,
                "balance": figures.balance,
            },
            sectors=self._sectors(),
            plain=self._poster_layout["sectors"],
            revenue=self._accounts("4"),
            financing=self._accounts("6"),
            kinds=self._kinds(),
            funds=self._funds(),
            officers=tuple(
                (name or words["no_officer"], count, amount) for name, count, amount in officer_totals(source)
            ),
            entries=self._entries(),
            accounts=self._account_names(),
            sources={code: fund.name for code, fund in source.chart.funds.items()},
        )

    def _identity(self, code: str) -> dict[str, str]:
        village, info = self._source.plan.village, self._source.plan.info
        return {
            "village_code": village.code,
            "village": _clean(village.name),
            "district": _clean(village.district),
            "regency": _clean(village.regency),
            "province": _clean(village.province),
            "fiscal_year": str(info.fiscal_year),
            "version": str(info.version),
            "status": info.status.value,
            "regulation_number": _clean(info.regulation_number),
            "regulation_date": info.regulation_date,
            "fingerprint": self._source.fingerprint,
            "code": code,
            "program": self._source.program,
        }

    def _sectors(self) -> tuple[Branch, ...]:
        """Sectors, subsectors and activities with money, in chart order."""
        chart, figures = self._source.chart, self._source.figures
        tree: dict[str, dict[str, list[Branch]]] = {}
        for activity in self._source.plan.activities_in_order():
            if figures.total("activity", activity.id):
                sector, sub = (codes.prefixes(activity.code) * 2)[:2]
                tree.setdefault(sector, {}).setdefault(sub, []).append(self._activity(activity))
        return tuple(
            Branch(
                sector,
                chart.activity_name(sector),
                figures.total("code", sector),
                tuple(
                    Branch(sub, chart.activity_name(sub), figures.total("code", sub), tuple(activities))
                    for sub, activities in subs.items()
                ),
            )
            for sector, subs in tree.items()
        )

    def _activity(self, activity: Activity) -> Branch:
        figures, chart, words = self._source.figures, self._source.chart, self._words
        heads = sorted({_kind(line.account_code) for line in self._source.plan.lines_of(activity.id)})
        kinds = [
            Branch(
                head,
                chart.account_name(head) if head else words["not_broken_down"],
                figures.total("activity_account", activity.id, head),
            )
            for head in heads
        ]
        funds = figures.funds("activity", activity.id)
        work = Work(
            key=self._keys[activity.id],
            officer=_clean(activity.officer),
            location=_clean(activity.location),
            months=(activity.start_month, activity.end_month),
            when=self._when(activity),
            output=_clean(activity.output),
            target=activity.target,
            unit=_clean(activity.target_unit),
            goal=_goal(activity),
            funds=tuple((fund, funds[fund]) for fund in figures.used_funds() if fund in funds),
        )
        name = _clean(activity.name) or chart.activity_name(activity.code)
        return Branch(activity.code, name, figures.total("activity", activity.id), tuple(kinds), work)

    def _when(self, activity: Activity) -> str:
        start, end = activity.start_month, activity.end_month
        form = "one_month" if start == end else "whole_year" if (start, end) == (1, 12) else "months"
        year = self._source.plan.info.fiscal_year
        return self._words[form].format(awal=MONTHS[start - 1], akhir=MONTHS[end - 1], tahun=year)

    def _accounts(self, head: str) -> tuple[Branch, ...]:
        """Accounts with money below a head, as a tree."""
        used = {
            code
            for line in self._source.plan.lines.values()
            if line.part is not Part.SPENDING
            for code in codes.prefixes(line.account_code)
            if code != head and codes.is_within(code, head)
        }
        return self._below(head, used)

    def _below(self, head: str, used: set[str]) -> tuple[Branch, ...]:
        """What is below a head; what stops at it beside deeper accounts comes last, not yet broken down."""
        chart, figures = self._source.chart, self._source.figures
        branches = [
            Branch(code, chart.account_name(code), figures.total("account", code), self._below(code, used))
            for code in sorted(used)
            if codes.parent(code) == head
        ]
        rest = figures.total("account", head) - sum(branch.amount for branch in branches)
        if rest and (branches or codes.level(head) == 1):
            branches.append(Branch("", self._words["not_broken_down"], rest))
        return tuple(branches)

    def _kinds(self) -> tuple[Branch, ...]:
        sums: dict[str, Sen] = {}
        for line in self._source.plan.part_lines(Part.SPENDING):
            head = _kind(line.account_code)
            sums[head] = sums.get(head, 0) + line.amount
        chart, words = self._source.chart, self._words
        return tuple(
            Branch(head, chart.account_name(head) if head else words["not_broken_down"], amount)
            for head, amount in sorted(sums.items(), key=lambda one: (one[0] == "", one[0]))
            if amount
        )

    def _funds(self) -> tuple[FundUse, ...]:
        figures, chart = self._source.figures, self._source.chart
        told = self._poster_layout["funds"]
        found = []
        for fund in figures.used_funds():
            name, hint = told.get(fund, (fund or self._words["no_fund"], ""))
            sectors = [
                Branch(code, chart.activity_name(code), figures.funds("code", code).get(fund, 0))
                for code in chart.activities
                if codes.level(code) == 1
            ]

            def part(key: str, fund: str = fund) -> Sen:
                return figures.funds("part", key).get(fund, 0)

            used = tuple(branch for branch in sectors if branch.amount)
            found.append(
                FundUse(fund, name, hint, part("revenue"), part("financing_in"), used, part("financing_out"))
            )
        return tuple(found)

    def _entries(self) -> tuple[Entry, ...]:
        sums: dict[tuple[str, str, str, str], Sen] = {}
        for line in self._source.plan.all_lines():
            work = self._keys.get(line.activity_id or -1, "")
            key = (part_name(line), work, line.account_code, line.fund)
            sums[key] = sums.get(key, 0) + line.amount
        return tuple(Entry(*key, amount) for key, amount in sums.items() if amount)

    def _account_names(self) -> dict[str, str]:
        used = {line.account_code for line in self._source.plan.lines.values()} - {""}
        return {code: self._source.chart.account_name(code) for code in sorted(used)}


def _kind(account_code: str) -> str:
    return codes.prefixes(account_code)[:_KINDS][-1] if account_code else ""


def _activity_keys(source: ReportSource) -> dict[int, str]:
    seen: dict[str, int] = {}
    keys = {}
    for activity in source.plan.activities_in_order():
        seen[activity.code] = number = seen.get(activity.code, 0) + 1
        keys[activity.id] = activity.code if number == 1 else f"{activity.code}-{number}"
    return keys


def _goal(activity: Activity) -> str:
    if activity.target is None:
        return ""
    return f"{format_volume(activity.target)} {_clean(activity.target_unit)}".strip()


def _clean(text: str) -> str:
    """Text that may be shown to everybody: without a NIK or KK (S25)."""
    return with_masked_numbers(text)

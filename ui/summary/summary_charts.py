"""The charts of the summary as figures: by sector, fund source, kind of spending, and from year to year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.summary.chart_card import ChartView
from ui.summary.chart_picture import PictureWords
from ui.summary.charts import Bar
from ui.support.formats import long_date, rounded
from ui.support.i18n import language
from village_budget.figures.figures import Figures
from village_budget.money import Sen, format_percent

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart
    from village_budget.document.document import Document
    from village_budget.domain.plan import Plan


def _tr(text: str) -> str:
    return QCoreApplication.translate("SummaryCharts", text)


def kinds() -> dict[str, str]:
    """The charts, with the words of their chips."""
    return {"sector": _tr("Sector"), "fund": _tr("Fund"), "kind": _tr("Kind"), "year": _tr("Year")}


def fund_names() -> dict[str, str]:
    """Fund sources as they are said."""
    return {
        "PAD": _tr("Own revenue"), "ADD": _tr("Village allocation"), "DDS": _tr("Dana Desa"),
        "PBH": _tr("Tax shares"), "PBP": _tr("Province's aid"), "PBK": _tr("Regency's aid"),
        "SWD": _tr("Self-help"), "DLL": _tr("Other revenue"), "": _tr("not yet decided"),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PastYear:
    """What another year or version spends, by fund source."""

    year: int
    version: int
    spent: Mapping[str, Sen]


def past_year(plan: Plan, chart: Chart) -> PastYear:
    """What a plan that is not the open one spends."""
    spent = dict(Figures(plan, chart).funds("part", "spending"))
    return PastYear(plan.info.fiscal_year, plan.info.version, spent)


def chart_view(document: Document, kind: str, others: Iterable[PastYear], today: date) -> ChartView:
    """A chart of the plan as it stands.

    Args:
        document: the open plan.
        kind: a key of `kinds`.
        others: other years and versions, for the chart from year to year.
        today: day that the picture tells.
    """
    figures = document.figures
    title, empty = _words(kind)
    if kind == "year":
        bars = year_bars(document, others)
    elif kind == "fund":
        spent = figures.funds("part", "spending")
        bars = [Bar(fund_names().get(f, f), ((f, sen),)) for f, sen in _largest_first(spent)]
    else:
        bars = _grouped(figures, "account" if kind == "kind" else "code", _groups(kind))
    used = {fund for bar in bars for fund, _ in bar.parts}
    names = fund_names()
    legend = tuple((fund, names.get(fund, fund)) for fund in [*document.chart.funds, ""] if fund in used)
    info, village = document.plan.info, document.plan.village
    whole = (
        ""
        if kind == "year"
        else _tr("Total Rp {amount}").format(amount=rounded(figures.spending, language()))
    )
    picture = PictureWords(
        title,
        _tr("{village} · APB Desa {year}").format(village=village.name, year=info.fiscal_year),
        _tr("Fingerprint {mark} · {day}").format(
            mark=document.short_fingerprint, day=long_date(today, language())
        ),
        legend,
        whole,
    )
    return ChartView(title, tuple(bars), picture, empty)


def _words(kind: str) -> tuple[str, str]:
    none = _tr("No spending yet. Add activities under Spending.")
    return {
        "sector": (_tr("Spending by sector"), none),
        "fund": (_tr("Spending by fund source"), none),
        "kind": (_tr("Spending by kind"), none),
        "year": (
            _tr("Spending from year to year"),
            _tr("There is only one year yet. Start next year from this one, or choose last year's file."),
        ),
    }[kind]


def _groups(kind: str) -> Mapping[str, str]:
    if kind == "kind":
        return {
            "5.1": _tr("Staff"), "5.2": _tr("Goods, services"), "5.3": _tr("Capital"),
            "5.4": _tr("Unforeseen"), "": _tr("no account yet"),
        }  # fmt: skip
    return {
        "1": _tr("Governance"), "2": _tr("Development"), "3": _tr("Community"),
        "4": _tr("Empowerment"), "5": _tr("Emergencies"),
    }  # fmt: skip


def _grouped(figures: Figures, level: str, groups: Mapping[str, str]) -> list[Bar]:
    """One bar a group; what stands under none of the known accounts comes last, so that all adds up."""
    bars = []
    rest = dict(figures.funds("part", "spending"))
    for code, name in groups.items():
        funds = figures.funds(level, code) if code else rest
        # The largest part first: its colour is what the bar says.
        if parts := _largest_first(funds):
            bars.append(Bar(name, tuple(parts)))
        for fund, sen in funds.items() if code else ():
            rest[fund] = rest.get(fund, 0) - sen
    return bars


def year_bars(document: Document, others: Iterable[PastYear]) -> list[Bar]:
    """Spending of each year and version by fund source, oldest first; none when there is only one.

    Its remark is the change against the one before.
    """
    info = document.plan.info
    own = PastYear(info.fiscal_year, info.version, document.figures.funds("part", "spending"))
    known = {(one.year, one.version): one for one in (*others, own)}
    if len(known) < 2:
        return []
    bars: list[Bar] = []
    before: Sen = 0
    for (year, version), one in sorted(known.items()):
        parts = tuple(_largest_first(one.spent))
        now = sum(sen for _, sen in parts)
        remark = _change(now, before) if before else "\N{EN DASH}"
        bars.append(Bar(f"{year} P{version}" if version else str(year), parts, remark))
        before = now
    return bars


def _change(now: Sen, before: Sen) -> str:
    words = format_percent(now - before, before, 1)
    return f"+{words}" if now > before else words


def _largest_first(funds: Mapping[str, Sen]) -> list[tuple[str, Sen]]:
    return sorted(((f, sen) for f, sen in funds.items() if sen > 0), key=lambda part: -part[1])

"""What the summary tells of a plan: money against ceilings by fund source, and how far the plan has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.summary.fund_rows import FundRow
from ui.summary.progress_list import Progress
from ui.summary.summary_charts import fund_names
from ui.support.formats import amount
from ui.support.workspace import Target, Workspace
from village_budget.domain.lines import Part
from village_budget.rules.packs.questions import load_questions
from village_budget.rules.packs.standing_answers import answer_of, as_amount

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.domain.activity import Activity
    from village_budget.domain.findings import Finding
    from village_budget.domain.plan import Plan

_TRANSFERS = "4.2"
_SPOKEN = ("yes", "none")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SummaryFacts", text)


def fund_rows(document: Document) -> list[FundRow]:
    """Each fund source that is used or has a ceiling, the largest first."""
    figures, names = document.figures, fund_names()
    asked = _ceilings(document)
    shown = dict.fromkeys([*figures.used_funds(), *(f for f, ceiling in asked.items() if ceiling)])
    rows = []
    for fund in shown:
        brings, spent = figures.fund_in(fund), figures.fund_out(fund)
        words = ("", "ink2")
        if fund in asked:
            booked = figures.funds("account", _TRANSFERS).get(fund, 0)
            words = _ceiling_words(booked, asked[fund])
        rows.append(FundRow(fund, names.get(fund, fund), brings, spent, words, _left_words(brings, spent)))
    return sorted(rows, key=lambda row: -row.brings)


def open_ceilings(document: Document) -> list[str]:
    """Fund sources in use whose ceiling nobody has told yet."""
    used = document.figures.used_funds()
    return [fund for fund, ceiling in _ceilings(document).items() if ceiling is None and fund in used]


def _ceilings(document: Document) -> dict[str, int | None]:
    """Ceilings that are asked for this year, by fund: the regency's, else the plan's answer, else None."""
    plan, year = document.plan, document.plan.info.fiscal_year
    return {
        fund: as_amount(answer_of(plan, name, document.pack.given))
        for name, question in load_questions().items()
        for fund in (name.removeprefix("pagu."),)
        if fund in document.chart.funds and question.holds_in(year)
    }


def _ceiling_words(booked: int, ceiling: int | None) -> tuple[str, str]:
    if ceiling is None:
        return _tr("Ceiling not filled in"), "ink2"
    told = _tr("Ceiling {amount}").format(amount=amount(ceiling))
    if booked == ceiling:
        return f"{told}, {_tr('the same')}", "ok"
    over = booked > ceiling
    gap = (_tr("revenue {amount} over") if over else _tr("revenue {amount} short")).format(
        amount=amount(abs(booked - ceiling))
    )
    return f"{told}, {gap}", "bad" if over else "warn"


def _left_words(brings: int, spent: int) -> tuple[str, str]:
    told = _tr("Out {amount}").format(amount=amount(spent))
    if brings == spent:
        return f"{told}, {_tr('used up')}", "ink2"
    if brings > spent:
        return f"{told}, {_tr('{amount} left').format(amount=amount(brings - spent))}", "warn"
    return f"{told}, {_tr('{amount} too much').format(amount=amount(spent - brings))}", "bad"


def progress_of(document: Document, findings: Iterable[Finding], workspace: Workspace) -> list[Progress]:
    """How far the plan has come; measures that have nothing to count are left out."""
    plan = document.plan
    activities = plan.activities_in_order()
    unreviewed = plan.unreviewed()
    rough = [one for one in activities if not _detailed(plan, one)]
    bare = [one for one in activities if not one.is_described]

    def to_line() -> None:
        first = unreviewed[0] if unreviewed else None
        found = Target(first.part, first.activity_id, first.id, narrow="review") if first else None
        workspace.jump.emit(found or Target(part=Part.SPENDING))

    def to_first(left: list[Activity], narrow: str) -> Callable[[], None]:
        target = Target(Part.SPENDING, left[0].id, narrow=narrow) if left else Target(Part.SPENDING)
        return lambda: workspace.jump.emit(target)

    def to_data() -> None:
        workspace.place_asked.emit("data")

    lines, total = len(plan.lines), len(activities)
    told, wanted = _answered(document, findings, documents=False)
    there, papers = _answered(document, findings, documents=True)
    counted = [
        (_tr("Lines reviewed"), lines - len(unreviewed), lines, to_line),
        (_tr("Activities broken down to lines"), total - len(rough), total, to_first(rough, "detail")),
        (
            _tr("Officer, location and output filled in"),
            total - len(bare),
            total,
            to_first(bare, "described"),
        ),
        (_tr("Questions of the rules answered"), told, wanted, to_data),
        (_tr("Documents complete"), there, papers, to_data),
    ]
    return [Progress(name, done, of, _counted(done, of), act) for name, done, of, act in counted if of]


def _counted(done: int, total: int) -> str:
    return _tr("complete") if done >= total else _tr("{n} of {all}").format(n=done, all=total)


def _detailed(plan: Plan, activity: Activity) -> bool:
    """Whether an activity has lines, each on an account of the last level."""
    lines = plan.lines_of(activity.id)
    return bool(lines) and all(line.account_code.count(".") == 3 for line in lines)


def _answered(document: Document, findings: Iterable[Finding], *, documents: bool) -> tuple[int, int]:
    """How many questions are answered, of those that a rule asks or that have an answer."""
    plan, year, given = document.plan, document.plan.info.fiscal_year, document.pack.given
    wanted = {name for finding in findings if finding.variant == "ask" for name in finding.questions}
    done = total = 0
    for name, question in load_questions().items():
        if not question.holds_in(year) or (question.kind == "document") is not documents:
            continue
        value = answer_of(plan, name, given)
        counts = value in _SPOKEN if documents else bool(value)
        done += counts
        total += bool(value) or name in wanted
    return done, total

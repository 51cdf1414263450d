"""The questions of a year with their answers, and what the plan or the calendar says to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.check.answer_field import AskedQuestion
from ui.check.data_row import DataFacts, compared
from ui.support.formats import amount, long_date
from ui.support.i18n import language
from village_budget.rules.packs.calendar import due_dates
from village_budget.rules.packs.questions import load_questions
from village_budget.rules.packs.standing_answers import answer_of, as_day

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.domain.findings import Finding
    from village_budget.rules.packs.questions import Question

REGULATION = "tanggal.perdes"
_DUES = {"tanggal.bpd": "agree", "tanggal.kirim": "submit", "tanggal.perdes": "enact"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataScreen", text)


def sections() -> dict[str, str]:
    """Sections of the screen in order, with their titles."""
    return {
        "pagu": _tr("Ceilings of the year"), "sisa": _tr("Left over from last year"),
        "penerima": _tr("Beneficiaries"), "sotk": _tr("Posts and people"),
        "tanggal": _tr("Dates"), "dokumen": _tr("Documents"), "warga": _tr("For residents"),
    }  # fmt: skip


def data_facts(document: Document, findings: Iterable[Finding], today: date) -> list[DataFacts]:
    """Every question of the plan's year, section by section, those that are asked or answered first."""
    findings = tuple(findings)
    wanted = {name for finding in findings if finding.variant == "ask" for name in finding.questions}
    order = list(sections())
    facts = list(_facts(document, wanted, _last_days(document, findings), today))
    return sorted(facts, key=lambda one: (order.index(one.section), not one.first))


def _last_days(document: Document, findings: Iterable[Finding]) -> dict[str, date]:
    """The last right day of each date: by the rules that judge it, else by the calendar of the year."""
    year = document.plan.info.fiscal_year
    calendar = {due.id: due.day for due in due_dates(year)}
    found: dict[str, date] = {}
    for finding in findings:
        rule = document.pack.rules.get(finding.rule)
        day = as_day(finding.facts.get("limit", "")) if rule and rule.kind.startswith("date_") else None
        if rule is not None and day is not None:
            found[rule.question] = min(day, found.get(rule.question, day))
    return {name: calendar[due] for name, due in _DUES.items()} | found


def _facts(
    document: Document, wanted: set[str], last_days: dict[str, date], today: date
) -> Iterator[DataFacts]:
    given = document.pack.given
    lang = language()
    for name, question in load_questions().items():
        if not question.holds_in(document.plan.info.fiscal_year):
            continue
        answer = document.plan.answer(name)
        value = answer_of(document.plan, name, given)
        asked = AskedQuestion(
            name, question.kind, question.title.get(lang), question.help.get(lang), value,
            answer.note if answer else "", given=name in given,
        )  # fmt: skip
        planned, words = _planned(document, question)
        remark, token = _due_remark(last_days.get(name), value, today)
        if planned is not None:
            remark, token = compared(words, planned, value)
        section = "sisa" if name.startswith("sisa.") else question.group
        regulation = name == REGULATION
        # Days come one after another, and in an empty plan no rule asks yet: there all are shown.
        first = name in wanted or bool(value) or section in ("tanggal", "warga") or not document.plan.lines
        yield DataFacts(
            section, asked, question.basis, remark, token, wanted=name in wanted,
            locked=document.read_only if regulation else not document.takes_records,
            first=first, planned=planned, planned_words=words,
            number=document.plan.info.regulation_number if regulation else None,
        )  # fmt: skip


def _planned(document: Document, question: Question) -> tuple[int | None, str]:
    """What the plan itself books under a ceiling or as left over, in sen and in words."""
    if len(question.funds) != 1 or question.kind != "amount":
        return None, ""
    fund = question.funds[0]
    if question.id in (f"pagu.{fund}", "pagu.dd_reguler"):
        planned = document.figures.funds("account", "4.2").get(fund, 0)
        return planned, _tr("In revenue: {amount}").format(amount=amount(planned))
    if question.id == f"sisa.{fund}":
        planned = document.figures.funds("account", "6.1.1").get(fund, 0)
        return planned, _tr("In financing: {amount}").format(amount=amount(planned))
    return None, ""


def _due_remark(due: date | None, value: str, today: date) -> tuple[str, str]:
    if due is None:
        return "", "ink2"
    words = _tr("By {day} at the latest").format(day=long_date(due, language()))
    done = as_day(value)
    late = ((done or today) - due).days
    if done is not None:
        if late <= 0:
            return f"{words} · {_tr('in time')}", "ok"
        return f"{words} · {_tr('{n} days late').format(n=late)}", "bad"
    if late > 0:
        return f"{words} · {_tr('{n} days over').format(n=late)}", "warn"
    return f"{words} · {_tr('{n} days left').format(n=-late)}", "ink2"

"""The questions of a year with their answers, and what the plan or the calendar says to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.support.formats import amount, long_date
from ui.support.i18n import language
from ui.widgets.answer_field import AskedQuestion
from ui.widgets.data_row import DataFacts
from village_budget.rules.answers import answer_of, as_day, as_number
from village_budget.rules.calendar import due_dates
from village_budget.rules.questions import load_questions

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.domain.findings import Finding
    from village_budget.rules.questions import Question

_DUES = {"tanggal.bpd": "agree", "tanggal.kirim": "submit", "tanggal.perdes": "enact"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataScreen", text)


def sections() -> dict[str, str]:
    """Sections of the screen in order, with their titles."""
    return {
        "pagu": _tr("Ceilings of the year"), "sisa": _tr("Left over from last year"),
        "penerima": _tr("Beneficiaries"), "sotk": _tr("Posts and people"),
        "tanggal": _tr("Dates"), "dokumen": _tr("Documents"),
    }  # fmt: skip


def data_facts(document: Document, findings: Iterable[Finding], today: date) -> list[DataFacts]:
    """Every question of the plan's year, section by section."""
    wanted = {name for finding in findings if finding.variant == "ask" for name in finding.questions}
    order = list(sections())
    facts = list(_facts(document, wanted, today))
    return sorted(facts, key=lambda one: order.index(one.section))


def _facts(document: Document, wanted: set[str], today: date) -> Iterator[DataFacts]:
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
        remark, token = _remark(document, question, value, today)
        section = "sisa" if name.startswith("sisa.") else question.group
        yield DataFacts(
            section, asked, question.basis, remark, token, wanted=name in wanted,
            locked=not document.takes_records,
        )  # fmt: skip


def _remark(document: Document, question: Question, value: str, today: date) -> tuple[str, str]:
    """What stands beside a field, and its ink."""
    if question.id in _DUES:
        return _due_remark(document.plan.info.fiscal_year, question.id, value, today)
    if len(question.funds) != 1 or question.kind != "amount":
        return "", "ink2"
    fund = question.funds[0]
    if question.id in (f"pagu.{fund}", "pagu.dd_reguler"):
        planned = document.figures.funds("account", "4.2").get(fund, 0)
        return _compared(_tr("In revenue: {amount}").format(amount=amount(planned)), planned, value)
    if question.id == f"sisa.{fund}":
        planned = document.figures.funds("account", "6.1.1").get(fund, 0)
        return _compared(_tr("In financing: {amount}").format(amount=amount(planned)), planned, value)
    return "", "ink2"


def _compared(words: str, planned: int, value: str) -> tuple[str, str]:
    answered = as_number(value)
    if answered is None:
        return words, "ink2"
    if planned == answered:
        return f"{words} · {_tr('the same')}", "ok"
    difference = _tr("{amount} too much") if planned > answered else _tr("{amount} missing")
    return f"{words} · {difference.format(amount=amount(abs(planned - answered)))}", "bad"


def _due_remark(year: int, question: str, value: str, today: date) -> tuple[str, str]:
    due = next(one.day for one in due_dates(year) if one.id == _DUES[question])
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

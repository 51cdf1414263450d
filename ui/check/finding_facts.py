"""What the check screen asks the open plan about a finding: rows, questions, ways out, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.check.answer_field import AskedQuestion
from ui.check.finding_causes import CauseRow
from ui.check.finding_detail import DetailFacts
from ui.check.finding_view import FindingView
from ui.check.ways_out_list import WayWords
from ui.support.formats import amount
from ui.support.i18n import language
from ui.support.workspace import Target
from village_budget.rules.packs.questions import load_questions
from village_budget.rules.packs.standing_answers import answer_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from village_budget.document.document import Document
    from village_budget.rules.ways.moves import WayOut

MOST_CAUSES = 12


def facts_of(document: Document, view: FindingView, done: str = "") -> DetailFacts:
    """Everything the detail shows beside the finding itself."""
    finding = view.finding
    causes = _causes(document, view)
    return DetailFacts(
        causes=tuple(causes),
        rest=len(finding.lines) + len(finding.activities) - len(causes),
        questions=tuple(_questions(document, view)),
        waiver=document.plan.waiver(finding.rule, finding.fund),
        locked=document.read_only,
        done=done,
    )


def _causes(document: Document, view: FindingView) -> list[CauseRow]:
    plan = document.plan
    causes: list[CauseRow] = []
    for line_id in view.finding.lines[:MOST_CAUSES]:
        line = plan.lines.get(line_id)
        if line is None:
            continue
        activity = plan.activities.get(line.activity_id or -1)
        code = " · ".join(text for text in (activity.code if activity else "", line.account_code) if text)
        words = line.description or document.chart.account_name(line.account_code)
        target = Target(part=line.part, activity_id=line.activity_id, line_id=line_id)
        causes.append(CauseRow(code, words, amount(line.amount), target))
    for activity_id in view.finding.activities[: MOST_CAUSES - len(causes)]:
        activity = plan.activities.get(activity_id)
        if activity is not None:
            name = activity.name or document.chart.activity_name(activity.code)
            spent = amount(document.figures.total("activity", activity_id))
            causes.append(CauseRow(activity.code, name, spent, Target(activity_id=activity_id)))
    return causes


def _questions(document: Document, view: FindingView) -> Iterable[AskedQuestion]:
    known = load_questions() if view.finding.questions else {}
    for name in view.finding.questions:
        question = known.get(name)
        if question is None:
            continue
        answer = document.plan.answer(name)
        given = document.pack.given
        value = answer_of(document.plan, name, given)
        if not view.finding.applies and not value:
            # Nothing in the plan waits for this answer.
            continue
        yield AskedQuestion(
            id=name,
            kind=question.kind,
            title=question.title.get(language()),
            help=question.help.get(language()),
            value=value,
            note=answer.note if answer else "",
            given=name in given,
        )


def words_of(document: Document, ways: Iterable[WayOut]) -> list[WayWords]:
    """Ways out in the language of the window."""
    from village_budget.rules.ways.ways_out import heading, words

    told = []
    for way in ways:
        *moves, result = words(way, language(), document.chart)
        told.append(WayWords(way, heading(way, language()), tuple(moves), result, amount(way.moved)))
    return told


def decision_on(view: FindingView) -> str:
    """What a person has to decide when there is no way out that could be worked out."""
    from village_budget.rules.ways.ways_out import decide

    return decide(view.finding, view.rule, language())

"""What a search finds beside the rows of the plan: rules, questions, documents (U19)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.search_hits import SearchHit
from ui.support.i18n import language
from ui.support.workspace import Target, Workspace

if TYPE_CHECKING:
    from village_budget.document.document import Document

_MOST = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchBox", text)


def other_hits(workspace: Workspace, text: str) -> list[SearchHit]:
    """Rules by id and title, questions and forms by title; at most a dozen of each."""
    document = workspace.document
    words = text.casefold().split()
    if document is None or not words:
        return []

    def fits(told: str) -> bool:
        low = told.casefold()
        return all(word in low for word in words)

    found: list[SearchHit] = []
    for kind in (_rules(workspace, document), _questions(document), _forms()):
        hits = [hit for hit in kind if fits(f"{hit.code} {hit.text}")]
        found += hits[:_MOST]
    return found


def _rules(workspace: Workspace, document: Document) -> Iterator[SearchHit]:
    for finding in workspace.findings():
        rule = document.pack.rules[finding.rule]
        state = _tr("Kept") if finding.holds else _tr("Broken")
        words = rule.title.get(language())
        yield SearchHit(_tr("Rule"), f"{words} ({finding.rule})", state, Target(finding=finding.key))


def _questions(document: Document) -> Iterator[SearchHit]:
    from village_budget.rules.packs.questions import load_questions

    for question in load_questions().values():
        if question.holds_in(document.plan.info.fiscal_year):
            yield SearchHit(
                _tr("Data"), question.title.get(language()), "", Target(place="data", item=question.id)
            )


def _forms() -> Iterator[SearchHit]:
    from village_budget.reports.catalogue import FORMS

    for info in FORMS:
        yield SearchHit(
            _tr("Document"), info.title.get(language()), "", Target(place="dokumen", item=info.name)
        )

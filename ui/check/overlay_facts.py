"""What the window tells of the regency's rule file that a plan carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.check.overlay_card import OverlayFacts
from ui.support.i18n import language
from ui.support.messages import message_parts
from village_budget.errors import PackError
from village_budget.rules.packs.loader import loads_overlay
from village_budget.store.fingerprint import short_form

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.rules.regency.overlay import Overlay


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataScreen", text)


def overlay_facts(document: Document) -> OverlayFacts:
    """Name, contents and fingerprint of the file; why it is left aside when it can't be used."""
    stored = document.plan.overlay
    if stored is None:
        return OverlayFacts()
    short = short_form(stored.fingerprint)
    try:
        overlay = loads_overlay(stored.text, stored.name)
    except PackError as error:
        return OverlayFacts(stored.name, "", "", short, message_parts(error, language()).joined())
    problem = document.overlay_problem
    told = message_parts(problem, language()).joined() if problem else ""
    return OverlayFacts(stored.name, overlay.name, _sets(overlay, document.plan.village.code), short, told)


def _sets(overlay: Overlay, village: str) -> str:
    """What the file adds, in one line."""
    ceilings = len(overlay.ceilings.get(village, ()))
    parts = [
        (ceilings, _tr("{n} ceilings of this village")), (len(overlay.limits), _tr("{n} limits")),
        (len(overlay.rules), _tr("{n} rules of its own")),
        (len(overlay.activities) + len(overlay.accounts), _tr("{n} codes of its own")),
        (len(overlay.holidays), _tr("{n} holidays")), (len(overlay.forms), _tr("{n} forms in its own words")),
    ]  # fmt: skip
    words = [text.format(n=count) for count, text in parts if count]
    return ", ".join(words) if words else _tr("It sets nothing for this village.")

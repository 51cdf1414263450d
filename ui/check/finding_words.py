"""Words of a finding that only its place on screen needs: the line below its title, the article in short."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from ui.check.finding_view import FindingView
from village_budget.domain.findings import Direction
from village_budget.money import format_amount, format_percent, format_rupiah
from village_budget.rules.packs.pack import THEMES

_ARTICLE_END = re.compile(r" ayat |; |, | huruf | \(")


def _tr(text: str) -> str:
    return QCoreApplication.translate("FindingWords", text)


def short_basis(basis: str) -> str:
    """Regulation and article without paragraph, letter or later changes: ``PP 11/2019 Pasal 81``."""
    return _ARTICLE_END.split(basis, maxsplit=1)[0]


def note_line(view: FindingView) -> str:
    """The line below a title: what was measured against what, or what was found."""
    finding = view.finding
    if finding.applies and finding.unit == "sen_per_month":
        return _tr("{amount} a month").format(amount=format_rupiah(finding.measured))
    if finding.applies and finding.base and view.limit:
        share = format_percent(finding.measured, finding.base)
        return _tr("{share} of {limit}").format(share=share, limit=view.limit)
    return view.sentence


def measured_words(view: FindingView) -> str:
    """What stands below the fill of the large gauge."""
    return _tr("measured {value}").format(value=view.measured)


def limit_words(view: FindingView) -> str:
    """What stands below the tick of the large gauge."""
    finding = view.finding
    if finding.limit_percent:
        return _tr("limit {value}").format(
            value=f"{finding.limit_percent.replace('.', ',')}\N{NO-BREAK SPACE}%"
        )
    return _tr("limit {value}").format(value=format_amount(finding.limit))


def limit_caption(view: FindingView) -> str:
    """Caption above the limit: which side of it is right."""
    words = {Direction.AT_LEAST: _tr("At least"), Direction.EQUAL: _tr("Must be")}
    return words.get(view.finding.direction, _tr("At most"))


def theme_words() -> dict[str, str]:
    """What rules belong to, in the order in which they are shown."""
    words = {
        "balance": _tr("Balance"), "pay": _tr("Pay"), "structure": _tr("Structure of spending"),
        "funds": _tr("Fund sources"), "revenue": _tr("Revenue"), "financing": _tr("Financing"),
        "dana_desa": _tr("Dana Desa"), "process": _tr("Steps and dates"), "documents": _tr("Documents"),
        "price": _tr("Prices"), "plan": _tr("Quality of the plan"),
    }  # fmt: skip
    return {theme: words[theme] for theme in THEMES}


def group_words() -> dict[str, str]:
    """Names of the groups of findings by state."""
    return {
        "broken": _tr("Broken"), "warning": _tr("Attention"), "advice": _tr("Advice"),
        "waived": _tr("Exempted"), "ask": _tr("Needs an answer"), "holds": _tr("Hold"),
        "absent": _tr("Does not apply"),
    }  # fmt: skip


def confidence_words(confidence: str) -> str:
    """How sure the source of a rule is."""
    words = {"high": _tr("Source: certain"), "medium": _tr("Source: fairly certain")}
    return words.get(confidence, _tr("Source: weak"))


def copy_text(view: FindingView) -> str:
    """The finding as plain text for a message or a letter."""
    head = f"{view.state_word}: {view.title} ({view.finding.rule})"
    basis = view.finding.basis
    if not view.finding.verified:
        basis = _tr("{basis} (not verified)").format(basis=basis)
    return "\n".join(line for line in (head, view.sentence, basis, view.demand, view.rule.note) if line)

"""Words of a finding that only its place on screen needs: the line below its title, the article in short."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from ui.support.finding_view import FindingView
from village_budget.domain.findings import Direction
from village_budget.money import format_amount, format_percent, format_rupiah

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
    return _tr("At least") if view.finding.direction is Direction.AT_LEAST else _tr("At most")


def copy_text(view: FindingView) -> str:
    """The finding as plain text for a message or a letter."""
    head = f"{view.state_word}: {view.title} ({view.finding.rule})"
    basis = view.finding.basis
    if not view.finding.verified:
        basis = _tr("{basis} (not verified)").format(basis=basis)
    return "\n".join(line for line in (head, view.sentence, basis, view.demand) if line)

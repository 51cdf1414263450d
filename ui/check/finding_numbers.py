"""The figures of an opened finding: measured, limit, and what is missing, too much or left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from ui.check.finding_view import FindingView
from ui.check.finding_words import limit_caption
from ui.kit.controls import column, label, row
from village_budget.money import format_amount, format_percent


def _tr(text: str) -> str:
    return QCoreApplication.translate("FindingNumbers", text)


def finding_numbers(view: FindingView) -> QHBoxLayout:
    """Blocks of caption, number and note; shares say their percentages below the rupiah."""
    finding = view.finding
    notes = ("", "", "")
    if finding.unit == "sen_per_month":
        notes = (_tr("a month"),) * 3
    elif finding.base:
        distance = finding.gap or finding.headroom
        notes = (view.measured, view.limit, format_percent(distance, finding.base))
    parts = [
        (_tr("Measured"), _number(view, finding.measured), notes[0], "ink"),
        (limit_caption(view), _number(view, finding.limit), notes[1], "ink"),
    ]
    word, _, gap = view.gap.partition(" ")
    if gap and finding.is_money:
        parts.append((word.capitalize(), gap, notes[2], "ink" if finding.holds else view.token))
    line = row(gap=40)
    for caption, number, note, token in parts:
        block = column(gap=0)
        block.addWidget(label(caption, role="small", token="ink2"))
        block.addWidget(label(number, role="title", bold=True, token=token))
        if any(notes):
            block.addWidget(label(note, role="small", token="ink2"))
        line.addLayout(block)
    line.addStretch(1)
    return line


def _number(view: FindingView, value: int) -> str:
    return format_amount(value // 100 * 100) if view.finding.is_money else str(value)

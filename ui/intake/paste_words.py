"""What a preview comes to, in words: by fund source, and beside what a sheet says itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ui.support.formats import amount as amount_text
from village_budget.chart.chart import Chart
from village_budget.exchange.lines.sheet_sums import SheetSum
from village_budget.money import Sen


def _tr(text: str) -> str:
    return QCoreApplication.translate("PasteWords", text)


def sum_words(totals: Mapping[str, Sen], chart: Chart) -> str:
    """What will be added, by fund source."""
    total = amount_text(sum(totals.values()))
    if not totals:
        return _tr("Nothing to add yet.")
    if len(totals) == 1:
        fund = next(iter(totals))
        known = chart.funds.get(fund)
        if known is None:
            return _tr("{total} will be added, without a fund source").format(total=total)
        words = _tr("{total} will be added, all from {name} ({fund})")
        return words.format(total=total, name=known.name, fund=fund)
    parts = " · ".join(f"{fund or '?'} {amount_text(part)}" for fund, part in totals.items())
    return _tr("{total} will be added: {parts}").format(total=total, parts=parts)


def compared_words(sums: Sequence[SheetSum], given: Sen) -> tuple[str, bool]:
    """What the sheet says it comes to, beside what is taken; whether the two are the same."""
    names = {
        "": _tr("Sum of the sheet"), "4": _tr("Revenue in the sheet"), "5": _tr("Spending in the sheet"),
        "6.1": _tr("Financing in, in the sheet"), "6.2": _tr("Financing out, in the sheet"),
    }  # fmt: skip
    parts = []
    for one in sums:
        name, stated = names[one.head], amount_text(one.stated)
        if not one.difference:
            parts.append(_tr("{name} {stated}: the same").format(name=name, stated=stated))
        else:
            words = _tr("{name} {stated}: differs by {difference}")
            parts.append(words.format(name=name, stated=stated, difference=amount_text(abs(one.difference))))
    if given:
        parts.append(_tr("{amount} given by the people, not counted").format(amount=amount_text(given)))
    return " · ".join(parts), not any(one.difference for one in sums)

"""Finds rows of a plan by code, words or amount; knows nothing of Qt (U19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from village_budget.chart.chart import Chart
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan
from village_budget.money import Sen, format_amount

MOST_HITS = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """One row found.

    Attributes:
        title: words of the row.
        where: codes of the rows above it, and its own.
        amount: what it comes to, in sen; None for an activity.
        activity_id: its activity; None in the other parts.
        line_id: the line; None for an activity itself.
    """

    title: str
    where: str
    amount: Sen | None
    activity_id: int | None
    line_id: int | None


def search_plan(plan: Plan, chart: Chart, part: Part, text: str) -> list[Hit]:
    """Rows of a part that a text fits: the beginning of a code, all words, or an amount or price.

    ``2.426.640``, ``2426640`` and ``Rp 2.426.640`` find the same; so does the beginning of a long amount.
    """
    wanted = _Wanted(text)
    found: list[Hit] = []
    if not wanted.words:
        return found
    for hit in _hits(plan, chart, part, wanted):
        found.append(hit)
        if len(found) >= MOST_HITS:
            break
    return found


class _Wanted:
    """What is looked for, in the forms that rows are compared in."""

    def __init__(self, text: str) -> None:
        plain = text.strip().casefold()
        self.words = plain.split()
        self.code = plain if re.fullmatch(r"\d[\d.]*", plain) else ""
        digits = re.sub(r"^rp\.?|[\s.\u00a0]", "", plain).partition(",")[0]
        self.digits = digits if digits.isdecimal() and len(digits) >= 3 else ""

    def fits_code(self, code: str) -> bool:
        return bool(self.code) and code.startswith(self.code)

    def fits_words(self, text: str) -> bool:
        low = text.casefold()
        return all(word in low for word in self.words)

    def fits_amount(self, *amounts: Sen) -> bool:
        return bool(self.digits) and any(str(amount // 100).startswith(self.digits) for amount in amounts)


def _hits(plan: Plan, chart: Chart, part: Part, wanted: _Wanted) -> Iterator[Hit]:
    if part is not Part.SPENDING:
        for line in plan.part_lines(part):
            yield from _line_hit(line, line.account_code, chart, wanted)
        return
    for activity in plan.activities_in_order():
        name = activity.name or chart.activity_name(activity.code)
        told = f"{name} {activity.officer} {activity.location} {activity.output} {activity.note}"
        if wanted.fits_code(activity.code) or wanted.fits_words(told):
            yield Hit(name, activity.code, None, activity.id, None)
        for line in plan.lines_of(activity.id):
            yield from _line_hit(line, f"{activity.code} · {line.account_code}", chart, wanted)


def _line_hit(line: Line, where: str, chart: Chart, wanted: _Wanted) -> Iterator[Hit]:
    name = chart.account_name(line.account_code) if line.account_code else ""
    if (
        wanted.fits_code(line.account_code)
        or wanted.fits_words(f"{line.description} {line.note} {line.fund}")
        or wanted.fits_words(name)
        or wanted.fits_amount(line.amount, line.unit_price)
    ):
        yield Hit(line.description or name, where, line.amount, line.activity_id, line.id)


def amount_text(hit: Hit) -> str:
    """The amount of a hit as shown; empty for an activity."""
    return "" if hit.amount is None else format_amount(hit.amount)

"""The form ``riwayat``: every change of the budget, when, by whom, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from village_budget.money import format_amount, format_volume
from village_budget.reports.change_log import PastChange, PastStep, PastSteps
from village_budget.reports.dates import long_date
from village_budget.reports.forms.layout import FormLayout, layout_for
from village_budget.reports.report_document import (
    EMPTY,
    Cell,
    Fact,
    ReportDocument,
    Row,
    RowKind,
    Text,
    Volume,
)
from village_budget.reports.source import ReportSource

_TOLD = (
    "description", "account_code", "volume", "unit", "unit_price", "amount", "fund", "note", "price_reason",
    "code", "name", "officer", "location", "start_month", "end_month", "output", "target", "target_unit",
    "priority", "status", "regulation_number", "regulation_date",
)  # fmt: skip
"""Fields that are printed, in this order; what follows from them or is for the screen alone is not."""


def build(source: ReportSource) -> list[ReportDocument]:
    """One document: steps by day, oldest first; bulk work told by the number of its rows."""
    layout = layout_for(source, "riwayat")
    words, past = layout.words, source.history()
    rows: list[Row] = []
    day = None
    for number, step in enumerate(past.steps, start=1):
        if step.at.date() != day:
            day = step.at.date()
            rows.append(_wide(layout, long_date(day), RowKind.HEADING))
        rows.extend(_step(words, step, number))
    if not rows:
        rows.append(_wide(layout, words["none"], RowKind.LINE))
    notes = (_head_note(words, past), words["note_undone"])
    return [layout.document(source, tuple(rows), facts=_facts(words, past), notes=notes)]


def _wide(layout: FormLayout, text: str, kind: RowKind) -> Row:
    count = len(layout.columns)
    return Row(kind, 0, (Text(text, span=count), *[EMPTY] * (count - 1)), bold=kind is RowKind.HEADING)


def _facts(words: dict[str, str], past: PastSteps) -> tuple[Fact, ...]:
    people = sorted({step.who for step in past.steps if step.who})
    return (
        Fact(words["steps"], words["steps_text"].format(budget=len(past.steps), all=past.recorded)),
        Fact(words["people"], ", ".join(people) or words["nobody"]),
        Fact(words["head"], short_head(past.head) or words["nobody"]),
    )


def short_head(head: str) -> str:
    """The hash of the last step as printed, like a fingerprint: ``7F3A 91C2 D04E 55B1``."""
    digits = head[:16].upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def _head_note(words: dict[str, str], past: PastSteps) -> str:
    return words["note_head"].format(head=short_head(past.head)) if past.head else words["note_empty"]


def _step(words: dict[str, str], step: PastStep, number: int) -> Iterator[Row]:
    what = words[f"kind_{step.kind}"].format(what=step.what)
    if step.kind == "do" and not step.holds:
        what = words["undone"].format(what=what)
    first: tuple[Cell, ...] = (
        Volume(Decimal(number)), Text(f"{step.at:%H.%M}"), Text(step.who or words["nobody"]), Text(what)
    )  # fmt: skip
    why: Cell = Text(step.why)
    told = [entry for change in step.changes for entry in _entries(words, change)]
    if not told:
        told = [(words["rows"].format(count=step.count), "", "", "")]
    for place, (where, field, old, new) in enumerate(told):
        start = first if place == 0 else (EMPTY,) * 4
        cells = (*start, Text(where), Text(field), Text(old), Text(new), why if place == 0 else EMPTY)
        yield Row(RowKind.LINE, 1, cells)


def _entries(words: dict[str, str], change: PastChange) -> Iterator[tuple[str, str, str, str]]:
    """Where, field, old and new of each field that is told; a whole row in one line."""
    where = f"{change.name}\n{change.place}" if change.place else change.name
    if change.before is None or change.after is None:
        gone = change.after is None
        told = _whole(words, change)
        yield where, words["removed" if gone else "added"], told if gone else "", "" if gone else told
        return
    first = True
    for field in _TOLD:
        if field in change.after:
            old, new = (_value(words, field, values.get(field)) for values in (change.before, change.after))
            yield (where if first else ""), words[f"field_{field}"], old, new
            first = False
    if first:
        yield where, words["other"], "", ""


def _whole(words: dict[str, str], change: PastChange) -> str:
    values: Any = change.before if change.after is None else change.after
    if change.entity == "plan":
        return str(values.get("fiscal_year", ""))
    if change.entity != "line":
        return str(values.get("location") or "")
    volume = _value(words, "volume", values["volume"])
    price, amount = format_amount(values["unit_price"]), format_amount(values["amount"])
    return f"{volume} {values['unit']} × {price} = {amount} {values['fund']}".replace("  ", " ").strip()


def _value(words: dict[str, str], field: str, value: Any) -> str:
    if value is None or value == "":
        return words["empty"]
    if field in ("unit_price", "amount"):
        return format_amount(value)
    if field in ("volume", "target"):
        return format_volume(Decimal(value))
    if field == "status":
        return words[f"status_{value}"]
    return str(value)

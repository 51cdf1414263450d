"""Numbers of persons and families (NIK, KK) in a plan's texts: found, and told without repeating them (S25).

UU 27/2022 art. 4: an identity number is personal data; a budget needs none, it counts persons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

from village_budget.domain.findings import Direction, Finding
from village_budget.personal_numbers import has_personal_number, with_masked_numbers
from village_budget.rules.kinds.judgement import (
    MOST_LINES,
    Inputs,
    Verdict,
    finding,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from village_budget.domain.plan import Plan
    from village_budget.rules.packs.pack import Rule

_SHOWN = 3
_LENGTH = 40
_SEALED = ("fingerprint", "text")
"""Texts of records that nobody types: a hash, and a whole file that the regency hands out."""


def texts_of(row: DataclassInstance) -> Iterator[str]:
    """The texts of a row that somebody may have typed."""
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, str) and field.name not in _SEALED:
            yield value
        elif isinstance(value, tuple):
            yield from (unit for unit in (getattr(part, "unit", "") for part in value) if unit)


def holds_personal_number(row: DataclassInstance) -> bool:
    """Whether a text of a line, activity, answer or the like holds a number built like a NIK or KK."""
    return any(map(has_personal_number, texts_of(row)))


def _in_records(plan: Plan) -> tuple[str, ...]:
    """Texts with such a number that stand beside the lines and activities."""
    rows: list[DataclassInstance] = [
        plan.village, plan.info, *plan.answers.values(), *plan.waivers.values(),
        *(record for record in (plan.overlay, plan.prices) if record is not None),
    ]  # fmt: skip
    return tuple(text for row in rows for text in texts_of(row) if has_personal_number(text))


def state(inputs: Inputs) -> object:
    """What `personal_numbers` depends on."""
    codes = tuple((key, inputs.plan.activities[key].code) for key in sorted(inputs.failed))
    return (inputs.measured.version, codes, _in_records(inputs.plan))


def personal_numbers(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """No text holds a number of a person or family; counts the places and masks the numbers."""
    plan = inputs.plan
    lines = inputs.measured.largest(MOST_LINES)
    activities = sorted(inputs.failed, key=lambda key: (plan.activities[key].code, key))
    records = _in_records(plan)
    count = len(inputs.measured.members) + len(activities) + len(records)
    verdict = Verdict(
        count, 0, count, Direction.AT_MOST, unit="count", lines=lines, activities=tuple(activities)
    )  # fmt: skip
    named = [_line_place(plan, key) for key in lines[:_SHOWN]]
    named += [_place(plan.activities[key].code, plan.activities[key]) for key in activities[:_SHOWN]]
    named += [_short(text) for text in records[:_SHOWN]]
    more = ", \N{HORIZONTAL ELLIPSIS}" if count > _SHOWN else ""
    return (finding(rule, verdict, {"count": str(count), "places": ", ".join(named[:_SHOWN]) + more}),)


def _line_place(plan: Plan, key: int) -> str:
    line = plan.lines[key]
    activity = plan.activities.get(line.activity_id or -1)
    return _place(activity.code if activity else line.account_code, line)


def _place(code: str, row: DataclassInstance) -> str:
    text = next(text for text in texts_of(row) if has_personal_number(text))
    return f"{code} {_short(text)}"


def _short(text: str) -> str:
    """A text with its numbers masked, cut to what a sentence can carry."""
    masked = with_masked_numbers(text)
    if len(masked) > _LENGTH:
        masked = masked[: _LENGTH - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return f'"{masked}"'

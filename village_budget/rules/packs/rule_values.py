"""Reads the fields of a rule that are more than a word: selectors, percentages, steps, days, sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from village_budget.chart.chart import Chart, national_chart
from village_budget.chart.codes import CodeError
from village_budget.domain.findings import Severity
from village_budget.domain.lines import Part
from village_budget.figures.selector import Selector
from village_budget.money import LIMIT_RUPIAH
from village_budget.rules.packs.pack import Tier, Variant
from village_budget.rules.packs.toml_file import TomlFile

_SELECTOR_FIELDS = ("parts", "activities", "accounts", "funds", "tags", "without_tags", "any_of")
_TIER_FIELDS = ({"percent"}, {"percent", "below"}, {"percent", "up_to"})
_DEPTH = 3
_MOST = 10_000


def percent_of(file: TomlFile, table: str, field: str, value: object) -> str:
    """Read a percentage, exact text from 0 to 100."""
    right = isinstance(value, str) and re.fullmatch(r"\d{1,3}(\.\d{1,6})?", value, re.ASCII)
    if not right or Decimal(str(value)) > 100:
        raise file.trouble("pack-field", table, field, value)
    return str(value)


def tiers_of(file: TomlFile, table: str, value: object) -> tuple[Tier, ...]:
    """Read the steps of a share, rising: each ends ``below`` an amount in rupiah or holds ``up_to`` it.

    The last has no end.
    """
    if not isinstance(value, list) or not value:
        raise file.trouble("pack-field", table, "tiers", value)
    found: list[Tier] = []
    for step in value:
        if not isinstance(step, Mapping) or set(step) not in _TIER_FIELDS:
            raise file.trouble("pack-field", table, "tiers", step)
        end = step.get("below", step.get("up_to"))
        if (end is None) != (len(found) + 1 == len(value)):
            raise file.trouble("pack-field", table, "tiers", step)
        before = (found[-1].up_to or 0) // 100 if found else 0
        if end is not None and (type(end) is not int or not before < end <= LIMIT_RUPIAH):
            raise file.trouble("pack-field", table, "tiers", end)
        percent = percent_of(file, table, "tiers", step["percent"])
        found.append(Tier(None if end is None else end * 100, percent, below="below" in step))
    return tuple(found)


def month_and_day(file: TomlFile, table: str, field: str) -> tuple[int, int]:
    """Read a day of the year, ``10-31``."""
    text = file.text(table, field)
    try:
        day = date.fromisoformat(f"2019-{text}")
    except ValueError as error:
        raise file.trouble("pack-field", table, field, text) from error
    return day.month, day.day


def count_of(file: TomlFile, table: str, field: str) -> int:
    """Read a number that counts something."""
    number = file.number(table, field)
    if not 0 <= number <= _MOST:
        raise file.trouble("pack-field", table, field, number)
    return number


def tags_of(file: TomlFile, table: str, field: str) -> tuple[str, ...]:
    """Read a list of tags."""
    found = file.texts(table, field)
    for tag in found:
        if tag not in national_chart().tags:
            raise file.trouble("pack-unknown-code", table, field, tag)
    return found


def variants_of(file: TomlFile, table: str, value: Any) -> dict[str, Variant]:
    """Read the sentences of special cases."""
    if not isinstance(value, Mapping):
        raise file.trouble("pack-field", table, "variants")
    made = {}
    for name, fields in value.items():
        if not isinstance(fields, Mapping) or set(fields) - {"id", "en", "severity"}:
            raise file.trouble("pack-field", f"{table}.variants", name)
        words = {key: text for key, text in fields.items() if key != "severity"}
        severity = fields.get("severity")
        if severity is not None and severity not in set(Severity):
            raise file.trouble("pack-field", f"{table}.variants", name)
        text = file.as_text(f"{table}.variants", name, words)
        made[name] = Variant(text, Severity(severity) if severity else None)
    return made


def selector_of(file: TomlFile, table: str, field: str, value: Any, depth: int = 0) -> Selector:
    """Read a selector, which may hold others in ``any_of``."""
    if not isinstance(value, Mapping) or depth > _DEPTH:
        raise file.trouble("pack-field", table, field)
    lists: dict[str, tuple[Any, ...]] = {}
    for name, items in value.items():
        if name not in _SELECTOR_FIELDS:
            raise file.trouble("pack-unknown-field", table, field, name)
        if not isinstance(items, list) or not items:
            raise file.trouble("pack-field", table, field, name)
        if name == "any_of":
            lists[name] = tuple(selector_of(file, table, field, one, depth + 1) for one in items)
        else:
            lists[name] = tuple(_code(file, table, field, name, item) for item in items)
    if not lists:
        raise file.trouble("pack-field", table, field)
    return Selector(**lists)


def _code(file: TomlFile, table: str, field: str, name: str, item: object) -> str:
    """One entry of a selector's list, in the one spelling of codes."""
    chart: Chart = national_chart()
    if not isinstance(item, str) or not item:
        raise file.trouble("pack-field", table, field, item)
    try:
        if name == "activities":
            return chart.activity(item).code
        if name == "accounts":
            return chart.account(item).code
    except CodeError as error:
        raise file.trouble("pack-unknown-code", table, field, item) from error
    known: Mapping[str, Collection[str]] = {
        "funds": chart.funds, "parts": set(Part), "tags": chart.tags, "without_tags": chart.tags,
    }  # fmt: skip
    if item not in known[name]:
        raise file.trouble("pack-unknown-code", table, field, item)
    return item

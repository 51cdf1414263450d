"""Turns one table of a pack into a rule, and refuses what could not be judged or said later."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from string import Formatter
from typing import Any

from village_budget.chart.chart import Chart, national_chart
from village_budget.chart.codes import CodeError
from village_budget.domain.findings import Severity
from village_budget.domain.lines import Part
from village_budget.figures.selector import Selector
from village_budget.rules.fields import TomlFile
from village_budget.rules.kinds import KINDS
from village_budget.rules.line_tests import ACTIVITY_TESTS, LINE_TESTS
from village_budget.rules.monthly import POSTS
from village_budget.rules.pack import Rule, Text, Variant

SHORT_LENGTH = 24
_CONFIDENCE = ("high", "medium", "low")
_SENTENCES = ("title", "short", "broken", "holds", "demand")
_SELECTORS = ("measured", "minus", "base")
_FLAGS = ("verified", "gauge", "local", "nested")
_ALWAYS = ("kind", "severity", "basis", "title", "broken", "holds", "demand")
_FIELDS = (
    *_ALWAYS, *_SELECTORS, *_FLAGS, "short", "variants", "percent", "limit", "test", "post", "since", "until",
    "confidence",
)  # fmt: skip
_SELECTOR_FIELDS = ("parts", "activities", "accounts", "funds", "tags", "without_tags", "any_of")
_DEPTH = 3


def read_rule(file: TomlFile, rule_id: str, before: Rule | None) -> Rule:
    """Read one rule; what it does not state stays as in the pack that is extended.

    Raises:
        PackError: a field is unknown, missing, of the wrong type or names an unknown code, kind or fact.
    """
    table = f"rules.{rule_id}"
    stated = file.table(table, _FIELDS)
    made: dict[str, Any] = {field: _read(file, table, field, stated[field]) for field in stated}
    if before is None:
        for field in _ALWAYS:
            if field not in stated:
                raise file.trouble("pack-missing-field", table, field)
        rule = Rule(**{"id": rule_id, "short": made["title"], **made})
    else:
        rule = replace(before, **made)
    _check_kind(file, table, rule)
    _check_words(file, table, rule)
    return rule


def _read(file: TomlFile, table: str, field: str, value: Any) -> object:
    if field in _SELECTORS:
        return _selector(file, table, field, value, 0)
    if field == "variants":
        return _variants(file, table, value)
    readers: dict[str, Callable[[str, str], object]] = {
        **dict.fromkeys(_SENTENCES, file.sentence), **dict.fromkeys(_FLAGS, file.flag),
        "since": file.date, "until": file.date, "limit": file.rupiah,
    }  # fmt: skip
    if field in readers:
        return readers[field](table, field)
    return _percent(file, table) if field == "percent" else _word(file, table, field)


def _word(file: TomlFile, table: str, field: str) -> object:
    text = file.text(table, field)
    known = {
        "kind": (*KINDS,), "severity": (*Severity,), "test": (*LINE_TESTS, *ACTIVITY_TESTS), "post": POSTS,
        "confidence": _CONFIDENCE,
    }  # fmt: skip
    if field in known and text not in known[field]:
        code = "pack-unknown-kind" if field in ("kind", "test") else "pack-field"
        raise file.trouble(code, table, field, text)
    return Severity(text) if field == "severity" else text


def _percent(file: TomlFile, table: str) -> str:
    text = file.text(table, "percent")
    if not re.fullmatch(r"\d{1,3}(\.\d{1,6})?", text, re.ASCII) or Decimal(text) > 100:
        raise file.trouble("pack-field", table, "percent", text)
    return text


def _variants(file: TomlFile, table: str, value: Any) -> dict[str, Variant]:
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


def _selector(file: TomlFile, table: str, field: str, value: Any, depth: int) -> Selector:
    if not isinstance(value, Mapping) or depth > _DEPTH:
        raise file.trouble("pack-field", table, field)
    lists: dict[str, tuple[Any, ...]] = {}
    for name, items in value.items():
        if name not in _SELECTOR_FIELDS:
            raise file.trouble("pack-unknown-field", table, field, name)
        if not isinstance(items, list) or not items:
            raise file.trouble("pack-field", table, field, name)
        if name == "any_of":
            lists[name] = tuple(_selector(file, table, field, one, depth + 1) for one in items)
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
    if (name == "funds" and item not in chart.funds) or (name == "parts" and item not in set(Part)):
        raise file.trouble("pack-unknown-code", table, field, item)
    return item


def _check_kind(file: TomlFile, table: str, rule: Rule) -> None:
    """A rule states what its kind needs, and nothing that its kind does not look at."""
    kind = KINDS[rule.kind]
    stated = {
        "measured": rule.measured != Selector(), "base": rule.base != Selector(),
        "minus": rule.minus is not None, "percent": bool(rule.percent), "limit": rule.limit is not None,
        "test": bool(rule.test), "post": bool(rule.post), "nested": rule.nested,
    }  # fmt: skip
    for field, there in stated.items():
        if field in kind.needs and not there and not (field == "limit" and rule.local):
            raise file.trouble("pack-missing-field", table, field)
        if there and field not in kind.needs | kind.takes:
            raise file.trouble("pack-unknown-field", table, field)
    tests = {"lines": [*LINE_TESTS], "activities": [*ACTIVITY_TESTS]}.get(kind.rows, [])
    if rule.test and rule.test not in tests:
        raise file.trouble("pack-unknown-kind", table, "test", rule.test)
    for name in kind.variants:
        if name not in rule.variants:
            raise file.trouble("pack-missing-field", f"{table}.variants", name)
    for name in rule.variants:
        if name not in kind.variants:
            raise file.trouble("pack-unknown-field", f"{table}.variants", name)
    if rule.since and rule.until and rule.until < rule.since:
        raise file.trouble("pack-field", table, "until", rule.until)


def _check_words(file: TomlFile, table: str, rule: Rule) -> None:
    """Sentences name only facts that the kind gives; gauge labels are short."""
    facts = KINDS[rule.kind].facts
    sentences: list[tuple[str, Text]] = [("broken", rule.broken), ("holds", rule.holds)]
    sentences += [(f"variants.{name}", variant.text) for name, variant in rule.variants.items()]
    for field, text in sentences:
        for words in (text.id, text.en):
            try:
                named = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
            except ValueError as error:
                raise file.trouble("pack-field", table, field, words) from error
            if named - facts:
                raise file.trouble("pack-unknown-fact", table, field, min(named - facts))
    if rule.gauge and any(len(words) > SHORT_LENGTH for words in (rule.short.id, rule.short.en)):
        raise file.trouble("pack-field", table, "short")

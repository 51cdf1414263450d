"""Turns one table of a pack into a rule, and refuses what could not be judged or said later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from village_budget.domain.findings import Severity
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.kinds.line_tests import ACTIVITY_TESTS, LINE_TESTS
from village_budget.rules.kinds.monthly import POSTS
from village_budget.rules.packs.pack import THEMES, Rule
from village_budget.rules.packs.rule_checks import check_kind, check_questions, check_words
from village_budget.rules.packs.rule_values import (
    count_of,
    month_and_day,
    percent_of,
    selector_of,
    tags_of,
    tiers_of,
    variants_of,
)
from village_budget.rules.packs.toml_file import TomlFile

_SENTENCES = ("title", "short", "broken", "holds", "demand")
_SELECTORS = ("measured", "minus", "base")
_FLAGS = ("verified", "gauge", "local", "nested", "working_days", "waivable")
_DATES = ("since", "until", "unverified_since")
_COUNTS = ("months", "years_before", "days")
_WORDS = ("test", "post", "confidence", "note", "question", "base_question", "after", "stage")
_ALWAYS = ("kind", "severity", "basis", "title", "demand", "theme")
_CONTEXT = ("kind", "basis", "title", "demand", "theme")
_FIELDS = (
    *_ALWAYS, *_SELECTORS, *_FLAGS, *_DATES, *_COUNTS, *_WORDS, "short", "broken", "holds", "variants",
    "percent", "percent_min", "limit", "tiers", "by", "tags",
)  # fmt: skip
_CHOICES = {
    "kind": (*KINDS,), "severity": (*Severity,), "test": (*LINE_TESTS, *ACTIVITY_TESTS), "post": POSTS,
    "confidence": ("high", "medium", "low"), "theme": THEMES,
    "stage": ("original", "amendment"),
}  # fmt: skip


def read_rule(file: TomlFile, rule_id: str, before: Rule | None) -> Rule:
    """Read one rule; what it does not state stays as in the pack that is extended.

    Raises:
        PackError: a field is unknown, missing, of the wrong type or names an unknown code, kind or fact.
    """
    table = f"rules.{rule_id}"
    stated = file.table(table, _FIELDS)
    kind = _word(file, table, "kind") if "kind" in stated else before.kind if before else ""
    counts = kind in KINDS and KINDS[str(kind)].counts
    made: dict[str, Any] = {
        field: _read(file, table, field, stated[field], counts=counts) for field in stated
    }
    if before is None:
        for field in _CONTEXT if kind == "context" else _ALWAYS:
            if field not in stated:
                raise file.trouble("pack-missing-field", table, field)
        made.setdefault("severity", Severity.ADVICE)
        made.setdefault("waivable", made["severity"] is Severity.ERROR)
        rule = Rule(**{"id": rule_id, "short": made["title"], **made})
    else:
        rule = replace(before, **made)
    check_kind(file, table, rule)
    check_questions(file, table, rule)
    check_words(file, table, rule)
    return rule


def _plain(name: str) -> Callable[[TomlFile, str, str, Any], object]:
    """A reader that is a method of the file."""
    return lambda file, table, field, _: getattr(file, name)(table, field)


_READERS: Mapping[str, Callable[[TomlFile, str, str, Any], object]] = {
    **dict.fromkeys(_SELECTORS, selector_of),
    **dict.fromkeys(_SENTENCES, _plain("sentence")),
    **dict.fromkeys(_FLAGS, _plain("flag")),
    **dict.fromkeys(_DATES, _plain("date")),
    **dict.fromkeys(_COUNTS, lambda file, table, field, _: count_of(file, table, field)),
    **dict.fromkeys(("percent", "percent_min"), percent_of),
    "variants": lambda file, table, _, value: variants_of(file, table, value),
    "tiers": lambda file, table, _, value: tiers_of(file, table, value),
    "by": lambda file, table, field, _: month_and_day(file, table, field),
    "tags": lambda file, table, field, _: tags_of(file, table, field),
}


def _read(file: TomlFile, table: str, field: str, value: Any, *, counts: bool) -> object:
    if field == "limit":
        return count_of(file, table, field) if counts else file.rupiah(table, field)
    reader = _READERS.get(field)
    return _word(file, table, field) if reader is None else reader(file, table, field, value)


def _word(file: TomlFile, table: str, field: str) -> object:
    text = file.text(table, field)
    if field in _CHOICES and text not in _CHOICES[field]:
        code = "pack-unknown-kind" if field in ("kind", "test") else "pack-field"
        raise file.trouble(code, table, field, text)
    return Severity(text) if field == "severity" else text

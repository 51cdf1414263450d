"""Refuses a rule that could not be judged or said later."""

from __future__ import annotations

from decimal import Decimal
from string import Formatter

from village_budget.figures.selector import Selector
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.kinds.line_tests import ACTIVITY_TESTS, LINE_TESTS
from village_budget.rules.packs.pack import NO_TEXT, PackText, Rule
from village_budget.rules.packs.questions import load_questions
from village_budget.rules.packs.toml_file import TomlFile

SHORT_LENGTH = 24
"""Most letters on a gauge."""


def check_kind(file: TomlFile, table: str, rule: Rule) -> None:
    """A rule states what its kind needs, and nothing that its kind does not look at."""
    kind = KINDS[rule.kind]
    stated = {
        "measured": rule.measures, "base": rule.base != Selector(),
        "minus": rule.minus is not None, "percent": bool(rule.percent), "limit": rule.limit is not None,
        "test": bool(rule.test), "post": bool(rule.post), "nested": rule.nested,
        "question": bool(rule.question), "base_question": bool(rule.base_question), "after": bool(rule.after),
        "percent_min": bool(rule.percent_min), "tiers": bool(rule.tiers), "months": rule.months is not None,
        "by": rule.by is not None, "years_before": bool(rule.years_before), "days": rule.days is not None,
        "working_days": rule.working_days, "tags": bool(rule.tags),
    }  # fmt: skip
    for field, there in stated.items():
        if field in kind.needs and not there and not (field == "limit" and rule.local):
            raise file.trouble("pack-missing-field", table, field)
        if there and field not in kind.needs | kind.takes:
            raise file.trouble("pack-unknown-field", table, field)
    of_both = [name for name in LINE_TESTS if name in ACTIVITY_TESTS]
    tests = {"lines": [*LINE_TESTS], "activities": [*ACTIVITY_TESTS], "texts": of_both}.get(kind.rows, [])
    if rule.test and rule.test not in tests:
        raise file.trouble("pack-unknown-kind", table, "test", rule.test)
    if rule.percent_min and rule.percent and Decimal(rule.percent_min) > Decimal(rule.percent):
        raise file.trouble("pack-field", table, "percent_min", rule.percent_min)
    for name in kind.variants_of(rule):
        if name not in rule.variants:
            raise file.trouble("pack-missing-field", f"{table}.variants", name)
    for name in rule.variants:
        if name not in (*kind.variants_of(rule), *kind.may_vary):
            raise file.trouble("pack-unknown-field", f"{table}.variants", name)
    if rule.since and rule.until and rule.until < rule.since:
        raise file.trouble("pack-field", table, "until", rule.until)


def check_questions(file: TomlFile, table: str, rule: Rule) -> None:
    """Questions exist, and are answered in the form that the rule can read."""
    asked = {"question": KINDS[rule.kind].asks, "after": "date", "base_question": "amount"}
    for field, form in asked.items():
        name = getattr(rule, field)
        if not name:
            continue
        question = load_questions().get(name)
        if question is None:
            raise file.trouble("pack-unknown-question", table, field, name)
        if question.kind != form:
            raise file.trouble("pack-field", table, field, name)


def check_words(file: TomlFile, table: str, rule: Rule) -> None:
    """Sentences name only facts that the kind gives; gauge labels are short."""
    facts = KINDS[rule.kind].facts
    if rule.kind != "context":
        for field, text in (("broken", rule.broken), ("holds", rule.holds)):
            if text is NO_TEXT:
                raise file.trouble("pack-missing-field", table, field)
    sentences: list[tuple[str, PackText]] = [("broken", rule.broken), ("holds", rule.holds)]
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

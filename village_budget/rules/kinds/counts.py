"""Numbers that the village answers: how often, and for how many persons."""

from __future__ import annotations

from village_budget.domain.findings import Direction, Finding
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    counted,
    finding,
    line_facts,
)
from village_budget.rules.kinds.monthly import fewest_persons
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.standing_answers import as_number


def count_max(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The answered number is at most the limit."""
    assert rule.limit is not None
    count = as_number(inputs.answer(rule.question))
    if count is None:
        verdict = Verdict(0, rule.limit, 0, Direction.NONE, unit="count", variant="ask")
    else:
        verdict = Verdict(count, rule.limit, count - rule.limit, Direction.AT_MOST, unit="count")
    facts = {
        "measured": "" if count is None else str(count), "limit": str(rule.limit),
        "gap": str(max(verdict.over, 0)), "headroom": str(max(-verdict.over, 0)),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)


def head_count(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The persons that the pay lines of a post need at the same time fit into the answered number of posts.

    They are counted as the fewest persons whom the lines can mean: two who follow each other in one post are
    one.
    """
    persons, lines = fewest_persons(rule, inputs)
    posts = as_number(inputs.answer(rule.question))
    if not persons:
        verdict = Verdict(0, posts or 0, 0, Direction.NONE, applies=False, unit="count", variant="absent")
    elif posts is None:
        verdict = Verdict(persons, 0, 0, Direction.NONE, unit="count", lines=lines, variant="ask")
    else:
        verdict = Verdict(persons, posts, persons - posts, Direction.AT_MOST, unit="count", lines=lines)
    facts = {
        "measured": str(persons), "persons": counted(persons, "person", "persons"),
        "limit": "" if posts is None else str(posts), "posts": counted(posts or 0, "post", "posts"),
        "gap": str(max(verdict.over, 0)), "headroom": str(max(-verdict.over, 0)), **line_facts(inputs, lines),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)

"""Kinds that look at what the village has answered: documents, ceilings, days and numbers."""

from __future__ import annotations

from village_budget.rules.kinds import (
    ceilings,
    counts,
    deadlines,
    documents,
)
from village_budget.rules.kinds.kind import RuleKind, words

_ROWS = "measured count lines first codes"
_SUM = words(f"{_ROWS} limit gap headroom")
_DAYS = words(f"{_ROWS} date limit start gap late")
_OPTIONAL = words("measured")

ANSWER_KINDS: dict[str, RuleKind] = {
    "document": RuleKind(
        documents.document, words(_ROWS), words("question"), _OPTIONAL,
        variants=("ask",), when_measured=("absent",), may_vary=("none",), asks="document",
    ),
    "equals_answer": RuleKind(
        ceilings.equals_answer, _SUM, words("measured question"),
        variants=("absent", "ask"), may_vary=("above", "below"), asks="amount",
    ),
    "at_most_answer": RuleKind(
        ceilings.at_most_answer, _SUM, words("measured question"), variants=("absent", "ask"), asks="amount"
    ),
    "date_by": RuleKind(
        deadlines.date_by, _DAYS, words("question by"), words("measured years_before"),
        variants=("ask",), when_measured=("absent",), asks="date",
    ),
    "date_after": RuleKind(
        deadlines.date_after, _DAYS, words("question after days"), words("measured working_days"),
        variants=("absent", "ask"), asks="date",
    ),
    "date_order": RuleKind(
        deadlines.date_order, _DAYS, words("question after"), _OPTIONAL,
        variants=("absent", "ask"), asks="date",
    ),
    "count_max": RuleKind(
        counts.count_max, words("measured limit gap headroom"), words("question limit"),
        variants=("ask",), asks="count", counts=True,
    ),
    "head_count": RuleKind(
        counts.head_count, words("measured persons limit posts gap headroom first codes"),
        words("measured post question"), variants=("absent", "ask"), asks="count",
    ),
}  # fmt: skip

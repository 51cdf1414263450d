"""Kinds that look at what the village has answered: documents, ceilings, dates and counts."""

from __future__ import annotations

from village_budget.rules import documents
from village_budget.rules.kind import Kind, words

ANSWER_KINDS: dict[str, Kind] = {
    "document": Kind(
        documents.document, words("measured count lines first codes"), words("question"), words("measured"),
        variants=("ask",), when_measured=("absent",), may_vary=("none",), asks="document",
    ),
}  # fmt: skip

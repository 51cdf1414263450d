"""The items of an evaluation and the findings that answer each, from ``resources/forms/evaluasi.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache

from village_budget.domain.findings import Finding
from village_budget.reports.forms.finding_cells import state_of
from village_budget.reports.forms.layout import read_layout


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is examined.

    Attributes:
        id: as the rule sheet numbers it, e.g. ``D3``.
        text: what is examined.
        rules: patterns of the ids of the rules that tell of it.
        evaluator: whether the answer is the evaluator's whatever the rules say.
    """

    id: str
    text: str
    rules: tuple[str, ...]
    evaluator: bool = False


@dataclass(frozen=True, slots=True)
class Aspect:
    """Items under one heading."""

    title: str
    items: tuple[Item, ...]


@dataclass(slots=True)
class Answered:
    """An item with its findings and the answer that follows from them.

    Attributes:
        item: what is examined.
        findings: what tells of it, in the order of the pack.
    """

    item: Item
    findings: list[Finding] = field(default_factory=list)

    @property
    def result(self) -> str:
        """``broken``, ``ask``, ``waived``, ``kept`` or ``absent``; ``evaluator`` when rules can't tell."""
        states = {state_of(finding) for finding in self.findings}
        if states & {"error", "warning"}:
            return "broken"
        if self.item.evaluator or not states:
            return "evaluator"
        if "ask" in states:
            return "ask"
        if "waived" in states:
            return "waived"
        return "kept" if states & {"kept", "advice"} else "absent"


@lru_cache(maxsize=1)
def aspects() -> tuple[Aspect, ...]:
    """What is examined, in order."""
    return tuple(
        Aspect(
            entry["title"],
            tuple(
                Item(item["id"], item["text"], tuple(item["rules"]), item.get("evaluator", False))
                for item in entry["items"]
            ),
        )
        for entry in read_layout("evaluasi")["aspects"]
    )


def item_of(rule: str) -> Item | None:
    """The item whose pattern names a rule most exactly: its id itself, else the longest beginning."""
    best: Item | None = None
    most = -1
    for aspect in aspects():
        for item in aspect.items:
            for pattern in item.rules:
                exact = len(pattern) + (1000 if "*" not in pattern else 0)
                if exact > most and fnmatchcase(rule, pattern):
                    best, most = item, exact
    return best


def answered(findings: Iterable[Finding]) -> dict[str, Answered]:
    """Every item by its id with the findings that belong to it; each finding stands once."""
    found = {item.id: Answered(item) for aspect in aspects() for item in aspect.items}
    for finding in findings:
        item = item_of(finding.rule)
        if item is not None:
            found[item.id].findings.append(finding)
    return found

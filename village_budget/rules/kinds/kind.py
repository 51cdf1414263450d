"""What is known of a kind of rule beside the function that judges it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from village_budget.domain.findings import Finding
from village_budget.rules.kinds.judgement import Inputs
from village_budget.rules.packs.pack import Rule


def versions(inputs: Inputs) -> object:
    """What a verdict on selected lines depends on."""
    return (inputs.measured.version, inputs.base.version, inputs.minus.version)


def words(text: str) -> frozenset[str]:
    """A set of words written as one text."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class RuleKind:
    """One kind of rule.

    Attributes:
        judge: from a rule and its view of the plan to its findings; pure, exact.
        facts: placeholders that its sentences may use.
        needs: fields that a rule of this kind must state.
        takes: fields that it may state.
        variants: special cases that must have a sentence.
        when_measured: those that must have one when the rule measures lines, for kinds that need not.
        may_vary: special cases that may have one.
        state: what its verdict depends on beside the answers to the rule's questions; while these stay equal
            it is not judged again.
        rows: ``selected`` (by selectors), ``lines`` or ``activities`` (by a test on each), ``texts``
            (by a test on both), ``figures``, or ``none`` for kinds that look at no row.
        asks: form of the answer to its ``question``: ``amount``, ``count``, ``date`` or ``document``.
        counts: its limit is a number, not an amount.
        compares: it needs a list of standard prices; without one its rules are not judged.
    """

    judge: Callable[[Rule, Inputs], tuple[Finding, ...]]
    facts: frozenset[str]
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    variants: tuple[str, ...] = ()
    when_measured: tuple[str, ...] = ()
    may_vary: tuple[str, ...] = ()
    state: Callable[[Inputs], object] = versions
    rows: str = "selected"
    asks: str = ""
    counts: bool = False
    compares: bool = False

    def variants_of(self, rule: Rule) -> tuple[str, ...]:
        """The special cases that a rule must have a sentence for."""
        return (*self.variants, *(self.when_measured if rule.measures else ()))

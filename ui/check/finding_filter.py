"""Which findings the check screen shows, how they are grouped, and what a search looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ui.check.finding_view import FindingView
from village_budget.figures.selector import Selector
from village_budget.rules.packs.pack import THEMES

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("broken", ("broken",)),
    ("warning", ("warning", "near")),
    ("advice", ("advice",)),
    ("waived", ("waived",)),
    ("ask", ("ask",)),
    ("holds", ("holds", "unverified")),
    ("absent", ("absent",)),
)
"""Groups by state in the order of the list, with the states they hold: breaches first, questions below."""

_RANK = {state: rank for rank, (_, states) in enumerate(GROUPS) for state in states}
_GROUP_OF = {state: group for group, states in GROUPS for state in states}


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What is shown of all findings.

    Attributes:
        group: one group of `GROUPS`; empty for all.
        theme: one theme of the rules; empty for all.
        unverified: only those whose basis is not verified.
        text: words that must all be found.
        by_theme: grouped by theme instead of by state.
    """

    group: str = ""
    theme: str = ""
    unverified: bool = False
    text: str = ""
    by_theme: bool = False

    def fits(self, view: FindingView) -> bool:
        """Whether a finding is shown."""
        if self.group and group_of(view) != self.group:
            return False
        if self.theme and view.rule.theme != self.theme:
            return False
        if self.unverified and view.finding.verified:
            return False
        words = self.text.casefold().split()
        return not words or all(word in haystack(view) for word in words)

    def heads(self) -> tuple[str, ...]:
        """Keys of the groups, in order."""
        return THEMES if self.by_theme else tuple(group for group, _ in GROUPS)

    def head_of(self, view: FindingView) -> str:
        """The group that a finding stands in."""
        return view.rule.theme if self.by_theme else group_of(view)


def group_of(view: FindingView) -> str:
    """The group by state that a finding belongs to."""
    return _GROUP_OF[view.state]


def rank(view: FindingView) -> int:
    """The worst state comes first."""
    return _RANK[view.state]


def counts(views: list[FindingView]) -> dict[str, int]:
    """How many findings each group by state holds."""
    found = dict.fromkeys((group for group, _ in GROUPS), 0)
    for view in views:
        found[group_of(view)] += 1
    return found


def haystack(view: FindingView) -> str:
    """What a search looks at: id, title, sentence, article, demand, fund source and the codes of the rule."""
    rule = view.rule
    codes = [code for one in (rule.measured, rule.base) for code in _codes(one)]
    parts = (rule.id, view.title, view.sentence, rule.basis, view.demand, view.finding.fund, *codes)
    return " ".join(parts).casefold()


def _codes(selector: Selector) -> Iterator[str]:
    yield from (*selector.accounts, *selector.activities, *selector.funds, *selector.tags)
    for one in selector.any_of:
        yield from _codes(one)

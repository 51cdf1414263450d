"""What an entry would do to the rules, seen before it is made: on a second copy of the plan, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from village_budget.domain.plan import Change, Plan
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.domain.findings import Finding


class Trial:
    """A copy of an open plan's rows with its own figures and findings; the open plan is never touched.

    It must be told of every change of the open plan (`follow`), or made anew.
    """

    def __init__(self, document: Document) -> None:
        plan = document.plan
        self._plan = Plan(plan.village, plan.info, plan.activities.values(), plan.lines.values())
        self._figures = Figures(self._plan, document.chart)
        self._checker = Checker(document.pack, self._plan, self._figures, document.chart)

    def follow(self, changes: Sequence[Change]) -> None:
        """Make the changes that the open plan has made."""
        for change in changes:
            self._plan.apply(change)
            self._figures.apply(change)
        self._checker.apply(changes)

    def findings_with(self, change: Change) -> tuple[Finding, ...]:
        """Every rule judged as if this change were made; the copy is as before afterwards."""
        self.follow([change])
        try:
            return self._checker.findings
        finally:
            self.follow([change.inverse()])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every rule judged as the plan stands."""
        return self._checker.findings


def most_telling(before: Sequence[Finding], after: Sequence[Finding]) -> Finding | None:
    """The rule that a change says most about: one it breaks, else mends, else moves while it stays broken.

    Rules on the balance are left out: the totals that are always in sight say it already. So are standard
    prices: the price that is typed is held against them in place.
    """
    known = {finding.key: finding for finding in before}
    ranked: list[tuple[int, Finding]] = []
    for finding in after:
        old = known.get(finding.key)
        if old is None or finding.rule.startswith(("BAL", "LOC-PRICE")):
            continue
        if old.holds is not finding.holds:
            ranked.append((1 if finding.holds else 0, finding))
        elif not finding.holds and old.gap != finding.gap:
            ranked.append((2, finding))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None

"""A broken rule with its plan around it: what each line weighs in it, and which lines may give or take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from village_budget.chart.chart import Chart
from village_budget.chart.codes import is_within, level
from village_budget.domain.findings import Direction, Finding
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan
from village_budget.figures.figures import Figures
from village_budget.figures.selector import Selector
from village_budget.money import Sen, line_amount
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.standing_answers import answer_of
from village_budget.rules.ways.moves import is_income

Fits = Callable[[Line], bool]

EARMARKED = ("PBP", "PBK")
"""Aid whose giver has named the activity: its money stays where it is (PP 43/2014 art. 98)."""

_FIXED = ("5.1",)
_FIXED_TAGS = ("blt", "bengkok")
_BOUND = ("5.2.2", "5.2.5", "5.4", "6")
_WAGE = re.compile(r"\b(?:upah|honor\w*|insentif|gaji|pekerja|tukang|iuran|jaminan)\b")


@dataclass(slots=True)
class Scene:
    """What the makers of drafts look at; nothing in it is changed.

    Attributes:
        finding: the broken finding as the plan stands.
        rule: its rule.
        plan: the rows.
        figures: their totals.
        chart: names of codes.
        given: answers that the regency gives, by question.
    """

    finding: Finding
    rule: Rule
    plan: Plan
    figures: Figures
    chart: Chart
    given: Mapping[str, str] = field(default_factory=dict)
    _weights: dict[tuple[object, ...], tuple[int, int]] = field(default_factory=dict)
    _ties: dict[tuple[object, ...], int] = field(default_factory=dict)
    _rows: dict[str, list[Line]] = field(default_factory=dict)

    def left(self, fund: str) -> Sen:
        """What a fund source has left in the plan."""
        return self.figures.fund_balance(fund)

    def code(self, line: Line) -> str:
        """Code of a line's activity; empty when it has none."""
        activity = self.plan.activities.get(line.activity_id or -1)
        return activity.code if activity else ""

    def weights(self, line: Line) -> tuple[int, int]:
        """How often a line counts in the rule's measured sum and in its base: -1, 0 or 1 each."""
        key = (line.part, line.activity_id, line.account_code, line.fund, line.tags)
        found = self._weights.get(key)
        if found is None:
            rule = self.rule
            measured = self._counts(rule.measured, line) - (
                self._counts(rule.minus, line) if rule.minus else 0
            )
            found = (measured, self._counts(rule.base, line) if self.moving_base else 0)
            self._weights[key] = found
        return found

    @property
    def moving_base(self) -> bool:
        """Whether the rule's denominator is a sum of lines, so that it moves with them."""
        if self.rule.base_question and answer_of(self.plan, self.rule.base_question, self.given):
            return False
        return self.finding.base is not None and self.rule.base != Selector()

    def _counts(self, selector: Selector, line: Line) -> int:
        return int(selector.fits(line, self.code(line), self.figures.tags(line)))

    def tie(self, line: Line) -> int:
        """How tied a line is: 2 pay, BLT and what bengkok land brings; 1 fees, wages, contracts; else 0."""
        key = (line.activity_id, line.account_code, line.tags, line.description)
        found = self._ties.get(key)
        if found is None:
            found = self._ties[key] = self._tie(line)
        return found

    def _tie(self, line: Line) -> int:
        if any(is_within(line.account_code, head) for head in _FIXED):
            return 2
        if any(tag in _FIXED_TAGS for tag in self.figures.tags(line)):
            return 2
        said = f"{line.description} {self.chart.account_name(line.account_code)}".casefold()
        return int(any(is_within(line.account_code, head) for head in _BOUND) or bool(_WAGE.search(said)))

    def givers(self, fits: Fits, funds: Sequence[str] | None = None) -> list[Line]:
        """Lines that money is spent on and that may give some: freest first, then the largest."""
        spent = self._spent()
        rows = [line for fund in (spent if funds is None else funds) for line in spent.get(fund, ())]
        found = [line for line in rows if fits(line)]
        return found if funds is not None and len(funds) == 1 else sorted(found, key=self._order)

    def takers(self, fits: Fits, fund: str) -> list[Line]:
        """Spending lines of a fund source that may take more: freest first, then the largest."""
        return [
            line
            for line in self._spent().get(fund, ())
            if line.part is Part.SPENDING
            and level(line.account_code) == 4
            and (self.tie(line) == 0 or self._must_grow(line))
            and fits(line)
        ]

    def _spent(self) -> dict[str, list[Line]]:
        """Sound lines that money is spent on, by fund source and in order; sorted once."""
        if not self._rows:
            sound = [line for line in self.plan.lines.values() if not is_income(line) and _is_sound(line)]
            for line in sorted(sound, key=self._order):
                self._rows.setdefault(line.fund, []).append(line)
        return self._rows

    def _order(self, line: Line) -> tuple[int, int, int]:
        return (self.tie(line), -line.amount, line.id)

    def _must_grow(self, line: Line) -> bool:
        """Whether the rule asks for more of just such lines, tied or not."""
        found = self.finding
        low = found.direction is not Direction.AT_MOST and found.measured < found.limit
        return low and self.weights(line)[0] > 0

    def model(self, fits: Fits, fund: str, activities: set[int] | None = None) -> Line | None:
        """A line after whose activity and account a new one of a fund source is made; None without any.

        The largest line of that fund will do; else that of another fund source, where the new line fits.
        """
        for source in (fund, *(other for other in self.chart.funds if other != fund)):
            rows = self.takers(lambda line: fits(replace(line, fund=fund)), source)
            found = [row for row in rows if activities is None or row.activity_id in activities]
            if found:
                return found[0]
        return None


def _is_sound(line: Line) -> bool:
    """Whether a line's amount is what its volume and price make; only then can a price be worked out."""
    return line.amount > 0 and line.volume > 0 and line_amount(line.volume, line.unit_price) == line.amount

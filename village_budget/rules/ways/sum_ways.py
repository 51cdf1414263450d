"""Ways out for sums and shares: less of what is measured, or more, or more of the rest.

What is needed is solved exactly. ``measured - part x base`` must come down to zero (or up); each rupiah that
is moved changes the measured sum by ``dm`` and the base by ``db``, so ``x = excess / (part x db - dm)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from village_budget.chart.codes import is_within, level
from village_budget.domain.findings import Direction
from village_budget.domain.lines import Line, Part
from village_budget.money import Sen
from village_budget.rules.ways.exact_price import repriced
from village_budget.rules.ways.funding import cuts, settled, spends
from village_budget.rules.ways.moves import DraftWay, is_income
from village_budget.rules.ways.search_space import Fits, Scene

Family = tuple[str, Iterator[DraftWay]]
"""Proposals of one kind, best first; one of each family is enough."""

_MOST_GIVERS = 6


@dataclass(frozen=True, slots=True)
class Goal:
    """How far a sum is from its limit.

    Attributes:
        down: it must come down; else up.
        exact: it must meet the limit exactly.
        excess: how far, in sen, exact.
        part: the share allowed, as a fraction; 0 when the limit is an amount.
        step: whole rupiah (100), or 1 when the plan holds sen there.
    """

    down: bool
    exact: bool
    excess: Fraction
    part: Fraction
    step: Sen

    @classmethod
    def of(cls, scene: Scene) -> Goal:
        """Read the goal off a broken finding."""
        found = scene.finding
        moving = scene.moving_base and found.base is not None and bool(found.limit_percent)
        part = Fraction(found.limit_percent) / 100 if moving else Fraction(0)
        limit = part * (found.base or 0) if moving else Fraction(found.limit)
        excess = found.measured - limit
        exact = found.direction is Direction.EQUAL
        whole = found.measured % 100 == 0 and not (exact and found.limit % 100)
        return cls(excess > 0, exact, abs(excess), part, 100 if whole else 1)

    def needed(self, dm: int, db: int) -> Sen | None:
        """The smallest amount that meets the goal when each sen moves the sums by ``dm`` and ``db``.

        None when moving more never meets it.
        """
        gain = self.part * db - dm
        if not self.down:
            gain = -gain
        if gain <= 0:
            return None
        exact = self.excess / gain
        return -(-exact.numerator // (exact.denominator * self.step)) * self.step


def sums(scene: Scene) -> Iterator[Family]:
    """Proposals for a rule on a sum of lines, or on its share of others."""
    goal = Goal.of(scene)
    measured = [line for line in scene.plan.lines.values() if scene.weights(line)[0] > 0]
    if _is_of_income(scene) or (measured and all(is_income(line) for line in measured)):
        yield from _incomes(scene, goal, measured)
        return
    yield from _more_base(scene, goal)
    if goal.down:
        yield from _less(scene, goal)
    else:
        yield from _more(scene, goal)


def _more_base(scene: Scene, goal: Goal) -> Iterator[Family]:
    """A share that is too large shrinks when money without a use goes to other spending."""
    amount = goal.needed(0, 1) if goal.down and goal.part else None
    if amount is None:
        return
    for fund in scene.figures.used_funds():
        if scene.left(fund) >= amount:
            yield "add", spends(scene, DraftWay(scene.plan), fund, amount, _of(scene, (0, 1)))


def _less(scene: Scene, goal: Goal) -> Iterator[Family]:
    """Cut measured lines; what is cut goes to other lines of the same fund source and the same base."""
    lines = scene.givers(lambda line: scene.weights(line)[0] > 0)
    bases = {scene.weights(line)[1] for line in lines}
    for base in sorted(bases):
        rows = [line for line in lines if scene.weights(line)[1] == base]
        amounts = (goal.needed(-1, 0), goal.needed(-1, -base))
        for amount in dict.fromkeys(amounts):
            if amount is None:
                continue
            for number, draft in enumerate(cuts(scene, DraftWay(scene.plan), rows, amount, exact=goal.exact)):
                if number < _MOST_GIVERS:
                    yield "cut", settled(scene, draft, takes=_of(scene, (0, base)))


def _more(scene: Scene, goal: Goal) -> Iterator[Family]:
    """Add to measured lines: out of money without a use, or out of other lines of the same fund source."""
    own = {line.fund for line in scene.plan.lines.values() if scene.weights(line)[0] > 0}
    for fund in sorted(scene.figures.used_funds(), key=lambda fund: fund not in own):
        model = scene.model(lambda line: scene.weights(line)[0] > 0, fund)
        if model is not None:
            yield from _more_in(scene, goal, fund, scene.weights(replace(model, fund=fund))[1])


def _more_in(scene: Scene, goal: Goal, fund: str, base: int) -> Iterator[Family]:
    takes = _of(scene, (1, base))
    alone = goal.needed(1, base)
    if alone is not None and scene.left(fund) >= alone:
        yield "add", spends(scene, DraftWay(scene.plan), fund, alone, takes)
    amount = goal.needed(1, 0)
    if amount is None:
        return
    lines = scene.givers(_of(scene, (0, base)), (fund,))
    for number, draft in enumerate(cuts(scene, DraftWay(scene.plan), lines, amount, exact=goal.exact)):
        if number < _MOST_GIVERS:
            yield "shift", settled(scene, draft, takes=takes)


def _of(scene: Scene, weights: tuple[int, int]) -> Fits:
    return lambda line: scene.weights(line) == weights


def _incomes(scene: Scene, goal: Goal, lines: list[Line]) -> Iterator[Family]:
    """Set an income to what it must be, and spend what it brings more, or less, in its fund source."""
    amount = int(goal.excess)
    for line in sorted(lines, key=lambda line: (-line.amount, line.id))[:_MOST_GIVERS]:
        after = repriced(line, line.amount + (-amount if goal.down else amount))
        if after is not None:
            yield "income", settled(scene, DraftWay(scene.plan).put(after))
    if not lines and not goal.down:
        yield "income", settled(scene, DraftWay(scene.plan).put(_new_income(scene, amount)))


def _is_of_income(scene: Scene) -> bool:
    """Whether a rule measures income accounts only."""
    accounts = scene.rule.measured.accounts
    return bool(accounts) and all(is_within(code, "4") or is_within(code, "6.1") for code in accounts)


def _new_income(scene: Scene, amount: Sen) -> Line:
    """A line on the first object account that the rule measures."""
    head = scene.rule.measured.accounts[0]
    accounts = [code for code in scene.chart.accounts if is_within(code, head) and level(code) == 4]
    account = accounts[0] if accounts else head
    funds = scene.rule.measured.funds
    return Line(
        id=0,
        part=Part.REVENUE if is_within(account, "4") else Part.FINANCING,
        activity_id=None,
        account_code=account,
        description=scene.chart.account_name(account),
        volume=Decimal(1),
        unit="tahun",
        unit_price=amount,
        amount=amount,
        fund=funds[0] if funds else scene.chart.implied_fund(account),
    )

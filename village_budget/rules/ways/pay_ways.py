"""Ways out for monthly pay: raise it to the minimum, or lower it to the maximum, and balance the rest."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from village_budget.rules.kinds.monthly import Paid, wrongly_paid
from village_budget.rules.ways.exact_price import priced
from village_budget.rules.ways.funding import cuts, settled
from village_budget.rules.ways.moves import DraftWay
from village_budget.rules.ways.search_space import Scene
from village_budget.rules.ways.sum_ways import Family

_OPTIONS = 6


def pay(scene: Scene) -> Iterator[Family]:
    """Each person gets the limit, to the rupiah or a few above (below, for a maximum)."""
    sign = 1 if scene.rule.kind == "monthly_minimum" else -1
    measured = [line for line in scene.plan.lines.values() if scene.weights(line)[0] > 0]
    draft = DraftWay(scene.plan)
    for paid in wrongly_paid(scene.rule, measured):
        changed = _at_limit(scene, draft, paid, sign)
        if changed is None:
            return
        draft = changed
    template = "raise_pay" if sign > 0 else "lower_pay"
    others = {line.id for line in measured}
    costs = [(fund, -change) for fund, change in draft.left_over().items() if change < 0]
    if len(costs) == 1:
        # One fund source pays: a family for each line that could give.
        fund, cost = costs[0]
        missing = min(cost, cost - scene.left(fund))
        if missing > 0:
            lines = scene.givers(lambda line: line.id not in others, (fund,))
            for number, paid_for in enumerate(cuts(scene, draft, lines, missing, exact=True)):
                if number < _OPTIONS:
                    yield template, settled(scene, paid_for)
    yield template, settled(scene, draft, gives=lambda line: line.id not in others)


def _at_limit(scene: Scene, draft: DraftWay, paid: Paid, sign: int) -> DraftWay | None:
    """A draft in which these persons get the limit; the largest of their lines is changed."""
    assert scene.rule.limit is not None
    lines = sorted((scene.plan.lines[key] for key in paid.lines), key=lambda line: (-line.amount, line.id))
    missing = (scene.rule.limit - paid.monthly) * paid.months
    line = lines[0]
    if line.volume <= 0:
        return None
    price = (Fraction(line.volume) * line.unit_price + missing) / Fraction(line.volume)
    rupiah = -(-price // 100) if sign > 0 else price // 100
    return draft.put(priced(line, int(rupiah) * 100)) if rupiah > 0 else None

"""Ways out for a sum that must be a number of families times an amount a month times months (BLT)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from village_budget.domain.lines import Factor
from village_budget.rules.packs.standing_answers import answer_of, as_number
from village_budget.rules.ways.exact_price import priced
from village_budget.rules.ways.funding import settled
from village_budget.rules.ways.moves import DraftWay
from village_budget.rules.ways.search_space import Scene
from village_budget.rules.ways.sum_ways import Family, sums


def rate_product(scene: Scene) -> Iterator[Family]:
    """One line is written as families x months at the rate; several are brought to the sum."""
    rule = scene.rule
    lines = [line for line in scene.plan.lines.values() if scene.weights(line)[0] > 0]
    count = as_number(answer_of(scene.plan, rule.question, scene.given))
    if len(lines) == 1 and count and rule.months and rule.limit:
        line = lines[0]
        unit = line.unit if line.factors else "KPM bulan" if rule.months > 1 else "KPM"
        factors = [Factor(Decimal(count), next((one.unit for one in line.factors if one.unit), "KPM"))]
        factors += [Factor(Decimal(rule.months), "bulan")] if rule.months > 1 else []
        volume = Decimal(count * rule.months)
        written = replace(line, volume=volume, unit=unit, factors=tuple(factors))
        yield "recipients", settled(scene, DraftWay(scene.plan).put(priced(written, rule.limit)))
    else:
        yield from sums(scene)

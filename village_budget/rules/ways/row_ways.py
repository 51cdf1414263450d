"""Ways out for single lines that are not as they should be: compute again, round, give the right source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from village_budget.domain.lines import Line
from village_budget.money import AmountError, line_amount
from village_budget.rules.kinds.line_tests import LINE_TESTS
from village_budget.rules.ways.exact_price import priced, repriced
from village_budget.rules.ways.funding import settled
from village_budget.rules.ways.moves import DraftWay, is_income
from village_budget.rules.ways.search_space import Scene
from village_budget.rules.ways.sum_ways import Family

Mend = Callable[[Scene, Line], Line | None]
_MOST_LINES = 40


def rows(scene: Scene) -> Iterator[Family]:
    """Proposals for a rule that looks at each line by itself."""
    test = LINE_TESTS[scene.rule.test]
    failing = [line for line in scene.plan.lines.values() if test(line, scene.code(line), scene.chart)]
    if not failing or len(failing) > _MOST_LINES:
        return
    for template, mend in _MENDS.get(scene.rule.test, ()):
        draft: DraftWay | None = DraftWay(scene.plan)
        for line in failing:
            after = mend(scene, line)
            draft = draft.put(after) if draft is not None and after is not None else None
        if draft is not None:
            yield template, iter((draft,))
            yield template, settled(scene, draft)
    if scene.rule.test == "fund_undecided":
        yield from _roomy(scene, failing)
    if scene.rule.test == "nothing_in_it":
        draft = DraftWay(scene.plan)
        for line in failing:
            draft = draft.without(line)
        yield "remove_empty", iter((draft,))
    if scene.rule.test == "sen_in_it":
        yield "whole_rupiah", iter((_rounded(scene, failing),))


def _roomy(scene: Scene, lines: list[Line]) -> Iterator[Family]:
    """Spending without a fund source, out of one that has room for all of it."""
    total = sum(line.amount for line in lines)
    if any(is_income(line) for line in lines):
        return
    for fund in scene.figures.used_funds():
        if fund and scene.left(fund) >= total:
            draft = DraftWay(scene.plan)
            for line in lines:
                draft = draft.put(replace(line, fund=fund))
            yield "room", iter((draft,))


def _computed(scene: Scene, line: Line) -> Line | None:  # noqa: ARG001
    """Amount out of volume and price, volume out of its factors."""
    volume = line.volume
    if line.factors:
        volume = Decimal(1)
        for factor in line.factors:
            volume *= factor.value
    try:
        return replace(line, volume=volume, amount=line_amount(volume, line.unit_price))
    except AmountError:
        return None


def _kept(scene: Scene, line: Line) -> Line | None:  # noqa: ARG001
    """The amount stays, the price is made to fit it."""
    return None if line.factors or line.amount <= 0 else repriced(line, line.amount)


def _own_fund(scene: Scene, line: Line) -> Line | None:
    fund = scene.chart.implied_fund(line.account_code)
    return replace(line, fund=fund) if fund else None


_MENDS: dict[str, tuple[tuple[str, Mend], ...]] = {
    "amount_wrong": (("keep_amount", _kept), ("compute", _computed)),
    "fund_unlike_account": (("own_fund", _own_fund),),
    "fund_undecided": (("own_fund", _own_fund),),
}


def _rounded(scene: Scene, lines: list[Line]) -> DraftWay:
    """Whole rupiah in each line; the rupiah that their sen make together go to the first lines.

    So the sum of each fund source stays the same, as far as its sen make whole rupiah.
    """
    draft = DraftWay(scene.plan)
    for fund in dict.fromkeys(line.fund for line in lines):
        mine = [line for line in lines if line.fund == fund]
        spare = sum(line.amount % 100 for line in mine) // 100
        for number, line in enumerate(mine):
            draft = draft.put(priced(line, (line.amount // 100 + (number < spare)) * 100))
    return draft

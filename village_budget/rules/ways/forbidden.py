"""Ways out for what is forbidden: pay it out of another fund source, or give it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from village_budget.chart.codes import is_within, level
from village_budget.domain.lines import Line
from village_budget.rules.ways.funding import settled, shifts
from village_budget.rules.ways.moves import DraftWay, is_income
from village_budget.rules.ways.search_space import EARMARKED, Scene
from village_budget.rules.ways.sum_ways import Family

_MOST_LINES = 20
_KINDS = ("5.1", "5.2", "5.3", "5.4")
_ORDER = ("ADD", "PAD", "PBH", "SWD", "DLL", "DDS")


def none_of(scene: Scene) -> Iterator[Family]:
    """Lines that must not be there: other fund sources first, out of the plan last."""
    lines = [line for line in scene.plan.lines.values() if scene.weights(line)[0] > 0]
    if not lines or len(lines) > _MOST_LINES or any(is_income(line) for line in lines):
        return
    if not scene.rule.measured.funds:
        # The money is right, its place is not: spending is not given up for that.
        yield from _to_account(scene, lines)
        return
    for fund in _ORDER:
        if all(scene.weights(replace(line, fund=fund))[0] == 0 for line in lines):
            yield from _to_fund(scene, lines, fund)
    if all(scene.tie(line) < 2 for line in lines):
        draft = DraftWay(scene.plan)
        for line in lines:
            draft = draft.without(line)
        draft = draft.without_empty_activities()
        yield "give_up", settled(scene, draft, takes=lambda line: scene.weights(line)[0] == 0)


def _to_account(scene: Scene, lines: list[Line]) -> Iterator[Family]:
    """Spending of a wrong kind takes the only kind (5.1 to 5.4) that the rule leaves, on its first object."""
    left = [kind for kind in _KINDS if kind not in scene.rule.measured.accounts]
    if len(left) != 1:
        return
    accounts = [code for code in scene.chart.accounts if is_within(code, left[0]) and level(code) == 4]
    draft = DraftWay(scene.plan)
    for line in lines:
        draft = draft.put(replace(line, account_code=accounts[0]))
    yield "account", iter((draft,))


def _to_fund(scene: Scene, lines: list[Line], fund: str) -> Iterator[Family]:
    draft = DraftWay(scene.plan)
    for line in lines:
        draft = draft.put(replace(line, fund=fund))
    total = sum(line.amount for line in lines)
    short = min(total, total - scene.left(fund))
    if short <= 0:
        yield "other_fund", iter((draft,))
        return
    sources = {line.fund for line in lines}
    if len(sources) == 1 and fund in scene.figures.used_funds() and not sources & set(EARMARKED):
        yield "swap_fund", shifts(scene, draft, fund, sources.pop(), short)

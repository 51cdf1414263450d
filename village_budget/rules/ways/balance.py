"""Ways out for the balance of the whole budget and of one fund source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from village_budget.domain.lines import Line, Part
from village_budget.rules.ways.exact_price import repriced
from village_budget.rules.ways.funding import (
    anything,
    cuts,
    new_line,
    spends,
)
from village_budget.rules.ways.moves import DraftWay, is_income
from village_budget.rules.ways.search_space import EARMARKED, Scene
from village_budget.rules.ways.sum_ways import Family

_OPTIONS = 4


def balance(scene: Scene) -> Iterator[Family]:
    """Spend less where a fund source is overspent, or plan what has no use yet."""
    missing = -scene.figures.balance
    if missing > 0:
        yield from _cut_funds(scene, missing)
    else:
        yield from _use_funds(scene, -missing)


def _cut_funds(scene: Scene, missing: int) -> Iterator[Family]:
    short = sorted((scene.left(fund), fund) for fund in scene.figures.used_funds() if scene.left(fund) < 0)
    for left, fund in short:
        if -left >= missing:
            lines = scene.givers(anything, (fund,))
            for made in islice(cuts(scene, DraftWay(scene.plan), lines, missing, exact=True), _OPTIONS):
                yield "spend_less", iter((made,))
    # Several fund sources are short, none by all of it: each gives up what it has too much.
    draft, rest = DraftWay(scene.plan), missing
    for left, fund in short:
        part = min(-left, rest)
        if part > 0:
            cut = next(cuts(scene, draft, scene.givers(anything, (fund,)), part, exact=True), None)
            draft, rest = (cut, rest - part) if cut else (draft, rest)
    if rest == 0:
        yield "spend_less", iter((draft,))


def _use_funds(scene: Scene, unplanned: int) -> Iterator[Family]:
    spare = sorted((-scene.left(fund), fund) for fund in scene.figures.used_funds() if scene.left(fund) > 0)
    for left, fund in spare:
        if -left >= unplanned:
            for made in islice(spends(scene, DraftWay(scene.plan), fund, unplanned, anything), _OPTIONS):
                yield "spend_more", iter((made,))
    draft, rest = DraftWay(scene.plan), unplanned
    for left, fund in spare:
        part = min(-left, rest)
        if part > 0:
            more = next(spends(scene, draft, fund, part, anything), None)
            draft, rest = (more, rest - part) if more else (draft, rest)
    if rest == 0:
        yield "spend_more", iter((draft,))


def fund_balance(scene: Scene) -> Iterator[Family]:
    """Pay lines out of a source that has room, or spend less of the one that is overspent."""
    fund, missing = scene.finding.fund, scene.finding.gap
    yield from _claim(scene, fund, missing)
    for draft in _repaid(scene, fund, missing):
        yield "other_fund", iter((draft,))
    lines = scene.givers(anything, (fund,))
    for exact in (True, False):
        for draft in islice(cuts(scene, DraftWay(scene.plan), lines, missing, exact=exact), _OPTIONS):
            yield "spend_less", iter((draft,))


def _claim(scene: Scene, fund: str, missing: int) -> Iterator[Family]:
    """Money without a fund source (a carry-over not yet split) that could belong to this one."""
    for line in scene.plan.lines.values():
        if line.fund or not is_income(line) or line.amount < missing:
            continue
        if line.amount == missing:
            yield "claim", iter((DraftWay(scene.plan).put(replace(line, fund=fund)),))
            continue
        rest = repriced(line, line.amount - missing)
        if rest is not None:
            part = new_line(scene, line, fund, missing, line.description)
            yield "claim", iter((DraftWay(scene.plan).put(rest).put(part),))


def _repaid(scene: Scene, fund: str, missing: int) -> Iterator[DraftWay]:
    """Lines that another fund source has room for: a whole line, or part of one."""
    rooms = [
        (-scene.left(other), other)
        for other in scene.figures.used_funds()
        if other not in ("", fund, *EARMARKED) and scene.left(other) > 0
    ]
    for room, other in sorted(rooms):
        rows = [line for line in scene.givers(anything, (fund,)) if scene.tie(line) < 2]
        fitting = [line for line in rows if missing <= line.amount <= -room]
        for line in sorted(fitting, key=lambda line: (scene.tie(line), line.amount, line.id))[:2]:
            yield DraftWay(scene.plan).put(replace(line, fund=other))
        if -room >= missing:
            yield from islice(_parted(scene, rows, other, missing), 2)


def _parted(scene: Scene, rows: list[Line], other: str, missing: int) -> Iterator[DraftWay]:
    for line in rows:
        rest = repriced(line, line.amount - missing) if line.amount > missing else None
        if rest is not None and line.part is Part.SPENDING:
            part = new_line(scene, line, other, missing, line.description)
            yield DraftWay(scene.plan).put(rest).put(part)

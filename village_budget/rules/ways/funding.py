"""Takes money out of lines and puts it into others, so that each fund source stays as balanced as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from village_budget.domain.lines import Line
from village_budget.money import Sen
from village_budget.rules.ways.exact_price import lowered, repriced
from village_budget.rules.ways.moves import DraftWay, Move
from village_budget.rules.ways.search_space import EARMARKED, Fits, Scene
from village_budget.rules.ways.way_words import new_description

_LUMPS = ("", "ls", "lumpsum", "paket", "pkt", "kegiatan", "keg")
"""Units of a lump sum, whose price is no price of a thing."""
_MOST_LINES = 15
_OPTIONS = 3
_DEPTH = 4


def anything(line: Line) -> bool:  # noqa: ARG001
    """Fits every line."""
    return True


def cuts(
    scene: Scene, draft: DraftWay, lines: list[Line], amount: Sen, *, exact: bool = False
) -> Iterator[DraftWay]:
    """Drafts in which lines give an amount, or a few rupiah more where a price can't give it exactly.

    One line alone comes before several, lines that are free before those that are tied, exact cuts before
    inexact, large lines before small. A line keeps something, unless several must give and it helps nothing.

    Args:
        scene: the plan.
        draft: what is changed already.
        lines: who may give, in order.
        amount: what is wanted, in sen.
        exact: give exactly that.
    """
    free = [line for line in lines if not draft.touches(line)]
    known: list[tuple[Move, ...]] = []
    for tie in (0, 1, 2):
        rows = [line for line in free if scene.tie(line) <= tie]
        found: list[tuple[tuple[object, ...], Line]] = []
        for line in rows:
            after = lowered(line, line.amount - amount) if line.amount > amount else None
            if scene.tie(line) < tie or after is None or after.amount <= 0:
                continue
            over = line.amount - amount - after.amount
            if not (exact and over):
                found.append(((amount * 2 > line.amount, over > 0, -line.amount, line.id), after))
        yield from (draft.put(after) for _, after in sorted(found, key=lambda pair: pair[0]))
        for whole in (False, True):
            several = _several(scene, draft, rows, amount, exact=exact, whole=whole)
            if several is not None and not found and several.moves() not in known:
                known.append(several.moves())
                yield several


def _several(
    scene: Scene, draft: DraftWay, rows: list[Line], amount: Sen, *, exact: bool, whole: bool
) -> DraftWay | None:
    """Several lines give: up to half of each, or whole lines as long as their activity keeps one."""
    missing = amount
    kept: dict[int | None, int] = {}
    for line in rows[:_MOST_LINES]:
        if missing <= 0:
            break
        home = line.activity_id
        kept.setdefault(home, 2 if home is None else len(scene.plan.lines_of(home)))
        may_go = whole and kept[home] > 1
        if may_go and line.amount <= missing:
            draft, missing = draft.without(line), missing - line.amount
            kept[home] -= 1
            continue
        part = min(missing, line.amount if may_go else line.amount // 200 * 100)
        after = lowered(line, line.amount - part)
        # What is missing may be overshot by the last line only, and never when it must be exact.
        if after is None or after.amount == line.amount or (exact and line.amount - after.amount > missing):
            continue
        draft, missing = draft.put(after), missing - (line.amount - after.amount)
    done = missing == 0 if exact else missing <= 0
    return draft if done else None


def spends(scene: Scene, draft: DraftWay, fund: str, amount: Sen, fits: Fits) -> Iterator[DraftWay]:
    """Drafts in which an amount of a fund source is spent on more: a lump sum raised, or a new line.

    Aid whose giver has named the activity stays in the activities that the draft touches.
    """
    near = draft.activities() if fund in EARMARKED else None
    rows = [
        line
        for line in scene.takers(fits, fund)
        if not draft.touches(line) and (near is None or line.activity_id in near)
    ]
    lumps = [line for line in rows if line.volume == 1 and line.unit.casefold().strip() in _LUMPS]
    # A lump sum that would more than double is no better than a line of its own.
    fitting = [line for line in lumps if amount <= line.amount]
    yield from (draft.put(raised) for line in fitting[:1] if (raised := repriced(line, line.amount + amount)))
    model = scene.model(fits, fund, near)
    if model is not None:
        yield draft.put(new_line(scene, model, fund, amount))
    rows.sort(key=lambda line: line not in lumps)
    made = (repriced(line, line.amount + amount) for line in rows if line not in fitting[:1])
    yield from islice((draft.put(raised) for raised in made if raised), _OPTIONS)


def new_line(scene: Scene, model: Line, fund: str, amount: Sen, description: str = "") -> Line:
    """A line of one lump sum beside another, named after its activity unless told otherwise."""
    activity = scene.plan.activities.get(model.activity_id or -1)
    name = (activity.name or scene.chart.activity_name(activity.code)) if activity else ""
    return Line(
        id=0,
        part=model.part,
        activity_id=model.activity_id,
        account_code=model.account_code,
        description=description or new_description(name),
        volume=Decimal(1),
        unit="paket",
        unit_price=amount,
        amount=amount,
        fund=fund,
        tags=model.tags,
    )


def shifts(scene: Scene, draft: DraftWay, source: str, target: str, amount: Sen) -> Iterator[DraftWay]:
    """Drafts in which lines of ``source`` worth an amount are paid out of ``target`` instead, to the rupiah.

    One line of just that amount, or a larger one that is split, or several lines and the last one split.
    """
    rows = [
        line
        for line in scene.givers(anything, (source,))
        if scene.tie(line) == 0
        and not draft.touches(line)
        and not scene.weights(replace(line, fund=target))[0]
    ]
    yield from (draft.put(replace(line, fund=target)) for line in rows if line.amount == amount)
    split = (_split(scene, draft, line, target, amount) for line in rows if line.amount > amount)
    yield from (made for made in split if made is not None)
    missing, made = amount, draft
    for line in rows:
        if line.amount <= missing:
            made, missing = made.put(replace(line, fund=target)), missing - line.amount
    if missing == 0:
        yield made
        return
    rest = (_split(scene, made, line, target, missing) for line in rows if not made.touches(line))
    yield from islice((one for one in rest if one is not None), 1)


def _split(scene: Scene, draft: DraftWay, line: Line, target: str, amount: Sen) -> DraftWay | None:
    after = repriced(line, line.amount - amount) if line.amount > amount else None
    if after is None or not after.amount:
        return None
    return draft.put(after).put(new_line(scene, line, target, amount, line.description))


def settled(
    scene: Scene, draft: DraftWay, *, takes: Fits = anything, gives: Fits = anything, depth: int = _DEPTH
) -> Iterator[DraftWay]:
    """Drafts that use up what the changes left over in a fund source, and make up for what they cost.

    Money that the plan had left before may pay for them, and a shortage that it had before may swallow what
    is left over; only the rest is spent or cut, in the same fund source.
    """
    for fund, change in draft.left_over().items():
        left = scene.left(fund) + change
        options: Iterator[DraftWay] | None = None
        if change > 0 and left > 0:
            options = spends(scene, draft, fund, min(change, left), takes)
        elif change < 0 and left < 0:
            lines = scene.givers(gives, (fund,))
            options = _exact_first(scene, draft, lines, min(-change, -left))
        if options is not None:
            if depth:
                for option in islice(options, _OPTIONS):
                    yield from settled(scene, option, takes=takes, gives=gives, depth=depth - 1)
            return
    yield draft


def _exact_first(scene: Scene, draft: DraftWay, lines: list[Line], amount: Sen) -> Iterator[DraftWay]:
    yield from cuts(scene, draft, lines, amount, exact=True)
    yield from cuts(scene, draft, lines, amount)

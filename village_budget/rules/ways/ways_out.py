"""The way out of a broken rule: the smallest changes that would satisfy it, computed exactly and proven.

Drafts are made by kind of rule (`ways.sums`, `ways.balance` ...), each in families of which one proposal is
enough, and tried on a copy of the plan (`ways.bench`). Asked for when somebody looks at a finding, never at
each entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from village_budget.chart.chart import Chart
from village_budget.domain.findings import Finding
from village_budget.domain.plan import Plan
from village_budget.rules.packs.pack import PackText, Rule, RulePack
from village_budget.rules.ways import (
    balance,
    forbidden,
    pay_ways,
    rate_ways,
    row_ways,
    sum_ways,
)
from village_budget.rules.ways.moves import DraftWay, Move, WayOut
from village_budget.rules.ways.search_space import Scene
from village_budget.rules.ways.trial_plan import Bench, Proof
from village_budget.rules.ways.way_words import (
    decide,
    facts_of,
    heading,
    words,
)
from village_budget.rules.wording import sentence

__all__ = ["Move", "WayOut", "decide", "heading", "ways_out", "words"]

MOST_WAYS = 3
_MOST_FAMILIES = 12
_MOST_OF_FAMILY = 4
_MOST_TRIALS = 30
_MOST_MOVES = 30

_MAKERS: dict[str, Callable[[Scene], Iterator[sum_ways.Family]]] = {
    "balance": balance.balance,
    "fund_balance": balance.fund_balance,
    "none_of": forbidden.none_of,
    "monthly_minimum": pay_ways.pay,
    "monthly_maximum": pay_ways.pay,
    "lines": row_ways.rows,
    "rate_product": rate_ways.rate_product,
    **dict.fromkeys(
        ("share_max", "share_min", "share_range", "tiered_share", "amount_max", "at_most_answer",
         "equals_answer"),
        sum_ways.sums,
    ),
}  # fmt: skip


def ways_out(
    finding: Finding, rule: Rule, plan: Plan, chart: Chart, pack: RulePack, *, bench: Bench | None = None
) -> tuple[WayOut, ...]:
    """Changes that mend a broken finding and break nothing else, smallest first; at most three.

    May be asked on another thread than the one that edits the plan: it works on a copy.

    Args:
        finding: of the plan as it stands; one that holds needs no way out.
        rule: its rule.
        plan: the rows; not changed.
        chart: names of codes.
        pack: all rules of the year.
        bench: of this plan as it stands, when there is one from another finding.

    Returns:
        The proposals; empty when the rule holds, or when only a person can decide.
    """
    if finding.holds or rule.kind not in _MAKERS:
        return ()
    bench = bench or Bench(plan, chart, pack)
    with bench.lock:
        now = bench.finding(finding.key)
        if now is None or now.holds:
            return ()
        scene = Scene(now, rule, bench.plan, bench.figures, chart, pack.given)
        made = [_way(scene, pack, *one) for one in _proven(scene, bench)]
        return tuple(sorted(made, key=lambda way: _rank(scene, way))[:MOST_WAYS])


def _proven(scene: Scene, bench: Bench) -> Iterator[tuple[str, DraftWay, Proof]]:
    """The first draft of each family that proves to be a way out."""
    known: set[frozenset[Move]] = set()
    trials = 0
    for template, drafts in islice(_MAKERS[scene.rule.kind](scene), _MOST_FAMILIES):
        for draft in islice(drafts, _MOST_OF_FAMILY):
            moves = draft.moves()
            if not moves or len(moves) > _MOST_MOVES or frozenset(moves) in known:
                continue
            trials += 1
            proof = bench.prove(scene.finding.key, moves, draft.gone)
            if proof is not None:
                known.add(frozenset(moves))
                yield template, draft, proof
                break
        if trials >= _MOST_TRIALS:
            break


def _rank(scene: Scene, way: WayOut) -> tuple[int, int, int, int]:
    """Nothing gets worse, no pay is touched that need not be, few moves, little money."""
    tied = max(
        (scene.tie(move.old) for move in way.moves if move.old and move.after < move.before), default=0
    )
    return (len(way.worse), tied, len(way.moves), way.moved)


def _way(scene: Scene, pack: RulePack, template: str, draft: DraftWay, proof: Proof) -> WayOut:
    result = PackText("", "")
    if proof.mended is not None:
        said = {language: sentence(proof.mended, scene.rule, language) for language in ("id", "en")}
        result = PackText(said["id"], said["en"])
    moves = draft.moves()
    worse = tuple(pack.rules[key].title for key in proof.worse)
    way = WayOut(scene.rule.id, scene.finding.fund, template, moves, draft.gone, {}, result, worse)
    return replace(way, facts=facts_of(scene.finding, moves, way.moved))

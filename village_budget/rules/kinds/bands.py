"""Shares with two limits, or with a limit that depends on the size of the whole."""

from __future__ import annotations

from dataclasses import replace

from village_budget.domain.findings import Direction, Finding
from village_budget.money import Sen, format_rupiah
from village_budget.rules.kinds.judgement import Inputs, Verdict, finding
from village_budget.rules.kinds.shares import (
    at_most,
    per_cent,
    share_facts,
    share_of,
    sums_of,
    up,
)
from village_budget.rules.packs.pack import Rule, Tier


def share_range(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """``measured / base`` lies between ``percent_min`` and ``percent`` (PMK 201/2022 art. 35).

    Facts: those of a maximum, and ``floor`` (the first rupiah that is enough) with ``percent_min``. Too
    little is said by the variant ``below``; nothing at all, while there is a base, by ``none``.
    """
    measured, base, step = sums_of(rule, inputs)
    floor = up(share_of(rule.percent_min) * base, step)
    more = {"floor": format_rupiah(floor), "percent_min": per_cent(rule.percent_min)}
    if base <= 0 or measured >= floor:
        return (at_most(rule, inputs, more),)
    verdict = Verdict(
        measured, floor, floor - measured, Direction.AT_LEAST, base=base,
        lines=inputs.measured.largest(), variant="below" if measured else "none",
    )  # fmt: skip
    low = replace(rule, percent=rule.percent_min)
    return (finding(low, verdict, share_facts(low, verdict, base) | {"cut": "", "add": ""} | more),)


def tiered_share(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """``measured / base`` is at most the percentage of the base's own tier (Permendes 6/2020; PP 43/2014).

    A tier with ``below`` ends just under that amount, one with ``up_to`` includes it; the last has neither:
    Dana Desa below Rp 800 million may spend 25 %, from there up to and with Rp 1.2 billion 30 %, above 35 %.
    """
    _, base, _ = sums_of(rule, inputs)
    return (at_most(replace(rule, percent=_tier(rule, base).percent), inputs, {}),)


def _tier(rule: Rule, base: Sen) -> Tier:
    return next(tier for tier in rule.tiers if tier.holds(base))

"""One small pure function a kind of rule: sums in, finding out; exact integers, never a rounded share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from village_budget.domain.findings import Direction, Finding
from village_budget.money import Sen, format_amount, format_percent, format_rupiah
from village_budget.rules.pack import Rule


@dataclass(frozen=True, slots=True)
class Sums:
    """What a kind gets to see of the plan.

    Attributes:
        measured: sum of the rule's measured lines, in sen.
        base: sum of the denominator's lines, in sen.
        count: number of measured lines.
        lines: their ids, largest first.
        fund: fund source the sums are of; empty for all.
    """

    measured: Sen
    base: Sen
    count: int
    lines: tuple[int, ...] = ()
    fund: str = ""


Kind = Callable[[Rule, Sums], Finding]


def _finding(
    rule: Rule, sums: Sums, *, direction: Direction, limit: int, over: int, applies: bool = True,
    base: Sen | None = None, unit: str = "sen",
) -> Finding:  # fmt: skip
    """Put a finding together; ``over`` is how far the plan is beyond its limit (negative: headroom)."""
    holds = over <= 0 or not applies
    money = unit != "count"
    show = _whole_rupiah if money else str
    facts = {
        "measured": format_rupiah(sums.measured) if money else str(sums.measured),
        "limit": show(limit),
        "gap": format_rupiah(max(over, 0)) if money else str(max(over, 0)),
        "headroom": show(max(-over, 0)),
        "base": format_rupiah(sums.base),
        "count": str(sums.count),
        "fund": sums.fund,
        "share": format_percent(sums.measured, base) if base else "0\N{NO-BREAK SPACE}%",
        "percent": f"{rule.percent.replace('.', ',')}\N{NO-BREAK SPACE}%" if rule.percent else "",
        "amount": format_amount(sums.measured),
    }
    return Finding(
        rule=rule.id, severity=rule.severity, holds=holds, applies=applies, verified=rule.verified,
        direction=direction, measured=sums.measured, limit=limit, base=base, limit_percent=rule.percent,
        gap=0 if holds else over, headroom=max(-over, 0) if holds else 0, unit=unit, basis=rule.basis,
        lines=() if holds else sums.lines, facts=facts, fund=sums.fund,
    )  # fmt: skip


def _whole_rupiah(sen: Sen) -> str:
    """A limit or headroom in a sentence: the part of a rupiah that a percentage leaves helps nobody."""
    return format_rupiah(sen // 100 * 100)


def _share(rule: Rule, base: Sen, *, up: bool) -> Sen:
    """The amount that the percentage of ``base`` allows, rounded so that it still keeps the rule."""
    exact = Fraction(rule.percent) * base / 100
    return -(-exact.numerator // exact.denominator) if up else exact.numerator // exact.denominator


def share_max(rule: Rule, sums: Sums) -> Finding:
    """``measured / base`` is at most the percentage."""
    limit = _share(rule, sums.base, up=False)
    return _finding(
        rule, sums, direction=Direction.AT_MOST, limit=limit, over=sums.measured - limit,
        applies=sums.base > 0 or sums.measured > 0, base=sums.base,
    )  # fmt: skip


def share_min(rule: Rule, sums: Sums) -> Finding:
    """``measured / base`` is at least the percentage."""
    limit = _share(rule, sums.base, up=True)
    return _finding(
        rule, sums, direction=Direction.AT_LEAST, limit=limit, over=limit - sums.measured,
        applies=sums.base > 0, base=sums.base,
    )  # fmt: skip


def balance(rule: Rule, sums: Sums) -> Finding:
    """``measured`` is zero; below zero means overspent."""
    return _finding(rule, sums, direction=Direction.EQUAL, limit=0, over=abs(sums.measured))


def not_negative(rule: Rule, sums: Sums) -> Finding:
    """``measured`` (what a fund source has left) is not below zero."""
    return _finding(rule, sums, direction=Direction.AT_LEAST, limit=0, over=-sums.measured)


def none_of(rule: Rule, sums: Sums) -> Finding:
    """No line is selected: a forbidden pairing."""
    over = sums.measured if sums.measured > 0 else sums.count
    return _finding(rule, sums, direction=Direction.AT_MOST, limit=0, over=over)


def no_lines(rule: Rule, sums: Sums) -> Finding:
    """No line fails the rule's check; counts lines."""
    counted = Sums(sums.count, 0, sums.count, sums.lines)
    return _finding(rule, counted, direction=Direction.AT_MOST, limit=0, over=sums.count, unit="count")


KINDS: dict[str, Kind] = {
    "balance": balance,
    "fund_balance": not_negative,
    "share_max": share_max,
    "share_min": share_min,
    "none_of": none_of,
    "lines": no_lines,
}

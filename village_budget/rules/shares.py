"""Shares of a whole: at most or at least so many per cent, judged exactly, never by a rounded share."""

from __future__ import annotations

from fractions import Fraction

from village_budget.domain.findings import Direction, Finding
from village_budget.money import Sen, format_percent, format_rupiah
from village_budget.rules.judging import Inputs, Verdict, finding
from village_budget.rules.pack import Rule


def share_max(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """``measured / base`` is at most the percentage; the limit is the last rupiah that keeps it."""
    measured, base, step = _sums(inputs)
    limit = _down(_share(rule) * base, step)
    applies = base > 0 or measured > 0
    verdict = Verdict(
        measured, limit, measured - limit, Direction.AT_MOST, applies=applies, base=base,
        lines=inputs.measured.largest() if measured > limit else (), variant="" if applies else "absent",
    )  # fmt: skip
    return (finding(rule, verdict, _facts(rule, verdict, base) | _more_base(rule, measured, base, step)),)


def share_min(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """``measured / base`` is at least the percentage; the limit is the first rupiah that keeps it."""
    measured, base, step = _sums(inputs)
    limit = -_down(-_share(rule) * base, step)
    verdict = Verdict(
        measured, limit, limit - measured, Direction.AT_LEAST, applies=base > 0, base=base,
        lines=(inputs.minus if rule.minus else inputs.measured).largest() if measured < limit else (),
        variant="" if base > 0 else "absent",
    )  # fmt: skip
    part = _share(rule)
    add = verdict.over
    if rule.nested and part < 1:
        add = -_down(-(part * base - measured) / (1 - part), step)
    facts = _facts(rule, verdict, base) | {"cut": "", "add": format_rupiah(max(add, 0))}
    return (finding(rule, verdict, facts),)


def _sums(inputs: Inputs) -> tuple[Sen, Sen, Sen]:
    """Measured, base, and the step to round limits to: whole rupiah unless the plan holds sen."""
    measured = inputs.measured.total - inputs.minus.total
    return measured, inputs.base.total, 100 if measured % 100 == 0 else 1


def _share(rule: Rule) -> Fraction:
    return Fraction(rule.percent) / 100


def _down(exact: Fraction, step: Sen) -> Sen:
    """The largest multiple of ``step`` that is not above ``exact``."""
    return exact.numerator // (exact.denominator * step) * step


def _more_base(rule: Rule, measured: Sen, base: Sen, step: Sen) -> dict[str, str]:
    """The two exact ways out of a maximum: cut the measured sum, or add to the rest of the base."""
    part = _share(rule)
    cut = measured - part * base
    if rule.nested and part < 1:
        # Each rupiah cut leaves the base too: (measured - x) / (base - x) = part.
        cut /= 1 - part
    add = measured / part - base if part else Fraction(0)
    return {
        "cut": format_rupiah(max(-_down(-cut, step), 0)),
        "add": format_rupiah(max(-_down(-add, step), 0)),
    }


def _facts(rule: Rule, verdict: Verdict, base: Sen) -> dict[str, str]:
    return {
        "measured": format_rupiah(verdict.measured),
        "limit": format_rupiah(verdict.limit),
        "gap": format_rupiah(max(verdict.over, 0)),
        "headroom": format_rupiah(max(-verdict.over, 0)),
        "base": format_rupiah(base),
        "share": format_percent(verdict.measured, base),
        "percent": f"{rule.percent.replace('.', ',')}\N{NO-BREAK SPACE}%",
    }

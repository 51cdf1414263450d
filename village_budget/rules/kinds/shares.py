"""Shares of a whole: at most or at least so many per cent, judged exactly, never by a rounded share."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from village_budget.domain.findings import Direction, Finding
from village_budget.money import Sen, format_percent, format_rupiah
from village_budget.rules.kinds.judgement import Inputs, Verdict, finding
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.standing_answers import as_amount


def share_max(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """``measured / base`` is at most the percentage; the limit is the last rupiah that keeps it.

    The base of any share is the answer to ``base_question`` (a ceiling), while that is open the base lines.
    Facts: ``measured``, ``base``, ``share``, ``percent``, ``limit``, ``gap``, ``headroom``, and the two exact
    ways out: ``cut`` the measured sum, or ``add`` to the rest of the base.
    """
    return (at_most(rule, inputs, {}),)


def share_min(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """``measured / base`` is at least the percentage; the limit is the first rupiah that keeps it.

    A rule may have words of its own, ``none``, for when nothing at all is there (or nothing is tagged yet).
    """
    measured, base, step = sums_of(rule, inputs)
    limit = up(share_of(rule.percent) * base, step)
    nothing = measured == 0 < limit and "none" in rule.variants
    verdict = Verdict(
        measured, limit, limit - measured, Direction.AT_LEAST, applies=base > 0, base=base,
        lines=(inputs.minus if rule.minus else inputs.measured).largest() if measured < limit else (),
        variant="absent" if base <= 0 else "none" if nothing else "",
    )  # fmt: skip
    part = share_of(rule.percent)
    add = verdict.over
    if rule.nested and part < 1:
        add = up((part * base - measured) / (1 - part), step)
    facts = share_facts(rule, verdict, base) | {"cut": "", "add": format_rupiah(max(add, 0))}
    return (finding(rule, verdict, facts),)


def at_most(rule: Rule, inputs: Inputs, more: Mapping[str, str]) -> Finding:
    """The finding of a maximum share, with more facts."""
    measured, base, step = sums_of(rule, inputs)
    limit = _down(share_of(rule.percent) * base, step)
    applies = base > 0 or measured > 0
    verdict = Verdict(
        measured, limit, measured - limit, Direction.AT_MOST, applies=applies, base=base,
        lines=inputs.measured.largest() if measured > limit else (), variant="" if applies else "absent",
    )  # fmt: skip
    facts = share_facts(rule, verdict, base) | _more_base(rule, measured, base, step)
    return finding(rule, verdict, {**facts, **more})


def sums_of(rule: Rule, inputs: Inputs) -> tuple[Sen, Sen, Sen]:
    """Measured, base, and the step to round limits to: whole rupiah unless the plan holds sen."""
    measured = inputs.measured.total - inputs.minus.total
    ceiling = as_amount(inputs.answer(rule.base_question)) if rule.base_question else None
    base = inputs.base.total if ceiling is None else ceiling
    return measured, base, 100 if measured % 100 == 0 else 1


def share_of(percent: str) -> Fraction:
    """A percentage, given as text, as an exact part of one."""
    return Fraction(percent) / 100


def per_cent(percent: str) -> str:
    """A percentage of a rule in words, ``2,5 %``."""
    return f"{percent.replace('.', ',')}\N{NO-BREAK SPACE}%"


def up(exact: Fraction, step: Sen) -> Sen:
    """The smallest multiple of ``step`` that is not below ``exact``."""
    return -_down(-exact, step)


def _down(exact: Fraction, step: Sen) -> Sen:
    """The largest multiple of ``step`` that is not above ``exact``."""
    return exact.numerator // (exact.denominator * step) * step


def _more_base(rule: Rule, measured: Sen, base: Sen, step: Sen) -> dict[str, str]:
    """The two exact ways out of a maximum: cut the measured sum, or add to the rest of the base."""
    part = share_of(rule.percent)
    cut = measured - part * base
    if rule.nested and part < 1:
        # Each rupiah cut leaves the base too: (measured - x) / (base - x) = part.
        cut /= 1 - part
    add = measured / part - base if part else Fraction(0)
    return {
        "cut": format_rupiah(max(up(cut, step), 0)),
        "add": format_rupiah(max(up(add, step), 0)),
    }


def share_facts(rule: Rule, verdict: Verdict, base: Sen) -> dict[str, str]:
    """What the sentences of every share may name."""
    return {
        "measured": format_rupiah(verdict.measured),
        "limit": format_rupiah(verdict.limit),
        "gap": format_rupiah(max(verdict.over, 0)),
        "headroom": format_rupiah(max(-verdict.over, 0)),
        "base": format_rupiah(base),
        "share": format_percent(verdict.measured, base),
        "percent": per_cent(rule.percent),
    }

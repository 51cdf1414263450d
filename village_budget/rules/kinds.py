"""The kinds of rules: what each needs, what its sentences may name, and the function that judges it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from village_budget.domain.findings import Finding
from village_budget.rules import monthly, shares, sums
from village_budget.rules.judging import Inputs
from village_budget.rules.pack import Rule


def _versions(inputs: Inputs) -> object:
    return (inputs.measured.version, inputs.base.version, inputs.minus.version)


def _totals(inputs: Inputs) -> object:
    figures = inputs.figures
    return (figures.revenue, figures.spending, figures.financing_in, figures.financing_out)


def _failed(inputs: Inputs) -> object:
    # The code of a failed activity can change while the set stays the same.
    return tuple((key, inputs.plan.activities[key].code) for key in sorted(inputs.failed))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of rule.

    Attributes:
        judge: from a rule and its view of the plan to its findings; pure, exact.
        facts: placeholders that its sentences may use.
        needs: fields that a rule of this kind must state.
        takes: fields that it may state.
        variants: special cases that must have a sentence.
        state: what its verdict depends on; while that stays equal it is not judged again.
        rows: ``selected`` (by selectors), ``lines`` or ``activities`` (by a test on each), ``figures``.
    """

    judge: Callable[[Rule, Inputs], tuple[Finding, ...]]
    facts: frozenset[str]
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    variants: tuple[str, ...] = ()
    state: Callable[[Inputs], object] = _versions
    rows: str = "selected"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SHARE = _set("measured limit gap headroom base share percent cut add")
_ROWS = _set("measured count lines first codes")
_MONTHLY = _set("measured limit gap headroom year persons count first codes")

KINDS: dict[str, Kind] = {
    "balance": Kind(
        sums.balance, _set("measured gap in out"), variants=("above",), state=_totals, rows="figures"
    ),
    "fund_balance": Kind(
        sums.fund_balance, _set("fund measured gap headroom in out undecided"), variants=("ask",),
        state=sums.fund_state, rows="figures",
    ),
    "share_max": Kind(
        shares.share_max, _SHARE, _set("measured base percent"), _set("nested minus"), ("absent",)
    ),
    "share_min": Kind(
        shares.share_min, _SHARE, _set("measured base percent"), _set("nested minus"), ("absent",)
    ),
    "amount_max": Kind(
        sums.amount_max, _set("measured limit gap headroom first codes"), _set("measured limit"),
        variants=("absent",),
    ),
    "none_of": Kind(sums.none_of, _ROWS, _set("measured")),
    "ask_for": Kind(sums.ask_for, _ROWS, _set("measured")),
    "lines": Kind(sums.lines, _ROWS, _set("test"), rows="lines"),
    "activities": Kind(
        sums.activities, _set("count activities codes"), _set("test"), state=_failed, rows="activities"
    ),
    "monthly_minimum": Kind(
        monthly.monthly_minimum, _MONTHLY, _set("measured limit post"), variants=("absent", "ask")
    ),
    "monthly_maximum": Kind(
        monthly.monthly_maximum, _MONTHLY, _set("measured limit post"), variants=("absent", "ask")
    ),
}  # fmt: skip

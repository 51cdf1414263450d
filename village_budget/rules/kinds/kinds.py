"""The kinds of rules: what each needs, what its sentences may name, and the function that judges it."""

from __future__ import annotations

from village_budget.domain.findings import Finding
from village_budget.rules.kinds import (
    monthly,
    pay_ratio,
    personal_data,
    sums,
)
from village_budget.rules.kinds.answer_kinds import ANSWER_KINDS
from village_budget.rules.kinds.judgement import Inputs
from village_budget.rules.kinds.kind import RuleKind, words
from village_budget.rules.kinds.share_kinds import SHARE_KINDS
from village_budget.rules.kinds.unit_prices import PRICE_KINDS
from village_budget.rules.packs.pack import Rule


def _never(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:  # noqa: ARG001 - a kind that is not judged
    """Context is listed, never judged."""
    return ()


def _totals(inputs: Inputs) -> object:
    figures = inputs.figures
    return (figures.revenue, figures.spending, figures.financing_in, figures.financing_out)


def _failed(inputs: Inputs) -> object:
    # The code of a failed activity can change while the set stays the same.
    return tuple((key, inputs.plan.activities[key].code) for key in sorted(inputs.failed))


_ROWS = words("measured count lines first codes")
_MONTHLY = words("measured limit gap headroom year persons count first codes")

_OF_LINES: dict[str, RuleKind] = {
    "balance": RuleKind(
        sums.balance, words("measured gap in out"), variants=("above",), state=_totals, rows="figures"
    ),
    "fund_balance": RuleKind(
        sums.fund_balance, words("fund measured gap headroom in out undecided"), variants=("ask",),
        state=sums.fund_state, rows="figures",
    ),
    "amount_max": RuleKind(
        sums.amount_max, words("measured limit gap headroom first codes"), words("measured limit"),
        variants=("absent",),
    ),
    "line_max": RuleKind(
        sums.line_max, words("measured limit gap headroom count lines first codes"), words("measured limit"),
        variants=("absent",),
    ),
    "none_of": RuleKind(sums.none_of, _ROWS, words("measured")),
    "ask_for": RuleKind(sums.ask_for, _ROWS, words("measured")),
    "lines": RuleKind(sums.lines, _ROWS, words("test"), rows="lines"),
    "activities": RuleKind(
        sums.activities, words("count activities codes"), words("test"), state=_failed, rows="activities"
    ),
    "personal_numbers": RuleKind(
        personal_data.personal_numbers, words("count places"), words("test"),
        state=personal_data.state, rows="texts",
    ),
    "monthly_minimum": RuleKind(
        monthly.monthly_minimum, _MONTHLY, words("measured limit post"), variants=("absent", "ask")
    ),
    "monthly_maximum": RuleKind(
        monthly.monthly_maximum, _MONTHLY, words("measured limit post"), variants=("absent", "ask")
    ),
    "monthly_ratio": RuleKind(
        pay_ratio.monthly_ratio, words("measured base limit gap percent first codes"),
        words("measured base percent post"), variants=("absent", "ask"),
    ),
    "context": RuleKind(_never, words(""), rows="none"),
}  # fmt: skip

KINDS: dict[str, RuleKind] = {**_OF_LINES, **SHARE_KINDS, **ANSWER_KINDS, **PRICE_KINDS}
"""Every kind of rule by its name in the packs."""

"""The kinds of rules: what each needs, what its sentences may name, and the function that judges it."""

from __future__ import annotations

from village_budget.domain.findings import Finding
from village_budget.rules import monthly, pay_ratio, personal_data, sums
from village_budget.rules.answer_kinds import ANSWER_KINDS
from village_budget.rules.judging import Inputs
from village_budget.rules.kind import Kind, words
from village_budget.rules.pack import Rule
from village_budget.rules.prices import PRICE_KINDS
from village_budget.rules.share_kinds import SHARE_KINDS


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

_OF_LINES: dict[str, Kind] = {
    "balance": Kind(
        sums.balance, words("measured gap in out"), variants=("above",), state=_totals, rows="figures"
    ),
    "fund_balance": Kind(
        sums.fund_balance, words("fund measured gap headroom in out undecided"), variants=("ask",),
        state=sums.fund_state, rows="figures",
    ),
    "amount_max": Kind(
        sums.amount_max, words("measured limit gap headroom first codes"), words("measured limit"),
        variants=("absent",),
    ),
    "line_max": Kind(
        sums.line_max, words("measured limit gap headroom count lines first codes"), words("measured limit"),
        variants=("absent",),
    ),
    "none_of": Kind(sums.none_of, _ROWS, words("measured")),
    "ask_for": Kind(sums.ask_for, _ROWS, words("measured")),
    "lines": Kind(sums.lines, _ROWS, words("test"), rows="lines"),
    "activities": Kind(
        sums.activities, words("count activities codes"), words("test"), state=_failed, rows="activities"
    ),
    "personal_numbers": Kind(
        personal_data.personal_numbers, words("count places"), words("test"),
        state=personal_data.state, rows="texts",
    ),
    "monthly_minimum": Kind(
        monthly.monthly_minimum, _MONTHLY, words("measured limit post"), variants=("absent", "ask")
    ),
    "monthly_maximum": Kind(
        monthly.monthly_maximum, _MONTHLY, words("measured limit post"), variants=("absent", "ask")
    ),
    "monthly_ratio": Kind(
        pay_ratio.monthly_ratio, words("measured base limit gap percent first codes"),
        words("measured base percent post"), variants=("absent", "ask"),
    ),
    "context": Kind(_never, words(""), rows="none"),
}  # fmt: skip

KINDS: dict[str, Kind] = {**_OF_LINES, **SHARE_KINDS, **ANSWER_KINDS, **PRICE_KINDS}
"""Every kind of rule by its name in the packs."""

"""Checks on a single line or activity: each says whether the row fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from village_budget.chart.chart import Chart
from village_budget.chart.codes import CodeError, is_within, level
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.figures.figures import Figures
from village_budget.money import AmountError, line_amount
from village_budget.rules.kinds.pay import persons_disagree
from village_budget.rules.kinds.personal_data import holds_personal_number

LineTest = Callable[[Line, str, Chart], bool]
ActivityTest = Callable[[Activity, Figures], bool]

_ACCOUNT_OF = {Part.REVENUE: "4", Part.SPENDING: "5", Part.FINANCING: "6"}
_ARREARS = re.compile(r"\bh?utang\b|\btunggak\w*|\bkurang\w*\s*bayar", re.IGNORECASE)
_PAY_ACCOUNTS = ("5.1.1", "5.1.2", "5.1.4")


def code_invalid(line: Line, activity_code: str, chart: Chart) -> bool:
    """A code that is not in the chart, or an account of another part (STR-CODE)."""
    try:
        if line.account_code and line.account_code not in chart.accounts:
            chart.account(line.account_code)
        if line.part is Part.SPENDING:
            known = activity_code in chart.activities
            if level(activity_code if known else chart.activity(activity_code).code) != 3:
                return True
    except CodeError:
        return True
    head = line.account_code[:1]
    return head != _ACCOUNT_OF[line.part] and (bool(head) or line.part is not Part.SPENDING)


def kind_invalid(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Spending of none of the kinds 5.1 to 5.4 (STR-JENIS)."""
    return (
        line.part is Part.SPENDING
        and level(line.account_code) >= 2
        and not any(is_within(line.account_code, head) for head in ("5.1", "5.2", "5.3", "5.4"))
    )


def not_broken_down(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Spending that is not yet on an object account (four levels)."""
    return line.part is Part.SPENDING and level(line.account_code) < 4


def fund_undecided(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """A line but the carry-over whose fund source is not yet decided."""
    return line.fund == "" and not is_within(line.account_code, "6.1.1")


def carry_over_undecided(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """A carry-over (6.1.1) that is not yet split by the fund it came from."""
    return line.fund == "" and is_within(line.account_code, "6.1.1")


def fund_unlike_account(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """A transfer booked under another fund source than the account can only have (4.2.1 is DDS)."""
    if not is_within(line.account_code, "4.2") or not line.fund:
        return False
    return chart.implied_fund(line.account_code) not in ("", line.fund)


def amount_wrong(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Amount is not volume x unit price, or volume is not the product of its factors (BAL-ROLL)."""
    if line.factors:
        product = Decimal(1)
        for factor in line.factors:
            product *= factor.value
        if product != line.volume:
            return True
    try:
        return line_amount(line.volume, line.unit_price) != line.amount
    except AmountError:
        return True


def nothing_in_it(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """No amount: volume or price is still zero."""
    return line.amount == 0


def negative(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """A volume, price or amount below zero."""
    return line.amount < 0 or line.volume < 0 or line.unit_price < 0


def sen_in_it(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Spending that is not in whole rupiah."""
    return line.part is Part.SPENDING and line.amount % 100 != 0


def head_count_wrong(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Pay whose description (``4 orang x 12 bulan``) contradicts its volume (SIL-COUNT)."""
    return any(is_within(line.account_code, head) for head in _PAY_ACCOUNTS) and persons_disagree(line)


def arrears_from_dana_desa(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Dana Desa for what its description calls a debt, arrears or underpayment (DD-26-08)."""
    return line.part is Part.SPENDING and line.fund == "DDS" and _ARREARS.search(line.description) is not None


def person_in_line(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """A text that holds a number of a person or family (NIK, KK)."""
    return holds_personal_number(line)


def not_reviewed(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Copied, of a template or guessed, and nobody has looked at it yet (U25)."""
    return line.review != ""


LINE_TESTS: dict[str, LineTest] = {
    "code_invalid": code_invalid,
    "kind_invalid": kind_invalid,
    "not_broken_down": not_broken_down,
    "fund_undecided": fund_undecided,
    "carry_over_undecided": carry_over_undecided,
    "fund_unlike_account": fund_unlike_account,
    "amount_wrong": amount_wrong,
    "nothing_in_it": nothing_in_it,
    "negative": negative,
    "sen_in_it": sen_in_it,
    "head_count_wrong": head_count_wrong,
    "arrears_from_dana_desa": arrears_from_dana_desa,
    "personal_number": person_in_line,
    "not_reviewed": not_reviewed,
}


def empty(activity: Activity, figures: Figures) -> bool:
    """An activity without money."""
    return figures.total("activity", activity.id) == 0


def person_in_activity(activity: Activity, figures: Figures) -> bool:  # noqa: ARG001
    """A text that holds a number of a person or family (NIK, KK)."""
    return holds_personal_number(activity)


ACTIVITY_TESTS: dict[str, ActivityTest] = {"empty": empty, "personal_number": person_in_activity}

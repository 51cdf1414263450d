"""Checks on a single line: each says whether the line fails, given its activity's code and the chart."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from village_budget.chart.chart import Chart
from village_budget.chart.codes import CodeError, is_within, level
from village_budget.domain.lines import Line, Part
from village_budget.money import AmountError, line_amount

LineTest = Callable[[Line, str, Chart], bool]

_KINDS_OF = {Part.REVENUE: "4", Part.SPENDING: "5", Part.FINANCING: "6"}


def code_invalid(line: Line, activity_code: str, chart: Chart) -> bool:
    """A code that is not in the chart, or an account of another part (STR-CODE)."""
    try:
        if line.account_code:
            chart.account(line.account_code)
        if activity_code and level(chart.activity(activity_code).code) != 3:
            return True
    except CodeError:
        return True
    return bool(line.account_code) and not is_within(line.account_code, _KINDS_OF[line.part])


def kind_invalid(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Spending outside the four kinds 5.1 to 5.4 (STR-JENIS)."""
    return (
        line.part is Part.SPENDING
        and level(line.account_code) >= 2
        and not any(is_within(line.account_code, head) for head in ("5.1", "5.2", "5.3", "5.4"))
    )


def not_broken_down(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Spending that is not yet on an object account (four levels)."""
    return line.part is Part.SPENDING and level(line.account_code) < 4


def fund_undecided(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """A line whose fund source is not yet decided."""
    return line.fund == ""


def amount_wrong(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Amount is not volume x unit price (BAL-ROLL)."""
    try:
        return line_amount(line.volume, line.unit_price) != line.amount
    except AmountError:
        return True


def nothing_in_it(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Zero or negative volume or amount."""
    return line.volume <= 0 or line.amount <= 0


MONTHS = Decimal(12)
_PAY_UNIT = re.compile(r"\b(ob|bln|bulan|orang\s*/?\s*bulan)\b", re.IGNORECASE)
_ARREARS = re.compile(r"kurang bayar|rapel|ke-?\s*1[34]|thr|gaji ke", re.IGNORECASE)
_SECRETARY = re.compile(r"\b(sekdes|sekretaris|carik)\b", re.IGNORECASE)


def monthly_pay(line: Line) -> int | None:
    """Pay a person and month in sen, when the line says it; None when it can't be told.

    Read are lines priced by the month (``12 OB``, factors in ``bulan``); arrears, holiday and thirteenth
    pay are no monthly pay.
    """
    units = [line.unit, *(factor.unit for factor in line.factors)]
    if _ARREARS.search(line.description) or not any(_PAY_UNIT.search(unit) for unit in units):
        return None
    return line.unit_price


def pay_of_head(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Whether a line is the village head's fixed pay."""
    return is_within(line.account_code, "5.1.1.01")


def pay_of_secretary(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Whether a line is the village secretary's fixed pay, by the words of its description."""
    return is_within(line.account_code, "5.1.2.01") and _SECRETARY.search(line.description) is not None


def pay_of_staff(line: Line, activity_code: str, chart: Chart) -> bool:  # noqa: ARG001
    """Whether a line is the fixed pay of other village staff."""
    return is_within(line.account_code, "5.1.2.01") and _SECRETARY.search(line.description) is None


LINE_TESTS: dict[str, LineTest] = {
    "code_invalid": code_invalid,
    "kind_invalid": kind_invalid,
    "not_broken_down": not_broken_down,
    "fund_undecided": fund_undecided,
    "amount_wrong": amount_wrong,
    "nothing_in_it": nothing_in_it,
}
PAY_TESTS: dict[str, LineTest] = {
    "pay_of_head": pay_of_head,
    "pay_of_secretary": pay_of_secretary,
    "pay_of_staff": pay_of_staff,
}

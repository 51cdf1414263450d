"""Unit prices that give a line exactly the amount that is wanted: whole rupiah, volume untouched."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from village_budget.domain.lines import Line
from village_budget.money import LIMIT_SEN, Sen, line_amount

_RUPIAH = 100


def priced(line: Line, price: Sen) -> Line:
    """The line with another unit price, its amount computed."""
    return replace(line, unit_price=price, amount=line_amount(line.volume, price), expression="")


def repriced(line: Line, amount: Sen) -> Line | None:
    """The line with exactly this amount; None when no unit price in whole rupiah gives it."""
    if amount < 0 or line.volume <= 0 or amount > LIMIT_SEN:
        return None
    if line.volume == 1:
        return priced(line, amount)
    low = int(Fraction(amount) / Fraction(line.volume) // _RUPIAH) * _RUPIAH
    for price in (low, low + _RUPIAH):
        if line_amount(line.volume, price) == amount:
            return priced(line, price)
    return None


def lowered(line: Line, amount: Sen) -> Line | None:
    """The line with the largest amount that is not above this one; None when it has no volume to price."""
    if amount < 0 or line.volume <= 0:
        return None
    if line.volume == 1:
        return priced(line, amount)
    low = int(Fraction(amount) / Fraction(line.volume) // _RUPIAH) * _RUPIAH
    for price in (low + _RUPIAH, low, low - _RUPIAH):
        if price >= 0 and line_amount(line.volume, price) <= amount:
            return priced(line, price)
    return None

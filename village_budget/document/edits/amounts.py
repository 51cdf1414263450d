"""What becomes of amounts when lines are copied: kept, zero, or changed by a percentage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from village_budget.domain.lines import Line
from village_budget.errors import UserError
from village_budget.money import Sen, check_limit, line_amount

LOWEST, HIGHEST = Decimal(-100), Decimal(1000)
DECIMALS = 6


class Scale(StrEnum):
    """How the unit price of a copied line comes about; its volume is kept."""

    KEEP = "keep"
    ZERO = "zero"
    PERCENT = "percent"


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class CopiedAmounts:
    """Rule for the amounts of copied lines.

    Attributes:
        scale: keep, zero or percent.
        percent: what is added to each unit price, ``5`` or ``-2.5``; the new price is rounded half up to
            whole rupiah, and the amount is the volume times that price.
    """

    scale: Scale = Scale.KEEP
    percent: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuse a percentage that is no use.

        Raises:
            UserError: ``percent-unusable``.
        """
        percent = self.percent
        if not percent.is_finite() or not LOWEST <= percent <= HIGHEST or _decimals(percent) > DECIMALS:
            raise UserError("percent-unusable", text=str(percent), lowest=int(LOWEST), highest=int(HIGHEST))

    def of(self, line: Line) -> Line:
        """The line with its price and amount as the rule says; arithmetic of the old price is forgotten.

        Raises:
            AmountError: the amount is beyond the limit.
        """
        if self.scale is Scale.KEEP or (self.scale is Scale.PERCENT and not self.percent):
            return line
        price = 0 if self.scale is Scale.ZERO else changed_price(line.unit_price, self.percent)
        return replace(line, unit_price=price, amount=line_amount(line.volume, price), expression="")


KEPT = CopiedAmounts()
ZERO = CopiedAmounts(Scale.ZERO)


def changed_price(price: Sen, percent: Decimal) -> Sen:
    """A unit price changed by a percentage, rounded half up to whole rupiah; exact, no float.

    Raises:
        AmountError: beyond the limit.
    """
    numerator, denominator = (Decimal(100) + percent).as_integer_ratio()
    # price in sen x share of a hundred, in rupiah: a hundred sen, a hundred per cent.
    product, whole = abs(price) * numerator, denominator * 10_000
    rupiah = (product * 2 + whole) // (whole * 2)
    return check_limit((rupiah if price >= 0 else -rupiah) * 100)

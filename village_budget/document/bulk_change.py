"""One change over many lines: fund source, unit price or volume, worked out before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from village_budget.document.edits.amounts import changed_price
from village_budget.domain.lines import Line, Part
from village_budget.errors import UserError
from village_budget.figures.figures import Figures, part_name
from village_budget.money import LIMIT_RUPIAH, AmountError, Sen, check_limit, line_amount

STEPS = (100, 500, 1_000)
"""Rupiah that prices may be rounded to."""


class Way(StrEnum):
    """What is done to each line."""

    FUND = "fund"
    PRICE = "price"
    PRICE_PERCENT = "price-percent"
    PRICE_PLUS = "price-plus"
    PRICE_ROUND = "price-round"
    VOLUME = "volume"
    VOLUME_PERCENT = "volume-percent"


@dataclass(frozen=True, slots=True)
class BulkChange:
    """A change of one field.

    Attributes:
        way: what is done.
        fund: code of the new fund source.
        rupiah: new price, or what is added to it, in sen.
        number: new volume, or a percentage that is added.
        step: rupiah that a new price is rounded to (half up); 1 leaves it at whole rupiah.
    """

    way: Way
    fund: str = ""
    rupiah: Sen = 0
    number: Decimal = Decimal(0)
    step: int = 1

    def values(self, line: Line) -> dict[str, object]:
        """Values for `SetLine`; empty when the line stays as it is.

        Raises:
            UserError: ``bulk-negative``, a price or volume would fall below zero.
            AmountError: beyond the limit.
        """
        if self.way is Way.FUND:
            return {"fund": self.fund} if line.fund != self.fund else {}
        if self.way in (Way.VOLUME, Way.VOLUME_PERCENT):
            volume = self._volume(line)
            return {"volume": volume} if volume != line.volume else {}
        price = self._price(line)
        if price < 0:
            raise UserError("bulk-negative", name=line.description or line.account_code)
        line_amount(line.volume, price)
        return {"unit_price": price} if price != line.unit_price else {}

    def _price(self, line: Line) -> Sen:
        price = line.unit_price
        if self.way is Way.PRICE:
            price = self.rupiah
        elif self.way is Way.PRICE_PERCENT:
            price = changed_price(price, self.number)
        elif self.way is Way.PRICE_PLUS:
            price = price + self.rupiah
        if self.step > 1:
            whole = self.step * 100
            price = (price * 2 + whole) // (whole * 2) * whole
        return check_limit(price)

    def _volume(self, line: Line) -> Decimal:
        if self.way is Way.VOLUME:
            exact = Fraction(self.number)
        else:
            exact = Fraction(line.volume) * (100 + Fraction(self.number)) / 100
        if exact < 0:
            raise UserError("bulk-negative", name=line.description or line.account_code)
        scaled = exact * 10**6
        units = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
        if units > LIMIT_RUPIAH * 10**6:
            raise AmountError("amount-too-large", str(line.volume))
        volume = Decimal(units).scaleb(-6)
        line_amount(volume, line.unit_price)
        return volume


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What a change makes of lines.

    Attributes:
        rows: each line before and after, in order; the same when it stays.
        values: for `SetLines`, of the lines that become different.
        funds: balance of each fund source that the change moves, before and after.
    """

    rows: tuple[tuple[Line, Line], ...]
    values: Mapping[int, Mapping[str, object]]
    funds: Mapping[str, tuple[Sen, Sen]]

    @property
    def before(self) -> Sen:
        """Sum of the lines as they are."""
        return sum(row.amount for row, _ in self.rows)

    @property
    def after(self) -> Sen:
        """Sum of the lines as they would be."""
        return sum(row.amount for _, row in self.rows)


def outcome(change: BulkChange, lines: Sequence[Line], figures: Figures) -> BulkOutcome:
    """Work out a change over lines; nothing is changed.

    Raises:
        UserError: ``bulk-negative``.
        AmountError: beyond the limit.
    """
    rows: list[tuple[Line, Line]] = []
    values: dict[int, Mapping[str, object]] = {}
    moved: dict[str, Sen] = {}
    for line in lines:
        new = change.values(line)
        after = line
        if new:
            values[line.id] = new
            after = replace(line, **new)  # type: ignore[arg-type]
            after = replace(after, amount=line_amount(after.volume, after.unit_price))
            moved[line.fund] = moved.get(line.fund, 0) - _to_balance(line)
            moved[after.fund] = moved.get(after.fund, 0) + _to_balance(after)
        rows.append((line, after))
    funds = {
        fund: (figures.fund_balance(fund), figures.fund_balance(fund) + by)
        for fund, by in moved.items()
        if by and fund
    }
    return BulkOutcome(tuple(rows), values, funds)


def _to_balance(line: Line) -> Sen:
    brings = line.part is Part.REVENUE or part_name(line) == "financing_in"
    return line.amount if brings else -line.amount

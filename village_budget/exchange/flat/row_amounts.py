"""Volume, price and amount of one row: read, made complete, and held against each other to the rupiah.

A number that could mean two things (``1.500`` as a volume) is settled only by volume x price = amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from village_budget.domain.lines import Factor
from village_budget.exchange.cells.cell_values import Cell, clean
from village_budget.exchange.flat.notes import RowNotes
from village_budget.exchange.lines.factors import product, read_factors
from village_budget.money import (
    AmountError,
    Sen,
    check_limit,
    format_amount,
    format_volume,
    line_amount,
    parse_amount,
    parse_volume,
)

_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
_LEADING_ZERO = re.compile(r"0\.\d{1,6}", re.ASCII)
_SIX_PLACES = Decimal("0.000001")
_NOTHING = {"", "-"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a row costs; ``amount`` is ``line_amount(volume, unit_price)``, prices and amounts in sen."""

    volume: Decimal
    unit_price: Sen
    amount: Sen
    factors: tuple[Factor, ...] = ()
    whole: bool = False


def read_quantity(row: dict[str, Cell], notes: RowNotes) -> Quantity | None:
    """Volume, price and amount of a row, or None with the problems noted."""
    amount = _money(row.get("jumlah", ""), "jumlah", "amount", notes)
    price = _money(row.get("harga_satuan", ""), "harga_satuan", "price", notes)
    volumes = _volumes(row.get("volume", ""), notes)
    factors = read_factors(row.get("faktor", ""), notes)
    if notes.problems and any(p.column in _COLUMNS for p in notes.problems):
        return None
    if factors and not volumes:
        volumes = (product(factors),)
    if factors and all(product(factors) != volume for volume in volumes):
        notes.problem(
            "faktor",
            "row-factors-disagree",
            product=format_volume(product(factors)),
            volume=format_volume(volumes[0]),
        )
        return None
    if factors:
        volumes = (product(factors),)
    try:
        found = _settled(volumes, price, amount, notes)
    except AmountError:
        notes.problem("jumlah", "row-amount-too-large", value=clean(row.get("jumlah", "")))
        return None
    return (
        Quantity(found.volume, found.unit_price, found.amount, factors, found.whole)
        if found is not None
        else None
    )


_COLUMNS = {"jumlah", "harga_satuan", "volume", "faktor"}


def _settled(
    volumes: Sequence[Decimal], price: Sen | None, amount: Sen | None, notes: RowNotes
) -> Quantity | None:
    if amount is None:
        return _computed(volumes, price, notes)
    if price is None:
        return _without_price(volumes, amount, notes)
    if not volumes:
        return _with_volume_found(price, amount, notes)
    return _agreed(volumes, price, amount, notes)


def _agreed(volumes: Sequence[Decimal], price: Sen, amount: Sen, notes: RowNotes) -> Quantity | None:
    fitting = [volume for volume in volumes if _agrees(line_amount(volume, price), amount)]
    if len(fitting) == 1:
        computed = line_amount(fitting[0], price)
        if computed != amount:
            notes.notice("jumlah", "row-note-rounded", given=format_amount(amount),
                         computed=format_amount(computed))  # fmt: skip
        return Quantity(fitting[0], price, computed)
    if fitting:
        _note_two_ways(volumes, notes)
        return None
    notes.problem(
        "jumlah",
        "row-amount-disagrees",
        volume=format_volume(volumes[0]),
        price=format_amount(price),
        computed=format_amount(line_amount(volumes[0], price)),
        given=format_amount(amount),
    )
    return None


def _agrees(computed: Sen, given: Sen) -> bool:
    """Equal to the rupiah: sen may be lost or kept by whoever made the table."""
    return (computed + 50) // 100 == (given + 50) // 100


def _computed(volumes: Sequence[Decimal], price: Sen | None, notes: RowNotes) -> Quantity | None:
    if not volumes or price is None:
        notes.problem("jumlah", "row-amount-missing")
        return None
    if len(volumes) > 1:
        _note_two_ways(volumes, notes)
        return None
    amount = line_amount(volumes[0], price)
    notes.notice("jumlah", "row-note-amount-computed", computed=format_amount(amount))
    return Quantity(volumes[0], price, amount)


def _without_price(volumes: Sequence[Decimal], amount: Sen, notes: RowNotes) -> Quantity | None:
    """1 paket at the amount; with a volume, the price that it leaves when that is whole rupiah."""
    if not volumes:
        return Quantity(Decimal(1), amount, amount, whole=True)
    if len(volumes) > 1:
        _note_two_ways(volumes, notes)
        return None
    volume = volumes[0]
    if volume:
        price = amount if volume == 1 else int(Decimal(amount) / 100 / volume) * 100
        if line_amount(volume, price) == amount and price * volume == amount:
            if volume != 1:
                notes.notice("harga_satuan", "row-note-price-found", price=format_amount(price))
            return Quantity(volume, price, amount)
    notes.problem("harga_satuan", "row-price-missing", volume=format_volume(volume))
    return None


def _with_volume_found(price: Sen, amount: Sen, notes: RowNotes) -> Quantity | None:
    """The volume that a price and an amount leave, when it is a whole number."""
    if price == amount:
        return Quantity(Decimal(1), price, amount)
    if price and amount % price == 0:
        volume = Decimal(amount // price)
        notes.notice("volume", "row-note-volume-found", volume=format_volume(volume))
        return Quantity(volume, price, amount)
    notes.problem("volume", "row-volume-missing", price=format_amount(price))
    return None


def _note_two_ways(volumes: Sequence[Decimal], notes: RowNotes) -> None:
    readings = " / ".join(format_volume(volume) for volume in volumes)
    notes.problem("volume", "row-volume-ambiguous", readings=readings)


def _money(cell: Cell, column: str, kind: str, notes: RowNotes) -> Sen | None:
    """Sen of a cell; None when it is empty or (noted) wrong."""
    text = clean(cell)
    if text == "" or (text == "-" and column == "harga_satuan"):
        return None
    try:
        sen = _exact_sen(cell) if isinstance(cell, Decimal) else parse_amount(text, point_decimals=True)
    except AmountError as error:
        readings = " / ".join(error.readings)
        notes.problem(column, error.code.replace("amount", f"row-{kind}", 1), value=text, readings=readings)
        return None
    if sen is None:
        notes.problem(column, f"row-{kind}-fraction", value=text)
    elif sen < 0:
        notes.problem(column, f"row-{kind}-negative", value=text)
        return None
    return sen


def _exact_sen(number: Decimal) -> Sen | None:
    sen = number * 100
    return check_limit(int(sen)) if sen == sen.to_integral_value() else None


def _volumes(cell: Cell, notes: RowNotes) -> tuple[Decimal, ...]:
    """What a volume can mean: nothing, one number, or two."""
    text = clean(cell)
    if text in _NOTHING:
        return ()
    if text.startswith("-"):
        notes.problem("volume", "row-volume-negative", value=text)
        return ()
    if isinstance(cell, Decimal):
        return (cell if cell == round(cell, 6) else cell.quantize(_SIX_PLACES, ROUND_HALF_UP),)
    if _TWO_WAYS.fullmatch(text):
        return (Decimal(text.replace(".", "")), Decimal(text))
    try:
        return (Decimal(text) if _LEADING_ZERO.fullmatch(text) else parse_volume(text, point_decimals=True),)
    except AmountError as error:
        code = error.code.replace("amount", "row-volume", 1)
        notes.problem("volume", code, value=text, readings=" / ".join(error.readings))
        return ()

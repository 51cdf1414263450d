"""Volume, price and amount of a pasted row: read, made complete, held against each other to the rupiah.

The table of what is converted and what is refused (U06):

=====================================  ====================================================================
``1234567`` ``1.234.567`` ``Rp 1.234``  read, with any kind of space, an apostrophe, ``,-`` behind
``(1.234)`` ``-1.234`` ``1.234-``       negative: refused, a line of a budget is not negative
``-`` alone                             no number
``1.5`` ``1,500`` ``1,234.50``          settled by volume x price = amount, else refused with the readings
2 | 25.000 | 55.000                     refused: the product is offered
2 | 25.000 | empty                      the amount is computed; so are a missing price and a missing volume
empty | empty | 55.000                  1 paket
=====================================  ====================================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from village_budget.exchange.cells.clipboard_grid import Cell
from village_budget.exchange.lines.pasted_fields import Field, number_text
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

WHOLE_UNIT = "paket"
_PLAIN = re.compile(r"\d{1,3}(?:\.\d{3}){0,3}|\d{4,12}", re.ASCII)
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
NOTHING = ("", "-", "\N{EN DASH}", "\N{EM DASH}")
"""What stands in a cell without a number."""


class CellRefusedError(ValueError):
    """A cell, or a row's numbers together, that can't be taken as they are.

    Attributes:
        field: which cell is at fault.
        code: why, without its prefix ``paste-``.
        repairs: texts that would be taken in its place, likeliest first.
        details: facts for the sentence.
    """

    def __init__(self, field: Field, code: str, repairs: tuple[str, ...] = (), **details: str) -> None:
        super().__init__(field, code, repairs, details)
        self.field = field
        self.code = code
        self.repairs = repairs
        self.details = details


@dataclass(slots=True)
class PastedAmounts:
    """What a row costs; ``note`` tells what was computed or settled, empty when all was there."""

    volume: Decimal
    unit_price: Sen
    amount: Sen
    whole: bool = False
    note: str = ""


@dataclass(slots=True)
class _Number:
    """A number as read: one value, or several when the text could mean several."""

    values: tuple[Decimal, ...] = ()
    texts: tuple[str, ...] = ()
    refused: str = ""


class AmountReader:
    """Reads the numbers of one block's rows; the same text is read once."""

    def __init__(self, *, foreign: bool) -> None:
        self._foreign = foreign
        self._money: dict[Cell, _Number] = {}
        self._volumes: dict[Cell, _Number] = {}
        self._clear_money: dict[Cell, Sen] = {}
        self._clear_volumes: dict[Cell, Decimal] = {}
        self._wholes: dict[Cell, int] = {}

    def read(self, volume: Cell, price: Cell, amount: Cell) -> PastedAmounts:
        """What a row's three cells mean together.

        Raises:
            CellRefusedError: unreadable, negative, beyond the limit, or not agreeing.
        """
        # Most rows of most blocks: three plain numbers that agree.
        money, volumes = self._clear_money, self._clear_volumes
        units = volumes.get(volume) if volume in volumes else self._plain_volume(volume)
        each = money.get(price) if price in money else self._plain_money(price)
        whole = money.get(amount) if amount in money else self._plain_money(amount)
        if units is not None and each is not None and whole is not None:
            product = line_amount(units, each)
            if product == whole:
                return PastedAmounts(units, each, product)
        return self._read(volume, price, amount)

    def plain(self, volume: Cell, price: Cell, amount: Cell) -> PastedAmounts | None:
        """The same for three plain numbers that agree, a whole volume among them; None for any other row."""
        money = self._clear_money
        units = self._wholes.get(volume)
        if units is None:
            clear = self._plain_volume(volume)
            if clear is None:
                return None
            units = self._wholes[volume] = int(clear)
        each = money.get(price)
        if each is None:
            each = self._plain_money(price)
        if each is None or not isinstance(amount, str) or self._foreign or not _PLAIN.fullmatch(amount):
            return None
        product = units * each
        if int(amount.replace(".", "")) * 100 != product:
            return None
        return PastedAmounts(self._clear_volumes[volume], each, product)

    def _plain_money(self, cell: Cell) -> Sen | None:
        if isinstance(cell, str) and not self._foreign and _PLAIN.fullmatch(cell):
            sen = self._clear_money[cell] = int(cell.replace(".", "")) * 100
            return sen
        return None

    def _plain_volume(self, cell: Cell) -> Decimal | None:
        if isinstance(cell, str) and len(cell) < 12 and cell.isascii() and cell.isdigit():
            volume = self._clear_volumes[cell] = Decimal(cell)
            return volume
        return None

    def _read(self, volume: Cell, price: Cell, amount: Cell) -> PastedAmounts:
        volumes = self._volume(volume)
        prices = self._sen(price, Field.PRICE)
        amounts = self._sen(amount, Field.AMOUNT)
        try:
            return self._together(volumes, prices, amounts)
        except AmountError as error:
            raise CellRefusedError(Field.AMOUNT, "too-large") from error

    def _together(self, volumes: _Number, prices: _Number, amounts: _Number) -> PastedAmounts:
        if volumes.values and prices.values and amounts.values:
            return _agreed(volumes, prices, amounts)
        for field, number in ((Field.VOLUME, volumes), (Field.PRICE, prices), (Field.AMOUNT, amounts)):
            if len(number.values) > 1:
                raise _unclear(field, number)
        volume = volumes.values[0] if volumes.values else None
        price = int(prices.values[0]) if prices.values else None
        amount = int(amounts.values[0]) if amounts.values else None
        if amount is None:
            if price is None:
                raise CellRefusedError(Field.PRICE, "price-missing")
            if volume is None:
                raise CellRefusedError(Field.VOLUME, "volume-missing", ("1",))
            return PastedAmounts(volume, price, line_amount(volume, price), note="amount-computed")
        if price is None:
            return _without_price(volume, amount)
        return _without_volume(price, amount)

    def _sen(self, cell: Cell, field: Field) -> _Number:
        found = self._money.get(cell)
        if found is None:
            found = self._money[cell] = _read_money(cell, foreign=self._foreign)
        if found.refused:
            raise CellRefusedError(field, found.refused, value=str(cell))
        return found

    def _volume(self, cell: Cell) -> _Number:
        found = self._volumes.get(cell)
        if found is None:
            found = self._volumes[cell] = _read_volume(cell, foreign=self._foreign)
        if found.refused:
            raise CellRefusedError(Field.VOLUME, found.refused, value=str(cell))
        return found


def _read_money(cell: Cell, *, foreign: bool) -> _Number:
    """Sen as decimals, so that volume and money are handled alike."""
    if cell in NOTHING:
        return _Number()
    try:
        if isinstance(cell, Decimal):
            sen = cell * 100
            if sen != sen.to_integral_value():
                return _Number(refused="fraction")
            values: tuple[Sen, ...] = (check_limit(int(sen)),)
        else:
            values = (parse_amount(number_text(cell, foreign=foreign)),)
    except AmountError as error:
        if not error.readings:
            return _Number(refused=error.code.removeprefix("amount-"))
        return _Number(tuple(Decimal(parse_amount(text)) for text in error.readings), error.readings)
    if values[0] < 0:
        return _Number(refused="negative")
    return _Number((Decimal(values[0]),))


def _read_volume(cell: Cell, *, foreign: bool) -> _Number:
    if cell in NOTHING:
        return _Number()
    if isinstance(cell, Decimal):
        return _Number((round(cell, 6),)) if cell >= 0 else _Number(refused="negative")
    text = number_text(cell, foreign=foreign)
    if text.lstrip("'(").startswith("-") or text.startswith("("):
        return _Number(refused="negative")
    return _volume_of_text(cell, text)


def _volume_of_text(cell: str, text: str) -> _Number:
    """What a text means; ``text`` is the cell's own unless the block writes numbers as other countries do."""
    if text != cell and _TWO_WAYS.fullmatch(cell.strip()):
        # Among amounts of other countries 1.000 may be one, or a thousand that was typed our way.
        values = (parse_volume(text), parse_volume(cell))
        return _Number(values, tuple(map(format_volume, values)))
    try:
        value = parse_volume(text)
    except AmountError as error:
        if not error.readings:
            return _Number(refused=error.code.removeprefix("amount-"))
        return _Number(tuple(parse_volume(reading) for reading in error.readings), error.readings)
    return _Number((value,))


def _agreed(volumes: _Number, prices: _Number, amounts: _Number) -> PastedAmounts:
    fitting = [
        (volume, int(price), int(amount))
        for volume in volumes.values
        for price in prices.values
        for amount in amounts.values
        if _agrees(line_amount(volume, int(price)), int(amount))
    ]
    unclear = max(len(number.values) for number in (volumes, prices, amounts)) > 1
    if len(fitting) == 1:
        volume, price, _ = fitting[0]
        return PastedAmounts(volume, price, line_amount(volume, price), note="settled" if unclear else "")
    if unclear:
        for field, number in ((Field.VOLUME, volumes), (Field.PRICE, prices), (Field.AMOUNT, amounts)):
            if len(number.values) > 1:
                raise _unclear(field, number)
    volume, price = volumes.values[0], int(prices.values[0])
    right = line_amount(volume, price)
    raise CellRefusedError(
        Field.AMOUNT,
        "disagrees",
        (format_amount(right),),
        volume=format_volume(volume),
        price=format_amount(price),
        amount=format_amount(int(amounts.values[0])),
    )


def _agrees(computed: Sen, given: Sen) -> bool:
    """Equal to the rupiah: sen may be lost or kept by whoever made the table."""
    return (computed + 50) // 100 == (given + 50) // 100


def _unclear(field: Field, number: _Number) -> CellRefusedError:
    return CellRefusedError(field, "unclear", number.texts, readings=" / ".join(number.texts))


def _without_price(volume: Decimal | None, amount: Sen) -> PastedAmounts:
    if volume is None:
        return PastedAmounts(Decimal(1), amount, amount, whole=True, note="whole")
    price = Decimal(amount) / volume if volume else Decimal("0.5")
    if price == int(price) and line_amount(volume, int(price)) == amount:
        return PastedAmounts(volume, int(price), amount, note="" if volume == 1 else "price-found")
    raise CellRefusedError(Field.PRICE, "price-missing")


def _without_volume(price: Sen, amount: Sen) -> PastedAmounts:
    if price == amount:
        return PastedAmounts(Decimal(1), price, amount)
    if price and amount % price == 0:
        return PastedAmounts(Decimal(amount // price), price, amount, note="volume-found")
    raise CellRefusedError(Field.VOLUME, "volume-missing")

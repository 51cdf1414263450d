"""A price list as text: the canonical CSV that travels in a plan file and lies on the user's computer."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Generator, Iterable
from itertools import islice

from village_budget.domain.prices import PriceBook, PriceItem
from village_budget.errors import UserError
from village_budget.exchange.cells.cell_values import escape, unescape
from village_budget.money import LIMIT_SEN, Sen

COLUMNS = (
    "kode", "uraian", "spesifikasi", "satuan", "harga", "rekening", "kelompok", "jenis", "wilayah",
)  # fmt: skip
STEP = 500
"""Items read at one go: the window answers between two of them."""

_PRICE = re.compile(r"(\d{1,15})(?:\.(\d\d))?", re.ASCII)


def dumps_prices(items: Iterable[PriceItem]) -> str:
    """Items as canonical text: one row each, prices as plain rupiah, no cell that could be a formula."""
    out = io.StringIO()
    # With any other line end a lone carriage return in a cell would not be quoted.
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in items:
        accounts = " ".join(item.accounts)
        cells = (
            item.code, item.name, item.specification, item.unit, price_text(item.price), accounts, item.group,
            item.kind, item.region,
        )  # fmt: skip
        writer.writerow([escape(cell) for cell in cells])
    return out.getvalue()


def price_text(price: Sen) -> str:
    """A price as plain rupiah: ``65000``, ``1250.50``."""
    rupiah, rest = divmod(price, 100)
    return f"{rupiah}.{rest:02d}" if rest else str(rupiah)


def loads_prices(name: str, text: str) -> PriceBook:
    """The book of canonical text.

    Raises:
        UserError: ``prices-unreadable``: it is not text that `dumps_prices` made.
    """
    reading = reading_prices(name, text)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            book: PriceBook = end.value
            return book


def reading_prices(name: str, text: str) -> Generator[None, None, PriceBook]:
    """Read canonical text step by step, a little at a time; gives the book at the end.

    Raises:
        UserError: ``prices-unreadable``.
    """
    book = PriceBook(name)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 1
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise UserError("prices-unreadable", name=name, row=number)
        while items := [_item(row) for row in islice(rows, STEP)]:
            book.add(items)
            number += len(items)
            yield
    except (csv.Error, ValueError) as error:
        raise UserError("prices-unreadable", name=name, row=number + 1) from error
    return book


def _item(row: list[str]) -> PriceItem:
    code, name, specification, unit, price, accounts, group, kind, region = row
    match = _PRICE.fullmatch(price)
    if match is None or not unescape(name).strip():
        raise ValueError(price)
    sen = int(match[1]) * 100 + int(match[2] or 0)
    if sen > LIMIT_SEN:
        raise ValueError(price)
    return PriceItem(
        unescape(code), unescape(name), unescape(specification), unescape(unit), sen,
        tuple(unescape(accounts).split()), unescape(group), unescape(kind), unescape(region),
    )  # fmt: skip

"""Rows of a price list judged one by one: items, headings between them, and rows that can't be taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from village_budget.domain.prices import PriceItem, folded_name, folded_unit
from village_budget.errors import RowProblem
from village_budget.exchange.cells.cell_values import (
    Cell,
    clean,
    plain_text,
    unescape,
)
from village_budget.exchange.prices.price_columns import PriceField, PriceLayout
from village_budget.exchange.prices.price_source import SourceRow
from village_budget.money import AmountError, Sen, check_limit, parse_amount
from village_budget.text import TEXT_LIMIT

MOST_ITEMS = 100_000
UNIT_LIMIT = 60
_KINDS = {"1": "SSH", "2": "HSPK", "3": "ASB", "4": "SBU"}
_BETWEEN_CODES = re.compile(r"[\s;,|/]+")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_OURS = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_SMALL = re.compile(r"\d{1,2}\.\d{1,2}", re.ASCII)
_EMPTY_PRICES = ("", "-", "\N{EN DASH}", "\N{EM DASH}")


class PriceRefusedError(ValueError):
    """A row that is no item.

    Attributes:
        field: which cell is at fault.
        code: why.
        value: what stands there.
    """

    def __init__(self, field: PriceField, code: str, value: str = "") -> None:
        super().__init__(field, code, value)
        self.field = field
        self.code = code
        self.value = value


class PriceReader:
    """Takes the rows of one sheet in turn.

    Attributes:
        items: what was taken, in order; the same item on several rows is one, with all its accounts.
        problems: rows that can't be taken, each with its number, its column and why.
        headings: number of rows passed over because they only name a group, or nothing.
        repeated: number of rows that say what a row before said.
    """

    def __init__(self, layout: PriceLayout, rows: Sequence[SourceRow]) -> None:
        self.items: list[PriceItem] = []
        self.problems: list[RowProblem] = []
        self.headings = 0
        self.repeated = 0
        self._layout = layout
        self._at: dict[PriceField, int] = {field: place for place, field in enumerate(layout.fields)}
        self._at.pop(PriceField.SKIP, None)
        self._group = ""
        self._known: dict[tuple[object, ...], int] = {}
        self._foreign = _is_foreign(self._prices(rows))
        self._hint = layout.first if layout.name == "wp-sipd" else -1

    def take(self, place: int, row: SourceRow) -> None:
        """Judge one row, the one at this index of the sheet."""
        number, cells = row
        try:
            item = self._item(cells)
        except PriceRefusedError as refused:
            if place == self._hint:
                # The template's second row explains its columns.
                self.headings += 1
                return
            column = self._heading(refused.field)
            details: dict[str, object] = {"column": column, "value": refused.value}
            self.problems.append(RowProblem(number, column, refused.code, details))
            return
        if item is None:
            self.headings += 1
        elif len(self.items) >= MOST_ITEMS:
            self.problems.append(RowProblem(number, "", "price-too-many", {"limit": "100.000"}))
        else:
            self._keep(item)

    def _item(self, cells: Sequence[Cell]) -> PriceItem | None:
        """The item of a row; None when it only says what comes below.

        Raises:
            PriceRefusedError: a cell can't be taken.
        """
        name, unit = self._text(cells, PriceField.NAME), self._text(cells, PriceField.UNIT)
        price = self._cell(cells, PriceField.PRICE)
        nothing = clean(price) in _EMPTY_PRICES
        if nothing and not unit:
            self._group = name or self._group
            return None
        if nothing and self._counts_columns(cells):
            return None
        if not name:
            if self._counts_columns(cells):
                return None
            raise PriceRefusedError(PriceField.NAME, "price-name-missing")
        if self._counts_columns(cells):
            return None
        if not unit:
            raise PriceRefusedError(PriceField.UNIT, "price-unit-missing")
        if nothing:
            raise PriceRefusedError(PriceField.PRICE, "price-missing")
        for field, text, limit in (
            (PriceField.NAME, name, TEXT_LIMIT), (PriceField.UNIT, unit, UNIT_LIMIT),
        ):  # fmt: skip
            if len(text) > limit:
                raise PriceRefusedError(field, "price-text-long", f"{text[:40]}\N{HORIZONTAL ELLIPSIS}")
        kind = self._text(cells, PriceField.KIND)
        return PriceItem(
            self._text(cells, PriceField.CODE), name, self._text(cells, PriceField.SPECIFICATION), unit,
            self._price(price), self._accounts(cells), self._text(cells, PriceField.GROUP) or self._group,
            _KINDS.get(kind, kind), self._text(cells, PriceField.REGION),
        )  # fmt: skip

    def _keep(self, item: PriceItem) -> None:
        """Add an item, or its accounts to the same item of a row before."""
        key = (
            folded_name(item.name), folded_name(item.specification), folded_unit(item.unit), item.price,
            item.kind, item.region,
        )  # fmt: skip
        known = self._known.get(key)
        if known is None:
            self._known[key] = len(self.items)
            self.items.append(item)
            return
        self.repeated += 1
        before = self.items[known]
        accounts = tuple(dict.fromkeys((*before.accounts, *item.accounts)))
        self.items[known] = before._replace(accounts=accounts)

    def _cell(self, cells: Sequence[Cell], field: PriceField) -> Cell:
        place = self._at.get(field, -1)
        return cells[place] if 0 <= place < len(cells) else ""

    def _text(self, cells: Sequence[Cell], field: PriceField) -> str:
        cell = self._cell(cells, field)
        if isinstance(cell, str) and cell.isascii() and cell.isprintable():
            return unescape(" ".join(cell.split()))
        text = unescape(clean(cell))
        return "" if text in _EMPTY_PRICES else text

    def _accounts(self, cells: Sequence[Cell]) -> tuple[str, ...]:
        text = self._text(cells, PriceField.ACCOUNTS)
        found = (code.rstrip(".") for code in _BETWEEN_CODES.split(text)) if text else ()
        return tuple(dict.fromkeys(code for code in found if code[:1].isdigit()))

    def _price(self, cell: Cell) -> Sen:
        if isinstance(cell, Decimal):
            sen = int((cell * 100).to_integral_value(ROUND_HALF_UP))
        else:
            sen = self._price_of_text(clean(cell))
        if sen < 0:
            raise PriceRefusedError(PriceField.PRICE, "price-negative", plain_text(cell))
        if sen == 0:
            raise PriceRefusedError(PriceField.PRICE, "price-zero", plain_text(cell))
        try:
            return check_limit(sen)
        except AmountError:
            raise PriceRefusedError(PriceField.PRICE, "price-too-large", plain_text(cell)) from None

    def _price_of_text(self, text: str) -> Sen:
        body = text.lstrip("'").strip()
        if self._foreign and _THOUSANDS.search(body):
            body = body.replace(",", "\0").replace(".", ",").replace("\0", ".")
        try:
            # A machine's plain number; 1.5 is more likely 1.500 that lost its zeros.
            plain = not self._foreign and not _SMALL.fullmatch(body)
            return parse_amount(body, point_decimals=plain)
        except AmountError as error:
            code = {
                "amount-ambiguous": "price-unclear", "amount-too-large": "price-too-large",
            }.get(error.code, "price-unreadable")  # fmt: skip
            raise PriceRefusedError(PriceField.PRICE, code, text[:60]) from None

    def _counts_columns(self, cells: Sequence[Cell]) -> bool:
        """Whether a row only counts the columns: ``1 2 3 4``, ``(1) (2) (3)``."""
        words = [plain_text(cell).strip("() ") for cell in cells if cell != ""]
        return len(words) > 2 and all(word.isdigit() and len(word) < 3 for word in words) and (
            [int(word) for word in words] == sorted({int(word) for word in words})
        )  # fmt: skip

    def _heading(self, field: PriceField) -> str:
        place = self._at.get(field, -1)
        words = self._layout.headings[place] if 0 <= place < len(self._layout.headings) else ""
        return words or _letter(place)

    def _prices(self, rows: Sequence[SourceRow]) -> list[str]:
        place = self._at.get(PriceField.PRICE, -1)
        body = rows[self._layout.first :]
        found = (cells[place] for _, cells in body if 0 <= place < len(cells))
        return [cell.strip() for cell in found if isinstance(cell, str)]


def _letter(place: int) -> str:
    """Name of a column as a spreadsheet has it, where no heading names it."""
    more, rest = divmod(place, 26)
    return (chr(64 + more) if more else "") + chr(65 + rest)


def _is_foreign(prices: Sequence[str]) -> bool:
    """Whether prices are written ``12,500`` or ``1,234.50``: some prove it, none is written our way.

    Three digits behind each comma prove it too: no price has a tenth of a sen.
    """
    ours = any(_OURS.search(text) for text in prices)
    return not ours and any(_THOUSANDS.search(text) for text in prices)

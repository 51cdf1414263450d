"""Templates of activities as files: one TOML file each, the same for shipped ones and for the user's.

A file from elsewhere is hostile until it is read: whatever is wrong with it is one `UserError` that names the
file, the field, and the line when the text is no TOML.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from village_budget.chart import codes
from village_budget.chart.codes import CodeError
from village_budget.domain.lines import Factor
from village_budget.domain.template import ActivityTemplate, TemplateLine, Words
from village_budget.errors import UserError
from village_budget.money import AmountError, Sen, line_amount, parse_amount, parse_volume
from village_budget.personal_numbers import has_personal_number
from village_budget.text import TEXT_LIMIT, one_line

MAX_BYTES = 200_000
MAX_LINES = 500
FORMAT = 1
_HEAD = (
    "format", "title", "about", "activity", "name", "officer", "location", "output", "target", "target_unit",
    "months", "fund", "basis", "words", "lines",
)  # fmt: skip
_LINE = (
    "account", "description", "volume", "factors", "unit", "price", "fund", "tags", "price_basis",
)  # fmt: skip
_AT_LINE = re.compile(r"at line (\d+)")
_DECEMBER = 12
_OBJECT = 4


def read_template(path: Path, *, is_own: bool = False) -> ActivityTemplate:
    """Read one file.

    Raises:
        UserError: ``template-missing``, ``template-damaged``, ``template-field`` or ``template-newer``.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError("template-damaged", name=path.name, line=1)
        data = path.read_bytes()
    except OSError as error:
        raise UserError("template-missing", name=path.name) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("template-damaged", name=path.name, line=1) from error
    return parse_template(text, path.stem, path.name, is_own=is_own)


def parse_template(text: str, key: str, name: str, *, is_own: bool = False) -> ActivityTemplate:
    """Read the text of a file of that name.

    Raises:
        UserError: as `read_template`.
    """
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        told = _AT_LINE.search(str(error))
        raise UserError("template-damaged", name=name, line=int(told[1]) if told else 1) from error
    fields = _Fields(name, "", data)
    if fields.whole("format", FORMAT) > FORMAT:
        raise UserError("template-newer", name=name)
    fields.only(_HEAD)
    code = fields.text("activity")
    lines = fields.tables("lines")
    if not lines or len(lines) > MAX_LINES:
        raise fields.wrong("lines")
    return ActivityTemplate(
        key=key,
        title=fields.words("title", needed=True),
        about=fields.words("about"),
        activity_code=fields.activity(code) if code else "",
        lines=tuple(_line(table, inside=bool(code)) for table in lines),
        name=fields.text("name"),
        officer=fields.text("officer"),
        location=fields.text("location"),
        output=fields.text("output"),
        target=fields.volume("target") if "target" in data else None,
        target_unit=fields.text("target_unit"),
        months=fields.months("months"),
        fund=fields.text("fund"),
        basis=fields.text("basis"),
        words=fields.texts("words") or (),
        is_own=is_own,
    )


def _line(fields: _Fields, *, inside: bool) -> TemplateLine:
    fields.only(_LINE)
    account = fields.account("account")
    if not inside and account.startswith("5"):
        raise fields.wrong("account")
    factors = tuple(_factor(fields, text) for text in fields.texts("factors") or ())
    volume = Decimal(1)
    for factor in factors:
        volume *= factor.value
    made = TemplateLine(
        account_code=account,
        description=fields.text("description"),
        volume=volume if factors else fields.volume("volume"),
        unit=fields.text("unit"),
        unit_price=fields.price("price"),
        fund=fields.text("fund"),
        factors=factors,
        tags=fields.texts("tags"),
        price_basis=fields.text("price_basis"),
    )
    try:
        line_amount(made.volume, made.unit_price)
    except AmountError as error:
        raise fields.wrong("price") from error
    return made


def _factor(fields: _Fields, text: str) -> Factor:
    number, _, unit = text.partition(" ")
    try:
        return Factor(parse_volume(number, point_decimals=True), unit)
    except AmountError as error:
        raise fields.wrong("factors") from error


class _Fields:
    """The fields of one table, each asked for by what it must be."""

    def __init__(self, name: str, place: str, data: Mapping[str, Any]) -> None:
        self._name = name
        self._place = place
        self._data = data

    def wrong(self, field: str) -> UserError:
        """The error that names a field."""
        return UserError("template-field", name=self._name, field=f"{self._place}{field}")

    def only(self, known: Collection[str]) -> None:
        """Refuse fields of any other name."""
        for field in self._data:
            if field not in known:
                raise self.wrong(field)

    def text(self, field: str) -> str:
        """A text on one line; empty when it is not stated."""
        return self._clean(field, self._data.get(field, ""))

    def texts(self, field: str) -> tuple[str, ...] | None:
        """A list of texts; None when it is not stated."""
        value = self._data.get(field)
        if value is None:
            return None
        if not isinstance(value, list) or len(value) > MAX_LINES:
            raise self.wrong(field)
        return tuple(self._clean(field, one) for one in value)

    def words(self, field: str, *, needed: bool = False) -> Words:
        """A text, or one for each language."""
        value = self._data.get(field, "")
        if isinstance(value, Mapping):
            if not set(value) <= {"id", "en"}:
                raise self.wrong(field)
            made = Words(self._clean(field, value.get("id", "")), self._clean(field, value.get("en", "")))
        else:
            made = Words(self._clean(field, value))
        if needed and not made.text("id"):
            raise self.wrong(field)
        return made

    def tables(self, field: str) -> list[_Fields]:
        """A list of tables."""
        value = self._data.get(field, [])
        if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
            raise self.wrong(field)
        return [_Fields(self._name, f"{field} {n}, ", one) for n, one in enumerate(value, start=1)]

    def whole(self, field: str, otherwise: int) -> int:
        """A whole number."""
        value = self._data.get(field, otherwise)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(field)
        return value

    def volume(self, field: str) -> Decimal:
        """A volume: a whole number, or text like ``2.5``; zero when it is not stated."""
        value = self._data.get(field, 0)
        try:
            return parse_volume(self._number(field, value), point_decimals=True)
        except AmountError as error:
            raise self.wrong(field) from error

    def price(self, field: str) -> Sen:
        """A price in rupiah, in sen; zero when it is not stated."""
        value = self._data.get(field, 0)
        try:
            sen = parse_amount(self._number(field, value), point_decimals=True)
        except AmountError as error:
            raise self.wrong(field) from error
        if sen < 0:
            raise self.wrong(field)
        return sen

    def months(self, field: str) -> tuple[int, int]:
        """First and last month; the whole year when they are not stated."""
        value = self._data.get(field, [1, _DECEMBER])
        if (
            not isinstance(value, list)
            or [type(one) for one in value] != [int, int]
            or not 1 <= value[0] <= value[1] <= _DECEMBER
        ):
            raise self.wrong(field)
        return value[0], value[1]

    def activity(self, text: str) -> str:
        """An activity code of three levels."""
        try:
            code = codes.activity_code(text)
        except CodeError as error:
            raise self.wrong("activity") from error
        if codes.level(code) != codes.level("1.1.01"):
            raise self.wrong("activity")
        return code

    def account(self, field: str) -> str:
        """An object account of revenue, spending or financing."""
        try:
            code = codes.account_code(self.text(field))
        except CodeError as error:
            raise self.wrong(field) from error
        if codes.level(code) != _OBJECT or code[:1] not in ("4", "5", "6"):
            raise self.wrong(field)
        return code

    def _number(self, field: str, value: object) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self._clean(field, value)

    def _clean(self, field: str, value: object) -> str:
        if not isinstance(value, str) or len(value) > TEXT_LIMIT:
            raise self.wrong(field)
        text = one_line(value)
        if has_personal_number(text):
            raise UserError("personal-number", field=field)
        return text

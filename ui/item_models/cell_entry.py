"""What is typed into a cell, read into values for an edit or refused; knows nothing of Qt."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ui.item_models.budget_nodes import Column
from ui.item_models.cell_text import UNDECIDED, entry_text
from village_budget.arithmetic import evaluate, is_expression
from village_budget.chart.chart import Chart, FundSource
from village_budget.domain.lines import Factor, Line
from village_budget.exchange.fund_spelling import FundError, fund_code
from village_budget.money import AmountError, format_volume, line_amount, parse_volume
from village_budget.personal_numbers import has_personal_number


class CellRefused(ValueError):  # noqa: N818 - a refusal, not a fault
    """Text that a cell can't take.

    Attributes:
        code: why: ``unreadable``, ``ambiguous``, ``too-large``, ``negative``, ``volume-unreadable``,
            ``not-exact``, ``fund-unknown``, ``fund-several`` or ``personal-number``.
        readings: texts that would be taken, likeliest first.
        details: facts for the sentence.
    """

    def __init__(self, code: str, readings: tuple[str, ...] = (), **details: str) -> None:
        super().__init__(code, readings, details)
        self.code = code
        self.readings = readings
        self.details = details


_TIMES = re.compile(r"\s*[×*]\s*|(?<=[\s\d])\s*[xX]\s*(?=\d)")
_TERM = re.compile(r"([\d.,]+)\s*(.*)", re.DOTALL)
_PERSON = {"orang", "org", "jiwa", "pegawai", "o"}
_PERSON_TIMES = {
    "bulan": "OB", "bln": "OB", "hari": "OH", "hr": "OH", "kali": "OK", "kl": "OK", "jam": "OJ",
    "tahun": "OT", "thn": "OT",
}  # fmt: skip


def read_cell(line: Line, column: Column, text: str, chart: Chart) -> dict[str, object]:
    """Values for `SetLine` that a cell's new text means; empty when nothing is to change.

    Raises:
        CellRefused: the text is not one clear value; nothing is guessed.
    """
    if text.strip() == entry_text(line, column):
        return {}
    if column in (Column.NAME, Column.VOLUME, Column.UNIT) and has_personal_number(text):
        raise CellRefused("personal-number")
    try:
        return _read(line, column, text, chart)
    except AmountError as error:
        raise CellRefused(error.code.removeprefix("amount-"), error.readings, text=error.text) from error


def _read(line: Line, column: Column, text: str, chart: Chart) -> dict[str, object]:
    match column:
        case Column.NAME:
            values: dict[str, object] = {"description": text}
        case Column.VOLUME:
            values = read_volume(text, line.unit)
        case Column.UNIT:
            values = {"unit": text}
        case Column.PRICE:
            values = _read_price(line, text)
        case Column.AMOUNT:
            values = _read_amount(line, text)
        case _:
            values = {"fund": read_fund(text, chart)}
    return values


def _read_price(line: Line, text: str) -> dict[str, object]:
    price = evaluate(text, line.unit_price)
    if price < 0:
        raise CellRefused("negative")
    line_amount(line.volume, price)
    return {"unit_price": price, "expression": text.strip() if is_expression(text) else ""}


def _read_amount(line: Line, text: str) -> dict[str, object]:
    """A line's amount is volume times price: typing one sets the price, when that comes out exactly."""
    amount = evaluate(text, line.amount)
    if amount < 0:
        raise CellRefused("negative")
    price = Fraction(amount) / Fraction(line.volume) if line.volume else Fraction(0)
    if price.denominator != 1 or line_amount(line.volume, int(price)) != amount:
        raise CellRefused("not-exact", volume=format_volume(line.volume), unit=line.unit)
    return {"unit_price": int(price)}


def read_volume(text: str, unit: str = "") -> dict[str, object]:
    """A volume as typed: ``12``, ``2,5``, ``12 OB`` or factors, ``3 orang x 12 bulan``.

    A unit typed with a plain volume becomes the line's unit. Factors give the line a unit only when it has
    none: OB for orang and bulan, OH for hari, OK for kali, else the unit of the first factor.

    Raises:
        CellRefused: ``volume-unreadable``.
        AmountError: a number is ambiguous (with its readings) or unreadable.
    """
    terms = [_term(part, text) for part in _TIMES.split(text.strip())]
    if len(terms) == 1:
        value, own_unit = terms[0].value, terms[0].unit
        return {"volume": value, "factors": ()} | ({"unit": own_unit} if own_unit else {})
    volume = Decimal(1)
    for term in terms:
        volume *= term.value
    parse_volume(format_volume(volume))
    values: dict[str, object] = {"volume": volume, "factors": tuple(terms)}
    if not unit:
        values["unit"] = _joint_unit(terms)
    return values


def _term(part: str, whole: str) -> Factor:
    match = _TERM.fullmatch(part.strip())
    if match is None:
        raise CellRefused("volume-unreadable", text=whole)
    unit = match[2].strip()
    if re.search(r"\d", unit) and not re.fullmatch(r"m[23]|m\^[23]", unit):
        raise CellRefused("volume-unreadable", text=whole)
    try:
        return Factor(parse_volume(match[1]), unit)
    except AmountError as error:
        # A choice must be the whole entry again, not the one number in it.
        raise AmountError(
            error.code, whole, tuple(whole.replace(match[1], reading, 1) for reading in error.readings)
        ) from error


def _joint_unit(terms: list[Factor]) -> str:
    words = [term.unit.casefold() for term in terms]
    if words[0] in _PERSON:
        joint = next((_PERSON_TIMES[word] for word in words[1:] if word in _PERSON_TIMES), "")
        if joint:
            return joint
    return next((term.unit for term in terms if term.unit), "")


def read_fund(text: str, chart: Chart) -> str:
    """A fund source by its code, a usual spelling or words of its name; empty is not chosen yet.

    Raises:
        CellRefused: ``fund-unknown``, or ``fund-several`` with their codes.
    """
    wanted = text.strip()
    if not wanted or wanted == UNDECIDED:
        return ""
    found = matching_funds(wanted, chart)
    if not found:
        raise CellRefused("fund-unknown", tuple(chart.funds), text=wanted)
    if len(found) > 1 and not _spelled(wanted, chart):
        raise CellRefused("fund-several", tuple(fund.code for fund in found), text=wanted)
    return found[0].code


def matching_funds(text: str, chart: Chart) -> list[FundSource]:
    """Fund sources that a code's beginning, a usual spelling or words of a name may mean, likeliest first."""
    wanted = text.strip()
    everything = list(chart.funds.values())
    if not wanted:
        return everything
    spelled = [chart.funds[code] for code in (_spelled(wanted, chart),) if code]
    by_code = [fund for fund in everything if fund.code.startswith(wanted.upper())]
    words = wanted.casefold().split()
    by_name = [fund for fund in everything if all(word in fund.name.casefold() for word in words)]
    return list(dict.fromkeys(spelled + by_code + by_name))


def _spelled(text: str, chart: Chart) -> str:
    try:
        return fund_code(text, chart)
    except FundError:
        return ""


def preview(line: Line, values: dict[str, object]) -> Line:
    """The line as it would be with these values.

    Raises:
        AmountError: the amount is beyond the limit.
    """
    after = replace(line, **values)  # type: ignore[arg-type]
    return replace(after, amount=line_amount(after.volume, after.unit_price))

"""What is typed into a volume cell: a number, factors, arithmetic, or factors with the price behind them."""

from __future__ import annotations

import re
from decimal import Decimal

from ui.grid.model.cell_refused import CellRefused
from ui.grid.model.cell_text import entry_text
from ui.grid.model.nodes import GridColumn
from village_budget.arithmetic import evaluate_volume, is_volume_expression, joined
from village_budget.domain.lines import Factor, Line
from village_budget.money import AmountError, format_volume, line_amount, parse_amount, parse_volume

LEAST_PRICE = 1_000_00
"""From this on a last number without a unit, behind numbers with units, is a price and not a factor."""

_TIMES = re.compile(r"\s*[×*@]\s*|(?<=[\s\d])\s*[xX]\s*(?=\d|[Rr][Pp])")
_TERM = re.compile(r"([\d.,]+)\s*(.*)", re.DOTALL)
_PERSON = {"orang", "org", "jiwa", "pegawai", "o"}
_PERSON_TIMES = {
    "bulan": "OB", "bln": "OB", "hari": "OH", "hr": "OH", "kali": "OK", "kl": "OK", "jam": "OJ",
    "tahun": "OT", "thn": "OT",
}  # fmt: skip
_PRICE = re.compile(r"(.+?)\s*(?:[×*@]|(?<=[\s\d])[xX])\s*((?:[Rr][Pp]\.?\s*)?[\d.,]+)\s*", re.DOTALL)


def read_entry(line: Line, text: str) -> dict[str, object]:
    """Values that a volume cell's text means for a line.

    ``3 orang x 12 bulan x 350.000`` sets volume, unit and price; ``(3+2)*4`` is worked out and kept.

    Raises:
        CellRefused: it is no volume.
        AmountError: a number in it is ambiguous, unreadable or beyond the limit.
    """
    if is_volume_expression(text):
        value = evaluate_volume(text, line.volume)
        kept = joined(entry_text(line, GridColumn.VOLUME), text)
        return {"volume": value, "factors": (), "volume_expression": kept}
    priced = _with_price(text)
    if priced is None:
        return read_volume(text, line.unit)
    volume, price = priced
    values = read_volume(volume, line.unit)
    found = values["volume"]
    assert isinstance(found, Decimal)
    line_amount(found, price)
    return values | {"unit_price": price, "expression": ""}


def _with_price(text: str) -> tuple[str, int] | None:
    """The volume, and the price behind it; None when there is none."""
    match = _PRICE.fullmatch(text.strip())
    if match is None:
        return None
    terms = [part.strip() for part in _TIMES.split(match[1])]
    if not all(re.search(r"[^\W\d_]", term) for term in terms):
        return None
    try:
        price = parse_amount(match[2])
    except AmountError:
        return None
    marked = match[2][0] in "Rr" or "@" in text
    return (match[1], price) if marked or price >= LEAST_PRICE else None


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

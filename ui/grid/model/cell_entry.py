"""What is typed into a cell, read into values for an edit or refused; knows nothing of Qt."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ui.grid.model.cell_refused import CellRefused
from ui.grid.model.cell_text import UNDECIDED, entry_text
from ui.grid.model.nodes import GridColumn
from ui.grid.model.volume_entry import read_entry, read_volume
from village_budget.arithmetic import evaluate, is_expression, joined
from village_budget.chart.chart import Chart, FundSource
from village_budget.domain.lines import Line
from village_budget.exchange.lines.fund_spelling import FundError, fund_code
from village_budget.money import AmountError, format_volume, line_amount
from village_budget.personal_numbers import has_personal_number

__all__ = ["CellRefused", "matching_funds", "preview", "read_cell", "read_fund", "read_volume"]


def read_cell(line: Line, column: GridColumn, text: str, chart: Chart) -> dict[str, object]:
    """Values for `SetLine` that a cell's new text means; empty when nothing is to change.

    Raises:
        CellRefused: the text is not one clear value; nothing is guessed.
    """
    if text.strip() == entry_text(line, column):
        return {}
    if column in (GridColumn.NAME, GridColumn.VOLUME, GridColumn.UNIT) and has_personal_number(text):
        raise CellRefused("personal-number")
    try:
        return _read(line, column, text, chart)
    except AmountError as error:
        raise CellRefused(error.code.removeprefix("amount-"), error.readings, text=error.text) from error


def _read(line: Line, column: GridColumn, text: str, chart: Chart) -> dict[str, object]:
    match column:
        case GridColumn.NAME:
            values: dict[str, object] = {"description": text}
        case GridColumn.VOLUME:
            values = read_entry(line, text)
        case GridColumn.UNIT:
            values = {"unit": text}
        case GridColumn.PRICE:
            values = _read_price(line, text)
        case GridColumn.AMOUNT:
            values = _read_amount(line, text)
        case _:
            values = {"fund": read_fund(text, chart)}
    return values


def _read_price(line: Line, text: str) -> dict[str, object]:
    price = evaluate(text, line.unit_price)
    if price < 0:
        raise CellRefused("negative")
    line_amount(line.volume, price)
    kept = joined(entry_text(line, GridColumn.PRICE), text) if is_expression(text) else ""
    return {"unit_price": price, "expression": kept}


def _read_amount(line: Line, text: str) -> dict[str, object]:
    """A line's amount is volume times price: typing one sets the price, when that comes out exactly."""
    amount = evaluate(text, line.amount)
    if amount < 0:
        raise CellRefused("negative")
    price = Fraction(amount) / Fraction(line.volume) if line.volume else Fraction(0)
    if price.denominator != 1 or line_amount(line.volume, int(price)) != amount:
        raise CellRefused("not-exact", volume=format_volume(line.volume), unit=line.unit)
    return {"unit_price": int(price)}


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

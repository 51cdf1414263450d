"""Judges one row of a pasted block after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from village_budget.chart import codes
from village_budget.chart.chart import Chart
from village_budget.chart.codes import CodeError
from village_budget.domain.lines import Part
from village_budget.exchange.cells.cell_values import unescape
from village_budget.exchange.cells.clipboard_grid import Cell
from village_budget.exchange.lines.fund_spelling import FundError, fund_code
from village_budget.exchange.lines.pasted_amounts import (
    NOTHING,
    WHOLE_UNIT,
    AmountReader,
    CellRefusedError,
    PastedAmounts,
)
from village_budget.exchange.lines.pasted_extras import read_factors, read_tags
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.lines.pasted_verdicts import (
    Cells,
    PastedLine,
    PasteTarget,
    RowPlace,
    RowVerdict,
    State,
)
from village_budget.personal_numbers import has_personal_number, without_personal_numbers
from village_budget.text import TEXT_LIMIT
from village_budget.units import usual_unit

_HEADS = {Part.REVENUE: "4", Part.SPENDING: "5", Part.FINANCING: "6"}
_TOTAL = re.compile(
    r"(sub\s*|grand\s*)?(jumlah|total|jml)\b|subtotal\b|terbilang\b|pembulatan\b|dibulatkan\b", re.IGNORECASE
)
_COUNTER = re.compile(r"\d{1,2}|[a-z](\s*=\s*[a-z]\s*[-+x*]\s*[a-z])?", re.IGNORECASE | re.ASCII)


# Looked up in each row: as names of the module they cost nothing.
_NAME, _VOLUME, _PRICE, _AMOUNT = Field.DESCRIPTION, Field.VOLUME, Field.PRICE, Field.AMOUNT
_UNIT, _FUND = Field.UNIT, Field.FUND
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([T ].*)?|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}", re.ASCII)
"""What a spreadsheet makes of a unit such as ``1-2``; ``12 bulan`` is none."""
_SHORTEST_NUMBER = 16
"""Digits of a NIK or KK."""


class RowJudge:
    """Judges the rows of one block; remembers readings of equal cells.

    Args:
        chart: where codes are looked up.
        target: where lines go that don't say otherwise.
        foreign: numbers are written ``1,234.50``.
        priced: the block has a column of prices.
        deepest: level of the longest account code in the block; 0 without any.
    """

    def __init__(
        self, chart: Chart, target: PasteTarget, *, foreign: bool, priced: bool, deepest: int
    ) -> None:
        self._chart = chart
        self._target = target
        self._priced = priced
        self._deepest = deepest
        self._heads = tuple(_HEADS.values()) if target.part is None else (_HEADS[target.part],)
        self._spends = target.part in (None, Part.SPENDING)
        self._amounts = AmountReader(foreign=foreign)
        self._funds: dict[Cell, str] = {}
        self._accounts: dict[str, str] = {}
        self._units: dict[Cell, bool] = {}
        self._activities: dict[str, str] = {}

    def judge(self, cells: Cells, place: RowPlace) -> RowVerdict:
        """What becomes of a row; a level row changes the place of the rows below it."""
        name = cells.get(_NAME, "")
        text = name if isinstance(name, str) else f"{name:f}"
        volume, price, amount = cells.get(_VOLUME, ""), cells.get(_PRICE, ""), cells.get(_AMOUNT, "")
        if volume in NOTHING or price in NOTHING:
            passed = self._passed(cells, text, place, bare=amount in NOTHING)
            if passed is not None:
                return passed
        try:
            return self._taken(cells, text, place, self._amounts.read(volume, price, amount))
        except CellRefusedError as refused:
            return RowVerdict(
                State.REFUSED,
                f"paste-{refused.code}",
                refused.field,
                refused.repairs,
                tuple(refused.details.items()),
            )

    def plain(self, cells: Sequence[Cell]) -> RowVerdict | None:
        """The verdict of a row as most are: name, volume, unit, price, amount, fund, all clear; else None.

        Only for rows that name no activity and no account, below no level row.
        """
        name, volume, unit, price, amount, fund = cells
        if not isinstance(name, str) or not 5 < len(name) <= TEXT_LIMIT or name[0] == "'":
            return None
        source = self._funds.get(fund)
        known = self._units.get(unit)
        if source is None or (known is None and not self._is_usual(unit)):
            return None
        if len(name) >= _SHORTEST_NUMBER and has_personal_number(name):
            return None
        cost = self._amounts.plain(volume, price, amount)
        if cost is None:
            return None
        target = self._target
        line = PastedLine(
            target.activity_code, target.account_code, name, cost.volume, str(unit), cost.unit_price,
            cost.amount, source,
        )  # fmt: skip
        return RowVerdict(State.TAKEN, line=line)

    def _is_usual(self, unit: Cell) -> bool:
        """Whether a unit is written as usual; remembered when it is."""
        usual = isinstance(unit, str) and 0 < len(unit) < _SHORTEST_NUMBER
        if usual and str(unit)[0] != "'" and usual_unit(str(unit)) == unit and not _DATE.fullmatch(str(unit)):
            self._units[unit] = True
            return True
        return False

    def _passed(self, cells: Cells, text: str, place: RowPlace, *, bare: bool) -> RowVerdict | None:
        """Rows without volume and price: totals, levels, headings of groups; None for a line all the same."""
        if cells.get(_VOLUME, "") not in NOTHING or cells.get(_PRICE, "") not in NOTHING:
            if _TOTAL.match(text):
                return RowVerdict(State.PASSED, "paste-total")
            named = self._output(cells, place)
            return RowVerdict(State.PASSED, "paste-level", details=(("code", named),)) if named else None
        coded = ""
        if not text and bare and not any(cell != "" for cell in cells.values()):
            code = "paste-empty"
        elif _TOTAL.match(text) or (not text and not bare):
            code = "paste-total"
        elif _COUNTER.fullmatch(text):
            code = "paste-heading"
        else:
            coded = self._level(cells, place, bare=bare)
            code = "paste-level" if coded else ("paste-group" if bare else "")
        details = (("code", coded),) if coded else ()
        return RowVerdict(State.PASSED, code, details=details) if code else None

    def _output(self, cells: Cells, place: RowPlace) -> str:
        """Code of an activity's row that says its output: ``500 m`` and no price. Empty for any other."""
        if not self._deepest or cells.get(_PRICE, "") not in NOTHING:
            return ""
        account, activity = _text(cells, Field.ACCOUNT), _text(cells, Field.ACTIVITY)
        if account and self._account_of(account):
            return ""
        named = self._activity_of(activity or account)
        if named and codes.level(named) == 3:
            place.activity_code, place.account_code = named, ""
        return named

    def _level(self, cells: Cells, place: RowPlace, *, bare: bool) -> str:
        """Code of a level row; activity and account become the place of the rows below. Empty for a line.

        A row with a code and an amount alone sums the rows below it where those have prices, or longer codes.
        """
        account, activity = _text(cells, Field.ACCOUNT), _text(cells, Field.ACTIVITY)
        code = self._account_of(account) if account else ""
        named = self._activity_of(activity or account) if not code else ""
        if not (bare or self._priced or named or (code and codes.level(code) < self._deepest)):
            return ""
        if named and codes.level(named) == 3:
            place.activity_code, place.account_code = named, ""
        if code and codes.level(code) >= 3:
            place.account_code = code
        return code or named or account or activity

    def _account_of(self, text: str) -> str:
        """An account's code, of this part; empty for anything else."""
        found = self._accounts.get(text)
        if found is None:
            found = self._accounts[text] = self._look_up_account(text)
        return found

    def _look_up_account(self, text: str) -> str:
        if _looks_like_activity(text) and self._spends:
            return ""
        try:
            code = self._chart.account(text).code
        except CodeError:
            return ""
        return code if code.startswith(self._heads) else ""

    def _activity_of(self, text: str) -> str:
        """An activity's code, of any level; empty for anything else."""
        found = self._activities.get(text)
        if found is None:
            found = ""
            if self._spends:
                with suppress(CodeError):
                    found = self._chart.activity(text).code
            self._activities[text] = found
        return found

    def _taken(self, cells: Cells, text: str, place: RowPlace, cost: PastedAmounts) -> RowVerdict:
        if not text:
            raise CellRefusedError(_NAME, "description-missing")
        description = self._described(text, _NAME)
        cell = cells.get(_UNIT, "")
        given = self._described(cell if isinstance(cell, str) else f"{cell:f}", _UNIT)
        if _DATE.fullmatch(given):
            raise CellRefusedError(_UNIT, "unit-date", value=given)
        unit = usual_unit(given) if given else (WHOLE_UNIT if cost.whole else "")
        fund = self._funds.get(cells.get(_FUND, "")) or self._fund(_text(cells, _FUND))
        if self._deepest or Field.ACTIVITY in cells or place.account_code or not self._target.account_code:
            activity, account = self._home(cells, place)
        else:
            activity, account = self._target.activity_code, self._target.account_code
        line = PastedLine(
            activity, account, description, cost.volume, unit, cost.unit_price, cost.amount, fund,
            read_tags(cells), read_factors(cells, cost.volume),
        )  # fmt: skip
        if given and unit != given:
            return RowVerdict(
                State.TAKEN, "paste-unit-read", details=(("given", given), ("unit", unit)), line=line
            )
        return RowVerdict(State.TAKEN, f"paste-{cost.note}" if cost.note else "", line=line)

    def _described(self, text: str, column: Field) -> str:
        if text.startswith("'"):
            text = unescape(text)
        if len(text) >= _SHORTEST_NUMBER:
            if len(text) > TEXT_LIMIT:
                raise CellRefusedError(column, "text-too-long", limit=str(TEXT_LIMIT))
            if has_personal_number(text):
                raise CellRefusedError(column, "personal-number", (without_personal_numbers(text),))
        return text

    def _fund(self, text: str) -> str:
        if text in NOTHING:
            return self._target.fund
        try:
            found = self._funds[text] = fund_code(text, self._chart)
        except FundError as error:
            code = error.code.removeprefix("row-")
            raise CellRefusedError(Field.FUND, code, error.readings, value=text) from error
        return found

    def _home(self, cells: Cells, place: RowPlace) -> tuple[str, str]:
        """Activity and account of a line: its own, those of the level rows above, those of the cursor."""
        activity, account = place.activity_code, place.account_code
        written = _text(cells, Field.ACTIVITY)
        if written:
            named = self._activity_of(written)
            if not named or codes.level(named) != 3:
                raise CellRefusedError(Field.ACTIVITY, "activity-unknown", value=written)
            activity, account = named, account if named == place.activity_code else ""
        written = _text(cells, Field.ACCOUNT)
        if written:
            account = self._account_of(written)
            if not account or codes.level(account) < 2:
                raise CellRefusedError(Field.ACCOUNT, "account-unknown", value=written)
        activity = activity or self._target.activity_code
        if self._target.part is None and account[:1] in ("4", "6"):
            return "", account
        if self._spends and not activity:
            raise CellRefusedError(Field.ACTIVITY, "activity-missing")
        if not account and activity == self._target.activity_code:
            account = self._target.account_code
        if not account:
            raise CellRefusedError(Field.ACCOUNT, "account-missing")
        return activity, account


def _looks_like_activity(text: str) -> bool:
    """``5.1.01`` is an activity, ``5.1.1`` an account: the last of three groups has two digits."""
    return bool(re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{2}\.?", text, re.ASCII))


def _text(cells: Cells, column: Field) -> str:
    cell = cells.get(column, "")
    return cell if isinstance(cell, str) else f"{cell:f}"

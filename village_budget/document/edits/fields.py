"""Values on their way into a row: text made clean, codes in their one form, amounts computed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from village_budget.chart import codes
from village_budget.chart.codes import CodeError
from village_budget.domain.lines import Factor, Part
from village_budget.errors import UserError
from village_budget.money import LIMIT_RUPIAH, AmountError
from village_budget.personal_numbers import has_personal_number
from village_budget.text import TEXT_LIMIT, one_line

_HEADS = {Part.REVENUE: "4", Part.SPENDING: "5", Part.FINANCING: "6"}


def clean_text(value: object, field: str) -> str:
    """Text as it is kept: composed, one line, without control characters and lone surrogates (F28).

    Raises:
        UserError: ``text-too-long`` with ``limit`` (F27); ``personal-number`` when it holds 16 digits built
            like a NIK or KK: whoever receives money is never named in a budget (S25, UU 27/2022 art. 4).
    """
    text = one_line(cast(str, value))
    if has_personal_number(text):
        raise UserError("personal-number", field=field)
    if len(text) > TEXT_LIMIT:
        raise UserError("text-too-long", field=field, limit=TEXT_LIMIT, length=len(text))
    return text


def account_code(text: object, part: Part) -> str:
    """An account code in its one form, of the right part; empty only for spending.

    Raises:
        UserError: ``account-code-unreadable`` or ``account-of-other-part``.
    """
    wanted = cast(str, text)
    if not wanted.strip() and part is Part.SPENDING:
        return ""
    try:
        code = codes.account_code(wanted)
    except CodeError as error:
        raise UserError("account-code-unreadable", text=wanted) from error
    if not codes.is_within(code, _HEADS[part]):
        raise UserError("account-of-other-part", account=code, head=_HEADS[part])
    return code


def activity_code(text: object) -> str:
    """An activity code of three levels in its one form.

    Raises:
        UserError: ``activity-code-unreadable``.
    """
    wanted = cast(str, text)
    try:
        code = codes.activity_code(wanted)
    except CodeError as error:
        raise UserError("activity-code-unreadable", text=wanted) from error
    if codes.level(code) != 3:
        raise UserError("activity-code-unreadable", text=wanted)
    return code


def volume(value: object) -> Decimal:
    """An exact volume: not negative, not beyond the limit.

    Raises:
        UserError: ``volume-negative``.
        AmountError: ``amount-too-large``.
    """
    exact = Decimal(cast("Decimal | int", value))
    if not exact.is_finite() or exact < 0:
        raise UserError("volume-negative")
    if exact > LIMIT_RUPIAH:
        raise AmountError("amount-too-large", str(exact))
    return exact


def product(factors: Iterable[Factor]) -> Decimal:
    """The volume that factors make."""
    result = Decimal(1)
    for factor in factors:
        result *= volume(factor.value)
    return volume(result)


def month(value: object) -> int:
    """A month, 1-12.

    Raises:
        UserError: ``month-unusable``.
    """
    number = cast(int, value)
    if not 1 <= number <= 12:
        raise UserError("month-unusable", month=number)
    return number

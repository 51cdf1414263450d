"""What no edit may do, whatever it is: totals beyond the limit, a village without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from village_budget.domain.lines import Line
from village_budget.domain.plan import Change
from village_budget.domain.village import Village
from village_budget.errors import UserError
from village_budget.figures.figures import Figures, part_name
from village_budget.money import check_limit
from village_budget.personal_numbers import has_personal_number

_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}", re.ASCII)


def check_totals(figures: Figures, changes: Sequence[Change]) -> None:
    """No sum of a part may go beyond the stated limit (U07).

    Raises:
        AmountError: ``amount-too-large``.
    """
    moved: dict[str, int] = {}
    for change in changes:
        if isinstance(change.before, Line):
            name = part_name(change.before)
            moved[name] = moved.get(name, 0) - change.before.amount
        if isinstance(change.after, Line):
            name = part_name(change.after)
            moved[name] = moved.get(name, 0) + change.after.amount
    for name, amount in moved.items():
        check_limit(figures.total("part", name) + amount)


def check_village(village: Village) -> None:
    """A village has a name, a Kemendagri code or none yet, and no text that holds a NIK or KK (S25).

    Raises:
        UserError: ``village-name-missing``, ``village-code-unreadable`` or ``personal-number``.
    """
    for name in ("name", "district", "regency", "province", "head", "secretary", "treasurer"):
        if has_personal_number(getattr(village, name)):
            raise UserError("personal-number", field=name)
    if not village.name.strip():
        raise UserError("village-name-missing")
    if village.code and not _CODE.fullmatch(village.code):
        raise UserError("village-code-unreadable", text=village.code)


def check_year(fiscal_year: int) -> None:
    """A fiscal year is one that a village budget can have (Dana Desa began in 2015).

    Raises:
        UserError: ``year-unusable``.
    """
    if not 2015 <= fiscal_year <= 2099:
        raise UserError("year-unusable", year=fiscal_year)

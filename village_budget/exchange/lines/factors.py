"""How a volume comes about, as text: ``3 orang x 12 bulan``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from village_budget.domain.lines import Factor
from village_budget.exchange.cells.cell_values import Cell, clean
from village_budget.exchange.flat.notes import RowNotes
from village_budget.money import LIMIT_RUPIAH, AmountError, format_volume, parse_volume

MOST_FACTORS = 6
_TIMES = re.compile(r"\s*[x×*]\s*(?=\d)", re.IGNORECASE)
_FACTOR = re.compile(r"(\d[\d.,]*)\s*(.*)", re.ASCII)


def read_factors(cell: Cell, notes: RowNotes) -> tuple[Factor, ...]:
    """Factors of a cell; none, with the problem noted, when it can't be read."""
    text = clean(cell)
    if not text:
        return ()
    try:
        factors = parse_factors(text)
    except AmountError:
        notes.problem("faktor", "row-factors-unreadable", value=text)
        return ()
    if product(factors) > LIMIT_RUPIAH:
        notes.problem("faktor", "row-factors-unreadable", value=text)
        return ()
    return factors


def parse_factors(text: str) -> tuple[Factor, ...]:
    """Read ``3 orang x 12 bulan``; numbers in the Indonesian form (``2,5 m``).

    Raises:
        AmountError: a factor without a readable number, or more than six.
    """
    parts = _TIMES.split(text)
    found = [_FACTOR.fullmatch(part.strip()) for part in parts]
    if len(parts) > MOST_FACTORS:
        raise AmountError("amount-unreadable", text)
    factors = []
    for match in found:
        if match is None:
            raise AmountError("amount-unreadable", text)
        factors.append(Factor(parse_volume(match[1]), match[2].strip()))
    return tuple(factors)


def factors_text(factors: Iterable[Factor]) -> str:
    """Write factors as `parse_factors` reads them."""
    return " x ".join(f"{format_volume(factor.value)} {factor.unit}".strip() for factor in factors)


def product(factors: Iterable[Factor]) -> Decimal:
    """The volume that factors make."""
    result = Decimal(1)
    for factor in factors:
        result *= factor.value
    return result

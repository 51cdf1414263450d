"""What a table may say of a line beside its cost: tags, and how its volume comes about."""

from __future__ import annotations

from decimal import Decimal

from village_budget.domain.lines import Factor
from village_budget.exchange.cells.cell_values import clean
from village_budget.exchange.flat.row_checks import NO_TAGS, parse_tags
from village_budget.exchange.lines.factors import parse_factors, product
from village_budget.exchange.lines.pasted_amounts import CellRefusedError
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.lines.pasted_verdicts import Cells
from village_budget.money import AmountError, format_volume


def read_tags(cells: Cells) -> tuple[str, ...] | None:
    """Tags of a row, ``stunting;posyandu``; None when it names none and those of its codes hold.

    Raises:
        CellRefusedError: ``tag-unreadable``.
    """
    text = clean(cells.get(Field.TAGS, ""))
    if not text:
        return None
    tags, wrong = parse_tags(text)
    if wrong:
        raise CellRefusedError(Field.TAGS, "tag-unreadable", (NO_TAGS,), value=wrong[:60])
    return tags


def read_factors(cells: Cells, volume: Decimal) -> tuple[Factor, ...]:
    """Factors of a row, ``3 orang x 12 bulan``; they make its volume.

    Raises:
        CellRefusedError: ``factors-unreadable``, or ``factors-disagree`` with the volume.
    """
    text = clean(cells.get(Field.FACTORS, ""))
    if not text:
        return ()
    try:
        factors = parse_factors(text)
    except AmountError as error:
        raise CellRefusedError(Field.FACTORS, "factors-unreadable", ("",), value=text[:60]) from error
    if product(factors) != volume:
        raise CellRefusedError(
            Field.FACTORS, "factors-disagree", ("",),
            product=format_volume(product(factors)), volume=format_volume(volume),
        )  # fmt: skip
    return factors

"""Lines of a plan: revenue, spending (cost lines, RAB) and financing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from village_budget.money import Sen, format_volume


class Part(StrEnum):
    """The three parts of an APB Desa (Permendagri 20/2018 art. 9)."""

    REVENUE = "revenue"
    SPENDING = "spending"
    FINANCING = "financing"


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a volume: ``3 orang`` in ``3 orang x 12 bulan``."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line on an account with one fund source; a spending line is a cost line of an activity.

    Attributes:
        id: key in the plan file; unique within the file.
        part: revenue, spending or financing.
        activity_id: the activity of a spending line; None for the other parts.
        account_code: ``5.1.1.01``; may be shorter; empty for spending not yet broken down.
        description: what the line is for.
        volume: exact; the product of ``factors`` when there are any.
        unit: satuan.
        unit_price: in sen.
        amount: in sen, ``money.line_amount(volume, unit_price)``.
        fund: fund source code; empty when not yet decided.
        factors: how the volume comes about; empty for a plain volume.
        tags: chosen by the user; None means those proposed from the codes.
        note: the user's remark.
        expression: arithmetic as typed into the price cell, kept as a note; empty for a plain price.
        position: order among the lines of the same account.
        link: path of a file that belongs to the line; relative to the plan file when it lies beside or
            below it.
        price_reason: why the price is above the standard; empty when it is not, or nobody has said.
        volume_expression: arithmetic as typed into the volume cell; empty for a plain volume.
        review: where a line came from that nobody has looked at yet, ``last_year``, ``template`` or
            ``import``; empty once it was reviewed or touched.
    """

    id: int
    part: Part
    activity_id: int | None
    account_code: str
    description: str
    volume: Decimal
    unit: str
    unit_price: Sen
    amount: Sen
    fund: str
    factors: tuple[Factor, ...] = ()
    tags: tuple[str, ...] | None = None
    note: str = ""
    expression: str = ""
    position: int = 0
    link: str = ""
    price_reason: str = ""
    volume_expression: str = ""
    review: str = ""


def factor_text(factors: tuple[Factor, ...]) -> str:
    """Factors as typed: ``3 orang × 12 bulan``."""
    return " × ".join(f"{format_volume(factor.value)} {factor.unit}".strip() for factor in factors)

"""What becomes of a pasted row: taken as a line, refused with the cell at fault, or passed over; and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from village_budget.domain.lines import Factor, Part
from village_budget.exchange.cells.clipboard_grid import Cell
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.money import Sen


class State(IntEnum):
    """What becomes of a row."""

    TAKEN = 0
    REFUSED = 1
    PASSED = 2


@dataclass(frozen=True, slots=True)
class PasteTarget:
    """Where the lines go that don't say otherwise.

    Attributes:
        part: of the budget; None when each line's account tells.
        activity_code: of the activity of the cursor; empty outside spending, or above activities.
        account_code: of the account of the cursor; empty when there is none yet.
        fund: fund source of lines that name none.
    """

    part: Part | None
    activity_code: str = ""
    account_code: str = ""
    fund: str = ""


@dataclass(slots=True)
class PastedLine:
    """A row that is taken, with everything a line needs."""

    activity_code: str
    account_code: str
    description: str
    volume: Decimal
    unit: str
    unit_price: Sen
    amount: Sen
    fund: str
    tags: tuple[str, ...] | None = None
    factors: tuple[Factor, ...] = ()


@dataclass(slots=True)
class RowVerdict:
    """What becomes of a row, and why.

    Attributes:
        state: taken, refused or passed over.
        code: key of the sentence (``paste-...``); empty when nothing needs saying.
        column: kind of the cell at fault.
        repairs: texts for that cell that would mend it, likeliest first.
        details: facts for the sentence.
        line: the line of a row that is taken.
    """

    state: State
    code: str = ""
    column: Field = Field.SKIP
    repairs: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    line: PastedLine | None = None


@dataclass(slots=True)
class RowPlace:
    """Activity and account that the level rows above a row have named."""

    activity_code: str = ""
    account_code: str = ""


Cells = dict[Field, Cell]
"""Cells of a row by what they hold."""

"""What a sheet says it comes to, held against what will be taken of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_fields import Field, rough
from village_budget.exchange.lines.pasted_verdicts import State
from village_budget.money import Sen

_PARTS = {"4": "pendapatan", "5": "belanja", "6.1": "penerimaan", "6.2": "pengeluaran"}


@dataclass(frozen=True, slots=True)
class SheetSum:
    """One sum of a sheet.

    Attributes:
        head: code of the part it sums (``4``, ``5``, ``6.1``, ``6.2``); empty for the whole sheet.
        stated: what the sheet says, in sen.
        taken: what will be taken, in sen.
    """

    head: str
    stated: Sen
    taken: Sen

    @property
    def difference(self) -> Sen:
        """How much more (or less) the sheet says, in sen."""
        return self.stated - self.taken


def compare(block: PastedBlock) -> list[SheetSum]:
    """The sums that a judged sheet states, each with what will be taken; nothing when it states none."""
    place = block.column_of(Field.AMOUNT)
    if place is None:
        return []
    taken = [(line.account_code, line.amount) for line in block.taken()]
    heads: dict[str, Sen] = {}
    totals: list[Sen] = []
    for row, verdict in enumerate(block.verdicts):
        if verdict.state is not State.PASSED or verdict.code not in ("paste-total", "paste-level"):
            continue
        stated = _sen(rough(block.cell(row, place), foreign=block.layout.foreign))
        if not stated:
            continue
        if verdict.code == "paste-total":
            head = _head_of(block, row)
            if head:
                heads.setdefault(head, stated)
            totals.append(stated)
        elif dict(verdict.details).get("code") in _PARTS and not _is_sector(block, row):
            heads.setdefault(dict(verdict.details)["code"], stated)
    if heads:
        return [
            SheetSum(head, stated, sum(amount for code, amount in taken if code.startswith(head)))
            for head, stated in sorted(heads.items())
        ]
    return (
        [SheetSum("", _nearest(totals, sum(amount for _, amount in taken)), sum(a for _, a in taken))]
        if totals
        else []
    )


def given(block: PastedBlock) -> Sen:
    """What the people give by the rows of a judged sheet, in sen; it is not counted."""
    places = [place for place, field in enumerate(block.layout.fields) if field is Field.SWADAYA]
    if len(places) < 2:
        return 0
    return sum(
        _sen(rough(block.cell(row, places[-1]), foreign=block.layout.foreign))
        for row, verdict in enumerate(block.verdicts)
        if verdict.state is State.TAKEN or verdict.code == "paste-swadaya"
    )


def _nearest(totals: list[Sen], taken: Sen) -> Sen:
    """The grand total: the largest of all, or their sum where only parts are summed."""
    return min((max(totals), sum(totals)), key=lambda stated: abs(stated - taken))


def _head_of(block: PastedBlock, row: int) -> str:
    words = " ".join(str(cell) for cell in block.grid[row]).casefold()
    return next(
        (head for head, word in _PARTS.items() if re.search(rf"\b(jumlah|total)\s+{word}\b", words)), ""
    )


def _is_sector(block: PastedBlock, row: int) -> bool:
    """``5`` or ``05`` may be the sector of disasters: its name says which."""
    words = " ".join(str(cell) for cell in block.grid[row]).casefold()
    return "bidang" in words


def _sen(amount: Decimal | None) -> Sen:
    return int((amount * 100).to_integral_value()) if amount is not None else 0

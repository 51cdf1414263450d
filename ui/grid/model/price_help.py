"""What standard prices say while somebody types: items and units that fit, and what one may cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ui.grid.model.nodes import GridColumn
from ui.support.formats import amount
from village_budget.domain.lines import Line, Part
from village_budget.domain.prices import PriceBook, PriceItem, Standard, folded_unit
from village_budget.money import Sen

MOST_OFFERED = 8
FROM_LETTERS = 2
"""So many letters are typed before items are looked for."""

Suggester = Callable[[str], list["Suggestion"]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of what is offered below a cell.

    Attributes:
        text: what the cell would hold.
        detail: said quietly behind it; part of the text in the cell.
        unit: satuan; empty where the cell is a unit itself.
        price: as written; empty where none is known.
        values: what choosing it sets in the line.
    """

    text: str
    detail: str = ""
    unit: str = ""
    price: str = ""
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def whole(self) -> str:
        """The cell's text once it is chosen."""
        return f"{self.text} {self.detail}".strip()


@dataclass(frozen=True, slots=True)
class Compared:
    """A price beside its standard.

    Attributes:
        standard: the item it is compared with.
        over: how much it is too dear, for one unit; 0 or less: it is not.
        reason: why it may be, as it was written down.
    """

    standard: Standard
    over: Sen
    reason: str


class PriceHelp:
    """Helps one grid; asks for the list each time, since it may be another one now.

    Args:
        book: the list of standard prices; None when there is none.
        lines: all lines of the plan, for the units in use; asked once.
    """

    def __init__(self, book: Callable[[], PriceBook | None], lines: Callable[[], Iterable[Line]]) -> None:
        self._book = book
        self._lines = lines
        self._units: dict[str, None] | None = None

    def suggester(self, line: Line, column: GridColumn) -> Suggester | None:
        """What offers something for a cell of a line; None where nothing is offered."""
        if column is GridColumn.UNIT:
            return self._fitting_units
        if column is GridColumn.NAME and line.part is Part.SPENDING and self._book() is not None:
            return self._fitting_items
        return None

    def compared(self, line: Line) -> Compared | None:
        """A line's price beside its standard; None without a price, or where the list has no such item."""
        book = self._book()
        if book is None or line.part is not Part.SPENDING or not line.unit_price:
            return None
        standard = book.standard(line.description, line.unit)
        if standard is None:
            return None
        return Compared(standard, line.unit_price - standard.item.price, line.price_reason)

    def _fitting_items(self, text: str) -> list[Suggestion]:
        book = self._book()
        if book is None or len(text.strip()) < FROM_LETTERS:
            return []
        return [_of_item(item) for item in book.search(text, MOST_OFFERED)]

    def _fitting_units(self, text: str) -> list[Suggestion]:
        wanted = text.strip().casefold()
        if not wanted:
            return []
        fitting = [unit for unit in self._known_units() if unit.casefold().startswith(wanted)]
        spelled = folded_unit(text)
        fitting += [unit for unit in self._known_units() if unit.casefold() == spelled]
        kept = {unit.casefold(): unit for unit in reversed(fitting) if unit != text.strip()}
        return [Suggestion(unit, values={"unit": unit}) for unit in [*kept.values()][::-1][:MOST_OFFERED]]

    def _known_units(self) -> Iterable[str]:
        """Units of the plan, then those of the list."""
        if self._units is None:
            self._units = dict.fromkeys(line.unit for line in self._lines() if line.unit)
        book = self._book()
        return [*self._units, *(book.units() if book is not None else ())]


def _of_item(item: PriceItem) -> Suggestion:
    values = {"description": item.title, "unit": item.unit, "unit_price": item.price, "expression": ""}
    return Suggestion(item.name, item.specification, item.unit, amount(item.price), values)

"""The list of standard prices that a plan is judged with: its own, else one that villages here share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from village_budget.errors import UserError

if TYPE_CHECKING:
    from village_budget.domain.answer import PriceText
    from village_budget.domain.prices import PriceBook


class PriceBooks:
    """Reads a list when it is first needed, or step by step before; a list once read is kept.

    Attributes:
        lender: gives the list shared on this computer; asked only for a plan without one of its own.
        given: a list to compare with whatever the plan has; None: as usual.
        problem: why the list is left aside; None when all is well.
    """

    def __init__(self) -> None:
        self.lender: Callable[[], PriceText | None] | None = None
        self.given: PriceBook | None = None
        self.problem: UserError | None = None

    def source(self, own: PriceText | None) -> PriceText | None:
        """The text that counts: the plan's own, else the shared one."""
        return own if own is not None or self.lender is None else self.lender()

    def book(self, own: PriceText | None) -> PriceBook | None:
        """The list that unit prices are compared with; None when there is none, or none that can be read."""
        self.problem = None
        if self.given is not None:
            return self.given
        source = self.source(own)
        if source is None:
            return None
        try:
            return _read(source.name, source.text)
        except UserError as error:
            self.problem = error
            return None

    def prepare(self, own: PriceText | None) -> Iterator[None]:
        """Read the list a little at a time, so that no key waits for it."""
        source = None if self.given is not None else self.source(own)
        if source is None or _key(source.name, source.text) in _KEPT:
            return
        from village_budget.exchange.prices.price_text import reading_prices

        try:
            book = yield from reading_prices(source.name, source.text)
        except UserError:
            # Told when the list is asked for.
            return
        _keep(source.name, source.text, book)


_KEPT: dict[tuple[str, int], PriceBook] = {}
_MOST_KEPT = 3


def _key(name: str, text: str) -> tuple[str, int]:
    return name, hash(text)


def _keep(name: str, text: str, book: PriceBook) -> None:
    while len(_KEPT) >= _MOST_KEPT:
        del _KEPT[next(iter(_KEPT))]
    _KEPT[_key(name, text)] = book


def _read(name: str, text: str) -> PriceBook:
    known = _KEPT.get(_key(name, text))
    if known is None:
        from village_budget.exchange.prices.price_text import loads_prices

        known = loads_prices(name, text)
        _keep(name, text, known)
    return known

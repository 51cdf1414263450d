"""A regency's standard prices (SSH, SBU, HSPK): found by name and unit, searched while somebody types."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from village_budget.money import Sen
from village_budget.units import usual_unit

MOST_LOOKED = 6_000
"""Most items that one search looks at: what a frame has room for, however long the list is."""

LONGEST_SEARCH = 120
"""Letters of a search that are looked at."""

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_TOKEN_OR_END = re.compile(r"\d+|[^\W\d_]+|\n")
_LAST = "\U0010ffff"


class PriceItem(NamedTuple):
    """One item of a price list; a tuple, because fifty thousand are made at a stroke.

    Attributes:
        code: its code in the list; may be empty.
        name: what it is.
        specification: size, brand or quality; may be empty.
        unit: satuan.
        price: in sen, for one unit.
        accounts: account codes that the list gives it; those of a regency's list are of the regency's chart.
        group: the heading that it stands under.
        kind: ``SSH``, ``HSPK``, ``ASB``, ``SBU`` or what the list calls it.
        region: where the price holds; empty everywhere.
    """

    code: str
    name: str
    specification: str
    unit: str
    price: Sen
    accounts: tuple[str, ...] = ()
    group: str = ""
    kind: str = ""
    region: str = ""

    @property
    def title(self) -> str:
        """Name and specification, as a cost line says it."""
        return f"{self.name} {self.specification}".strip()


@dataclass(frozen=True, slots=True)
class Standard:
    """What a price is compared with.

    Attributes:
        item: the item; the dearest when several fit, so that none is called too dear that is not.
        exact: name and specification fit; else only the name does.
    """

    item: PriceItem
    exact: bool


@lru_cache(maxsize=8192)
def folded_name(text: str) -> str:
    """Words of a name as they are compared: ``Semen, 50KG`` is ``semen 50 kg``."""
    return " ".join(_TOKEN.findall(text.casefold()))


@lru_cache(maxsize=2048)
def folded_unit(text: str) -> str:
    """A unit as it is compared: ``Bh`` and ``buah`` are one."""
    return usual_unit(" ".join(text.split())).casefold()


def _folded_names(texts: Sequence[str]) -> list[str]:
    """`folded_name` of many at a stroke."""
    if not texts:
        return []
    whole = "\n".join(texts)
    if whole.count("\n") != len(texts) - 1:
        return [" ".join(_TOKEN.findall(text.casefold())) for text in texts]
    tokens = " ".join(_TOKEN_OR_END.findall(whole.casefold()))
    return [line.strip(" ") for line in tokens.split("\n")]


class PriceBook:
    """The items of one price list; grows by `add`, never shrinks.

    Attributes:
        name: what the list is called.
        items: in the order of the list.
    """

    def __init__(self, name: str = "", items: Iterable[PriceItem] = ()) -> None:
        self.name = name
        self.items: list[PriceItem] = []
        self._words: list[str] = []
        self._by_title: dict[tuple[str, str], int] = {}
        self._by_name: dict[tuple[str, str], int] = {}
        self._places: dict[str, list[int]] = {}
        self._vocabulary: list[str] = []
        self._units: Counter[str] = Counter()
        self.add(items)

    def __len__(self) -> int:
        return len(self.items)

    def add(self, items: Iterable[PriceItem]) -> None:
        """Take more items in."""
        fresh = list(items)
        first = len(self.items)
        names = _folded_names([item.name for item in fresh])
        more = _folded_names([item.specification for item in fresh])
        self.items += fresh
        for place, (item, name, rest) in enumerate(zip(fresh, names, more, strict=True), start=first):
            title = f"{name} {rest}" if rest else name
            unit = folded_unit(item.unit)
            self._keep_dearest(self._by_title, (title, unit), place)
            self._keep_dearest(self._by_name, (name, unit), place)
            self._words.append(f" {title}")
            self._units[item.unit] += 1
            for word in dict.fromkeys(title.split(" ")):
                places = self._places.get(word)
                if places is None:
                    self._places[word] = [place]
                else:
                    places.append(place)
        self._vocabulary = []

    def _keep_dearest(self, table: dict[tuple[str, str], int], key: tuple[str, str], place: int) -> None:
        known = table.get(key)
        if known is None or self.items[known].price < self.items[place].price:
            table[key] = place

    def standard(self, description: str, unit: str) -> Standard | None:
        """The item that a line's description and unit mean; None when the list has none of that unit."""
        key = (folded_name(description), folded_unit(unit))
        if not key[0]:
            return None
        place = self._by_title.get(key)
        if place is not None:
            return Standard(self.items[place], exact=True)
        place = self._by_name.get(key)
        return Standard(self.items[place], exact=False) if place is not None else None

    def units(self) -> list[str]:
        """Units of the list, the most used first."""
        return [unit for unit, _ in self._units.most_common()]

    def search(self, text: str, limit: int = 8) -> list[PriceItem]:
        """Items that have a word beginning with each word typed; those that begin with the text first."""
        groups = [folded_name(word) for word in text[:LONGEST_SEARCH].split()]
        groups = [f" {group}" for group in groups if group]
        tokens = "".join(groups).split()
        if not tokens:
            return []
        wanted = "".join(groups)
        found = (
            (not self._words[place].startswith(wanted), len(self._words[place]), place)
            for place in self._candidates(tokens)
            if all(group in self._words[place] for group in groups)
        )
        return [self.items[place] for _, _, place in heapq.nsmallest(limit, found)]

    def _candidates(self, tokens: Sequence[str]) -> Iterator[int]:
        """Places of items with the rarest of the words, each once."""
        if not self._vocabulary:
            self._vocabulary = sorted(self._places)
        ranges = [self._having(token) for token in tokens]
        sizes = [sum(len(self._places[word]) for word in words) for words in ranges]
        rarest = ranges[sizes.index(min(sizes))]
        places = chain.from_iterable(self._places[word] for word in rarest)
        return iter(dict.fromkeys(islice(places, MOST_LOOKED)))

    def _having(self, token: str) -> list[str]:
        """Words of the list that begin with a token."""
        words = self._vocabulary
        return words[bisect_left(words, token) : bisect_left(words, token + _LAST)]

"""A common activity as a template: its code, accounts and lines, to be filled in for a village."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from village_budget.domain.lines import Factor, Part
from village_budget.money import Sen

_PARTS = {"4": Part.REVENUE, "5": Part.SPENDING, "6": Part.FINANCING}


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    id: str = ""
    en: str = ""

    def text(self, language: str) -> str:
        """The text in ``id`` or ``en``; the other where there is only one."""
        return (self.en or self.id) if language == "en" else (self.id or self.en)


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One line of a template.

    Attributes:
        account_code: ``5.2.2.03``; ``4..`` and ``6..`` are lines outside the activity.
        description: what it is for.
        volume: typical, or zero for the village to fill in.
        unit: satuan.
        unit_price: in sen; zero unless the law fixes it or the user kept a price of their own.
        fund: of its own; empty takes the one that is chosen.
        factors: how the volume comes about.
        tags: None means those proposed from the codes.
        price_basis: where a price that is not zero comes from.
    """

    account_code: str
    description: str
    volume: Decimal = Decimal(0)
    unit: str = ""
    unit_price: Sen = 0
    fund: str = ""
    factors: tuple[Factor, ...] = ()
    tags: tuple[str, ...] | None = None
    price_basis: str = ""

    @property
    def part(self) -> Part:
        """Revenue, spending or financing."""
        return _PARTS[self.account_code[:1]]


@dataclass(frozen=True, slots=True)
class ActivityTemplate:
    """An activity with its usual lines.

    Attributes:
        key: name of its file without the ending; unique among the shipped ones and among the user's.
        title: how the gallery calls it.
        about: one sentence: what for, what to look after.
        activity_code: of the chart; empty for lines outside the activities (penyertaan modal).
        lines: what it usually costs.
        name: own name of the activity; empty means the chart's.
        officer: function that carries it out.
        location: where; empty in the shipped ones.
        output: keluaran.
        target: output volume; None when the village says.
        target_unit: its unit.
        months: first and last month.
        fund: usual fund source.
        basis: article or source; empty when there is none.
        words: more words that a search finds it by.
        is_own: the user's, not shipped with the program.
    """

    key: str
    title: Words
    about: Words
    activity_code: str
    lines: tuple[TemplateLine, ...]
    name: str = ""
    officer: str = ""
    location: str = ""
    output: str = ""
    target: Decimal | None = None
    target_unit: str = ""
    months: tuple[int, int] = (1, 12)
    fund: str = ""
    basis: str = ""
    words: tuple[str, ...] = ()
    is_own: bool = False

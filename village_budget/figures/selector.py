"""Which lines a rule speaks of, and their running sum."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from village_budget.chart import codes
from village_budget.domain.lines import Line
from village_budget.money import Sen


@dataclass(frozen=True, slots=True)
class Selector:
    """A set of lines by part, codes, fund sources and tags; an empty field selects all.

    Attributes:
        parts: ``revenue``, ``spending``, ``financing``.
        activities: codes of the activity chart, each with all below it.
        accounts: account codes, each with all below it.
        funds: fund source codes.
        tags: lines with any of these tags.
        without_tags: lines with none of these tags.
        any_of: selects a line when one of these does (the other fields must hold too).
    """

    parts: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    without_tags: tuple[str, ...] = ()
    any_of: tuple[Selector, ...] = ()

    def fits(self, line: Line, activity_code: str, tags: tuple[str, ...]) -> bool:
        """Whether a line is selected, given its activity's code and its tags."""
        return (
            (not self.parts or line.part.value in self.parts)
            and (not self.funds or line.fund in self.funds)
            and (not self.activities or _any_within(activity_code, self.activities))
            and (not self.accounts or _any_within(line.account_code, self.accounts))
            and (not self.tags or any(tag in tags for tag in self.tags))
            and not any(tag in tags for tag in self.without_tags)
            and (not self.any_of or any(one.fits(line, activity_code, tags) for one in self.any_of))
        )


def _any_within(code: str, ancestors: tuple[str, ...]) -> bool:
    return any(codes.is_within(code, ancestor) for ancestor in ancestors)


@dataclass(slots=True)
class Watch:
    """Running sum (sen) and members (line id -> amount in sen) of a selector.

    ``version`` moves with every line that comes or goes: who has seen it needs no second look.
    """

    total: Sen = 0
    version: int = 0
    members: dict[int, Sen] = field(default_factory=dict)
    _ranked: list[tuple[Sen, int]] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Take a line in."""
        self.version += 1
        self.total += line.amount
        self.members[line.id] = line.amount
        insort(self._ranked, (-line.amount, line.id))

    def remove(self, line: Line) -> None:
        """Take a line out."""
        self.version += 1
        self.total -= line.amount
        del self.members[line.id]
        del self._ranked[bisect_left(self._ranked, (-line.amount, line.id))]

    def largest(self, limit: int = 100) -> tuple[int, ...]:
        """Ids of the members, largest amount first; they are kept in order, not sorted here."""
        return tuple(line_id for _, line_id in self._ranked[:limit])

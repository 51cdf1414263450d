"""What a way out consists of: moves, each one line before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan
from village_budget.figures.figures import part_name
from village_budget.money import Sen
from village_budget.rules.packs.pack import PackText


@dataclass(frozen=True, slots=True)
class Move:
    """One line before and after; ``old`` None is a new line, ``new`` None a line taken out.

    Attributes:
        old: the line as it stands in the plan.
        new: the line as proposed; a new line has the id 0.
        activity_code: of its activity; empty for revenue and financing.
    """

    old: Line | None
    new: Line | None
    activity_code: str

    @property
    def _line(self) -> Line:
        line = self.new or self.old
        assert line is not None
        return line

    @property
    def line_id(self) -> int:
        """Key of the line; 0 for a new one."""
        return self.old.id if self.old else 0

    @property
    def part(self) -> Part:
        """Part of the plan."""
        return self._line.part

    @property
    def activity_id(self) -> int | None:
        """Its activity; None outside spending."""
        return self._line.activity_id

    @property
    def account_code(self) -> str:
        """Its account."""
        return self._line.account_code

    @property
    def description(self) -> str:
        """What the line is for."""
        return self._line.description

    @property
    def fund(self) -> str:
        """Fund source afterwards."""
        return self._line.fund

    @property
    def fund_before(self) -> str:
        """Fund source before; that of afterwards for a new line."""
        return self.old.fund if self.old else self._line.fund

    @property
    def before(self) -> Sen:
        """Amount before, in sen; 0 for a new line."""
        return self.old.amount if self.old else 0

    @property
    def after(self) -> Sen:
        """Amount afterwards, in sen; 0 for a line taken out."""
        return self.new.amount if self.new else 0


@dataclass(frozen=True, slots=True)
class WayOut:
    """A few changes that make a broken rule hold, proven to break no other.

    Attributes:
        rule: id of the rule that it mends.
        fund: fund source of the finding; empty when it speaks of all.
        template: what kind of proposal it is; names its words in ``resources/rules/ways_out.toml``.
        moves: the changes, in the order in which they are told.
        facts: placeholders of those words, in plain text.
        gone: activities taken out with their last line.
        result: what the rule says afterwards.
        worse: titles of rules that were broken before and become a little worse; empty nearly always.
    """

    rule: str
    fund: str
    template: str
    moves: tuple[Move, ...]
    gone: tuple[Activity, ...] = ()
    facts: dict[str, str] = field(default_factory=dict, hash=False)
    result: PackText = field(default_factory=lambda: PackText("", ""), hash=False)
    worse: tuple[PackText, ...] = field(default=(), hash=False)

    @property
    def moved(self) -> Sen:
        """How much money it moves, in sen: what leaves a fund source, else what lines lose or gain."""
        left = [move for move in self.moves if move.old and move.new and move.fund != move.fund_before]
        if left:
            # In a swap as much comes back: only one direction counts.
            return sum(move.before for move in left if move.fund_before == left[0].fund_before)
        lost = sum(max(move.before - move.after, 0) for move in self.moves)
        return max(lost, sum(max(move.after - move.before, 0) for move in self.moves))


class DraftWay:
    """Changes thought of but not made: lines put in place of those of a plan."""

    def __init__(
        self,
        plan: Plan,
        rows: Mapping[int, Line | None] | None = None,
        added: tuple[Line, ...] = (),
        gone: tuple[Activity, ...] = (),
    ) -> None:
        self._plan = plan
        self._rows = dict(rows or {})
        self._added = added
        self.gone = gone

    def put(self, line: Line) -> DraftWay:
        """A draft with this line in place of the plan's; one with the id 0 is new."""
        if line.id:
            return DraftWay(self._plan, {**self._rows, line.id: line}, self._added, self.gone)
        return DraftWay(self._plan, self._rows, (*self._added, line), self.gone)

    def without(self, line: Line) -> DraftWay:
        """A draft in which this line is taken out."""
        return DraftWay(self._plan, {**self._rows, line.id: None}, self._added, self.gone)

    def without_empty_activities(self) -> DraftWay:
        """A draft in which activities that have lost their last line go too."""
        homes = {self._plan.lines[key].activity_id for key, row in self._rows.items() if row is None}
        kept = {row.activity_id for row in (*self._added, *self._rows.values()) if row is not None}
        gone = [
            self._plan.activities[home]
            for home in sorted(home for home in homes if home is not None and home not in kept)
            if all(line.id in self._rows for line in self._plan.lines_of(home))
        ]
        return DraftWay(self._plan, self._rows, self._added, tuple(gone))

    def touches(self, line: Line) -> bool:
        """Whether it changes a line of the plan already."""
        return line.id in self._rows

    def activities(self) -> set[int]:
        """Activities whose lines it changes."""
        rows = [self._plan.lines[key] for key in self._rows]
        return {row.activity_id for row in [*rows, *self._added] if row.activity_id is not None}

    def left_over(self) -> dict[str, Sen]:
        """How much more each fund source has left, in sen; less than zero: it is short by that."""
        left: dict[str, Sen] = {}
        for move in self.moves():
            for line, sign in ((move.old, -1), (move.new, 1)):
                if line is not None:
                    left[line.fund] = (
                        left.get(line.fund, 0) + sign * (1 if is_income(line) else -1) * line.amount
                    )
        return {fund: amount for fund, amount in left.items() if amount}

    def moves(self) -> tuple[Move, ...]:
        """The changes as moves: those of the plan's lines first, then new lines."""
        pairs = [(self._plan.lines[key], row) for key, row in self._rows.items()]
        made = [Move(old, new, self._code(old)) for old, new in pairs if old != new]
        return (*made, *(Move(None, line, self._code(line)) for line in self._added))

    def _code(self, line: Line) -> str:
        activity = self._plan.activities.get(line.activity_id or -1)
        return activity.code if activity else ""


def is_income(line: Line) -> bool:
    """Whether a line brings money: revenue or financing in."""
    return part_name(line) in ("revenue", "financing_in")

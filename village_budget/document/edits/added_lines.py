"""Add many lines as one step: those of a pasted block, or a line once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.document.edits.activity_edits import next_position
from village_budget.document.edits.line_edits import set_change, siblings
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Factor, Line, Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError
from village_budget.money import Sen, check_limit, line_amount

_Home: TypeAlias = tuple[int | None, str]
"""Activity and account that a line stands in."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """One line to add.

    Attributes:
        account_code: in any usual spelling.
        activity_code: of another activity than the one the lines are added to; empty for that one.
        unit_price: in sen.
        review: where an unreviewed line comes from; empty when nobody needs to look at it.
    """

    account_code: str
    description: str = ""
    volume: Decimal = Decimal(1)
    unit: str = ""
    unit_price: Sen = 0
    fund: str = ""
    activity_code: str = ""
    factors: tuple[Factor, ...] = ()
    tags: tuple[str, ...] | None = None
    expression: str = ""
    review: str = ""


@dataclass(frozen=True, slots=True)
class AddLines:
    """Add lines in their order, behind a line where they belong to its account, else at the account's end.

    Lines with an activity's code of their own go there; the activity is added when the plan has none.
    """

    part: Part
    activity_id: int | None
    lines: tuple[NewLine, ...]
    after_id: int | None = None

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the number of lines."""
        if len(self.lines) == 1:
            line = self.lines[0]
            return StepLabel("step-add-line", {"name": line.description or line.account_code})
        return StepLabel("step-add-lines", {"count": str(len(self.lines))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """New activities, lines that make room, then the new lines."""
        activities: list[Change] = []
        homes: dict[_Home, list[NewLine]] = {}
        known = {row.code: row.id for row in reversed(plan.activities_in_order())}
        own = plan.activities.get(self.activity_id) if self.activity_id is not None else None
        if own is not None:
            known[own.code] = own.id
        for line in self.lines:
            account = fields.account_code(line.account_code, self.part)
            activity_id = self._activity(plan, line, known, activities, new_id)
            homes.setdefault((activity_id, account), []).append(line)
        moved: list[Change] = []
        added: list[Change] = []
        for home, lines in homes.items():
            place, shifted = _room(siblings(plan, self.part, *home), self.after_id, len(lines))
            moved += shifted
            for offset, line in enumerate(lines):
                made = _line(line, self.part, home, place + offset, new_id())
                added.append(Change(Entity.LINE, made.id, None, made))
        return [*activities, *moved, *added]

    def _activity(
        self, plan: Plan, line: NewLine, known: dict[str, int], added: list[Change], new_id: NewId
    ) -> int | None:
        if self.part is not Part.SPENDING:
            if self.activity_id is not None:
                raise UserError("line-without-activity")
            return None
        if not line.activity_code:
            if self.activity_id is None:
                raise UserError("line-without-activity")
            if self.activity_id not in plan.activities:
                raise UserError("activity-missing")
            return self.activity_id
        code = fields.activity_code(line.activity_code)
        if code not in known:
            activity = Activity(new_id(), code, position=next_position(plan, code))
            added.append(Change(Entity.ACTIVITY, activity.id, None, activity))
            known[code] = activity.id
        return known[code]


def _room(same: Sequence[Line], after_id: int | None, count: int) -> tuple[int, list[Change]]:
    """First place number for so many lines, and the siblings that move up for them."""
    index = next((n for n, row in enumerate(same) if row.id == after_id), len(same) - 1)
    place = same[index].position + 1 if same else 0
    free = place + count
    moved: list[Change] = []
    for row in same[index + 1 :]:
        if row.position >= free:
            break
        moved.append(set_change(row, replace(row, position=free)))
        free += 1
    # The last one moves first, so that no two have one place at any time.
    return place, moved[::-1]


def _line(line: NewLine, part: Part, home: _Home, place: int, key: int) -> Line:
    volume = fields.product(line.factors) if line.factors else fields.volume(line.volume)
    return Line(
        id=key,
        part=part,
        activity_id=home[0],
        account_code=home[1],
        description=fields.clean_text(line.description, "description"),
        volume=volume,
        unit=fields.clean_text(line.unit, "unit"),
        unit_price=check_limit(line.unit_price),
        amount=line_amount(volume, line.unit_price),
        fund=fields.clean_text(line.fund, "fund"),
        factors=line.factors,
        tags=line.tags,
        expression=fields.clean_text(line.expression, "expression"),
        review=line.review,
        position=place,
    )

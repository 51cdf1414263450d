"""Edits that move lines: to another place among their siblings, to another account, to another activity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.document.edits.line_edits import find, set_change, siblings
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Plan
from village_budget.errors import UserError


@dataclass(frozen=True, slots=True)
class MoveLines:
    """Let lines of one part stand together elsewhere, in their order, whatever accounts they come from.

    Attributes:
        line_ids: the lines, in the order they shall stand.
        activity_id: where they go; None in the parts that have no activities.
        account_code: account they go to; None: each stays on its own, only the activity changes.
        before_id: line they shall stand before; None, or one that is elsewhere: behind the last one.
    """

    line_ids: tuple[int, ...]
    activity_id: int | None
    account_code: str | None = None
    before_id: int | None = None

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step: that of one line's when it is only one."""
        if len(self.line_ids) == 1:
            line = find(plan, self.line_ids[0])
            return StepLabel("step-move-line", {"name": line.description or line.account_code})
        return StepLabel("step-move-lines", {"count": str(len(set(self.line_ids)))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The moved lines, and those that make room for them; nothing when all stand as they should.

        Raises:
            UserError: a line or the activity is gone, or the account belongs to another part.
        """
        rows = [find(plan, line_id) for line_id in dict.fromkeys(self.line_ids)]
        moving = {row.id for row in rows}
        homes: dict[tuple[Part, str], list[Line]] = {}
        for row in rows:
            self._check(plan, row)
            code = row.account_code
            if self.account_code is not None:
                code = fields.account_code(self.account_code, row.part)
            homes.setdefault((row.part, code), []).append(row)
        changes: list[Change] = []
        for (part, code), lines in homes.items():
            same = siblings(plan, part, self.activity_id, code)
            staying = [row for row in same if row.id not in moving]
            placed = _placed(staying, lines, _staying_from(same, moving, self.before_id))
            if [row for row, _ in placed] == same:
                continue
            for row, place in placed:
                after = replace(row, position=place)
                if row.id in moving:
                    after = replace(after, activity_id=self.activity_id, account_code=code)
                if after != row:
                    changes.append(set_change(row, after))
        return changes

    def _check(self, plan: Plan, row: Line) -> None:
        if (self.activity_id is None) is (row.part is Part.SPENDING):
            raise UserError("line-without-activity")
        if self.activity_id is not None and self.activity_id not in plan.activities:
            raise UserError("activity-missing")


def _staying_from(same: Sequence[Line], moving: set[int], before_id: int | None) -> int | None:
    """The line itself, or when it moves too the next behind it that stays."""
    at = next((n for n, row in enumerate(same) if row.id == before_id), len(same))
    return next((row.id for row in same[at:] if row.id not in moving), None)


def _placed(staying: Sequence[Line], moved: Sequence[Line], before_id: int | None) -> list[tuple[Line, int]]:
    """Place numbers for lines and their siblings: rising, and as few new ones as can be."""
    at = next((n for n, row in enumerate(staying) if row.id == before_id), len(staying))
    order = [*staying[:at], *moved, *staying[at:]]
    ids = {row.id for row in moved}
    placed: list[tuple[Line, int]] = []
    last = -1
    for row in order:
        last = last + 1 if row.id in ids else max(last + 1, row.position)
        placed.append((row, last))
    return placed


def block_step(plan: Plan, line_ids: Sequence[int], step: int) -> MoveLines | None:
    """An edit that moves lines of one account one place up or down, as a block; None at its end.

    Lines that stand apart are gathered first, at the one that is nearest to where they go.

    Raises:
        UserError: ``lines-of-several-accounts``.
    """
    rows = [find(plan, line_id) for line_id in dict.fromkeys(line_ids)]
    if not rows:
        return None
    home = (rows[0].part, rows[0].activity_id, rows[0].account_code)
    if any((row.part, row.activity_id, row.account_code) != home for row in rows):
        raise UserError("lines-of-several-accounts")
    same = siblings(plan, *home)
    chosen = {row.id for row in rows}
    places = [n for n, row in enumerate(same) if row.id in chosen]
    block = tuple(same[n].id for n in places)
    staying = [row for row in same if row.id not in chosen]
    # How many of those that stay stand before the block once it has moved.
    ahead = places[0] + step if step < 0 else places[-1] + 1 - len(places) + step
    ahead = min(max(ahead, 0), len(staying))
    before = staying[ahead].id if ahead < len(staying) else None
    edit = MoveLines(block, home[1], home[2], before)
    return edit if edit.changes(plan, lambda: 0) else None

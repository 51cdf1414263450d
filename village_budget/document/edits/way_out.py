"""The edit that follows a proposed way out of a broken rule: all its moves as one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import activity_edits, fields, line_edits
from village_budget.domain.lines import Line
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError

if TYPE_CHECKING:
    from village_budget.rules.ways.ways_out import WayOut


@dataclass(frozen=True, slots=True)
class FollowWayOut:
    """Do what a way out proposes."""

    way: WayOut

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the rule."""
        return StepLabel("step-follow-way-out", {"rule": self.way.rule})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The lines of its moves; refused when the plan is no longer as it was when they were worked out.

        Raises:
            UserError: ``way-out-stale``; or the place of a new line is gone.
        """
        made: list[Change] = []
        added: list[Line] = []
        for move in self.way.moves:
            if move.old is not None:
                if plan.lines.get(move.old.id) != move.old:
                    raise UserError("way-out-stale")
                after = move.new
                if after is not None:
                    after = replace(after, review="")
                if after is not None and after.account_code != move.old.account_code:
                    after = _placed(plan, after, added, after.id)
                    added.append(after)
                made.append(Change(Entity.LINE, move.old.id, move.old, after))
            elif move.new is not None:
                line = _placed(plan, move.new, added, new_id())
                added.append(line)
                made.append(Change(Entity.LINE, line.id, None, line))
        return made + self._gone(plan)

    def _gone(self, plan: Plan) -> list[Change]:
        """The activities that go with their last line."""
        taken = {move.line_id for move in self.way.moves if move.new is None}
        made = []
        for activity in self.way.gone:
            now = plan.activities.get(activity.id)
            if now != activity or not all(line.id in taken for line in plan.lines_of(activity.id)):
                raise UserError("way-out-stale")
            made.append(Change(Entity.ACTIVITY, activity.id, activity, None))
        return made


def _placed(plan: Plan, line: Line, added: list[Line], key: int) -> Line:
    """A line at the end of its new account."""
    if line.activity_id is not None:
        activity_edits.find(plan, line.activity_id)
    same = line_edits.siblings(plan, line.part, line.activity_id, line.account_code)
    home = (line.part, line.activity_id, line.account_code)
    same += [row for row in added if (row.part, row.activity_id, row.account_code) == home]
    place, _ = line_edits.make_room(same, None)
    description = fields.clean_text(line.description, "description")
    return replace(line, id=key, position=place, description=description)

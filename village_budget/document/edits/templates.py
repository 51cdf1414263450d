"""Insert a template as one step: its activity with its lines, marked until somebody has looked (U25)."""

from __future__ import annotations

from dataclasses import dataclass

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import activity_edits, fields
from village_budget.document.edits.line_edits import siblings
from village_budget.document.edits.year_copies import Places
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.domain.template import ActivityTemplate, TemplateLine
from village_budget.money import check_limit, line_amount

MARK = "template"
"""What `Line.review` says of a line of a template."""


@dataclass(frozen=True, slots=True)
class InsertTemplate:
    """Add what a template holds.

    Attributes:
        template: the activity and its lines.
        fund: fund source of lines that name none.
        activity_id: an activity of the plan that takes the lines; None adds the activity.
    """

    template: ActivityTemplate
    fund: str = ""
    activity_id: int | None = None

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the template."""
        return StepLabel("step-insert-template", {"name": self.template.title.text("id")})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The activity when it is new, then the lines."""
        added: list[Change] = []
        key = self.activity_id
        if key is not None:
            activity_edits.find(plan, key)
        elif self.template.activity_code:
            activity = self._activity(plan, new_id())
            key = activity.id
            added.append(Change(Entity.ACTIVITY, activity.id, None, activity))
        places = Places(plan)
        inside: dict[str, int] = {}
        for row in self.template.lines:
            home = key if row.part is Part.SPENDING else None
            if home is None:
                place = places.take(row.part, row.account_code)
            else:
                place = inside.get(row.account_code, _behind(plan, home, row.account_code))
                inside[row.account_code] = place + 1
            line = self._line(row, new_id(), home, place)
            added.append(Change(Entity.LINE, line.id, None, line))
        return added

    def _activity(self, plan: Plan, key: int) -> Activity:
        wanted = self.template
        code = fields.activity_code(wanted.activity_code)
        values = activity_edits.clean_values(
            {
                "name": wanted.name,
                "officer": wanted.officer,
                "location": wanted.location,
                "output": wanted.output,
                "target": wanted.target,
                "target_unit": wanted.target_unit,
                "start_month": wanted.months[0],
                "end_month": wanted.months[1],
            }
        )
        return Activity(key, code, position=activity_edits.next_position(plan, code), **values)

    def _line(self, row: TemplateLine, key: int, activity_id: int | None, place: int) -> Line:
        volume = fields.product(row.factors) if row.factors else fields.volume(row.volume)
        return Line(
            id=key,
            part=row.part,
            activity_id=activity_id,
            account_code=fields.account_code(row.account_code, row.part),
            description=fields.clean_text(row.description, "description"),
            volume=volume,
            unit=fields.clean_text(row.unit, "unit"),
            unit_price=check_limit(row.unit_price),
            amount=line_amount(volume, row.unit_price),
            fund=fields.clean_text(row.fund or self.fund, "fund"),
            factors=row.factors,
            tags=row.tags,
            position=place,
            review=MARK,
        )


def _behind(plan: Plan, activity_id: int, account: str) -> int:
    there = siblings(plan, Part.SPENDING, activity_id, account)
    return there[-1].position + 1 if there else 0

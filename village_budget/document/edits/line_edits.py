"""Edits of lines: add, set, remove, move, give a fund source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from village_budget.chart.chart import national_chart
from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError
from village_budget.money import Sen, check_limit, line_amount

_TEXTS = (
    "description", "unit", "fund", "note", "link", "expression", "volume_expression", "price_reason",
    "review",
)  # fmt: skip
_NAMED = ("description", "volume", "unit", "unit_price", "fund", "account_code", "tags", "note")


def siblings(plan: Plan, part: Part, activity_id: int | None, account_code: str) -> list[Line]:
    """Lines of the same activity (or part) and account, in order."""
    rows = plan.part_lines(part) if activity_id is None else plan.lines_of(activity_id)
    return [row for row in rows if row.account_code == account_code]


def set_change(before: Line, after: Line) -> Change:
    """A change of one line."""
    return Change(Entity.LINE, before.id, before, after)


def find(plan: Plan, line_id: int) -> Line:
    """A line by its key.

    Raises:
        UserError: ``line-missing``.
    """
    line = plan.lines.get(line_id)
    if line is None:
        raise UserError("line-missing")
    return line


@dataclass(frozen=True, slots=True)
class AddLine:
    """Add a line after another of its account, or at the end of it.

    An empty ``fund`` takes the one that the account implies, or that of the line before.
    """

    part: Part
    activity_id: int | None
    account_code: str
    description: str = ""
    volume: Decimal = Decimal(1)
    unit: str = ""
    unit_price: Sen = 0
    fund: str = ""
    after_id: int | None = None

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        return StepLabel("step-add-line", {"name": self.description or self.account_code})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """One line more; those behind it make room."""
        if (self.activity_id is None) is (self.part is Part.SPENDING):
            raise UserError("line-without-activity")
        if self.activity_id is not None and self.activity_id not in plan.activities:
            raise UserError("activity-missing")
        account = fields.account_code(self.account_code, self.part)
        same = siblings(plan, self.part, self.activity_id, account)
        place, moved = make_room(same, self.after_id)
        line = Line(
            id=new_id(),
            part=self.part,
            activity_id=self.activity_id,
            account_code=account,
            description=fields.clean_text(self.description, "description"),
            volume=fields.volume(self.volume),
            unit=fields.clean_text(self.unit, "unit"),
            unit_price=check_limit(self.unit_price),
            amount=line_amount(self.volume, self.unit_price),
            fund=fields.clean_text(self.fund, "fund") or self._fund(plan, account, same),
            position=place,
        )
        return [*moved, Change(Entity.LINE, line.id, None, line)]

    def _fund(self, plan: Plan, account: str, same: Sequence[Line]) -> str:
        implied = national_chart().implied_fund(account) if self.part is Part.REVENUE else ""
        if implied:
            return implied
        if self.after_id is not None and self.after_id in plan.lines:
            return plan.lines[self.after_id].fund
        near = same or (plan.lines_of(self.activity_id) if self.activity_id is not None else ())
        return near[-1].fund if near else ""


def make_room(same: Sequence[Line], after_id: int | None) -> tuple[int, list[Change]]:
    """Place number behind a line (behind the last without one), and the siblings that must move up for it."""
    index = next((n for n, row in enumerate(same) if row.id == after_id), len(same) - 1)
    place = same[index].position + 1 if same else 0
    moved: list[Change] = []
    taken = place
    for row in same[index + 1 :]:
        if row.position > taken:
            break
        taken += 1
        moved.append(set_change(row, replace(row, position=taken)))
    # The last one moves first, so that no two have one place at any time.
    return place, moved[::-1]


@dataclass(frozen=True, slots=True)
class SetLine:
    """Set fields of a line; the amount and, with factors, the volume follow.

    ``values`` may name any field but ``id``, ``part``, ``amount`` and ``position``. A new volume without
    factors makes it a plain volume; a new price or volume without an expression forgets the old expression.
    A line that is touched counts as reviewed, unless ``review`` is among the values.
    """

    line_id: int
    values: Mapping[str, object]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the field when it is one."""
        line = find(plan, self.line_id)
        names = [name for name in self.values if name in _NAMED]
        code = f"step-set-line-{names[0].replace('_', '-')}" if len(names) == 1 else "step-set-line"
        return StepLabel(code, {"name": line.description or line.account_code})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The line before and after; nothing when all is as it was."""
        before = find(plan, self.line_id)
        values = self._values(before)
        after = replace(before, **values)
        home = (after.activity_id, after.account_code)
        if home != (before.activity_id, before.account_code):
            if (after.activity_id is None) is (after.part is Part.SPENDING):
                raise UserError("line-without-activity")
            if after.activity_id is not None and after.activity_id not in plan.activities:
                raise UserError("activity-missing")
            place, _ = make_room(siblings(plan, after.part, *home), None)
            after = replace(after, position=place)
        after = replace(after, amount=line_amount(after.volume, after.unit_price))
        if after == before:
            return []
        return [set_change(before, after if "review" in values else replace(after, review=""))]

    def _values(self, before: Line) -> dict[str, Any]:
        values: dict[str, Any] = dict(self.values)
        refused = {"id", "part", "amount", "position"} & values.keys()
        if refused:
            raise TypeError(f"not to be set: {', '.join(sorted(refused))}")
        for name in _TEXTS:
            if name in values:
                values[name] = fields.clean_text(values[name], name)
        if "account_code" in values:
            values["account_code"] = fields.account_code(values["account_code"], before.part)
        if "tags" in values and values["tags"] is not None:
            values["tags"] = tuple(fields.clean_text(tag, "tags") for tag in values["tags"])
        if values.get("factors"):
            values["factors"] = tuple(
                replace(factor, unit=fields.clean_text(factor.unit, "unit")) for factor in values["factors"]
            )
            values["volume"] = fields.product(values["factors"])
        elif "volume" in values:
            values["volume"] = fields.volume(values["volume"])
            if values["volume"] != before.volume:
                values["factors"] = ()
        if "volume" in values or "factors" in values:
            values.setdefault("volume_expression", "")
        if "unit_price" in values:
            check_limit(values["unit_price"])
            values.setdefault("expression", "")
        return values


@dataclass(frozen=True, slots=True)
class RemoveLines:
    """Remove lines."""

    line_ids: tuple[int, ...]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        if len(self.line_ids) == 1:
            line = find(plan, self.line_ids[0])
            return StepLabel("step-remove-line", {"name": line.description or line.account_code})
        return StepLabel("step-remove-lines", {"count": str(len(self.line_ids))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The lines and nothing in their place."""
        rows = [find(plan, line_id) for line_id in dict.fromkeys(self.line_ids)]
        return [Change(Entity.LINE, row.id, row, None) for row in rows]


@dataclass(frozen=True, slots=True)
class MoveLine:
    """Move a line among the lines of its account: -1 is up, +1 is down."""

    line_id: int
    step: int

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        line = find(plan, self.line_id)
        return StepLabel("step-move-line", {"name": line.description or line.account_code})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """New place numbers; nothing at either end."""
        line = find(plan, self.line_id)
        same = siblings(plan, line.part, line.activity_id, line.account_code)
        index = [row.id for row in same].index(line.id)
        target = min(max(index + self.step, 0), len(same) - 1)
        order = list(same)
        order.insert(target, order.pop(index))
        places = sorted(row.position for row in same)
        if len(set(places)) < len(places):
            places = list(range(len(places)))
        return [
            set_change(row, replace(row, position=place))
            for row, place in zip(order, places, strict=True)
            if row.position != place
        ]


@dataclass(frozen=True, slots=True)
class SetFund:
    """Give lines one fund source."""

    line_ids: tuple[int, ...]
    fund: str

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        return StepLabel("step-set-fund", {"count": str(len(self.line_ids)), "fund": self.fund})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The lines that had another."""
        fund = fields.clean_text(self.fund, "fund")
        rows = [find(plan, line_id) for line_id in dict.fromkeys(self.line_ids)]
        return [set_change(row, replace(row, fund=fund, review="")) for row in rows if row.fund != fund]

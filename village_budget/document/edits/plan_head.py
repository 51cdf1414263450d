"""Edits of the plan's head: the village, the status, the regulation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from village_budget.document import guards
from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.domain.plan import Change, Entity, Plan, PlanInfo, Status
from village_budget.errors import UserError

_ORDER = list(Status)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _info(plan: Plan, after: PlanInfo) -> list[Change]:
    return [Change(Entity.PLAN, after.id, plan.info, after)] if after != plan.info else []


@dataclass(frozen=True, slots=True)
class SetVillage:
    """Set fields of the village."""

    values: Mapping[str, str]

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        return StepLabel("step-set-village", {"name": plan.village.name})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The village before and after; nothing when all is as it was."""
        clean = {name: fields.clean_text(value, name) for name, value in self.values.items()}
        after = replace(plan.village, **clean)
        guards.check_village(after)
        return [Change(Entity.VILLAGE, 1, plan.village, after)] if after != plan.village else []


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Take the plan to its next status, or back to draft with a reason.

    The order is draft, agreed (BPD), submitted, evaluated, enacted (Permendagri 20/2018 art. 32-38).
    """

    status: Status
    reason: str = ""

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the status."""
        return StepLabel(f"step-set-status-{self.status.value}", {"year": str(plan.info.fiscal_year)})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The plan's head before and after."""
        now, wanted = _ORDER.index(plan.info.status), _ORDER.index(self.status)
        if wanted == 0 and now > 0:
            if not fields.clean_text(self.reason, "reason"):
                raise UserError("status-reason-missing")
        elif wanted not in (now, now + 1):
            raise UserError("status-out-of-order", status=self.status.value, present=plan.info.status.value)
        return _info(plan, replace(plan.info, status=self.status))


@dataclass(frozen=True, slots=True)
class SetRegulation:
    """Set number and ISO date of the village regulation (Perdes); empty while unknown."""

    number: str
    date: str

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        return StepLabel("step-set-regulation", {"number": self.number})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The plan's head before and after; nothing when all is as it was."""
        day = self.date.strip()
        if day:
            try:
                if not _ISO.fullmatch(day):
                    raise ValueError(day)
                date.fromisoformat(day)
            except ValueError as error:
                raise UserError("date-unreadable", text=day) from error
        number = fields.clean_text(self.number, "number")
        return _info(plan, replace(plan.info, regulation_number=number, regulation_date=day))

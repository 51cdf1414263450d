"""Edits of the list of standard prices that travels in the plan file."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.domain.answer import PriceText
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError

PRICES_LIMIT = 4_000_000
"""Longest list a plan file carries, in characters: some 40,000 items."""


@dataclass(frozen=True, slots=True)
class SetPrices:
    """Put a list of standard prices into the plan file; it replaces the one that is there.

    Args:
        name: name of the list.
        text: the list as canonical CSV, read and proven before.
    """

    name: str
    text: str

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the list."""
        return StepLabel("step-set-prices", {"name": self.name})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The list before and after; nothing when it is the same."""
        if len(self.text) > PRICES_LIMIT:
            raise UserError("text-too-long", field="text", limit=PRICES_LIMIT, length=len(self.text))
        before = plan.prices
        digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        key = before.id if before else new_id()
        after = PriceText(key, fields.clean_text(self.name, "name"), self.text, digest)
        return [Change(Entity.PRICES, key, before, after)] if after != before else []


@dataclass(frozen=True, slots=True)
class RemovePrices:
    """Take the list of standard prices out of the plan file."""

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the list."""
        return StepLabel("step-remove-prices", {"name": plan.prices.name if plan.prices else ""})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The list before, nothing after."""
        before = plan.prices
        return [Change(Entity.PRICES, before.id, before, None)] if before else []

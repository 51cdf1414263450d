"""Edits of what is recorded beside the budget: answers to rules, waivers, the regency's rule file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.domain.answer import Answer, OverlayText, Waiver
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import UserError

OVERLAY_LIMIT = 1_000_000
"""Longest text of the regency's file, in characters; the reader of such files refuses longer ones too."""


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Answer a question; an empty value takes the answer back. See `Answer` for the forms of a value."""

    question: str
    value: str
    note: str = ""

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step."""
        return StepLabel("step-set-answer") if self.value.strip() else StepLabel("step-remove-answer")

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The answer before and after; nothing when all is as it was."""
        before = plan.answer(self.question)
        # An amount in sen may have sixteen digits; only what is not a plain number is looked through.
        value = self.value if self.value.isdecimal() else fields.clean_text(self.value, "value")
        note = fields.clean_text(self.note, "note")
        if not value:
            return [Change(Entity.ANSWER, before.id, before, None)] if before else []
        if before is None:
            after = Answer(new_id(), self.question, value, note)
            return [Change(Entity.ANSWER, after.id, None, after)]
        after = replace(before, value=value, note=note)
        return [Change(Entity.ANSWER, before.id, before, after)] if after != before else []


@dataclass(frozen=True, slots=True)
class SetWaiver:
    """Exempt the plan from a rule that it breaks; every field but ``fund`` must be filled.

    ``date`` is ISO; ``approver`` names a function (BPD, Camat), never a person.
    """

    rule: str
    fund: str
    reason: str
    document: str
    approver: str
    date: str

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the rule."""
        return StepLabel("step-set-waiver", {"rule": self.rule})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The waiver before and after; nothing when all is as it was."""
        clean = {
            name: fields.clean_text(getattr(self, name), name)
            for name in ("reason", "document", "approver", "date")
        }
        if not clean["reason"]:
            raise UserError("waiver-reason-missing")
        if not clean["document"]:
            raise UserError("waiver-document-missing")
        if not clean["approver"]:
            raise UserError("waiver-approver-missing")
        if not clean["date"]:
            raise UserError("waiver-date-missing")
        try:
            date.fromisoformat(clean["date"])
        except ValueError as error:
            raise UserError("date-unreadable", text=self.date) from error
        before = plan.waiver(self.rule, self.fund)
        key = before.id if before else new_id()
        after = Waiver(key, self.rule, self.fund, **clean)
        return [Change(Entity.WAIVER, key, before, after)] if after != before else []


@dataclass(frozen=True, slots=True)
class RemoveWaiver:
    """Take an exemption back."""

    rule: str
    fund: str = ""

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the rule."""
        return StepLabel("step-remove-waiver", {"rule": self.rule})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The waiver before, nothing after."""
        before = plan.waiver(self.rule, self.fund)
        return [Change(Entity.WAIVER, before.id, before, None)] if before else []


@dataclass(frozen=True, slots=True)
class SetOverlay:
    """Lay the regency's rule file over the rules of the year; it replaces the one that is there.

    The text is read and proven before by `rules.loader.loads_overlay`.
    """

    name: str
    text: str

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the file."""
        return StepLabel("step-set-overlay", {"name": self.name})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The file before and after; nothing when it is the same."""
        if len(self.text) > OVERLAY_LIMIT:
            raise UserError("text-too-long", field="text", limit=OVERLAY_LIMIT, length=len(self.text))
        before = plan.overlay
        digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        key = before.id if before else new_id()
        after = OverlayText(key, fields.clean_text(self.name, "name"), self.text, digest)
        return [Change(Entity.OVERLAY, key, before, after)] if after != before else []


@dataclass(frozen=True, slots=True)
class RemoveOverlay:
    """Take the regency's rule file off."""

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, after the file."""
        return StepLabel("step-remove-overlay", {"name": plan.overlay.name if plan.overlay else ""})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """The file before, nothing after."""
        before = plan.overlay
        return [Change(Entity.OVERLAY, before.id, before, None)] if before else []

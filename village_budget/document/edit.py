"""What an edit is: a value that says what it would change in a plan; it changes nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from village_budget.domain.plan import Change
from village_budget.store.steps import StepLabel

if TYPE_CHECKING:
    from village_budget.domain.plan import Plan

NewId: TypeAlias = Callable[[], int]
"""Gives the next key that no row of the file ever had."""

__all__ = ["Applied", "Edit", "NewId", "StepLabel"]


class Edit(Protocol):
    """One thing a user does to a plan: one step to undo."""

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, asked before the edit is done."""
        ...

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """Rows before and after; empty when there is nothing to do.

        Lines are removed before their activity and added after it; each row at most once.

        Raises:
            UserError: it can't be done to this plan.
            AmountError: an amount is beyond the limit.
        """
        ...


@dataclass(frozen=True, slots=True)
class Applied:
    """What an edit, an undo or a redo did.

    Attributes:
        changes: rows before and after, in the order they were done; empty when nothing was to do.
        label: name of the step.
        kind: do, undo or redo.
        findings_changed: whether any rule judges otherwise now.
    """

    changes: tuple[Change, ...]
    label: StepLabel
    kind: Literal["do", "undo", "redo"]
    findings_changed: bool = False

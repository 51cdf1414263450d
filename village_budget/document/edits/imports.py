"""Take the lines of a workbook in as one step: all parts of the budget, with the activities they need."""

from __future__ import annotations

from dataclasses import dataclass, replace

from village_budget.document.edit import NewId, StepLabel
from village_budget.document.edits import fields
from village_budget.document.edits.added_lines import AddLines
from village_budget.domain.activity import Activity
from village_budget.domain.plan import Change, Plan


@dataclass(frozen=True, slots=True)
class ImportLines:
    """Add lines to several parts.

    Attributes:
        parts: lines by part, each part at most once.
        names: (code, name) of activities that the chart has no name for (90-99).
    """

    parts: tuple[AddLines, ...]
    names: tuple[tuple[str, str], ...] = ()

    def label(self, plan: Plan) -> StepLabel:
        """Name of the step, with the number of lines."""
        return StepLabel("step-import-lines", {"count": str(sum(len(part.lines) for part in self.parts))})

    def changes(self, plan: Plan, new_id: NewId) -> list[Change]:
        """New activities and lines of each part."""
        names = {code: fields.clean_text(name, "name") for code, name in self.names}
        found: list[Change] = []
        for part in self.parts:
            for change in part.changes(plan, new_id):
                after = change.after
                if change.before is None and isinstance(after, Activity) and after.code in names:
                    found.append(replace(change, after=replace(after, name=names[after.code])))
                else:
                    found.append(change)
        return found

"""What the summary offers to do next, and the dates ahead, put into words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.check.finding_view import FindingView
from ui.summary.due_list import Due
from ui.summary.next_step_row import SuggestedStep
from ui.support.workspace import Target, Workspace
from village_budget.domain.lines import Part
from village_budget.domain.plan import Status
from village_budget.rules.next_step import next_step
from village_budget.rules.packs.calendar import due_dates

if TYPE_CHECKING:
    from village_budget.document.document import Document

NEAR_DAYS = 30
LONG_PAST_DAYS = 60
_DONE = {
    "agree": {Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED},
    "submit": {Status.SUBMITTED, Status.EVALUATED, Status.ENACTED},
    "enact": {Status.ENACTED},
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("SummarySteps", text)


def step_of(
    document: Document, opened: list[FindingView], workspace: Workspace, asks: int = 0
) -> SuggestedStep:
    """The one thing to do next: what is missing first, then what is broken, then the hand-over."""
    step = next_step(document.plan)

    def go(part: Part, line_id: int | None = None) -> None:
        workspace.jump.emit(Target(part=part, line_id=line_id))

    lines = document.plan.lines
    part = lines[step.line_id].part if step.line_id in lines else Part.SPENDING
    if step.kind == "revenue":
        reason = _tr("Begin with the money that is certain.")
        return SuggestedStep(_tr("Enter the revenue"), reason, "pendapatan", lambda: go(Part.REVENUE))
    if step.kind in ("activity", "spending"):
        title = _tr("Add the first activity") if step.kind == "activity" else _tr("Enter the first cost line")
        reason = _tr("Spending hangs on activities and their lines.")
        return SuggestedStep(title, reason, "belanja", lambda: go(Part.SPENDING))
    if step.kind == "account":
        title = _tr("Break down {n} lines").format(n=step.count)
        reason = _tr("They have no account yet.")
        return SuggestedStep(title, reason, "belanja", lambda: go(part, step.line_id))
    if step.kind == "fund":
        title = _tr("Choose the fund source of {n} lines").format(n=step.count)
        reason = _tr("Each fund source must balance on its own.")
        return SuggestedStep(title, reason, "pembiayaan", lambda: go(part, step.line_id))
    broken = [view for view in opened if view.state == "broken"]
    if broken:
        key = broken[0].finding.key
        title = _tr("Mend {n} broken rules").format(n=len(broken))
        reason = broken[0].title
        return SuggestedStep(title, reason, "pemeriksaan", lambda: workspace.jump.emit(Target(finding=key)))
    reason = _tr("No rule is broken. The forms can be printed.")
    if asks:
        reason = _tr("No rule is broken; {n} still need an answer.").format(n=asks)
    return SuggestedStep(
        _tr("Export the documents"), reason, "ekspor", lambda: workspace.place_asked.emit("dokumen")
    )


def dues_of(fiscal_year: int, status: Status, today: date) -> list[Due]:
    """The dates of the year cycle (Permendagri 20/2018 art. 32, 34, 38), told from today."""
    titles = {
        "agree": _tr("Agree on the draft with the BPD"),
        "submit": _tr("Send it to the Camat to be evaluated"),
        "enact": _tr("Enact the village regulation"),
    }
    found = []
    for due in due_dates(fiscal_year):
        days = (due.day - today).days
        done = status in _DONE[due.id]
        near = not done and 0 <= days <= NEAR_DAYS
        found.append(Due(due.day, titles[due.id], due.basis, _when(days, done=done), near))
    return found


def _when(days: int, *, done: bool) -> str:
    if done:
        return _tr("done")
    if days < -LONG_PAST_DAYS:
        return _tr("long past")
    if days < 0:
        return _tr("{n} days ago").format(n=-days)
    return _tr("today") if days == 0 else _tr("{n} days left").format(n=days)

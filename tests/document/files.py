"""Plan files for the tests, made from plans in memory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from village_budget.document.document import Document
from village_budget.domain.plan import Plan
from village_budget.store.contents import Contents, Loaded
from village_budget.store.creation import write_whole
from village_budget.store.fingerprint import PlanDigest

START = datetime(2026, 1, 5, 14, 3, 12, tzinfo=UTC)
UID = "0123456789abcdef0123456789abcdef"


class Clock:
    """A clock that goes one minute at each look."""

    def __init__(self, start: datetime = START) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def save_plan(path: Path, plan: Plan) -> Path:
    """Write a plan into a new file, without a journal."""
    activities, lines = list(plan.activities.values()), list(plan.lines.values())
    digest = PlanDigest(plan.village, plan.info, activities, lines)
    made = Contents(
        UID, START.isoformat(), plan.village, {plan.info.id: plan.info},
        {plan.info.id: digest.fingerprint}, [], records={plan.info.id: plan.records},
        loaded={plan.info.id: Loaded(activities, lines, digest)},
    )  # fmt: skip
    write_whole(path, made)
    return path


def state(document: Document) -> tuple[object, ...]:
    """Everything a document says of its plan: rows, totals, fingerprint."""
    plan = document.plan
    figures = document.figures
    totals = {key: value for key, value in figures._totals.items() if value}
    rows = (dict(plan.activities), dict(plan.lines))
    return (plan.village, plan.info, *rows, plan.records, totals, document.fingerprint)


def fresh_state(path: Path, fiscal_year: int | None = None) -> tuple[object, ...]:
    """The same, read by a second look at the file."""
    looked = Document.open(path, read_only=True, fiscal_year=fiscal_year)
    try:
        return state(looked)
    finally:
        looked.close()

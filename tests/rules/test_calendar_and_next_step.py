"""The dates of the year cycle, and the one thing a plan lacks next."""

from __future__ import annotations

from datetime import date

from tests.builders import activity, line, plan, small_plan, village
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.rules.next_step import NextStep, next_step
from village_budget.rules.packs.calendar import due_dates


def test_dates_are_counted_from_the_fiscal_year() -> None:
    """PRC-BPD, PRC-3D and 31 December: Permendagri 20/2018 art. 32, 34, 38."""
    dues = due_dates(2027)
    assert [(due.id, due.day) for due in dues] == [
        ("agree", date(2026, 10, 31)),
        ("submit", date(2026, 11, 3)),
        ("enact", date(2026, 12, 31)),
    ]
    assert all("Permendagri 20/2018 Pasal" in due.basis for due in dues)


def made(*rows: object, activities: tuple[object, ...] = (activity(),)) -> Plan:
    return Plan(village(), PlanInfo(1, 2026), activities, rows)  # type: ignore[arg-type]


def test_what_is_missing_comes_in_the_order_of_the_work() -> None:
    revenue = line(1, Part.REVENUE)
    assert next_step(plan()) == NextStep("revenue")
    assert next_step(made(revenue, activities=())) == NextStep("activity")
    assert next_step(made(revenue)) == NextStep("spending")
    bare, undecided = line(2, account_code=""), line(3, fund="")
    assert next_step(made(revenue, bare, undecided)) == NextStep("account", 1, 2)
    assert next_step(made(revenue, line(2), undecided)) == NextStep("fund", 1, 3)
    assert next_step(small_plan()) == NextStep("ready")

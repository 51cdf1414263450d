"""The day by whose law a plan is judged."""

from __future__ import annotations

from datetime import date

from village_budget.domain.plan import Plan


def judged_on(plan: Plan) -> date:
    """The day on which the plan's regulation was set, else 1 January of its fiscal year.

    A regulation set before its fiscal year is judged by the law of that year's first day, one dated later
    by that of its last: a plan is never held to rules of another year.
    """
    year = plan.info.fiscal_year
    first, last = date(year, 1, 1), date(year, 12, 31)
    try:
        day = date.fromisoformat(plan.info.regulation_date)
    except ValueError:
        return first
    return min(max(day, first), last)

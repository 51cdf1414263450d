"""Totals of a plan by every level and fund source, moved by each change instead of summed again.

A total is asked for by a key: a tuple whose first word says what is summed.

======================================  ==============================================
key                                     sum over
======================================  ==============================================
``("part", "revenue")``                 a part; also ``"spending"``, ``"financing_in"``, ``"financing_out"``
``("account", "4.2")``                  all lines on or below an account
``("code", "1.1")``                     spending on or below a code of the activity chart
``("activity", 7)``                     one activity by its id
``("activity_account", 7, "5.1")``      one activity's lines on or below an account; ``""``: not broken down
======================================  ==============================================
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from village_budget.chart import codes
from village_budget.chart.chart import Chart
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Plan
from village_budget.figures.selector import Selector, Watch
from village_budget.money import Sen

Key: TypeAlias = tuple[str | int, ...]
_NO_FUNDS: dict[str, Sen] = {}


class Figures:
    """Totals of one plan; `apply` must be called after `Plan.apply` for every change."""

    def __init__(self, plan: Plan, chart: Chart) -> None:
        self._plan = plan
        self._chart = chart
        self._totals: dict[Key, Sen] = {}
        self._funds: dict[Key, dict[str, Sen]] = {}
        self._counts: dict[tuple[Key, str], int] = {}
        self._watches: dict[Selector, Watch] = {}
        self._watching: dict[tuple[object, ...], tuple[Watch, ...]] = {}
        self.line_count = dict.fromkeys(Part, 0)
        for line in plan.lines.values():
            self._book(line, plan.activities.get(line.activity_id or -1), 1)

    def total(self, *key: str | int) -> Sen:
        """Sum under a key; 0 when nothing is booked there."""
        return self._totals.get(key, 0)

    def funds(self, *key: str | int) -> dict[str, Sen]:
        """Sum under a key by fund source ("" is: not yet decided); only funds with lines there."""
        return self._funds.get(key, _NO_FUNDS)

    @property
    def revenue(self) -> Sen:
        """Pendapatan."""
        return self.total("part", "revenue")

    @property
    def spending(self) -> Sen:
        """Belanja."""
        return self.total("part", "spending")

    @property
    def financing_in(self) -> Sen:
        """Penerimaan pembiayaan."""
        return self.total("part", "financing_in")

    @property
    def financing_out(self) -> Sen:
        """Pengeluaran pembiayaan."""
        return self.total("part", "financing_out")

    @property
    def surplus(self) -> Sen:
        """Revenue minus spending; negative is a deficit."""
        return self.revenue - self.spending

    @property
    def net_financing(self) -> Sen:
        """Financing in minus financing out."""
        return self.financing_in - self.financing_out

    @property
    def balance(self) -> Sen:
        """SiLPA tahun berjalan: surplus plus net financing; zero in a balanced plan."""
        return self.surplus + self.net_financing

    def fund_in(self, fund: str) -> Sen:
        """What a fund source brings: its revenue and financing in."""
        return self._fund("revenue", fund) + self._fund("financing_in", fund)

    def fund_out(self, fund: str) -> Sen:
        """What is planned out of a fund source: spending and financing out."""
        return self._fund("spending", fund) + self._fund("financing_out", fund)

    def fund_balance(self, fund: str) -> Sen:
        """What a fund source has left; negative is overspent, zero is balanced."""
        return self.fund_in(fund) - self.fund_out(fund)

    def used_funds(self) -> list[str]:
        """Fund sources with lines, in chart order; "" (not yet decided) last."""
        used = {f for name in _PARTS for f in self._funds.get(("part", name), _NO_FUNDS)}
        known = [fund for fund in self._chart.funds if fund in used]
        return known + sorted(used - set(known) - {""}) + ([""] if "" in used else [])

    def _fund(self, part: str, fund: str) -> Sen:
        return self._funds.get(("part", part), _NO_FUNDS).get(fund, 0)

    def watch(self, selector: Selector) -> Watch:
        """Sum and lines of a selector, kept up to date from now on; the same object for the same selector."""
        return self.watches([selector])[0]

    def watches(self, selectors: Sequence[Selector]) -> list[Watch]:
        """Sums and lines of many selectors at once: the plan's lines are looked through once for all."""
        fresh = {selector: Watch() for selector in selectors if selector not in self._watches}
        if fresh:
            found: dict[tuple[object, ...], tuple[Watch, ...]] = {}
            for line in self._plan.lines.values():
                activity = self._plan.activities.get(line.activity_id or -1)
                code = activity.code if activity else ""
                for watch in _fitting(line, code, self._tags(line, activity), fresh, found):
                    watch.add(line)
            self._watches.update(fresh)
            self._watching.clear()
        return [self._watches[selector] for selector in selectors]

    def apply(self, change: Change) -> None:
        """Move the totals by one change of the plan."""
        if isinstance(change.before, Line) or isinstance(change.after, Line):
            if isinstance(change.before, Line):
                self._book(change.before, self._plan.activities.get(change.before.activity_id or -1), -1)
            if isinstance(change.after, Line):
                self._book(change.after, self._plan.activities.get(change.after.activity_id or -1), 1)
        elif (
            isinstance(change.before, Activity)
            and isinstance(change.after, Activity)
            and (change.before.code, change.before.tags) != (change.after.code, change.after.tags)
        ):
            for line in self._plan.lines_of(change.key):
                self._book(line, change.before, -1)
                self._book(line, change.after, 1)

    def _book(self, line: Line, activity: Activity | None, sign: int) -> None:
        code = activity.code if activity else ""
        for key in _keys(line, code):
            self._totals[key] = self._totals.get(key, 0) + sign * line.amount
            funds = self._funds.setdefault(key, {})
            funds[line.fund] = funds.get(line.fund, 0) + sign * line.amount
            count = self._counts.get((key, line.fund), 0) + sign
            self._counts[key, line.fund] = count
            if count == 0:
                # The last line is gone: a fund without lines must not stay behind as a zero.
                del funds[line.fund]
        self.line_count[line.part] += sign
        if self._watches:
            tags = self._tags(line, activity)
            for watch in _fitting(line, code, tags, self._watches, self._watching):
                if sign > 0:
                    watch.add(line)
                else:
                    watch.remove(line)

    def tags(self, line: Line) -> tuple[str, ...]:
        """Tags of a line: its own, else its activity's, else those proposed from the codes."""
        return self._tags(line, self._plan.activities.get(line.activity_id or -1))

    def _tags(self, line: Line, activity: Activity | None) -> tuple[str, ...]:
        if line.tags is not None:
            return line.tags
        if activity is None:
            return self._chart.proposed_tags("", line.account_code)
        if activity.tags is not None:
            return activity.tags
        return self._chart.proposed_tags(activity.code, line.account_code)


_PARTS = ("revenue", "spending", "financing_in", "financing_out")


def _fitting(
    line: Line,
    activity_code: str,
    tags: tuple[str, ...],
    watches: Mapping[Selector, Watch],
    found: dict[tuple[object, ...], tuple[Watch, ...]],
) -> tuple[Watch, ...]:
    """Watches that take a line in; worked out once for each combination of codes, fund and tags."""
    key = (line.part, activity_code, line.account_code, line.fund, tags)
    fitting = found.get(key)
    if fitting is None:
        fits = (watch for selector, watch in watches.items() if selector.fits(line, activity_code, tags))
        fitting = tuple(fits)
        found[key] = fitting
    return fitting


def part_name(line: Line) -> str:
    """Which of the four sums a line belongs to."""
    if line.part is Part.FINANCING:
        return "financing_out" if codes.is_within(line.account_code, "6.2") else "financing_in"
    return line.part.value


def _keys(line: Line, activity_code: str) -> list[Key]:
    accounts = codes.prefixes(line.account_code) if line.account_code else []
    keys: list[Key] = [("part", part_name(line)), *(("account", code) for code in accounts)]
    if line.activity_id is not None:
        keys.extend(("code", code) for code in codes.prefixes(activity_code))
        keys.append(("activity", line.activity_id))
        keys.extend(("activity_account", line.activity_id, code) for code in accounts or [""])
    return keys

"""Reads the cases beside this file: small plans that break or keep a rule."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from tests import builders
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan

HERE = Path(__file__).parent
PARTS = {"pendapatan": Part.REVENUE, "belanja": Part.SPENDING, "pembiayaan": Part.FINANCING}


@dataclass(frozen=True, slots=True)
class Case:
    """Rows that break a rule and rows that keep it.

    Attributes:
        year: the pack the case belongs to.
        variant: the special sentence that is expected; empty for broken and holds.
        breaks: rows of a plan that breaks the rule; empty when the variant holds.
        holds: rows of a plan that keeps it; empty when the variant is a breach.
        gap: of the broken plan, in sen or rows.
        fund: fund source of the finding.
        limit: the regency's limit in rupiah, for local rules.
    """

    year: int
    rule: str
    variant: str = ""
    breaks: Sequence[str] = ()
    holds: Sequence[str] = ()
    gap: int = 0
    fund: str = ""
    limit: int = 0


def read_cases() -> list[Case]:
    """All cases of all packs."""
    found = []
    for path in sorted(HERE.glob("[0-9]*.toml")):
        year = int(path.stem)
        for rule, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
            variants = {name: value for name, value in fields.items() if isinstance(value, dict)}
            plain = {name: value for name, value in fields.items() if name not in variants}
            found.append(Case(year, rule, **plain))
            found += [Case(year, rule, name, **value) for name, value in variants.items()]
    return found


def plan_of(rows: Sequence[str], year: int) -> Plan:
    """A plan of these rows."""
    activities: dict[str, Activity] = {}
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row.split("|")]
        code = cells[1]
        if code and code not in activities:
            activities[code] = builders.activity(len(activities) + 1, code)
        if cells[0] != "kegiatan":
            lines.append(line_of(number, cells, activities[code].id if code else None))
    base = builders.plan(year)
    return Plan(base.village, base.info, activities.values(), lines)


def line_of(number: int, cells: Sequence[str], activity_id: int | None) -> Line:
    """One row as a line; the fields are explained in 2025.toml."""
    part, _, account, fund, quantity, price, words, tags = (*cells, "", "")[:8]
    volume, _, unit = quantity.partition(" ")
    price, _, amount = price.partition("=")
    line = builders.line(
        number, PARTS[part], activity_id=activity_id, account_code=account, description=words,
        volume=volume, unit=unit, unit_price=int(Decimal(price) * 100), fund=fund,
        tags={"": None, "-": ()}.get(tags, (tags,)),
    )  # fmt: skip
    return replace(line, amount=int(Decimal(amount) * 100)) if amount else line

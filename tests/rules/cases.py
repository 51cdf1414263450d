"""Reads the cases beside this file: small plans that break or keep a rule."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from tests import builders
from village_budget.domain.activity import Activity
from village_budget.domain.answer import Answer
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan
from village_budget.domain.prices import PriceBook, PriceItem
from village_budget.rules.packs.pack import RulePack
from village_budget.rules.packs.questions import load_questions

HERE = Path(__file__).parent
PARTS = {"pendapatan": Part.REVENUE, "belanja": Part.SPENDING, "pembiayaan": Part.FINANCING}


@dataclass(frozen=True, slots=True)
class Case:
    """Rows that break a rule and rows that keep it.

    Attributes:
        year: the pack the case belongs to; 0 for the base of all years.
        variant: the special sentence that is expected; empty for broken and holds.
        breaks: rows of a plan that breaks the rule; None when the variant holds.
        holds: rows of a plan that keeps it; None when the variant is a breach.
        gap: of the broken plan, in sen, rows, persons or days.
        fund: fund source of the finding.
        limit: the regency's limit, for local rules: rupiah, or a number for kinds that count.
        answers: what the village answers, by question: rupiah for amounts; ``{Y}`` and ``{Y-1}`` are the
            fiscal year and the one before.
        answers_breaks, answers_holds: more answers for one of the two plans.
        dated: ISO date of the regulation; the case is then judged in that year only.
        only: the one fiscal year in which it is judged; 0: all from ``year`` on.
        version: of the budget; 0 is the original, the others amend it.
        prices: the regency's standard prices, ``name | unit | rupiah``; none: prices are not compared.
    """

    year: int
    rule: str
    variant: str = ""
    breaks: Sequence[str] | None = None
    holds: Sequence[str] | None = None
    gap: int = 0
    fund: str = ""
    limit: int = 0
    answers: Mapping[str, str | int] = field(default_factory=dict)
    answers_breaks: Mapping[str, str | int] = field(default_factory=dict)
    answers_holds: Mapping[str, str | int] = field(default_factory=dict)
    dated: str = ""
    only: int = 0
    version: int = 0
    prices: Sequence[str] = ()

    def with_prices(self, pack: RulePack) -> RulePack:
        """A pack with the case's standard prices, if it has any."""
        return replace(pack, prices=book_of(self.prices)) if self.prices else pack

    def plan(self, year: int, *, broken: bool) -> Plan:
        """The plan that breaks the rule, or the one that keeps it."""
        rows = self.breaks if broken else self.holds
        more = self.answers_breaks if broken else self.answers_holds
        return plan_of(rows or (), year, {**self.answers, **more}, self.dated, self.version)

    @property
    def sides(self) -> list[bool]:
        """Whether there is a plan that breaks the rule (True), and one that keeps it (False)."""
        return [broken for broken, rows in ((True, self.breaks), (False, self.holds)) if rows is not None]


def read_cases() -> list[Case]:
    """All cases of all packs; a table below a rule is one of its variants, or says which with ``variant``."""
    found = []
    for path in sorted(HERE.glob("*.toml")):
        year = int(path.stem) if path.stem.isdigit() else 0
        for rule, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
            more = {
                name: value
                for name, value in fields.items()
                if isinstance(value, dict) and not name.startswith("answers")
            }
            plain = {name: value for name, value in fields.items() if name not in more}
            found += [Case(year, rule, **plain)] if plain else []
            found += [Case(year, rule, **{"variant": name, **value}) for name, value in more.items()]
    return found


def plan_of(
    rows: Sequence[str],
    year: int,
    answers: Mapping[str, str | int] | None = None,
    dated: str = "",
    version: int = 0,
) -> Plan:
    """A plan of these rows and answers, of a regulation of that date, or an amendment."""
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
    info = replace(base.info, regulation_date=dated, version=version)
    records = [
        answer_of(key, name, str(value), year) for key, (name, value) in enumerate((answers or {}).items(), 1)
    ]
    return Plan(base.village, info, activities.values(), lines, records)


def answer_of(key: int, question: str, value: str, year: int) -> Answer:
    """An answer as the plan keeps it."""
    value = value.replace("{Y}", str(year)).replace("{Y-1}", str(year - 1))
    if load_questions()[question].kind == "amount":
        value = str(int(Decimal(value) * 100))
    return Answer(key, question, value)


def book_of(rows: Sequence[str]) -> PriceBook:
    """Standard prices, one row each: ``name | unit | rupiah``."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return PriceBook("SSH", [PriceItem("", name, "", unit, int(price) * 100) for name, unit, price in cells])


def line_of(number: int, cells: Sequence[str], activity_id: int | None) -> Line:
    """One row as a line; the fields are explained in 2025.toml."""
    part, _, account, fund, quantity, price, words, tags, review = (*cells, "", "", "")[:9]
    words, _, reason = words.partition(" ! ")
    volume, _, unit = quantity.partition(" ")
    price, _, amount = price.partition("=")
    line = builders.line(
        number, PARTS[part], activity_id=activity_id, account_code=account, description=words,
        volume=volume, unit=unit, unit_price=int(Decimal(price) * 100), fund=fund,
        tags={"": None, "-": ()}.get(tags, tuple(tags.split(";"))),
        price_reason=reason, review=review,
    )  # fmt: skip
    return replace(line, amount=int(Decimal(amount) * 100)) if amount else line

"""The data of the page for programs: a Fiscal Data Package 1.0 with its tables inside.

Amounts are rupiah, exact to the sen: JSON numbers are written from whole numbers, never from floats.
"""

from __future__ import annotations

import json
from calendar import monthrange
from dataclasses import dataclass
from typing import Any

from village_budget.chart import codes
from village_budget.money import Sen, decimal_rupiah
from village_budget.reports.page.page_facts import Branch, PageFacts

_DIRECTIONS = {
    "revenue": "revenue",
    "spending": "expenditure",
    "financing_in": "financing-in",
    "financing_out": "financing-out",
}
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Rupiah:
    """An amount in sen that is written as a number of rupiah."""

    sen: Sen


def data_text(facts: PageFacts) -> str:
    """The package as JSON; it can stand inside a script element as it is."""
    text = _written(_package(facts))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


def _written(value: Any) -> str:
    """JSON with a row of a table on each line."""
    if isinstance(value, Rupiah):
        return decimal_rupiah(value.sen)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {_written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[\n" + ",\n".join(_written(one) for one in value) + "\n]" if value else "[]"
    return json.dumps(value, ensure_ascii=False)


def _package(facts: PageFacts) -> dict[str, Any]:
    told = facts.identity
    year = int(told["fiscal_year"])
    name = f"apbdes-{told['village_code'].replace('.', '-')}-{year}".casefold()
    return {
        "profile": "fiscal-data-package",
        "name": name,
        "title": facts.document,
        "description": facts.description,
        "created": facts.made_at,
        "countryCode": "ID",
        "granularity": "aggregated",
        "fiscalPeriod": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
        "sources": [{"title": facts.poster.regulation}],
        "apbdes": {
            **{key: told[key] for key in _IDENTITY},
            "fiscal_year": year,
            "version": int(told["version"]),
            "totals": {key: Rupiah(amount) for key, amount in facts.totals.items()},
        },
        "resources": [_budget(facts), _activities(facts), _accounts(facts), _funds(facts)],
    }


_IDENTITY = (
    "village_code", "village", "district", "regency", "province", "status", "regulation_number",
    "regulation_date", "fingerprint", "program",
)  # fmt: skip


def _budget(facts: PageFacts) -> dict[str, Any]:
    told = facts.identity
    rows = [
        {
            "line": "/".join(part for part in (entry.work, entry.account or "-", entry.fund or "-") if part),
            "direction": _DIRECTIONS[entry.part],
            "activity": entry.work,
            "account": entry.account,
            "fund": entry.fund,
            "amount": Rupiah(entry.amount),
        }
        for entry in facts.entries
    ]
    made = _table(
        "budget",
        rows,
        ("line", "string", "budget-line-id"),
        ("direction", "string", "direction"),
        ("activity", "string", ""),
        ("account", "string", ""),
        ("fund", "string", ""),
        ("amount", "number", "value"),
    )
    made["schema"]["extraFields"] = [
        _constant("fiscal_year", "integer", "date:fiscal-year", int(told["fiscal_year"])),
        _constant("currency", "string", "value-currency:code", "IDR"),
        _constant("phase", "string", "phase:id", "proposed" if facts.draft else "approved"),
        _constant(
            "village_code", "string", "administrative-classification:generic:code", told["village_code"]
        ),
        _constant("village", "string", "administrative-classification:generic:label", told["village"]),
    ]
    made["schema"]["foreignKeys"] = [
        {
            "fields": name,
            "reference": {"resource": resource, "fields": "code" if name != "activity" else "id"},
        }
        for name, resource in (("activity", "activities"), ("account", "accounts"), ("fund", "funds"))
    ]
    return made


def _activities(facts: PageFacts) -> dict[str, Any]:
    year = int(facts.identity["fiscal_year"])
    rows = [
        _activity_row(sector, sub, one, year)
        for sector in facts.sectors
        for sub in sector.below
        for one in sub.below
    ]
    head = "functional-classification:generic"
    return _table(
        "activities",
        rows,
        ("id", "string", ""),
        ("code", "string", f"{head}:level3:code"),
        ("name", "string", f"{head}:level3:label"),
        ("sector_code", "string", f"{head}:level1:code"),
        ("sector", "string", f"{head}:level1:label"),
        ("subsector_code", "string", f"{head}:level2:code"),
        ("subsector", "string", f"{head}:level2:label"),
        ("officer", "string", ""),
        ("location", "string", ""),
        ("start", "date", "date:fiscal:activity-start"),
        ("end", "date", "date:fiscal:activity-end"),
        ("output", "string", ""),
        ("target", "number", ""),
        ("unit", "string", ""),
    )


def _activity_row(sector: Branch, sub: Branch, one: Branch, year: int) -> dict[str, Any]:
    work = one.work
    assert work is not None, "every third level is an activity"
    start, end = work.months
    return {
        "id": work.key,
        "code": one.code,
        "name": one.name,
        "sector_code": sector.code,
        "sector": sector.name,
        "subsector_code": sub.code,
        "subsector": sub.name,
        "officer": work.officer,
        "location": work.location,
        "start": f"{year}-{start:02d}-01",
        "end": f"{year}-{end:02d}-{monthrange(year, end)[1]:02d}",
        "output": work.output,
        "target": None if work.target is None else f"{work.target.normalize():f}",
        "unit": work.unit,
    }


def _accounts(facts: PageFacts) -> dict[str, Any]:
    rows = [
        {"code": code, "name": name, "group": codes.prefixes(code)[0]}
        for code, name in facts.accounts.items()
    ]
    head = "economic-classification:generic"
    return _table(
        "accounts",
        rows,
        ("code", "string", f"{head}:code"),
        ("name", "string", f"{head}:label"),
        ("group", "string", f"{head}:level1:code"),
    )


def _funds(facts: PageFacts) -> dict[str, Any]:
    rows = [{"code": code, "name": name} for code, name in facts.sources.items()]
    return _table(
        "funds",
        rows,
        ("code", "string", "fin-source:generic:code"),
        ("name", "string", "fin-source:generic:label"),
    )


def _table(name: str, rows: list[dict[str, Any]], *fields: tuple[str, str, str]) -> dict[str, Any]:
    """A table of the package; a field is its name, its type and its ColumnType, empty for none."""
    told = [
        {"name": field, "type": kind} | ({"columnType": column} if column else {})
        for field, kind, column in fields
    ]
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "schema": {"fields": told, "missingValues": [""]},
        "data": rows,
    }


def _constant(name: str, kind: str, column: str, value: str | int) -> dict[str, Any]:
    return {"name": name, "type": kind, "columnType": column, "constant": value}

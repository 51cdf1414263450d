"""Reads a regency's file; whatever is wrong in it is told with file, line and field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from village_budget import paths
from village_budget.chart import codes
from village_budget.chart.chart import Chart, national_chart
from village_budget.chart.codes import CodeError
from village_budget.money import Sen
from village_budget.rules.packs.pack import Delegation, PackText
from village_budget.rules.packs.questions import load_questions
from village_budget.rules.packs.rule_reader import read_rule
from village_budget.rules.packs.toml_file import TomlFile
from village_budget.rules.regency.form_reader import read_forms
from village_budget.rules.regency.overlay import Limit, Overlay

_TABLES = (
    "overlay", "ceilings", "pay", "codes", "delegation", "holidays", "prices", "forms", "limits",
    "rules",
)  # fmt: skip
_VILLAGE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}", re.ASCII)
_BOUNDS = ("min", "max", "tunjangan")


@dataclass(frozen=True, slots=True)
class PayPost:
    """A post of the table of pay: its name, and the rules that its bounds fill.

    Attributes:
        title: who is meant and what is paid.
        rules: rule ids by ``min``, ``max`` and ``tunjangan`` (allowance at most).
    """

    title: PackText
    rules: Mapping[str, str]


@lru_cache(maxsize=1)
def pay_posts() -> dict[str, PayPost]:
    """The posts of the table ``[pay]``, from ``resources/rules/pay_posts.toml``."""
    told = tomllib.loads(paths.resource("rules", "pay_posts.toml").read_text(encoding="utf-8"))
    return {
        post: PayPost(PackText(**fields["title"]), {name: fields[name] for name in _BOUNDS if name in fields})
        for post, fields in told.items()
    }


def load_overlay(path: Path) -> Overlay:
    """Read a regency's file.

    Raises:
        PackError: it can't be read; names file, line and field.
    """
    return _read(TomlFile.read(path))


def loads_overlay(text: str, name: str) -> Overlay:
    """Read the text of a regency's file, kept under its file name.

    Raises:
        PackError: as `load_overlay`.
    """
    return _read(TomlFile.parse(name, text))


def _read(file: TomlFile) -> Overlay:
    file.only(_TABLES)
    head = file.table("overlay", ("name", "checked_on")) if file.has("overlay") else {}
    prices = file.table("prices", ("reference",)) if file.has("prices") else {}
    rules = {rule_id: read_rule(file, rule_id, None) for rule_id in file.names("rules")}
    kinds = file.table("codes", ("activities", "accounts")) if file.has("codes") else {}
    limits = (*_pay(file), *_limits(file))
    _once(file, limits)
    return Overlay(
        name=file.text("overlay", "name") if "name" in head else Path(file.name).stem,
        checked_on=file.day("overlay", "checked_on") if "checked_on" in head else "",
        file=file.name,
        limits=limits,
        rules=rules,
        lines={rule_id: file.line(f"rules.{rule_id}") for rule_id in rules},
        ceilings={village: _ceilings(file, village) for village in file.names("ceilings")},
        activities=_codes(file, "activities") if "activities" in kinds else {},
        accounts=_codes(file, "accounts") if "accounts" in kinds else {},
        delegation=_delegation(file) if file.has("delegation") else None,
        holidays=_holidays(file),
        price_list=file.text("prices", "reference") if "reference" in prices else "",
        forms=read_forms(file),
    )


def _once(file: TomlFile, limits: Sequence[Limit]) -> None:
    """Refuse a limit that stands both in the table of pay and among the other limits."""
    seen: dict[str, str] = {}
    for limit in limits:
        if limit.rule in seen:
            table, _, field = limit.field.partition(".")
            raise file.trouble("overlay-twice", table, field, seen[limit.rule])
        seen[limit.rule] = limit.field


def _limits(file: TomlFile) -> list[Limit]:
    return [
        Limit(
            rule_id, file.rupiah("limits", rule_id) // 100, file.line("limits", rule_id), f"limits.{rule_id}"
        )
        for rule_id in file.names("limits")
    ]


def _pay(file: TomlFile) -> list[Limit]:
    """The table of pay: rupiah a month by post."""
    found = []
    for post in file.names("pay"):
        known = pay_posts().get(post)
        if known is None:
            raise file.trouble("overlay-unknown-post", "pay", post, post)
        table = f"pay.{post}"
        stated = file.table(table, tuple(known.rules))
        bounds = {name: file.rupiah(table, name) // 100 for name in _BOUNDS if name in stated}
        if bounds.get("min", 0) > bounds.get("max", bounds.get("min", 0)):
            raise file.trouble("pack-field", table, "max", bounds["max"])
        found += [
            Limit(known.rules[name], rupiah, file.line(table, name), f"{table}.{name}")
            for name, rupiah in bounds.items()
        ]
    return found


def _ceilings(file: TomlFile, village: str) -> dict[str, Sen]:
    """Ceilings of one village: rupiah by fund source, and ``dd_reguler``."""
    table = f"ceilings.{village}"
    if not _VILLAGE.fullmatch(village):
        raise file.trouble("overlay-village-code", "ceilings", village, village)
    known = [name.removeprefix("pagu.") for name in load_questions() if name.startswith("pagu.")]
    return {f"pagu.{name}": file.rupiah(table, name) for name in file.table(table, known)}


def _codes(file: TomlFile, which: str) -> dict[str, str]:
    """The regency's own codes, 90-99 at the last level below a national code, with their names."""
    table, chart, found = f"codes.{which}", national_chart(), {}
    for text in file.names(table):
        name = file.text(table, text)
        found[_own_code(file, table, text, chart)] = name.strip()
    return found


def _own_code(file: TomlFile, table: str, text: str, chart: Chart) -> str:
    activities = table.endswith("activities")
    try:
        found = chart.activity(text) if activities else chart.account(text)
    except CodeError as error:
        raise file.trouble("overlay-code", table, text, text) from error
    last = codes.level(found.code) == (3 if activities else 4)
    if found.entry is not None or not last or not codes.is_regency_range(found.code):
        raise file.trouble("overlay-code", table, text, text)
    return found.code


def _delegation(file: TomlFile) -> Delegation:
    stated = file.table("delegation", ("camat", "basis"))
    to_camat = file.flag("delegation", "camat") if "camat" in stated else False
    if to_camat and "basis" not in stated:
        raise file.trouble("pack-missing-field", "delegation", "basis")
    return Delegation(to_camat, file.text("delegation", "basis") if "basis" in stated else "")


def _holidays(file: TomlFile) -> dict[date, str]:
    found = {}
    for text in file.names("holidays"):
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise file.trouble("pack-field", "holidays", text, text) from error
        found[day] = file.text("holidays", text)
    return found

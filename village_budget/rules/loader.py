"""Reads rule packs from TOML; a bad pack is refused naming file, line and field."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.chart.codes import CodeError
from village_budget.domain.findings import Severity
from village_budget.errors import PackError
from village_budget.figures.selector import Selector
from village_budget.rules.kinds import KINDS
from village_budget.rules.line_tests import LINE_TESTS, PAY_TESTS
from village_budget.rules.pack import Rule, RulePack, Text

_KINDS = {*KINDS, "monthly_minimum"}
_TESTS = {*LINE_TESTS, *PAY_TESTS}
_SELECTOR = ("parts", "activities", "accounts", "funds", "tags", "without_tags")
_FIELDS = {
    "kind", "title", "short", "severity", "basis", "measured", "base", "percent", "limit", "test", "verified",
    "gauge", "broken", "holds", "demand", "absent",
}  # fmt: skip


def pack_years() -> list[int]:
    """Fiscal years with a pack of their own, oldest first."""
    return sorted(int(path.stem) for path in paths.resource("rules").glob("[0-9]" * 4 + ".toml"))


@lru_cache(maxsize=8)
def load_pack(year: int) -> RulePack:
    """The rules of a fiscal year; without a pack of its own those of the nearest, all unverified.

    Raises:
        PackError: a pack can't be read; names file, line and field.
    """
    years = pack_years()
    source = year if year in years else min(years, key=lambda other: (abs(other - year), other))
    pack = read_pack(paths.resource("rules", f"{source}.toml"))
    if source == year:
        return pack
    rules = {key: replace(rule, verified=False) for key, rule in pack.rules.items()}
    return replace(pack, year=year, rules=rules, carried_from=source)


@dataclass(frozen=True, slots=True)
class Overlay:
    """The regency's own limits: fields that replace a rule's, and rules of its own.

    Attributes:
        name: file name, for messages.
        text: the file as it is.
    """

    name: str
    text: str

    def apply_to(self, pack: RulePack) -> RulePack:
        """The pack with the overlay's rules in it.

        Raises:
            PackError: a field or rule of the overlay is wrong; names file, line and field.
        """
        reader = _Reader(self.name, self.text)
        rules = dict(pack.rules)
        for rule_id, fields in _parsed(self.name, self.text).get("rules", {}).items():
            rules[rule_id] = reader.rule(rule_id, fields, rules.get(rule_id))
        return replace(pack, rules=rules)


def load_overlay(path: Path) -> Overlay:
    """Read an overlay that the regency hands out.

    Raises:
        PackError: it can't be read, or is no TOML; names file and line.
    """
    text = _text(path)
    _parsed(path.name, text)
    return Overlay(path.name, text)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise PackError("pack-missing", file=path.name) from error
    except UnicodeDecodeError as error:
        raise PackError("pack-syntax", file=path.name, line=1, field="") from error


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        number = line[1] if line else str(text.count("\n") + 1)
        raise PackError("pack-syntax", file=name, line=number, field="") from error


def read_pack(path: Path, seen: tuple[str, ...] = ()) -> RulePack:
    """Read a pack and those it extends.

    Raises:
        PackError: as `load_pack`; also for packs that extend each other in a circle.
    """
    if path.name in seen:
        raise PackError("pack-circular", file=path.name, line=1, field="extends")
    text = _text(path)
    data = _parsed(path.name, text)
    reader = _Reader(path.name, text)
    head = data.get("pack", {})
    rules: dict[str, Rule] = {}
    if "extends" in head:
        rules.update(read_pack(path.with_name(f"{head['extends']}.toml"), (*seen, path.name)).rules)
    for rule_id in head.get("removes", []):
        if rules.pop(rule_id, None) is None:
            raise reader.trouble("pack-unknown-rule", rule_id, "removes")
    for rule_id, fields in data.get("rules", {}).items():
        rules[rule_id] = reader.rule(rule_id, fields, rules.get(rule_id))
    return RulePack(
        year=reader.number(head, "year"), version=str(head.get("version", "")),
        checked_on=str(head.get("checked_on", "")), rules=rules,
    )  # fmt: skip


class _Reader:
    """Turns the tables of one file into rules, knowing where each field stands."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines = text.splitlines()

    def trouble(self, code: str, rule_id: str, field: str) -> PackError:
        """An error at a field of a rule."""
        start = self._line_of(rf"\[+\s*rules\.{re.escape(rule_id)}\b|\b{re.escape(rule_id)}\b", 0)
        line = self._line_of(rf"^\s*{re.escape(field)}\b", start) if field else start
        return PackError(code, file=self._name, line=line + 1, field=f"{rule_id}.{field}".strip("."))

    def _line_of(self, pattern: str, start: int) -> int:
        for number in range(start, len(self._lines)):
            if re.search(pattern, self._lines[number]):
                return number
        return start

    def number(self, head: dict[str, Any], field: str) -> int:
        """A whole number of the pack's head."""
        value = head.get(field)
        if not isinstance(value, int):
            raise PackError("pack-field", file=self._name, line=1, field=f"pack.{field}")
        return value

    def rule(self, rule_id: str, fields: dict[str, Any], before: Rule | None) -> Rule:
        """One rule; fields that are not stated stay as in the pack that is extended."""
        for field in fields:
            if field not in _FIELDS:
                raise self.trouble("pack-unknown-field", rule_id, field)
        made: dict[str, Any] = {}
        for field, value in fields.items():
            made[field] = self._value(rule_id, field, value)
        if before is not None:
            return replace(before, **made)
        for field in ("kind", "title", "severity", "basis", "broken", "holds", "demand"):
            if field not in made:
                raise self.trouble("pack-field", rule_id, field)
        defaults: dict[str, Any] = {
            "short": made["title"], "measured": Selector(), "base": Selector(), "percent": "", "limit": 0,
            "test": "", "verified": True, "gauge": False,
        }  # fmt: skip
        return Rule(id=rule_id, **(defaults | made))

    def _value(self, rule_id: str, field: str, value: Any) -> object:
        read: object = None
        match field:
            case "title" | "short" | "broken" | "holds" | "demand" | "absent":
                if isinstance(value, dict) and set(value) == {"id", "en"}:
                    read = Text(str(value["id"]), str(value["en"]))
            case "measured" | "base" if isinstance(value, dict):
                read = self._selector(rule_id, field, value)
            case "severity" if value in set(Severity):
                read = Severity(value)
            case "percent" if isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value):
                read = value
            case "limit" if isinstance(value, int):
                read = value * 100
            case "verified" | "gauge" if isinstance(value, bool):
                read = value
            case "kind" | "test" | "basis" if value in _KINDS or value in _TESTS or field == "basis":
                read = value or None
        if read is None:
            raise self.trouble("pack-field", rule_id, field)
        return read

    def _selector(self, rule_id: str, field: str, value: dict[str, Any]) -> Selector:
        any_of = tuple(self._selector(rule_id, field, one) for one in value.get("any_of", []))
        lists: dict[str, tuple[str, ...]] = {}
        for name, items in value.items():
            if name == "any_of":
                continue
            if name not in _SELECTOR or not isinstance(items, list):
                raise self.trouble("pack-unknown-field", rule_id, field)
            lists[name] = tuple(str(item) for item in items)
        try:
            for code in lists.get("activities", ()):
                national_chart().activity(code)
            for code in lists.get("accounts", ()):
                national_chart().account(code)
        except CodeError as error:
            raise self.trouble("pack-unknown-code", rule_id, field) from error
        return Selector(**lists, any_of=any_of)

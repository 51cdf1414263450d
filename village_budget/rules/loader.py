"""Reads rule packs and overlays from TOML; a bad one is refused naming file, line and field."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from village_budget import paths
from village_budget.rules.overlay import Overlay
from village_budget.rules.pack import Rule, RulePack
from village_budget.rules.rule_reader import read_rule
from village_budget.rules.toml_file import TomlFile

_HEAD = ("year", "version", "checked_on", "extends", "removes", "carried_from")
_OVERLAY_HEAD = ("name", "checked_on")


def pack_years() -> list[int]:
    """Fiscal years with a pack of their own, oldest first."""
    return sorted(int(path.stem) for path in paths.resource("rules").glob("[0-9]" * 4 + ".toml"))


@lru_cache(maxsize=16)
def load_pack(year: int) -> RulePack:
    """The rules of a fiscal year.

    A year without a pack of its own takes the nearest earlier one (else the earliest): the rules that hold
    in that year, none of them verified.

    Raises:
        PackError: a pack can't be read; names file, line and field.
    """
    years = pack_years()
    source = max((known for known in years if known <= year), default=years[0])
    pack = read_pack(paths.resource("rules", f"{source}.toml"))
    return pack.of_year() if source == year else pack.carried_to(year)


def read_pack(path: Path, seen: tuple[str, ...] = ()) -> RulePack:
    """Read a pack and those it extends.

    One that says ``carried_from`` stands in for a year whose own rules are not known: none of it is verified.

    Raises:
        PackError: as `load_pack`; also for packs that extend each other in a circle.
    """
    file = TomlFile.read(path)
    head = file.table("pack", _HEAD)
    file.only(("pack", "rules"))
    rules: dict[str, Rule] = {}
    if "extends" in head:
        extended = _extended(file, path, head["extends"])
        if extended.name in (*seen, path.name):
            raise file.trouble("pack-circular", "pack", "extends", extended.stem)
        rules.update(read_pack(extended, (*seen, path.name)).rules)
    for rule_id in file.texts("pack", "removes"):
        if rules.pop(rule_id, None) is None:
            raise file.trouble("pack-unknown-rule", "pack", "removes", value=rule_id)
    for rule_id in file.names("rules"):
        rules[rule_id] = read_rule(file, rule_id, rules.get(rule_id))
    carried_from = file.number("pack", "carried_from") if "carried_from" in head else 0
    if carried_from:
        rules = {rule_id: replace(rule, verified=False) for rule_id, rule in rules.items()}
    return RulePack(
        year=file.number("pack", "year") if "year" in head or path.stem.isdigit() else 0,
        version=file.text("pack", "version"),
        checked_on=file.day("pack", "checked_on"),
        rules=rules,
        carried_from=carried_from,
    )


def _extended(file: TomlFile, path: Path, stem: object) -> Path:
    """The pack that one extends: a file beside it, named by its year or its name without ``.toml``."""
    if type(stem) not in (int, str) or not re.fullmatch(r"[a-z0-9_]+", str(stem), re.ASCII):
        raise file.trouble("pack-field", "pack", "extends", stem)
    extended = path.with_name(f"{stem}.toml")
    if not extended.is_file():
        raise file.trouble("pack-field", "pack", "extends", stem)
    return extended


def load_overlay(path: Path) -> Overlay:
    """Read the regency's overlay: ``[overlay]``, ``[limits]`` by rule id, and rules of its own.

    Raises:
        PackError: it can't be read; names file, line and field.
    """
    file = TomlFile.read(path)
    head = file.table("overlay", _OVERLAY_HEAD) if file.names("overlay") else {}
    file.only(("overlay", "limits", "rules"))
    limits = {rule_id: file.rupiah("limits", rule_id) for rule_id in file.names("limits")}
    rules = {rule_id: read_rule(file, rule_id, None) for rule_id in file.names("rules")}
    lines = {rule_id: file.line("limits", rule_id) for rule_id in limits}
    lines |= {rule_id: file.line(f"rules.{rule_id}") for rule_id in rules}
    return Overlay(
        name=file.text("overlay", "name") if "name" in head else path.stem,
        checked_on=file.day("overlay", "checked_on") if "checked_on" in head else "",
        limits=limits,
        rules=rules,
        file=path.name,
        lines=lines,
    )

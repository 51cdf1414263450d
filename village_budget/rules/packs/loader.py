"""Reads rule packs from TOML, and (from its own reader) what a regency lays over them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from village_budget import paths
from village_budget.rules.packs.pack import Rule, RulePack
from village_budget.rules.packs.rule_reader import read_rule
from village_budget.rules.packs.toml_file import TomlFile
from village_budget.rules.regency.overlay_reader import load_overlay, loads_overlay

__all__ = ["known_rules", "load_overlay", "load_pack", "loads_overlay", "pack_years", "read_pack"]

_HEAD = ("year", "version", "checked_on", "extends", "removes", "carried_from")


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


@lru_cache(maxsize=1)
def known_rules() -> frozenset[str]:
    """Ids of the rules of all years."""
    return frozenset(rule_id for year in pack_years() for rule_id in load_pack(year).rules)


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
        shared = extended == _base()
        rules.update(_rules_of_all_years() if shared else read_pack(extended, (*seen, path.name)).rules)
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


@lru_cache(maxsize=1)
def _rules_of_all_years() -> dict[str, Rule]:
    """The base of all shipped packs, read only once; it extends nothing."""
    return read_pack(_base()).rules


def _base() -> Path:
    return paths.resource("rules", "umum.toml")


def _extended(file: TomlFile, path: Path, stem: object) -> Path:
    """The pack that one extends: a file beside it, named by its year or its name without ``.toml``."""
    if type(stem) not in (int, str) or not re.fullmatch(r"[a-z0-9_]+", str(stem), re.ASCII):
        raise file.trouble("pack-field", "pack", "extends", stem)
    extended = path.with_name(f"{stem}.toml")
    if not extended.is_file():
        raise file.trouble("pack-field", "pack", "extends", stem)
    return extended

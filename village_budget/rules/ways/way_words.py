"""Ways out in plain words, from ``resources/rules/ways_out.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from village_budget import paths
from village_budget.chart.chart import Chart
from village_budget.domain.findings import Finding
from village_budget.domain.lines import Line, Part
from village_budget.money import format_rupiah, format_volume
from village_budget.rules.packs.pack import Rule
from village_budget.rules.ways.moves import Move, WayOut, is_income


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    return tomllib.loads(paths.resource("rules", "ways_out.toml").read_text("utf-8"))


def _text(table: str, name: str, language: str) -> str:
    entry = _texts()[table][name]
    return str(entry["en" if language == "en" else "id"])


def new_description(activity: str) -> str:
    """Description of a new line that takes money for an activity; a plan is written in Indonesian."""
    # Official names go on in brackets for a line or two.
    return str(_texts()["new_line"]["id"]).format(activity=activity.partition(" (")[0])


def facts_of(finding: Finding, moves: Sequence[Move], moved: int) -> dict[str, str]:
    """The facts of a proposal's heading that are the same in both languages."""
    first, last = moves[0], moves[-1]
    return {
        "moved": format_rupiah(moved),
        "fund": finding.fund or first.fund_before,
        "other": last.fund if last.fund != first.fund_before else first.fund,
        "count": str(len(moves)),
    }


def heading(way: WayOut, language: str) -> str:
    """One line that names a proposal, in ``id`` or ``en``."""
    losing = [move for move in way.moves if move.after < move.before]
    gaining = [move for move in way.moves if move.after > move.before]
    known = _texts()["headings"]
    name = way.template
    if losing and f"{name}_from" in known:
        name = f"{name}_from"
    if gaining and f"{name}_to" in known:
        name = f"{name}_to"
    facts = {
        **way.facts,
        "first": _names(losing or list(way.moves), language),
        "last": _names(gaining or list(way.moves), language),
    }
    return _text("headings", name, language).format(**facts)


def _names(moves: Sequence[Move], language: str) -> str:
    name = moves[0].description or moves[0].account_code
    if len(moves) == 1:
        return name
    return _text("headings", "several", language).format(name=name, count=len(moves) - 1)


def words(way: WayOut, language: str, chart: Chart) -> tuple[str, ...]:
    """A proposal in words: one sentence a move, then what results.

    Args:
        way: the proposal.
        language: ``id`` or ``en``.
        chart: names of accounts, for lines without a description.
    """
    told = [_move(move, language, chart) for move in way.moves]
    for activity in way.gone:
        name = activity.name or chart.activity_name(activity.code)
        told.append(_text("moves", "gone", language).format(place=activity.code, name=name))
    result = way.result.get(language)
    said = _text("result", "plain" if result else "gone", language).format(result=result)
    if way.worse:
        rules = "; ".join(title.get(language) for title in way.worse)
        said = f"{said.rstrip()} {_text('result', 'worse', language).format(rules=rules)}"
    return (*told, said)


def decide(finding: Finding, rule: Rule, language: str) -> str:
    """What a person has to decide when no proposal was found."""
    known = _texts()["decide"]
    special = finding.variant or ("place" if not rule.measured.funds else "")
    names = (rule.test, f"{rule.kind}_{special}", rule.kind)
    name = next((name for name in names if name in known), "default")
    return _text("decide", name, language).format(fund=finding.fund)


def _move(move: Move, language: str, chart: Chart) -> str:
    old, new = move.old, move.new
    line = new or old
    assert line is not None
    facts = {
        "place": move.activity_code or move.account_code,
        "name": move.description or chart.account_name(move.account_code),
        "fund": move.fund or _text("moves", "undecided", language),
        "fund_before": move.fund_before,
        "account": line.account_code,
        "account_name": chart.account_name(line.account_code),
        "account_before": old.account_code if old else "",
        "before": format_rupiah(move.before),
        "after": format_rupiah(move.after),
        "amount": format_rupiah(abs(move.after - move.before)),
        "price": format_rupiah(line.unit_price),
        "price_before": format_rupiah(old.unit_price if old else 0),
        "volume": f"{format_volume(line.volume)} {line.unit}".rstrip(),
    }
    return _text("moves", _kind(move), language).format(**facts)


def _kind(move: Move) -> str:
    """Which sentence tells a move."""
    old, new = move.old, move.new
    if old is None:
        return "new" if move.part is Part.SPENDING else "new_income"
    if new is None:
        return "remove"
    if old.fund != new.fund:
        return "own_fund" if is_income(old) or not old.fund else "fund"
    if old.account_code != new.account_code:
        return "account"
    return _of_amounts(old, new)


def _of_amounts(old: Line, new: Line) -> str:
    if old.volume != new.volume:
        return "volume"
    if old.amount == new.amount:
        return "price"
    if old.unit_price == new.unit_price:
        return "compute"
    direction = "raise" if new.amount > old.amount else "cut"
    return direction if new.volume == 1 else f"{direction}_price"

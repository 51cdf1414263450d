"""Rows of a plan to columns of a table, to fields of the journal, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from village_budget.domain.activity import Activity
from village_budget.domain.answer import Answer, OverlayText, PriceText, Waiver
from village_budget.domain.lines import Factor, Line, Part
from village_budget.domain.plan import Change, Entity, PlanInfo, Row, Status
from village_budget.domain.village import Village
from village_budget.store.steps import StepChange

Values = dict[str, Any]


def decimal_text(value: Decimal) -> str:
    """One text for one number, whatever its trailing zeros: ``2.50`` and ``2.5`` are ``2.5``."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def factors_text(factors: tuple[Factor, ...]) -> str:
    """Factors as JSON text, ``[["3","orang"],["12","bulan"]]``."""
    if not factors:
        return "[]"
    return dump([[decimal_text(factor.value), factor.unit] for factor in factors])


def read_factors(text: str) -> tuple[Factor, ...]:
    """The opposite of `factors_text`."""
    if text == "[]":
        return ()
    return tuple(Factor(Decimal(value), unit) for value, unit in json.loads(text))


def tags_text(tags: tuple[str, ...] | None) -> str | None:
    """Tags as JSON text; None stays None (proposed from the codes)."""
    return None if tags is None else dump(list(tags))


def read_tags(text: str | None) -> tuple[str, ...] | None:
    """The opposite of `tags_text`."""
    return None if text is None else tuple(json.loads(text))


_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def dump(value: object) -> str:
    """JSON as the journal and the fingerprint write it: ASCII, no spaces, keys as they come."""
    return _encode(value)


def _plain(value: Any) -> Any:
    return value


def _optional_decimal(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)


def _read_optional_decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


_TO: dict[str, Callable[[Any], Any]] = {
    "volume": decimal_text, "target": _optional_decimal, "factors": factors_text, "tags": tags_text,
    "part": str, "status": str,
}  # fmt: skip
_FROM: dict[str, Callable[[Any], Any]] = {
    "volume": Decimal, "target": _read_optional_decimal, "factors": read_factors, "tags": read_tags,
    "part": Part, "status": Status,
}  # fmt: skip

TYPES: dict[Entity, type[Row]] = {
    Entity.VILLAGE: Village,
    Entity.PLAN: PlanInfo,
    Entity.ACTIVITY: Activity,
    Entity.LINE: Line,
    Entity.ANSWER: Answer,
    Entity.WAIVER: Waiver,
    Entity.OVERLAY: OverlayText,
    Entity.PRICES: PriceText,
}
"""The class of each kind of row."""
_FIELDS: dict[type[Row], tuple[tuple[str, Callable[[Any], Any], Callable[[Any], Any]], ...]] = {
    kind: tuple((f.name, _TO.get(f.name, _plain), _FROM.get(f.name, _plain)) for f in fields(kind))
    for kind in TYPES.values()
}


def columns(row: Row) -> Values:
    """All fields of a row as the file keeps them."""
    return {name: to(getattr(row, name)) for name, to, _ in _FIELDS[type(row)]}


def from_columns(kind: type[Row], values: Mapping[str, Any]) -> Row:
    """A row from what the file keeps; fields that are missing take their default."""
    return kind(**{name: read(values[name]) for name, _, read in _FIELDS[kind] if name in values})


def recorded(change: Change) -> StepChange:
    """A change as the journal keeps it: whole rows, or of an update only the fields that differ."""
    before, after = change.before, change.after
    if before is None or after is None:
        return StepChange(
            change.entity.value,
            change.key,
            None if before is None else columns(before),
            None if after is None else columns(after),
        )
    return StepChange(change.entity.value, change.key, *differences(before, after))


def differences(before: Row, after: Row) -> tuple[Values, Values]:
    """The fields in which two rows of one kind differ, as the file keeps them: as they were, as they are."""
    old: Values = {}
    new: Values = {}
    for name, to, _ in _FIELDS[type(before)]:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            old[name], new[name] = to(was), to(now)
    return old, new


def replayed(change: StepChange, current: Row | None, *, backwards: bool) -> Change:
    """A recorded change as one that fits the plan as it is now.

    Args:
        change: as recorded.
        current: the row as it is now; None when there is none.
        backwards: undo it instead of doing it again.
    """
    entity = Entity(change.entity)
    wanted = change.before if backwards else change.after
    if wanted is None:
        return Change(entity, change.key, current, None)
    if current is None:
        return Change(entity, change.key, None, from_columns(TYPES[entity], wanted))
    values = {name: _FROM.get(name, _plain)(value) for name, value in wanted.items()}
    return Change(entity, change.key, current, replace(current, **values))


def read_activity(row: tuple[Any, ...]) -> Activity:
    """An activity from its columns in the order of its fields."""
    key, code, name, officer, location, start, end, output, target, unit, priority, note, position, tags = row
    exact = None if target is None else Decimal(target)
    return Activity(
        key, code, name, officer, location, start, end, output, exact, unit, priority, note, position,
        read_tags(tags),
    )  # fmt: skip


_PARTS = {part.value: part for part in Part}


def read_line(row: tuple[Any, ...]) -> Line:
    """A line from its columns in the order of its fields."""
    (key, part, activity, account, text, volume, unit, price, amount, fund, factors, tags, note, typed,
     position, *later) = row  # fmt: skip
    return Line(
        key, _PARTS[part], activity, account, text, Decimal(volume), unit, price, amount, fund,
        () if factors == "[]" else read_factors(factors), read_tags(tags), note, typed, position, *later,
    )  # fmt: skip

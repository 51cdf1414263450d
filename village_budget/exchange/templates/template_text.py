"""The text of a template's file: TOML as a person would write it, read back to the same template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from village_budget.domain.template import ActivityTemplate, Words
from village_budget.money import Sen

_Value: TypeAlias = str | int | Sequence[str | int] | Words | None

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\N{DELETE}": "\\u007f"}


def template_text(template: ActivityTemplate) -> str:
    """The file of a template."""
    return "\n".join(_rows(template)) + "\n"


def _rows(template: ActivityTemplate) -> Iterator[str]:
    yield "format = 1"
    yield from _fields(
        title=template.title,
        about=template.about,
        activity=template.activity_code,
        name=template.name,
        officer=template.officer,
        location=template.location,
        output=template.output,
        target=None if template.target is None else _plain(template.target),
        target_unit=template.target_unit,
        months=None if template.months == (1, 12) else template.months,
        fund=template.fund,
        basis=template.basis,
        words=template.words,
    )
    for line in template.lines:
        yield ""
        yield "[[lines]]"
        yield from _fields(
            account=line.account_code,
            description=line.description,
            factors=tuple(f"{_plain(factor.value)} {factor.unit}".strip() for factor in line.factors),
            volume=None if line.factors else _plain(line.volume),
            unit=line.unit,
            price=_price(line.unit_price),
            price_basis=line.price_basis,
            fund=line.fund,
        )
        # An empty list means "no tags at all"; left out, those that the codes propose.
        if line.tags is not None:
            yield f"tags = {_written(line.tags)}"


def _fields(**values: _Value) -> Iterator[str]:
    for name, value in values.items():
        empty = value in ("", (), Words())
        if value is not None and not empty:
            yield f"{name} = {_written(value)}"


def _written(value: str | int | Sequence[str | int] | Words) -> str:
    if isinstance(value, Words):
        if not value.en:
            return _quoted(value.id)
        return f"{{ id = {_quoted(value.id)}, en = {_quoted(value.en)} }}"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, int):
        return str(value)
    return f"[{', '.join(_written(one) for one in value)}]"


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'


def _plain(number: Decimal) -> str | int:
    return int(number) if number == number.to_integral_value() else f"{number.normalize():f}"


def _price(sen: Sen) -> str | int:
    rupiah, rest = divmod(sen, 100)
    return f"{rupiah}.{rest:02d}" if rest else rupiah

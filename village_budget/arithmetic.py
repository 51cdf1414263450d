"""Arithmetic typed into an amount cell: ``12*350000``, ``=5*1.500.000``, ``(3+2)*100.000``.

A grammar of its own (digits, ``+ - * / ( )`` and their usual signs), never ``eval``; exact fractions inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from village_budget.money import (
    LIMIT_RUPIAH,
    AmountError,
    Sen,
    check_limit,
    format_volume,
    parse_amount,
    parse_volume,
)

MAX_LENGTH = 200
MAX_DEPTH = 20
VOLUME_DECIMALS = 6

_SIGNS = str.maketrans({"×": "*", "x": "*", "X": "*", "÷": "/", ":": "/", "−": "-", "–": "-"})
_TOKEN = re.compile(r"\s*(?:(?P<number>[\d.,]*\d[\d.,]*)|(?P<sign>[-+*/()]))", re.ASCII)


def is_expression(text: str) -> bool:
    """Whether text is arithmetic rather than one plain amount (``-5`` and ``(5)`` are plain amounts)."""
    body = text.strip().translate(_SIGNS)
    if body.startswith(("=", "+")):
        return True
    return re.search(r"[\d)]\s*[-+*/]\s*[\d(]", body) is not None


def evaluate(text: str, current: Sen = 0) -> Sen:
    """Value in sen of an amount cell's text, rounded half up to the sen.

    A leading ``+`` adds to the value already there (``+250000``); everything else replaces it.

    Args:
        text: what was typed.
        current: the cell's value before, in sen.

    Raises:
        AmountError: not readable, division by zero, too long, too deep or beyond the limit.
    """
    if not is_expression(text):
        return parse_amount(text)
    if len(text) > MAX_LENGTH:
        raise AmountError("amount-unreadable", text[:20])
    body = text.strip().translate(_SIGNS)
    value = _Parser(body.lstrip("="), text).value()
    if body.startswith("+"):
        value += Fraction(current, 100)
    sen = value * 100
    rounded = (abs(sen.numerator) * 2 + sen.denominator) // (sen.denominator * 2)
    return check_limit(rounded if sen >= 0 else -rounded)


_VOLUME = re.compile(r"[\d.,\s()+\-*/=xX×÷:−–]+", re.ASCII)
_VOLUME_SIGN = re.compile(r"^\s*[=+]|[-+/(÷:−–]")


def is_volume_expression(text: str) -> bool:
    """Whether a volume is arithmetic; products alone (``3 x 12``) are factors, words are units."""
    return _VOLUME.fullmatch(text) is not None and _VOLUME_SIGN.search(text) is not None


def evaluate_volume(text: str, current: Decimal = Decimal(0)) -> Decimal:
    """Value of arithmetic in a volume cell, rounded half up to six decimals.

    A leading ``+`` adds to the volume already there, as in an amount cell.

    Raises:
        AmountError: not readable, division by zero, too long, too deep, negative or beyond the limit.
    """
    if len(text) > MAX_LENGTH:
        raise AmountError("amount-unreadable", text[:20])
    body = text.strip().translate(_SIGNS)
    value = _Parser(body.lstrip("="), text, parse_volume).value()
    if body.startswith("+"):
        value += Fraction(current)
    if value < 0:
        raise AmountError("amount-negative", text)
    scaled = value * 10**VOLUME_DECIMALS
    units = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    if units > LIMIT_RUPIAH * 10**VOLUME_DECIMALS:
        raise AmountError("amount-too-large", text)
    volume = Decimal(units).scaleb(-VOLUME_DECIMALS)
    return parse_volume(format_volume(volume))


def joined(before: str, text: str) -> str:
    """Arithmetic in full: what a leading ``+`` is added to stands before it, as long as it fits."""
    body = text.strip()
    whole = f"{before}{body}"
    return whole if body.startswith("+") and len(whole) <= MAX_LENGTH else body


def _exact_amount(text: str) -> Fraction:
    return Fraction(parse_amount(text), 100)


class _Parser:
    """Recursive descent over sum, product and factor; refuses at the first token it does not know."""

    def __init__(
        self, body: str, text: str, read: Callable[[str], Fraction | Decimal] = _exact_amount
    ) -> None:
        self._text = text
        self._read = read
        self._tokens: list[str] = []
        self._depth = 0
        position = 0
        body = body.strip()
        while position < len(body):
            match = _TOKEN.match(body, position)
            if match is None:
                raise AmountError("amount-unreadable", text)
            self._tokens.append(match["number"] or match["sign"])
            position = match.end()
        self._tokens.reverse()

    def value(self) -> Fraction:
        result = self._sum()
        if self._tokens:
            raise AmountError("amount-unreadable", self._text)
        return result

    def _sum(self) -> Fraction:
        result = self._product()
        while self._next_is("+-"):
            sign = self._tokens.pop()
            term = self._product()
            result = result + term if sign == "+" else result - term
        return result

    def _product(self) -> Fraction:
        result = self._factor()
        while self._next_is("*/"):
            sign = self._tokens.pop()
            factor = self._factor()
            if sign == "/" and factor == 0:
                raise AmountError("amount-unreadable", self._text)
            result = result * factor if sign == "*" else result / factor
        return result

    def _factor(self) -> Fraction:
        if not self._tokens:
            raise AmountError("amount-unreadable", self._text)
        symbol = self._tokens.pop()
        if symbol in "+-":
            return self._nested(self._factor) * (1 if symbol == "+" else -1)
        if symbol == "(":
            result = self._nested(self._sum)
            if not self._next_is(")"):
                raise AmountError("amount-unreadable", self._text)
            self._tokens.pop()
            return result
        if symbol in "*/)":
            raise AmountError("amount-unreadable", self._text)
        return Fraction(self._read(symbol))

    def _nested(self, parse: Callable[[], Fraction]) -> Fraction:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise AmountError("amount-unreadable", self._text)
        result = parse()
        self._depth -= 1
        return result

    def _next_is(self, signs: str) -> bool:
        return bool(self._tokens) and self._tokens[-1] in signs

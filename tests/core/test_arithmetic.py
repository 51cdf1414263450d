"""Arithmetic typed into an amount cell."""

from __future__ import annotations

import random
import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_budget.arithmetic import MAX_LENGTH, evaluate, is_expression
from village_budget.money import LIMIT_SEN, AmountError


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("12*350000", 4_200_000),
        ("=5*1.500.000", 7_500_000),
        ("(3+2)*100.000", 500_000),
        ("2 x 3 x 50.000", 300_000),
        ("1.000.000 / 4", 250_000),
        ("10.000 : 4", 2_500),
        ("100 - 250", -150),
        ("3 × 1.250,50", None),
        ("12 ÷ 5", None),
        ("=-5*3", -15),
        ("2+3*4", 14),
        ("(2+3)*4", 20),
        ("100/4/5", 5),
        ("10-4-3", 3),
        ("−5*2", -10),
        ("=1.500.000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("=((((1))))", 1),
    ],
)
def test_what_a_calculator_would_say(text: str, rupiah: int | None) -> None:
    """U05: evaluated on commit, exactly, with the signs people type."""
    if rupiah is None:
        assert evaluate(text) == {"3 × 1.250,50": 375_150, "12 ÷ 5": 240}[text]
    else:
        assert evaluate(text) == rupiah * 100


def test_a_leading_plus_adds_to_the_value_there() -> None:
    """U05: ``+250000`` never replaces silently."""
    assert evaluate("+250000", 1_000_000_00) == 1_250_000_00
    assert evaluate("+2*50.000", 1_000_000_00) == 1_100_000_00
    assert evaluate("-250000", 1_000_000_00) == -250_000_00


def test_a_third_is_not_lost_on_the_way() -> None:
    """Exact fractions inside; rounded half up to the sen once, at the end."""
    assert evaluate("100/3*3") == 100_00
    assert evaluate("1/3") == 33
    assert evaluate("1/200") == 1
    assert evaluate("-1/200*1") == -1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("12*3", True), ("=5", True), ("+5", True), ("(2+3)", True), ("-5", False), ("(5)", False)),
        *(("1.234-", False), ("Rp 1.000", False), ("1.234.567,-", False), ("", False), ("2-3", True)),
    ],
)
def test_what_counts_as_arithmetic(text: str, expected: bool) -> None:
    """A plain amount is never taken for arithmetic, nor the other way."""
    assert is_expression(text) is expected


HOSTILE = [
    "__import__('os')",
    "=__import__('os').system('x')",
    "9**9**9",
    "=9**9**9",
    "=1e999999999",
    "=" + "(" * 10_000 + "1" + ")" * 10_000,
    "=" + "(" * 99 + "1" + ")" * 99,
    "=" + "-" * 150 + "1",
    "=a.b",
    "=amount",
    "=1;2",
    "=1//2",
    "=1%2",
    "=[1]",
    "=1,5.2*2",
    "=1/0",
    "=1/(2-2)",
    "=",
    "+",
    "=()",
    "=(1",
    "=1)",
    "=1+",
    "=*2",
    "=2 3",
    "=1.5*2",
    "=1" + "+1" * MAX_LENGTH,
    "=\x00",
    "=٣*٢",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_everything_else_is_refused_quickly(text: str) -> None:
    """S16: an own small grammar; no names, no power, bounded length and depth, under 10 ms."""
    costs = []
    for _ in range(3):
        started = time.process_time()
        with pytest.raises(AmountError):
            evaluate(text)
        costs.append(time.process_time() - started)
    assert min(costs) < 0.01


def test_results_beyond_the_limit_are_refused() -> None:
    """U07: also when arithmetic leads there."""
    with pytest.raises(AmountError) as refused:
        evaluate("999.999.999.999.999*2")
    assert refused.value.code == "amount-too-large"
    with pytest.raises(AmountError):
        evaluate("+1", LIMIT_SEN)


@given(st.integers(0, 2**32))
def test_agrees_with_exact_fractions(seed: int) -> None:
    """U05: random sums, products and brackets agree with Python's own fractions."""
    rng = random.Random(seed)

    def grow(depth: int) -> tuple[str, Fraction]:
        if depth == 0 or rng.random() < 0.3:
            number = rng.randrange(0, 1000)
            return str(number), Fraction(number)
        (left, x), (right, y) = grow(depth - 1), grow(depth - 1)
        sign = rng.choice("+-*")
        value = x + y if sign == "+" else x - y if sign == "-" else x * y
        return f"({left}{sign}{right})", value

    text, value = grow(3)
    if abs(value) * 100 <= LIMIT_SEN:
        assert evaluate(f"={text}") == value * 100

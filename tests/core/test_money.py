"""Exact amounts: text in, text out, nothing guessed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from village_budget.money import (
    LIMIT_RUPIAH,
    LIMIT_SEN,
    AmountError,
    check_limit,
    format_amount,
    format_percent,
    format_rupiah,
    format_volume,
    line_amount,
    parse_amount,
    parse_volume,
)

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
any_amount = st.integers(-LIMIT_SEN, LIMIT_SEN)


@pytest.mark.parametrize(
    "text",
    [
        "1234567",
        "1.234.567",
        "1.234.567,00",
        "Rp 1.234.567",
        "Rp1.234.567,00",
        "rp. 1.234.567",
        "Rp1.234.567,-",
        "1234567,0",
    ],
)
def test_one_amount_in_all_its_usual_spellings(text: str) -> None:
    """U01: they store the same integer and show the same text."""
    assert parse_amount(text) == 1_234_567_00
    assert format_rupiah(parse_amount(text)) == f"Rp{NBSP}1.234.567"
    assert format_amount(parse_amount(text), with_sen=True) == "1.234.567,00"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1,234,567.00", ("1.234.567,00",)),
        ("1,234,567", ("1.234.567",)),
        ("1.5", ("1,5", "1.500")),
        ("1.50", ("1,50", "1.500")),
        ("1,234", ("1.234",)),
        ("12.25", ("12,25", "12.250")),
        ("123.456,000.00", ("123.456.000,00",)),
        ("1,234,000,00", ("1.234.000,00",)),
        ("1.234.000.50", ("1.234.000,50",)),
    ],
)
def test_ambiguous_text_is_refused_with_its_readings(text: str, readings: tuple[str, ...]) -> None:
    """U02: nothing is guessed; each reading is itself accepted text."""
    with pytest.raises(AmountError) as refused:
        parse_amount(text)
    assert refused.value.code == "amount-ambiguous"
    assert refused.value.readings == readings
    for reading in readings:
        parse_amount(reading)


@pytest.mark.parametrize(
    "text",
    [
        *("1.23.4", "1,2,3", "", "   ", "abc", "1 juta", "Rp", "1..000", "1.000.00", "12e3", "()", "--5"),
        *(
            "0x10",
            "١٢٣",
            "1_000",
            "1.2345",
            "=1",
            "5%",
            "( 1 ) )",
            "#REF!",
            "nan",
            "inf",
            "-(5)-",
            "1,000,00",
        ),
    ],
)
def test_text_that_means_nothing_is_refused(text: str) -> None:
    """U02, U06: no silent zero, no digits cut off."""
    with pytest.raises(AmountError) as refused:
        parse_amount(text)
    assert refused.value.code in {"amount-unreadable", "amount-ambiguous"}


@settings(max_examples=10_000)
@given(any_amount, st.booleans())
@example(LIMIT_SEN, True)
@example(-LIMIT_SEN, False)
@example(-1, False)
def test_opening_and_closing_an_amount_keeps_it(sen: int, with_sen: bool) -> None:
    """U03: 10 000 amounts, shown with and without sen, are read back unchanged."""
    text = format_amount(sen, with_sen=True if with_sen else None)
    assert parse_amount(text) == sen
    assert format_amount(parse_amount(text), with_sen=True if with_sen else None) == text
    assert parse_amount(format_rupiah(sen)) == sen


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        (f"1.234.567{NBSP}", 123_456_700),
        ("  1234  ", 123_400),
        ("(1.234)", -123_400),
        ("-1.234", -123_400),
        ("1.234-", -123_400),
        ("-", 0),
        ("'1234", 123_400),
        ("1234\n", 123_400),
        ("1234\r\n", 123_400),
        (f"{MINUS}5", -500),
        ("(Rp 1.234,50)", -123_450),
        ("-Rp 5", -500),
        ("Rp -5", -500),
        ("0", 0),
        ("0,05", 5),
        ("\ufeff12", 1200),
        ("1\N{NARROW NO-BREAK SPACE}234", 123_400),
        ("Rp -", 0),
        ("007", 700),
    ],
)
def test_pasted_text_follows_a_written_table(text: str, sen: int) -> None:
    """U06: each form is converted by this table."""
    assert parse_amount(text) == sen


@pytest.mark.parametrize(
    ("text", "sen"),
    [("157349559.8", 15_734_955_980), ("0.05", 5), ("-12.5", -1250), ("1.234.567", 123_456_700)],
)
def test_a_machines_plain_number_is_read_where_files_are_read(text: str, sen: int) -> None:
    """A CSV file's ``157349559.8`` is one clear number there."""
    assert parse_amount(text, point_decimals=True) == sen


def test_the_limit_is_stated_and_kept() -> None:
    """U07: the largest amount is accepted to the sen, one more is refused, and nothing wraps."""
    assert parse_amount("999.999.999.999.999") == LIMIT_RUPIAH * 100
    assert parse_amount("999.999.999.999.999,99") == LIMIT_SEN
    assert check_limit(-LIMIT_SEN) == -LIMIT_SEN
    for text in (
        "1.000.000.000.000.000",
        "1000000000000000",
        "-1.000.000.000.000.000",
        "9" * 40,
        "1" + "0" * 5000,
    ):
        with pytest.raises(AmountError) as refused:
            parse_amount(text)
        assert refused.value.code == "amount-too-large"


def test_a_product_beyond_the_limit_is_refused() -> None:
    """U07, F29: a line's amount is held to the same limit."""
    with pytest.raises(AmountError) as refused:
        line_amount(Decimal(10**6), 10**12 * 100)
    assert refused.value.code == "amount-too-large"
    assert line_amount(Decimal(1), LIMIT_SEN) == LIMIT_SEN


@pytest.mark.parametrize("rupiah", [2**31 - 1, 2**31, 2**53 + 1, 999_999_999_999_999])
def test_amounts_at_a_machines_borders_stay_exact(rupiah: int) -> None:
    """F29: no float and no narrow integer anywhere on the way."""
    if rupiah > LIMIT_RUPIAH:
        with pytest.raises(AmountError):
            check_limit(rupiah * 100)
        return
    assert parse_amount(format_amount(rupiah * 100)) == rupiah * 100


@pytest.mark.parametrize(
    ("volume", "price", "amount"),
    [
        ("3", 1_000_00, 3_000_00),
        ("2.5", 1_001_00, 2_503_00),
        ("0.5", 1_00, 1_00),
        ("0.333333", 1_000_00, 333_00),
        ("1", 157_349_559_80, 157_349_559_80),
        ("1.0", 99, 99),
        ("0", 5_000_00, 0),
        ("2", 25, 1_00),
        ("0.5", -1_00, -1_00),
    ],
)
def test_a_line_is_rounded_half_up_to_rupiah(volume: str, price: int, amount: int) -> None:
    """Volume x price to whole rupiah, half away from zero; one unit is its price to the sen."""
    assert line_amount(Decimal(volume), price) == amount


def test_a_large_volume_keeps_every_digit() -> None:
    """The product of many digits is not cut to a decimal context's precision."""
    volume = Decimal("999999.123457")
    exact = (999_999_123_457 * 98_765_432_11 + 50_000_000) // 100_000_000
    assert line_amount(volume, 98_765_432_11) == exact * 100


@pytest.mark.parametrize(
    ("text", "volume"), [("12", "12"), ("1.250", "1250"), ("2,5", "2.5"), ("0,333333", "0.333333")]
)
def test_volumes_are_exact_decimals(text: str, volume: str) -> None:
    """What is typed is what is kept."""
    assert parse_volume(text) == Decimal(volume)
    assert format_volume(Decimal(volume)) == text


@settings(max_examples=1_000)
@given(st.decimals(min_value=0, max_value=10**12, places=6))
def test_volumes_are_read_back_as_shown(volume: Decimal) -> None:
    """Showing and reading a volume keeps its value."""
    assert parse_volume(format_volume(volume)) == volume


@pytest.mark.parametrize("text", ["1.5", "1.25", "-2", "2,1234567", "", "a", "9" * 20])
def test_unclear_volumes_are_refused(text: str) -> None:
    """U02: also for volumes."""
    with pytest.raises(AmountError):
        parse_volume(text)


def test_percent_is_for_reading() -> None:
    """Comma, space, half up; an empty base reads as nothing."""
    assert format_percent(293, 10_000) == f"2,93{NBSP}%"
    assert format_percent(1, 3) == f"33,33{NBSP}%"
    assert format_percent(-1, 8, digits=1) == f"{MINUS}12,5{NBSP}%"
    assert format_percent(5, 0) == f"0,00{NBSP}%"


@settings(max_examples=1_000)
@given(st.decimals(min_value=0, max_value=LIMIT_RUPIAH, places=6), any_amount)
@example(Decimal(LIMIT_RUPIAH), LIMIT_SEN)
@example(Decimal("999999999999.999999"), 99_999)
def test_any_volume_and_price_give_the_exact_amount_or_the_limit(volume: Decimal, price: int) -> None:
    """U07, F29: no product is rounded on the way, and none ends in another error than the stated limit."""
    exact = Fraction(volume) * Fraction(price, 100)
    half_up = floor(abs(exact) + Fraction(1, 2)) * (1 if exact >= 0 else -1)
    try:
        amount = line_amount(volume, price)
    except AmountError as refused:
        assert refused.code == "amount-too-large"
        assert abs(half_up * 100) > LIMIT_SEN
    else:
        assert amount == (price if volume == 1 else half_up * 100)

"""Amounts in words; days as they are typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from village_budget.errors import UserError
from village_budget.money import LIMIT_RUPIAH, LIMIT_SEN, AmountError
from village_budget.spelling import long_date, read_day, spell_out

GOLDEN = {
    0: "nol",
    1: "satu",
    9: "sembilan",
    10: "sepuluh",
    11: "sebelas",
    12: "dua belas",
    19: "sembilan belas",
    20: "dua puluh",
    21: "dua puluh satu",
    100: "seratus",
    101: "seratus satu",
    111: "seratus sebelas",
    200: "dua ratus",
    999: "sembilan ratus sembilan puluh sembilan",
    1_000: "seribu",
    1_001: "seribu satu",
    1_100: "seribu seratus",
    2_000: "dua ribu",
    11_000: "sebelas ribu",
    21_000: "dua puluh satu ribu",
    100_000: "seratus ribu",
    101_000: "seratus satu ribu",
    1_000_000: "satu juta",
    1_001_000: "satu juta seribu",
    1_001_001: "satu juta seribu satu",
    1_000_000_000: "satu miliar",
    1_001_001_000: "satu miliar satu juta seribu",
    1_459_971_435: "satu miliar empat ratus lima puluh sembilan juta sembilan ratus tujuh puluh satu ribu "
    "empat ratus tiga puluh lima",
    1_000_000_000_000: "satu triliun",
    999_000_000_000_000: "sembilan ratus sembilan puluh sembilan triliun",
    LIMIT_RUPIAH: " ".join(
        f"sembilan ratus sembilan puluh sembilan {scale}".strip()
        for scale in ("triliun", "miliar", "juta", "ribu", "")
    ),
}


@pytest.mark.parametrize(("rupiah", "words"), GOLDEN.items())
def test_words_as_a_teacher_would_write_them(rupiah: int, words: str) -> None:
    """Terbilang of an amount, right to 999 trillion."""
    assert spell_out(rupiah * 100) == f"{words} rupiah"


def test_sen_and_minus() -> None:
    """Sen follow the rupiah; a negative amount says minus once."""
    assert spell_out(150) == "satu rupiah lima puluh sen"
    assert spell_out(5) == "nol rupiah lima sen"
    assert spell_out(-1_001_00) == "minus seribu satu rupiah"


def test_beyond_the_limit_is_refused() -> None:
    """U07: no words for what cannot be stored."""
    with pytest.raises(AmountError):
        spell_out(LIMIT_SEN + 1)


_UNITS = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def _read_words(words: str) -> int:
    """Read terbilang back, by the rules of the language and not by those of the code under test."""
    total = group = current = 0
    for word in words.split():
        if word in _UNITS:
            group, current = group + current, _UNITS[word]
        elif word == "belas":
            current += 10
        elif word == "puluh":
            group, current = group + current * 10, 0
        elif word == "ratus":
            group, current = group + current * 100, 0
        elif word == "seratus":
            group, current = group + current + 100, 0
        elif word == "seribu":
            total, group, current = total + 1000, 0, 0
        else:
            total, group, current = total + (group + current) * _SCALES[word], 0, 0
    return total + group + current


@settings(max_examples=2_000)
@given(st.integers(0, LIMIT_RUPIAH))
def test_words_are_read_back_to_the_same_number(rupiah: int) -> None:
    """Each number has its own words: reading them gives it back."""
    words = spell_out(rupiah * 100).removesuffix(" rupiah")
    assert _read_words(words) == rupiah
    assert "  " not in words
    assert "satu ribu" not in words.replace("puluh satu ribu", "").replace("ratus satu ribu", "")


@pytest.mark.parametrize(
    "text",
    [
        "31/12/2026", "31-12-2026", "31.12.2026", "31 12 2026", "31/12/26", "2026-12-31",
        " 31  Desember 2026 ",
        "31 des 2026", "31 Des. 2026", "31-Des-2026", "31 December 2026",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(text: str) -> None:
    assert read_day(text) == date(2026, 12, 31)


@pytest.mark.parametrize(("text", "month"), [("1 agt 2026", 8), ("1 Nop 2026", 11), ("1 mei 2026", 5)])
def test_usual_short_months_are_known(text: str, month: int) -> None:
    assert read_day(text) == date(2026, month, 1)


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2026", "12/31/2026", "1 De 2026", "31/12", "31/12/20266", "31/12/1926", "besok", "١/١/٢٠٢٦"],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read_day(text)
    assert refused.value.code == "date-unreadable"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["id", "en"]))
def test_a_day_written_out_is_read_again(day: date, language: str) -> None:
    assert read_day(long_date(day, language)) == day

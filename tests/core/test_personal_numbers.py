"""Numbers of persons and families are told from amounts, accounts and telephones (S25)."""

from __future__ import annotations

import pytest

from village_budget.personal_numbers import (
    has_personal_number,
    with_masked_numbers,
    without_personal_numbers,
)

PERSONAL = (
    "3510011203980001",
    "3510 0112 0398 0001",
    "3510.0112.0398.0001",
    "3510-0112-0398-0001",
    "35 10 01 12 03 98 00 01",
    "NIK 3510014708650002 Ibu Siti",
    "BLT (KK:3510011203980001), 12 bulan",
)
HARMLESS = (
    "",
    "1.234.567.890.123.456",
    "Rp 999.999.999.999.999",
    "rek. BRI 003401012345508",
    "0812-3456-7890",
    "1234567890123456",
    "3510019903980001",
    "35100112039800011",
    "5.3.5.01",
    "Perbup 12/2026 tanggal 31-12-2026",
)


@pytest.mark.parametrize("text", PERSONAL)
def test_sixteen_digits_built_like_a_nik_are_found_masked_and_taken_out(text: str) -> None:
    """S25: also spaced, dotted, hyphenated and in the middle of words."""
    assert has_personal_number(text)
    for cleaned in (with_masked_numbers(text), without_personal_numbers(text)):
        assert not has_personal_number(cleaned)
        assert "9800" not in cleaned.replace(" ", "").replace(".", "")


@pytest.mark.parametrize("text", HARMLESS)
def test_amounts_accounts_and_telephones_are_left_alone(text: str) -> None:
    """S25: no false alarm."""
    assert not has_personal_number(text)
    assert with_masked_numbers(text) == text

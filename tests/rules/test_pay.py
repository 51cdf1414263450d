"""How lines of monthly pay are read, in the many ways in which they are written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests import builders
from village_budget.domain.lines import Factor
from village_budget.rules.kinds.pay import Pay, persons_disagree, read_pay


def pay(words: str, volume: str, unit: str, rupiah: int, *factors: tuple[int, str]) -> Pay | None:
    parts = tuple(Factor(Decimal(value), name) for value, name in factors)
    line = builders.line(
        1, account_code="5.1.2.01", description=words, volume=volume, unit=unit, rupiah=rupiah, factors=parts
    )
    return read_pay(line)


@pytest.mark.parametrize(
    ("words", "volume", "unit", "rupiah", "monthly"),
    [
        ("Kepala Kampong, 1 org x 12 bln", "12", "OB", 2_200_000, 2_200_000),
        ("Kaur, 4 org x 12 bln", "48", "OB", 1_100_000, 1_100_000),
        ("Kaur, 4 org x 12 bln", "48", "Bulan", 1_100_000, 1_100_000),
        ("Kaur, 4 org x 12 bln", "12", "bulan", 4_400_000, 1_100_000),
        ("Kaur, 4 org x 12 bln", "4", "orang", 13_200_000, 1_100_000),
        ("Kaur, 4 org x 12 bln", "1", "paket", 52_800_000, 1_100_000),
        ("Kaur 4 orang", "12", "bln", 4_400_000, 1_100_000),
        ("Kaur 4 orang", "48", "bln.", 1_100_000, 1_100_000),
        ("Siltap Kepala Desa", "12", "Bln", 2_500_000, 2_500_000),
        ("Siltap Kepala Desa", "12", "Org/Bln", 2_500_000, 2_500_000),
        ("Siltap Kepala Desa", "12", "O/B", 2_500_000, 2_500_000),
        ("Siltap Kepala Desa", "12", "orang bulan", 2_500_000, 2_500_000),
        ("Siltap Kepala Desa", "1", "tahun", 30_000_000, 2_500_000),
        ("Siltap Kepala Desa 12 bulan", "1", "LS", 30_000_000, 2_500_000),
        ("Siltap Kadus selama 12 bulan", "3", "orang", 30_000_000, 2_500_000),
        ("Siltap Kepala Desa", "1", "paket", 30_000_000, None),
        ("Kadus", "3", "orang", 30_000_000, None),
        ("Kaur 4 org x 12 bln, kadus 3 org x 6 bln", "1", "paket", 30_000_000, None),
    ],
)
def test_pay_a_month(words: str, volume: str, unit: str, rupiah: int, monthly: int | None) -> None:
    read = pay(words, volume, unit, rupiah)
    assert read is not None
    assert read.monthly == (None if monthly is None else Fraction(monthly * 100))


def test_rounding_an_amount_costs_nobody_a_rupiah() -> None:
    """11,333333 months at the minimum come to 22.918.266,59 and are booked as 22.918.267."""
    for volume in ("11.333333", "11.333334", "0.5"):
        read = pay("Kaur", volume, "OB", 2_022_201)
        assert read is not None
        assert read.monthly == 2_022_201_00


@pytest.mark.parametrize(
    ("factors", "volume", "rupiah", "monthly"),
    [
        (((3, "orang"), (12, "bulan")), "36", 2_000_000, 2_000_000),
        (((1, "org"), (12, "bln")), "12", 2_000_000, 2_000_000),
        (((12, "bulan"),), "12", 2_000_000, 2_000_000),
        (((3, "orang"), (1, "tahun")), "3", 24_000_000, 2_000_000),
        (((3, "orang"), (12, "bulan"), (1, "kegiatan")), "36", 2_000_000, 2_000_000),
        (((3, "orang"), (12, "bulan"), (2, "kali")), "72", 1_000_000, None),
        (((3, "orang"),), "3", 24_000_000, None),
    ],
)
def test_factors_are_read_first(
    factors: tuple[tuple[int, str], ...], volume: str, rupiah: int, monthly: int | None
) -> None:
    read = pay("Kaur", volume, "kali", rupiah, *factors)
    assert read is not None
    assert read.monthly == (None if monthly is None else Fraction(monthly * 100))


@pytest.mark.parametrize(
    "words",
    [
        "Kurang Bayar Siltap Kepala Kampong 1 org x 6 bln", "Kuranga Bayar Siltap Kaur, 4 org x 6 bln",
        "Kekurangan siltap 2024", "Rapel siltap", "Siltap ke-13", "Gaji ke 13 Kepala Desa", "THR",
        "Tunggakan siltap tahun lalu",
    ],
)  # fmt: skip
def test_arrears_and_extra_pay_are_left_out(words: str) -> None:
    assert pay(words, "12", "OB", 100_000) is None


@pytest.mark.parametrize(
    ("words", "secretary"),
    [
        ("Sekretaris Desa", True), ("Siltap SEKDES 1 org x 12 bln", True), ("Carik", True),
        ("Sekdes, Kaur dan Kasi", False), ("Sekretaris Desa dan Perangkat Desa", False),
        ("Sekdes dan Kadus", False), ("Sekretaris 2 orang", False), ("Kaur Keuangan", False),
        ("Siltap perangkat desa: sekretaris desa", True),
    ],
)  # fmt: skip
def test_the_secretary_is_known_by_words(words: str, secretary: bool) -> None:
    read = pay(words, "12", "OB", 2_500_000)
    assert read is not None
    assert read.secretary is secretary


@pytest.mark.parametrize(
    ("words", "hamlet"),
    [
        ("Kadus, 3 org x 12 bln", True), ("Siltap Kepala Dusun", True), ("Kasun 3 orang", True),
        ("Kepala Kewilayahan", True), ("Kaur, Kasi dan Kadus", False), ("Sekdes dan Kadus", False),
        ("Perangkat desa dan kadus", False), ("Kaur Keuangan", False), ("Dusun Krajan", False),
    ],
)  # fmt: skip
def test_heads_of_hamlets_are_known_by_words(words: str, hamlet: bool) -> None:
    read = pay(words, "12", "OB", 2_500_000)
    assert read is not None
    assert read.hamlet is hamlet


@pytest.mark.parametrize(
    ("words", "volume", "wrong"),
    [
        ("Kaur, 4 org x 12 bln", "48", False), ("Kaur, 4 org x 12 bln", "12", False),
        ("Kaur, 4 org x 12 bln", "4", False), ("Kaur, 4 org x 12 bln", "1", False),
        ("Kaur, 4 org x 12 bln", "24", True), ("Kaur 4 orang", "48", False), ("Kaur", "5", False),
    ],
)  # fmt: skip
def test_a_description_that_contradicts_its_volume(words: str, volume: str, wrong: bool) -> None:
    line = builders.line(1, description=words, volume=volume, unit="OB")
    assert persons_disagree(line) is wrong

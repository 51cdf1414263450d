"""Shares with two limits or tiers, products of families and months, and classes: to the rupiah."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.cases import plan_of
from village_budget.chart.chart import national_chart
from village_budget.domain.answer import Answer
from village_budget.domain.findings import Direction, Finding, Severity
from village_budget.domain.plan import Plan
from village_budget.errors import PackError
from village_budget.figures.selector import Selector
from village_budget.rules.check import check
from village_budget.rules.packs.loader import read_pack
from village_budget.rules.packs.pack import (
    PackText,
    Rule,
    RulePack,
    Tier,
    Variant,
)

MILLION = 100 * 10**6
BLT = Selector(parts=("spending",), tags=("blt",))
DANA_DESA = Selector(parts=("revenue",), accounts=("4.2.1",))
WORDS = PackText("Kalimat.", "Sentence.")
RULE = Rule(
    "X", WORDS, WORDS, "share_range", Severity.ERROR, "Pasal 1", WORDS, WORDS, WORDS,
    variants={"none": Variant(WORDS, Severity.WARNING), "below": Variant(WORDS)},
    measured=BLT, base=DANA_DESA, percent_min="10", percent="25",
)  # fmt: skip
TIERED = replace(
    RULE, kind="tiered_share", percent_min="", percent="",
    tiers=(
        Tier(800 * MILLION, "25", below=True), Tier(1200 * MILLION, "30"), Tier(None, "35"),
    ),
)  # fmt: skip


def judged(rule: Rule, rows: Sequence[str], answers: Mapping[str, str] | None = None) -> Finding:
    """The one finding of a rule."""
    base = plan_of(rows, 2023)
    records = [Answer(n, question, value) for n, (question, value) in enumerate((answers or {}).items(), 1)]
    plan = Plan(base.village, base.info, base.activities.values(), base.lines.values(), records)
    pack = RulePack(2023, "1", "2023-01-01", {rule.id: rule})
    (finding,) = check(plan, national_chart(), pack)
    return finding


def share(blt: object, dana_desa: object) -> list[str]:
    """A plan with so much BLT out of so much Dana Desa."""
    return [
        f"belanja | 5.3.00 | 5.4.1.01 | DDS | 1 paket | {blt}",
        f"pendapatan || 4.2.1.01 | DDS | 1 tahun | {dana_desa}",
    ]


@pytest.mark.parametrize(
    ("blt", "dana_desa", "holds", "gap", "limit", "percent", "variant"),
    [
        (99_999, 1_000_000, False, 100, 100_000_00, "10", "below"),
        (100_000, 1_000_000, True, 0, 250_000_00, "25", ""),
        (250_000, 1_000_000, True, 0, 250_000_00, "25", ""),
        (250_001, 1_000_000, False, 100, 250_000_00, "25", ""),
        # A limit that is no whole rupiah: 10 % and 25 % of 999.999.
        (99_999, 999_999, False, 100, 100_000_00, "10", "below"),
        (100_000, 999_999, True, 0, 249_999_00, "25", ""),
        (250_000, 999_999, False, 100, 249_999_00, "25", ""),
        (0, 1_000_000, False, 100_000_00, 100_000_00, "10", "none"),
        (1, 0, False, 100, 0, "25", ""),
        # In sen the limits are exact to the sen.
        ("99999.99", 1_000_000, False, 1, 100_000_00, "10", "below"),
    ],
)  # fmt: skip
def test_a_range_has_two_limits(
    blt: object, dana_desa: object, holds: bool, gap: int, limit: int, percent: str, variant: str
) -> None:
    finding = judged(RULE, share(blt, dana_desa))
    assert (finding.holds, finding.gap, finding.limit) == (holds, gap, limit)
    assert (finding.limit_percent, finding.variant) == (percent, variant)
    assert finding.direction is (Direction.AT_LEAST if percent == "10" else Direction.AT_MOST)
    assert finding.severity is (Severity.WARNING if variant == "none" else Severity.ERROR)
    assert finding.facts["percent"] == f"{percent}\N{NO-BREAK SPACE}%"
    assert finding.facts["percent_min"] == "10\N{NO-BREAK SPACE}%"


def test_a_range_without_a_base_has_nothing_to_say() -> None:
    finding = judged(RULE, ["pendapatan || 4.2.3.01 | ADD | 1 tahun | 1000000"])
    assert (finding.holds, finding.applies, finding.variant) == (True, False, "absent")


def test_a_range_may_have_decimals() -> None:
    """2.5 % of 1.000.001 is 25.000,025: the first rupiah that is enough is 25.001."""
    rule = replace(RULE, percent_min="2.5")
    assert judged(rule, share(25_000, 1_000_001)).gap == 100
    assert judged(rule, share(25_001, 1_000_001)).holds
    assert judged(rule, share(25_000, 1_000_001)).facts["percent"] == "2,5\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("dana_desa", "percent", "limit"),
    [
        (799_999_999, "25", 199_999_999),
        (800_000_000, "30", 240_000_000),
        (1_200_000_000, "30", 360_000_000),
        (1_200_000_001, "35", 420_000_000),
    ],
)
def test_a_tier_is_chosen_by_the_base(dana_desa: int, percent: str, limit: int) -> None:
    """Below Rp 800 million 25 %, up to and with Rp 1.2 billion 30 %, above 35 % (Permendes 6/2020)."""
    inside, outside = judged(TIERED, share(limit, dana_desa)), judged(TIERED, share(limit + 1, dana_desa))
    assert (inside.holds, inside.headroom, inside.limit_percent) == (True, 0, percent)
    assert (outside.holds, outside.gap, outside.limit) == (False, 100, limit * 100)
    assert outside.facts["percent"] == f"{percent}\N{NO-BREAK SPACE}%"


def test_a_tier_follows_the_answered_ceiling() -> None:
    """The denominator is the answer while there is one, else the base lines."""
    rule = replace(TIERED, base_question="pagu.DDS")
    rows = share(240_000_000, 700_000_000)
    assert judged(rule, rows).limit_percent == "25"
    answered = judged(rule, rows, {"pagu.DDS": str(800 * MILLION)})
    assert (answered.holds, answered.limit_percent, answered.base) == (True, "30", 800 * MILLION)
    assert answered.questions == ("pagu.DDS",)


AMOUNTS = st.integers(0, 10**13)
PERCENTS = st.decimals("0.5", "99.5", places=2)


@given(measured=AMOUNTS, base=AMOUNTS.filter(bool), low=PERCENTS, high=PERCENTS)
def test_a_range_agrees_with_cross_multiplication(
    measured: int, base: int, low: Decimal, high: Decimal
) -> None:
    """In whole rupiah: 100 x measured against percent x base, never a rounded share."""
    low, high = sorted((low, high))
    rule = replace(RULE, percent_min=str(low), percent=str(high))
    finding = judged(rule, share(measured, base))
    assert finding.holds == (low * base <= 100 * measured <= high * base)
    if not finding.holds:
        right = finding.limit // 100
        assert low * base <= 100 * right or finding.direction is Direction.AT_MOST
        assert finding.gap == abs(measured * 100 - finding.limit)


@given(measured=AMOUNTS, base=AMOUNTS.filter(bool))
def test_a_tier_agrees_with_cross_multiplication(measured: int, base: int) -> None:
    """The last rupiah that is allowed holds, the next is too much."""
    percent = 25 if base < 800_000_000 else 30 if base <= 1_200_000_000 else 35
    finding = judged(TIERED, share(measured, base))
    assert finding.holds == (100 * measured <= percent * base)
    assert 100 * (finding.limit // 100) <= percent * base < 100 * (finding.limit // 100 + 1)


@pytest.mark.parametrize("kind", ["share_max", "share_min"])
def test_a_share_is_measured_against_the_answered_ceiling(kind: str) -> None:
    rule = replace(RULE, kind=kind, percent_min="", base_question="pagu.dd_reguler")
    rows = share(100, 1000)
    assert judged(rule, rows).base == 1000_00
    answered = judged(rule, rows, {"pagu.dd_reguler": "40000"})
    assert (answered.base, answered.limit, answered.holds) == (400_00, 100_00, True)


TIERS = """[pack]
year = 2030
version = "1"
checked_on = 2030-01-01
[rules.X]
kind = "tiered_share"
severity = "error"
theme = "dana_desa"
basis = "Pasal 1"
title = { id = "a", en = "b" }
broken = { id = "a", en = "b" }
holds = { id = "a", en = "b" }
demand = { id = "a", en = "b" }
measured = { tags = ["blt"] }
base = { accounts = ["4.2.1"] }
variants.absent = { id = "a", en = "b" }
"""


@pytest.mark.parametrize(
    "tiers",
    [
        '[{ percent = "25" }, { percent = "35" }]',
        '[{ up_to = 5, percent = "25" }]',
        '[{ up_to = 5, below = 5, percent = "25" }, { percent = "35" }]',
        '[{ up_to = 5, percent = "25" }, { below = 5, percent = "30" }, { percent = "35" }]',
        '[{ up_to = "5", percent = "25" }, { percent = "35" }]',
        '[{ up_to = 5, percent = "125" }, { percent = "35" }]',
        "[]",
    ],
)
def test_tiers_that_make_no_sense_are_refused(tmp_path: Path, tiers: str) -> None:
    path = tmp_path / "2030.toml"
    path.write_text(f"{TIERS}tiers = {tiers}\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(path)
    assert (caught.value.code, caught.value.details["field"]) == ("pack-field", "rules.X.tiers")


def test_tiers_are_read_as_they_are_meant(tmp_path: Path) -> None:
    path = tmp_path / "2030.toml"
    tiers = '[{ below = 8, percent = "25" }, { up_to = 12, percent = "30" }, { percent = "35" }]'
    path.write_text(f"{TIERS}tiers = {tiers}\n", encoding="utf-8")
    found = read_pack(path).rules["X"].tiers
    assert found == (Tier(800, "25", below=True), Tier(1200, "30"), Tier(None, "35"))


def rate(**fields: Any) -> Rule:
    """A rule on families x amount x months."""
    stated: dict[str, Any] = {"question": "blt.keluarga", "limit": 300_000_00, "months": 12, **fields}
    return replace(RULE, kind="rate_product", base=Selector(), percent="", percent_min="", **stated)


@pytest.mark.parametrize(
    ("blt", "families", "gap"),
    [
        (72_000_000, "20", 0), (71_999_999, "20", 100), (72_000_001, "20", 100),
        (72_000_000, "0", 72 * MILLION),
    ],
)  # fmt: skip
def test_families_times_amount_times_months(blt: int, families: str, gap: int) -> None:
    """20 families x Rp 300.000 x 12 months is Rp 72.000.000, no rupiah more or less."""
    finding = judged(rate(), share(blt, 1), {"blt.keluarga": families})
    assert (finding.holds, finding.gap, finding.direction) == (gap == 0, gap, Direction.EQUAL)
    assert (finding.facts["number"], finding.facts["months"]) == (families, "12")
    assert bool(finding.lines) == (gap > 0)


def test_no_families_need_no_money() -> None:
    finding = judged(rate(), ["pendapatan || 4.2.1.01 | DDS | 1 tahun | 1"], {"blt.keluarga": "0"})
    assert (finding.holds, finding.variant) == (True, "")


def test_the_number_of_families_is_asked_for_when_there_is_blt() -> None:
    asked = judged(rate(), share(72_000_000, 1))
    assert (asked.holds, asked.applies, asked.variant) == (True, True, "ask")
    assert asked.lines
    assert asked.questions == ("blt.keluarga",)
    absent = judged(rate(), ["pendapatan || 4.2.1.01 | DDS | 1 tahun | 1"])
    assert (absent.holds, absent.applies, absent.variant) == (True, False, "absent")


def classes(*rows: str) -> Finding:
    """The finding of a rule with three classes on lines of Dana Desa."""
    rule = replace(
        RULE, kind="classified", measured=Selector(parts=("spending",), funds=("DDS",)), base=Selector(),
        percent="", percent_min="", tags=("blt", "kesehatan", "pktd"),
    )  # fmt: skip
    return judged(rule, rows)


def test_each_line_has_one_class() -> None:
    one = "belanja | 2.2.02 | 5.2.1.06 | DDS | 1 paket | 5"
    two = "belanja | 2.2.02 | 5.2.1.06 | DDS | 1 paket | 7 | Upah | kesehatan;pktd"
    none = "belanja | 2.3.10 | 5.3.5.03 | DDS | 1 paket | 9"
    other = "belanja | 2.3.10 | 5.3.5.03 | ADD | 1 paket | 9"
    right = classes(one, "belanja | 2.3.10 | 5.3.5.03 | DDS | 1 paket | 9 | Jalan | pktd", other)
    assert (right.holds, right.applies, right.variant, right.lines) == (True, True, "", ())
    asked = classes(one, none, other)
    assert (asked.holds, asked.variant, asked.lines) == (True, "ask", (2,))
    assert asked.facts["measured"] == "Rp\N{NO-BREAK SPACE}9"
    broken = classes(one, two, none, two.replace("| 7", "| 8"))
    assert (broken.holds, broken.gap, broken.variant, broken.lines) == (False, 2, "", (4, 2))
    assert broken.facts["lines"] == "2 lines"
    absent = classes(other)
    assert (absent.holds, absent.applies, absent.variant) == (True, False, "absent")

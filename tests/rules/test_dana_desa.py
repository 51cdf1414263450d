"""Rules on Dana Desa: the days between which they hold, what 2027 carries on, and what stays doubtful."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests import builders
from tests.rules.cases import plan_of
from village_budget.chart.chart import national_chart
from village_budget.domain.answer import Waiver
from village_budget.domain.plan import Plan
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker, check
from village_budget.rules.packs.loader import load_pack, pack_years
from village_budget.rules.packs.pack import Rule

YEARS = range(2019, 2028)
DATED = [
    ("DD-20-01", date(2020, 4, 1), date(2020, 5, 18)),
    ("DD-20-02-6BLN", date(2020, 5, 19), date(2020, 10, 12)),
    ("DD-20-02-9BLN", date(2020, 10, 13), date(2020, 12, 31)),
    ("DD-20-03", date(2020, 5, 19), date(2020, 12, 31)),
    ("DD-22-04", date(2022, 8, 26), date(2022, 12, 31)),
    ("DD-25-06", date(2025, 11, 25), date(2025, 12, 31)),
    ("DD-25-06-KOMITMEN", date(2025, 11, 25), date(2025, 12, 31)),
]


def rules_of(year: int, day: str = "") -> dict[str, Rule]:
    """The rules by which a plan with a regulation of that day (else none yet) is judged."""
    base = builders.plan(year)
    plan = Plan(base.village, replace(base.info, regulation_date=day))
    chart = national_chart()
    return Checker(load_pack(year), plan, Figures(plan, chart), chart).pack.rules


SHEET = """
DD-19-01 DD-19-02 DD-20-01 DD-20-02 DD-20-03 DD-21-01 DD-21-02 DD-21-03 DD-21-04 DD-22-01 DD-22-02 DD-22-03
DD-22-04 DD-23-01 DD-23-02 DD-23-03 DD-23-04 DD-24-01 DD-24-02 DD-24-03 DD-24-04 DD-24-05 DD-LEFT DD-25-01
DD-25-02 DD-25-03 DD-25-04 DD-25-05 DD-25-06 DD-25-07 DD-26-01 DD-26-02 DD-26-03 DD-26-04 DD-26-05 DD-26-06
DD-26-07 DD-26-08 DD-26-09 DD-OPS-USE DD-SWA DD-27-01
"""


def test_every_row_of_the_sheet_on_dana_desa_has_its_rule() -> None:
    """Section 4 of the sheet; a row that needs several rules has them with a suffix."""
    known = {rule for year in YEARS for rule in load_pack(year).rules}
    for row in SHEET.split():
        assert any(rule == row or rule.startswith(f"{row}-") for rule in known), row


@pytest.mark.parametrize(("rule", "first", "last"), DATED)
def test_a_rule_holds_between_its_days(rule: str, first: date, last: date) -> None:
    """Just before and just after, within the fiscal year, nobody is judged by it."""
    year, day = first.year, timedelta(days=1)
    assert rule not in rules_of(year)
    assert rule not in rules_of(year, (first - day).isoformat())
    assert rule in rules_of(year, first.isoformat())
    assert rule in rules_of(year, last.isoformat())
    assert (rule in rules_of(year, (last + day).isoformat())) == (last.month == 12)


@pytest.mark.parametrize("year", YEARS)
def test_each_year_has_the_rules_of_its_own_dana_desa(year: int) -> None:
    """No rule of another year's Dana Desa is judged; 2027 carries some of 2026."""
    names = {rule for rule in load_pack(year).rules if rule[:5] in {f"DD-{n % 100}" for n in YEARS}}
    own = {rule for rule in names if rule.startswith(f"DD-{year % 100}-")}
    several = {"DD-21-04", "DD-24-04", "DD-24-05"}
    assert own
    assert year in pack_years()
    carried = {rule for rule in names if rule.startswith("DD-26-")} if year == 2027 else set()
    assert names <= own | several | carried
    assert ("DD-21-04" in names) == (year >= 2021)
    assert ("DD-24-04" in names) == (year >= 2024)
    assert ("DD-24-05" in names) == (year in (2024, 2025))
    assert ("DD-LEFT" in load_pack(year).rules) == (year >= 2024)
    assert ("DD-OPS-USE" in load_pack(year).rules) == (year >= 2023)


def test_nothing_of_2027_is_verified() -> None:
    """No PMK and no Permendes of 2027 is known and PP 16/2026 was not read: all of it is carried on."""
    pack = load_pack(2027)
    assert (pack.year, pack.carried_from) == (2027, 2026)
    assert "DD-27-01" in pack.rules
    assert not any(rule.verified for rule in pack.rules.values())
    assert {"DD-26-01", "DD-26-02", "DD-26-08-GAJI"} <= pack.rules.keys()
    assert not {"DD-26-04", "DD-26-05", "DD-26-07-TGL", "DD-26-09"} & pack.rules.keys()
    assert not any(rule.verified for rule in rules_of(2027, "2027-06-01").values())


def test_wages_of_cash_for_work_are_a_duty_in_2021_and_advice_later() -> None:
    """Its later status is unknown (open doubt 10): advisory at most, and unverified."""
    assert [load_pack(year).rules["DD-21-04"].severity for year in (2021, 2022)] == ["error", "advice"]
    assert rules_of(2021)["DD-21-04"].verified
    assert not rules_of(2022)["DD-21-04"].verified


@pytest.mark.parametrize("year", YEARS)
def test_a_rule_on_dana_desa_says_where_it_was_seen(year: int) -> None:
    for rule in load_pack(year).rules.values():
        if rule.id.startswith("DD-"):
            assert rule.theme == "dana_desa", rule.id
            assert rule.note, rule.id


def test_the_regular_ceiling_that_the_regency_hands_out_is_the_measure() -> None:
    """Rp 373.456.000 is planned, Rp 400.000.000 is the ceiling: 3 % of the ceiling is Rp 12.000.000."""
    rows = [
        "pendapatan || 4.2.1.01 | DDS | 1 tahun | 373456000",
        "belanja | 1.1.08 | 5.2.1.01 | DDS | 1 paket | 12000000",
    ]
    pack = replace(load_pack(2026), given={"pagu.dd_reguler": "40000000000"})
    for given, holds in ((pack, True), (load_pack(2026), False)):
        found = {one.rule: one for one in check(plan_of(rows, 2026), national_chart(), given)}
        assert found["DD-26-02"].holds == holds
        assert found["DD-26-01"].holds != holds
        assert found["DD-26-01"].variant == ("" if holds else "ask")
    assert found["DD-26-02"].gap == (12_000_000 - 11_203_680) * 100


def test_an_exemption_relaxes_the_share_that_the_law_lets_go() -> None:
    """PMK 128/2022: what a village meeting decided is recorded; the breach stays in sight, not open."""
    rows = [
        "pendapatan || 4.2.1.01 | DDS | 1 tahun | 1000000",
        "belanja | 5.3.00 | 5.4.1.01 | DDS | 1 paket | 1",
    ]
    base = plan_of(rows, 2022, {"dok.musdes_alih_blt": "yes"}, "2022-09-01")
    waiver = Waiver(1, "DD-22-01", "", "Penerima berkurang", "Berita acara musdes", "Musdes", "2022-09-01")
    records = [*base.answers.values(), waiver]
    plan = Plan(base.village, base.info, base.activities.values(), base.lines.values(), records)
    found = {one.rule: one for one in check(plan, national_chart(), load_pack(2022))}
    assert (found["DD-22-01"].holds, found["DD-22-01"].is_open) == (False, False)
    assert (found["DD-22-03"].holds, found["DD-22-03"].is_open) == (False, True)
    assert found["DD-22-04"].holds

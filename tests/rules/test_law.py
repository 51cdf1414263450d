"""The law that holds in all years: which rows of the sheet it covers, and real budgets judged by hand."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from tests.exchange.tables import shared
from tests.rules.cases import plan_of
from village_budget.chart.chart import national_chart
from village_budget.domain.findings import Finding
from village_budget.domain.plan import Plan
from village_budget.rules.check import check
from village_budget.rules.packs.loader import load_pack, pack_years
from village_budget.rules.packs.questions import load_questions
from village_budget.rules.wording import sentence

CHART = national_chart()
REVOKED = date(2026, 3, 27)
"""PP 16/2026 revokes PP 43/2014 and its amendments."""
SHEET = {
    1: "BEL-30-OLD BEL-70-OLD BEL-30 BEL-70 BEL-BENGKOK BEL-JAMSOS BEL-PP16 SIL-KADES SIL-SEKDES"
    " SIL-PERANGKAT SIL-MAX SIL-COUNT SIL-SRC SIL-ADD-TIER SIL-RATIO-OLD JKN-4-1 PURNA",
    2: "BAL-SD BAL-NET BAL-ZERO BAL-SRC BAL-ROLL STR-CODE STR-JENIS BTT-BID5 BTT-CRIT DCD-PERDES DCD-SRC"
    " DCD-TERM DCD-YEAR PMD-PERDES PMD-FEAS SILPA-USE SILPA-IN REV-CASH REV-PUNGUTAN REV-PAGU",
    3: "PRC-RKP PRC-PAGU PRC-BPD PRC-NOBPD PRC-3D PRC-ATT PRC-EVAL PRC-FIX PRC-CANCEL PRC-DEC PRC-SEND"
    " PRC-INFO PRC-PERUB PRC-PERUB-N PRC-PERKADES PRC-RKPFIT PRC-DPA3 PRC-DPA6-15 PRC-DPASET PRC-DPPA PRC-RAK"
    " PRC-DPAL PRC-SPP PRC-REP PBJ-TIER",
    5: "ADD-10 ADD-USE PBH-10 BK-KHUSUS LOC-PEDOMAN LOC-PRICE LOC-SILTAP BWI-ADD BWI-KEU BWI-EVB BWI-KEW"
    " BWI-SCALE TRACE-1 TRACE-2 TRACE-3 TRACE-4 PRIORITY",
}  # fmt: skip


@pytest.mark.parametrize("section", SHEET)
def test_every_row_of_the_sheet_has_its_rule(section: int) -> None:
    """A row that needs several rules has them with a suffix; a duty of others is context, never judged."""
    rules = {rule for year in pack_years() for rule in load_pack(year).rules}
    for row in SHEET[section].split():
        assert row in rules or any(rule.startswith(f"{row}-") for rule in rules), row


def test_rules_on_the_revoked_regulation_are_in_doubt_from_that_day_on() -> None:
    before, after = load_pack(2026).holding_on(date(2026, 3, 26)), load_pack(2026).holding_on(REVOKED)
    doubted = {
        rule.id for rule in after.rules.values() if "PP 43/2014" in rule.basis or "PP 11/2019" in rule.basis
    }
    assert doubted >= {"BEL-30", "BEL-70", "SIL-KADES", "PRC-BPD", "PRC-3D", "PRC-DEC", "ADD-10", "REV-CASH"}
    for rule in doubted:
        if after.rules[rule].kind != "context":
            assert not after.rules[rule].verified, rule
            assert before.rules[rule].verified or before.rules[rule].confidence == "low", rule


def test_every_question_of_a_rule_says_where_its_answer_is_found() -> None:
    """A treasurer is never asked for something without a title and a help in both languages."""
    asked = {
        question
        for year in pack_years()
        for rule in load_pack(year).rules.values()
        for question in rule.questions
    }
    for name in asked:
        question = load_questions()[name]
        for text in (question.title, question.help):
            assert text.id, name
            assert text.en, name
            assert text.id != text.en, name


def test_a_rule_tells_where_its_source_was_seen() -> None:
    """All but those on the plan's own quality."""
    for rule in load_pack(2025).rules.values():
        assert rule.note or rule.theme in ("plan", "dana_desa"), rule.id


def test_an_amendment_is_not_judged_by_the_dates_of_the_original() -> None:
    """PRC-RKP, PRC-BPD, PRC-DEC are dates of the original; PRC-PERUB and its like ask of an amendment."""
    original, amended = (
        {f.rule for f in check(plan_of([], 2025, version=v), CHART, load_pack(2025))} for v in (0, 1)
    )
    assert original - amended == {"PRC-RKP", "PRC-BPD", "PRC-DEC"}
    assert amended - original == {"PRC-PERUB", "PRC-PERKADES", "PRC-RKPFIT"}


def test_pay_that_only_the_premiums_push_over_the_limit_is_told_both_ways() -> None:
    """BEL-JAMSOS: 29 % without the premiums holds; with them 31 % is a word of advice, never a breach."""
    rows = [
        "belanja | 1.1.02 | 5.1.2.01 | ADD | 1 tahun | 29000000",
        "belanja | 1.1.03 | 5.1.3.04 | ADD | 1 tahun | 2000000",
        "belanja | 2.3.10 | 5.2.1.01 | DDS | 1 paket | 69000000",
    ]
    found = {f.rule: f for f in check(plan_of(rows, 2025), CHART, load_pack(2025))}
    assert found["BEL-30"].holds
    assert (found["BEL-JAMSOS"].holds, found["BEL-JAMSOS"].severity) == (False, "advice")
    assert "31,00" in sentence(found["BEL-JAMSOS"], load_pack(2025).rules["BEL-JAMSOS"], "id")


def plan_from(name: str, year: int, dated: str = "") -> Plan:
    """A published budget as a plan of a year; a row with two fund sources takes the first."""
    rows = []
    with shared(name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = CHART.activity(row["kode_kegiatan"]).code if row["kode_kegiatan"] else ""
            quantity = f"{row['volume']} {row['satuan']}" if row["volume"] else "1 paket"
            price = row["harga_satuan"] or row["jumlah"]
            fund = row["sumber_dana"].partition(",")[0]
            words = row["uraian"].replace("|", "/")
            rows.append(" | ".join((row["bagian"], code, row["kode_rekening"], fund, quantity, price, words)))
    return plan_of(rows, year, dated=dated)


def judged(plan: Plan) -> dict[tuple[str, str], Finding]:
    return {finding.key: finding for finding in check(plan, CHART, load_pack(plan.info.fiscal_year))}


def broken(found: dict[tuple[str, str], Finding]) -> set[str]:
    """Rules of this file that are broken."""
    return {f.rule for f in found.values() if not f.holds and not f.rule.startswith("DD-")}


def test_one_budget_by_the_law_of_its_day() -> None:
    """A village of 2019: the same lines before and after PP 11/2019, and in 2025.

    Pay and allowances 42.600.000 + 172.800.000, BPD 75.675.000 + 6.795.000: 297.870.000, 20,40 % of
    1.459.971.435. The old text counts operations too, 80.419.028: 378.289.028, 25,91 %.
    """
    old = judged(plan_from("kampung_2019_rab.csv", 2019))
    assert (old["BEL-30-OLD", ""].measured, old["BEL-30-OLD", ""].headroom) == (378_289_028_00, 59_702_402_00)
    assert not {("BEL-30", ""), ("BEL-70", ""), ("SIL-KADES", ""), ("SIL-KADES-2019", "")} & old.keys()
    # Fixed pay out of ADD, arrears too: 208.200.000 of 637.990.376; at most 50 %, 318.995.188.
    assert (old["SIL-ADD-TIER", ""].limit_percent, old["SIL-ADD-TIER", ""].headroom) == ("50", 110_795_188_00)
    # The staff get 1.100.000, to the rupiah half of the head's 2.200.000.
    assert old["SIL-RATIO-OLD-PERANGKAT", ""].holds
    assert old["SIL-RATIO-OLD-PERANGKAT", ""].limit == 1_100_000_00
    assert broken(old) == {"BTT-BID5-B", "PLAN-HARGA"}
    # Timber, brushes, bricks and sockets of one name are budgeted at two prices each.
    assert old["PLAN-HARGA", ""].gap == 4
    assert "Batu Bata (Buah) Rp\u00a0750 / Rp\u00a0900" in old["PLAN-HARGA", ""].facts["names"]

    new = judged(plan_from("kampung_2019_rab.csv", 2019, "2019-03-01"))
    assert (new["BEL-30", ""].measured, new["BEL-30", ""].headroom) == (297_870_000_00, 140_121_430_00)
    assert not {("BEL-30-OLD", ""), ("SIL-ADD-TIER", ""), ("SIL-KADES", "")} & new.keys()
    assert (new["SIL-KADES-2019", ""].gap, new["SIL-KADES-2019", ""].severity) == (226_640_00, "advice")
    assert new["PRC-DEC", ""].gap == 60
    assert broken(new) == {"BTT-BID5-B", "SIL-KADES-2019", "SIL-PERANGKAT-2019", "PRC-DEC", "PLAN-HARGA"}

    later = judged(plan_from("kampung_2019_rab.csv", 2025))
    assert later["BEL-30", ""].measured == 297_870_000_00
    assert (later["SIL-KADES", ""].gap, later["SIL-KADES", ""].severity) == (226_640_00, "error")
    assert (later["SIL-PERANGKAT", ""].gap, later["SIL-PERANGKAT", ""].facts["year"][3:]) == (
        922_200_00, "88.531.200",
    )  # fmt: skip
    assert broken(later) == {"BTT-BID5-B", "SIL-KADES", "SIL-PERANGKAT", "PLAN-HARGA"}


def test_a_village_of_2020() -> None:
    """Pay 37.800.000 + 201.600.000, BPD 34.200.000 + 3.600.000: 277.200.000 of 1.344.703.156, 20,61 %.

    ADD spends 337.107.696 of 316.620.000, Dana Desa 1.005.795.460 of 962.724.000: together 63.559.156
    short, more than the undecided carry-over of 43.480.960 could cover, so that nothing is left to ask.
    """
    found = judged(plan_from("gorontalo_2020.csv", 2020))
    assert (found["BEL-30", ""].measured, found["BEL-30", ""].headroom) == (277_200_000_00, 126_210_946_00)
    # With premiums of 1.404.000 it is 278.604.000.
    assert found["BEL-JAMSOS", ""].headroom == 124_806_946_00
    assert (found["BAL-SRC", "ADD"].gap, found["BAL-SRC", "DDS"].gap) == (20_487_696_00, 43_071_460_00)
    assert broken(found) == {"BAL-SRC", "PLAN-RINCI", "PLAN-SILPA"}


def test_a_village_of_2022() -> None:
    """Pay 205.000.000, BPD 46.500.000 + 3.147.360: 254.647.360 of 1.437.909.473, 17,71 %.

    One row of 19.771.120 was published with two funds. Booked on Dana Desa alone it is 10.000.000 too much,
    which is just what the shared taxes then have left.
    """
    found = judged(plan_from("senga_selatan_2022.csv", 2022))
    assert (found["BEL-30", ""].measured, found["BEL-30", ""].headroom) == (254_647_360_00, 176_725_481_00)
    assert (found["BAL-SRC", "DDS"].gap, found["BAL-SRC", "PBH"].headroom) == (10_000_000_00, 10_000_000_00)
    assert broken(found) == {"BAL-SRC", "PLAN-RINCI"}


def test_a_budget_without_codes_can_not_be_judged_by_shares_of_activities() -> None:
    """Published by subsector only: its codes are wrong, and nothing is called pay."""
    found = judged(plan_from_subsectors())
    assert found["STR-CODE", ""].gap == 19
    assert found["BEL-30", ""].measured == 0
    # 1.403.029.730 in, 289.327.265 financing in; 1.420.359.964 spent, 71.907.040 financing out.
    assert found["BAL-ZERO", ""].gap == 200_089_991_00


def plan_from_subsectors() -> Plan:
    """The budget of 2026 that was published by subsector, with accounts for its revenue."""
    rows = []
    accounts = iter(("4.1.1.01", "4.2.1.01", "4.2.3.01", "4.2.2.01", "4.3.6.01"))
    with shared("ulaweng_2026_subbidang.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            account = row["kode_rekening"] or (next(accounts) if row["bagian"] == "pendapatan" else "")
            rows.append(f"{row['bagian']} | {row['kode_kegiatan']} | {account} || 1 paket | {row['jumlah']}")
    return plan_of(rows, 2026)

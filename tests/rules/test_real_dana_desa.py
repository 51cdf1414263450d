"""Dana Desa of real budgets, each judged by the law of its year; the figures are worked out by hand."""

from __future__ import annotations

import csv

from tests.exchange.tables import shared
from tests.rules.cases import plan_of
from village_budget.chart.chart import national_chart
from village_budget.domain.findings import Finding
from village_budget.rules.check import check
from village_budget.rules.packs.loader import load_pack
from village_budget.rules.wording import sentence

CHART = national_chart()


def judged(
    name: str, year: int, dated: str = "", answers: dict[str, str | int] | None = None, tag: str = ""
) -> dict[str, Finding]:
    """Findings of a published budget; ``tag`` is what the treasurer tags its farm and pond lines with."""
    rows = []
    with shared(name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = CHART.activity(row["kode_kegiatan"]).code if row["kode_kegiatan"] else ""
            # One row was published with two fund sources; neither share below depends on it.
            fund = "" if "," in row["sumber_dana"] else row["sumber_dana"]
            words = row["uraian"].replace("|", "/")
            tags = tag if code in ("4.2.90", "2.3.19") else ""
            cells = (row["bagian"], code, row["kode_rekening"], fund, "1 paket", row["jumlah"], words, tags)
            rows.append(" | ".join(cells))
    findings = check(plan_of(rows, year, answers, dated), CHART, load_pack(year))
    return {finding.rule: finding for finding in findings}


def test_a_village_of_2019() -> None:
    """Wages 187.135.000 of development 683.129.300 from Dana Desa: 27,39 %; 30 % is 204.938.790."""
    finding = judged("kampung_2019_rab.csv", 2019)["DD-19-02"]
    assert (finding.measured, finding.base) == (187_135_000_00, 683_129_300_00)
    assert (finding.limit, finding.gap) == (204_938_790_00, 17_803_790_00)
    assert finding.severity == "advice"
    assert not finding.verified


def test_a_village_of_2020_by_the_law_of_each_season() -> None:
    """Dana Desa 962.724.000 lies between 800 million and 1,2 billion: BLT at most 30 %, 288.817.200.

    BLT is 464.400.000, 48,24 %: too much until 18 May, free afterwards. It pays 172 families for 6 months
    (2.700.000 each) and 129 for 9 (3.600.000 each), to the rupiah.
    """
    assert not any(rule.startswith("DD-20") for rule in judged("gorontalo_2020.csv", 2020))
    tier = judged("gorontalo_2020.csv", 2020, "2020-05-18")["DD-20-01"]
    assert (tier.measured, tier.base) == (464_400_000_00, 962_724_000_00)
    assert (tier.limit, tier.gap, tier.limit_percent) == (288_817_200_00, 175_582_800_00, "30")
    assert "48,24" in sentence(tier, load_pack(2020).rules["DD-20-01"], "id")
    half = judged("gorontalo_2020.csv", 2020, "2020-05-19", {"blt.keluarga": 172})
    assert "DD-20-01" not in half
    assert half["DD-20-02-6BLN"].holds
    full = judged("gorontalo_2020.csv", 2020, "2020-10-13", {"blt.keluarga": 129})
    assert full["DD-20-02-9BLN"].holds
    more = judged("gorontalo_2020.csv", 2020, "2020-10-13", {"blt.keluarga": 130})
    assert more["DD-20-02-9BLN"].gap == 3_600_000_00


def test_a_village_of_2022() -> None:
    """Of 1.081.971.000: BLT 435.600.000 is 40,26 % (40 % is 432.788.400), 121 families for a year.

    No code says food: 20 % is 216.394.200. With the farm aid (65.000.000) and the pond (146.393.200) tagged
    it is 211.393.200, and 5.001.000 is missing. For Covid-19 (8 %, 86.557.680) nothing is told.
    """
    found = judged("senga_selatan_2022.csv", 2022)
    assert (found["DD-22-01"].holds, found["DD-22-01"].measured) == (True, 435_600_000_00)
    assert found["DD-22-01"].headroom == 2_811_600_00
    assert (found["DD-22-02"].measured, found["DD-22-02"].gap) == (0, 216_394_200_00)
    assert found["DD-22-02"].variant == "none"
    assert (found["DD-22-03"].measured, found["DD-22-03"].gap) == (0, 86_557_680_00)
    tagged = judged("senga_selatan_2022.csv", 2022, tag="ketahanan_pangan")["DD-22-02"]
    assert (tagged.measured, tagged.gap) == (211_393_200_00, 5_001_000_00)


def test_a_village_of_2026_without_fund_sources() -> None:
    """Its sub sectors name no fund source: nothing of Dana Desa can be told, and nothing is called broken."""
    found = judged("ulaweng_2026_subbidang.csv", 2026)
    assert [rule for rule, one in found.items() if rule.startswith("DD-") and not one.holds] == []

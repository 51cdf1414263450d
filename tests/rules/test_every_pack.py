"""Every rule of every year: all rows of the rule sheet are there, and each reads well."""

from __future__ import annotations

import re

import pytest

from tests.rules.cases import read_cases
from village_budget.chart.chart import national_chart
from village_budget.rules.check import check
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.packs.loader import load_pack, pack_years
from village_budget.rules.packs.pack import THEMES, Rule, RulePack
from village_budget.rules.wording import sentence

YEARS = range(2019, 2028)
LANGUAGES = ("id", "en")
SHEET = re.findall(
    r"\S+",
    """
BEL-30-OLD BEL-70-OLD BEL-30 BEL-70 BEL-BENGKOK BEL-JAMSOS BEL-PP16 SIL-KADES SIL-SEKDES
SIL-PERANGKAT SIL-MAX SIL-COUNT SIL-SRC SIL-ADD-TIER SIL-RATIO-OLD JKN-4-1 PURNA BAL-SD BAL-NET
BAL-ZERO BAL-SRC BAL-ROLL STR-CODE STR-JENIS BTT-BID5 BTT-CRIT DCD-PERDES DCD-SRC DCD-TERM DCD-YEAR
PMD-PERDES PMD-FEAS SILPA-USE SILPA-IN REV-CASH REV-PUNGUTAN REV-PAGU PRC-RKP PRC-PAGU PRC-BPD
PRC-NOBPD PRC-3D PRC-ATT PRC-EVAL PRC-FIX PRC-CANCEL PRC-DEC PRC-SEND PRC-INFO PRC-PERUB PRC-PERUB-N
PRC-PERKADES PRC-RKPFIT PRC-DPA3 PRC-DPA6-15 PRC-DPASET PRC-DPPA PRC-RAK PRC-DPAL PRC-SPP PRC-REP
PBJ-TIER DD-19-01 DD-19-02 DD-20-01 DD-20-02 DD-20-03 DD-21-01 DD-21-02 DD-21-03 DD-21-04 DD-22-01
DD-22-02 DD-22-03 DD-22-04 DD-23-01 DD-23-02 DD-23-03 DD-23-04 DD-24-01 DD-24-02 DD-24-03 DD-24-04
DD-24-05 DD-LEFT DD-25-01 DD-25-02 DD-25-03 DD-25-04 DD-25-05 DD-25-06 DD-25-07 DD-26-01 DD-26-02
DD-26-03 DD-26-04 DD-26-05 DD-26-06 DD-26-07 DD-26-08 DD-26-09 DD-OPS-USE DD-SWA DD-27-01 ADD-10
ADD-USE PBH-10 BK-KHUSUS LOC-PEDOMAN LOC-PRICE LOC-SILTAP BWI-ADD BWI-KEU BWI-EVB BWI-KEW BWI-SCALE
TRACE-1 TRACE-2 TRACE-3 TRACE-4 PRIORITY
""",
)
"""Rows of sections 1 to 5 of the rule sheet; one may stand as several rules, such as ``REV-PAGU-DDS``."""


@pytest.fixture(scope="module")
def packs() -> dict[int, RulePack]:
    return {year: load_pack(year) for year in YEARS}


def rules_of(packs: dict[int, RulePack]) -> list[tuple[int, Rule]]:
    return [(year, rule) for year, pack in packs.items() for rule in pack.rules.values()]


def test_each_year_has_a_pack_of_its_own(packs: dict[int, RulePack]) -> None:
    assert set(YEARS) <= set(pack_years())
    assert all(pack.year == year for year, pack in packs.items())


def test_only_the_year_whose_law_is_not_known_borrows_rules(packs: dict[int, RulePack]) -> None:
    """Of 2027 no regulation was seen: 2026 stands in."""
    assert {year: pack.carried_from for year, pack in packs.items() if pack.carried_from} == {2027: 2026}


def test_each_row_of_the_sheet_is_a_rule(packs: dict[int, RulePack]) -> None:
    """As itself or, where it needs several rules, with a suffix."""
    assert len(SHEET) == len(set(SHEET))
    known = {rule.id for _, rule in rules_of(packs)}
    parts = known - set(SHEET)
    missing = [row for row in SHEET if row not in known and not any(p.startswith(f"{row}-") for p in parts)]
    assert missing == []


def test_each_rule_has_an_article_a_name_and_a_theme(packs: dict[int, RulePack]) -> None:
    for year, rule in rules_of(packs):
        where = f"{year} {rule.id}"
        assert rule.basis.strip(), where
        assert rule.theme in THEMES, where
        assert re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", rule.id), where
        for language in LANGUAGES:
            assert rule.title.get(language).strip(), where
            assert rule.demand.get(language).strip(), where


def test_ids_are_unique_but_for_case(packs: dict[int, RulePack]) -> None:
    for pack in packs.values():
        assert all(key == rule.id for key, rule in pack.rules.items())
        assert len({key.upper() for key in pack.rules}) == len(pack.rules)


def test_each_judged_rule_says_all_it_must_in_both_languages(packs: dict[int, RulePack]) -> None:
    for year, rule in rules_of(packs):
        if rule.kind == "context":
            continue
        texts = [rule.broken, *(variant.text for variant in rule.variants.values())]
        texts += [rule.holds] if rule.kind != "ask_for" else []
        assert set(KINDS[rule.kind].variants_of(rule)) <= set(rule.variants), f"{year} {rule.id}"
        for text in texts:
            assert all(text.get(language).strip() for language in LANGUAGES), f"{year} {rule.id}"


def test_sentences_of_real_findings_read_clean(packs: dict[int, RulePack]) -> None:
    """With the facts of a plan that breaks a rule and of one that keeps it: no brace, no double space."""
    chart = national_chart()
    said: set[str] = set()
    for case in read_cases():
        ours = case.only or int(case.dated[:4] or 0) or case.year
        for year in (ours,) if ours else (2024, 2026):
            pack = case.with_prices(packs[year])
            for broken in case.sides:
                plan = case.plan(year, broken=broken)
                for finding in check(plan, chart, pack):
                    rule = pack.rules[finding.rule]
                    for language in LANGUAGES:
                        text = sentence(finding, rule, language)
                        assert text == text.strip(), f"{year} {rule.id}: {text!r}"
                        assert not re.search(r"[{}]|  |None|\( *\)", text), f"{year} {rule.id}: {text!r}"
                    said.add(rule.id)
    judged = {rule.id for _, rule in rules_of(packs) if not rule.silent}
    assert judged - said == set()

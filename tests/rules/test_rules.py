"""Every rule breaks by one rupiah and holds to the rupiah, stands on an article and speaks both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from string import Formatter

import pytest

from tests.rules.cases import Case, plan_of, read_cases
from village_budget.chart.chart import national_chart
from village_budget.domain.findings import Direction, Finding
from village_budget.rules.check import check
from village_budget.rules.kinds import KINDS
from village_budget.rules.loader import load_pack, pack_years
from village_budget.rules.pack import Rule, RulePack
from village_budget.rules.wording import is_near, sentence

CASES = read_cases()
RULES = [(year, rule) for year in pack_years() for rule in load_pack(year).rules.values()]
MONEY = re.compile(r"Rp\N{NO-BREAK SPACE}")


def packs_with(case: Case) -> list[RulePack]:
    """The packs, from the case's own year on, that hold its rule; with the regency's limit if it has one."""
    packs = []
    for year in pack_years():
        pack = load_pack(year)
        if year >= case.year and case.rule in pack.rules:
            rule = pack.rules[case.rule]
            limited = replace(rule, limit=case.limit * 100) if rule.local else rule
            packs.append(replace(pack, rules=pack.rules | {case.rule: limited}))
    return packs


JUDGED = [(case, pack) for case in CASES for pack in packs_with(case)]
NAMES = [f"{pack.year}-{case.rule}{'-' * bool(case.variant)}{case.variant}" for case, pack in JUDGED]


def found(case: Case, pack: RulePack, *, broken: bool) -> Finding:
    plan = plan_of(case.breaks if broken else case.holds, pack.year)
    findings = check(plan, national_chart(), pack)
    return next(f for f in findings if f.rule == case.rule and f.fund == case.fund)


@pytest.mark.parametrize(("case", "pack"), JUDGED, ids=NAMES)
def test_a_case_is_judged_as_it_says(case: Case, pack: RulePack) -> None:
    if case.breaks:
        finding = found(case, pack, broken=True)
        assert not finding.holds
        assert finding.applies
        assert finding.variant == case.variant
        assert finding.gap == case.gap
        assert finding.headroom == 0
        if case.variant:
            variant = pack.rules[case.rule].variants[case.variant]
            assert finding.severity == (variant.severity or pack.rules[case.rule].severity)
    if case.holds:
        finding = found(case, pack, broken=False)
        assert finding.holds
        assert finding.gap == 0
        assert bool(finding.lines) == (case.variant == "ask")
        assert finding.variant == case.variant
        assert finding.applies != (case.variant == "absent")


@pytest.mark.parametrize(("case", "pack"), JUDGED, ids=NAMES)
def test_a_finding_is_a_whole_sentence_in_both_languages(case: Case, pack: RulePack) -> None:
    for broken in (True, False):
        if not (case.breaks if broken else case.holds):
            continue
        finding = found(case, pack, broken=broken)
        for language in ("id", "en"):
            text = sentence(finding, pack.rules[case.rule], language)
            assert text[0].isupper() or text[0].isdigit() or MONEY.match(text), text
            assert text.endswith(".")
            assert "{" not in text
            assert "  " not in text
            assert ": ." not in text


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.breaks and case.rule != "BAL-ZERO"], ids=lambda case: case.rule
)
def test_a_broken_rule_names_the_rows_behind_it(case: Case) -> None:
    finding = found(case, packs_with(case)[0], broken=True)
    plan = plan_of(case.breaks, case.year)
    assert finding.lines or finding.activities
    assert set(finding.lines) <= plan.lines.keys()
    assert set(finding.activities) <= plan.activities.keys()


def named(text: str) -> set[str]:
    """The facts that a sentence names."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("year", "rule"), RULES, ids=[f"{year}-{rule.id}" for year, rule in RULES])
def test_a_rule_is_complete(year: int, rule: Rule) -> None:
    """It has a case (and one for each special sentence), an article, and words in both languages."""
    tried = {case.variant for case in CASES if case.rule == rule.id and case.year <= year}
    assert "" in tried, "no case"
    special = {*rule.variants, *(["ask"] if rule.kind == "ask_for" else [])}
    assert special <= tried, "a special sentence has no case"
    assert rule.basis
    assert rule.severity
    assert rule.holds_in(year)
    facts = KINDS[rule.kind].facts
    counted = {"count": "activities" if rule.kind == "activities" else "lines"}
    texts = [rule.title, rule.short, rule.demand, rule.broken, rule.holds]
    texts += [variant.text for variant in rule.variants.values()]
    for text in texts:
        assert text.id != text.en
        assert named(text.id) <= facts
        # "{count} baris" is "{lines}": English nouns know one and many.
        assert named(text.en) == {counted.get(name, name) for name in named(text.id)}
    assert len(rule.demand.id) <= 180
    assert not rule.gauge or (len(rule.short.id) <= 24 and len(rule.short.en) <= 24)


def test_no_case_is_left_without_its_rule() -> None:
    known = {rule.id for _, rule in RULES}
    assert {case.rule for case in CASES} <= known
    assert all(packs_with(case) for case in CASES)


def test_the_sheet_s_example_of_bengkok() -> None:
    """490 of 1,740 million is 28.16 %; counting bengkok on both sides would be a false breach."""
    rows = [
        "belanja | 1.1.02 | 5.1.2.01 | ADD | 1 tahun | 430000000",
        "belanja | 1.1.05 | 5.1.4.01 | ADD | 1 tahun | 60000000",
        "belanja | 1.1.01 | 5.1.1.99 | PAD | 1 tahun | 60000000 | Tambahan | bengkok",
        "belanja | 2.3.10 | 5.3.5.01 | ADD | 1 paket | 1250000000",
    ]
    pack = load_pack(2025)
    finding = next(f for f in check(plan_of(rows, 2025), national_chart(), pack) if f.rule == "BEL-30")
    assert (finding.measured, finding.base) == (490_000_000_00, 1_740_000_000_00)
    assert "28,16" in sentence(finding, pack.rules["BEL-30"], "id")


def test_the_ways_out_of_a_share_are_exact() -> None:
    """Cut or add what the sentence says, and the rule holds to the rupiah; one rupiah less breaks it."""
    pack = load_pack(2025)

    def judged(pay: int, rest: int) -> Finding:
        rows = [
            f"belanja | 1.1.01 | 5.1.1.01 | ADD | 1 tahun | {pay}",
            f"belanja | 2.3.10 | 5.2.1.01 | ADD | 1 paket | {rest}",
        ]
        return next(f for f in check(plan_of(rows, 2025), national_chart(), pack) if f.rule == "BEL-30")

    broken = judged(4_000_000, 7_000_001)
    cut, add = (int(re.sub(r"\D", "", broken.facts[name])) for name in ("cut", "add"))
    assert judged(4_000_000 - cut, 7_000_001).holds
    assert not judged(4_000_000 - cut + 1, 7_000_001).holds
    assert judged(4_000_000, 7_000_001 + add).holds
    assert not judged(4_000_000, 7_000_001 + add - 1).holds


def test_near_is_for_sums_that_fill_up() -> None:
    def finding(measured: int, limit: int, direction: Direction, unit: str = "sen") -> Finding:
        some = found(CASES[0], load_pack(2025), broken=False)
        return replace(some, measured=measured, limit=limit, direction=direction, unit=unit)

    assert is_near(finding(95, 100, Direction.AT_MOST))
    assert not is_near(finding(94, 100, Direction.AT_MOST))
    assert is_near(finding(104, 100, Direction.AT_LEAST))
    assert not is_near(finding(105, 100, Direction.AT_LEAST))
    assert not is_near(finding(100, 100, Direction.AT_LEAST, "sen_per_month"))
    assert not is_near(replace(finding(100, 100, Direction.AT_MOST), holds=False))


def test_rules_of_a_revoked_regulation_are_unverified_in_2026() -> None:
    for rule in ("BEL-30", "BEL-70", "SIL-KADES", "SIL-SEKDES", "SIL-PERANGKAT", "SIL-SRC"):
        assert load_pack(2025).rules[rule].verified
        assert not load_pack(2026).rules[rule].verified
    assert load_pack(2026).rules["DD-26-02"].verified


def test_a_local_rule_is_silent_until_the_regency_fills_it() -> None:
    findings = check(plan_of([], 2025), national_chart(), load_pack(2025))
    assert not any(finding.rule.startswith("SIL-MAX") for finding in findings)


@pytest.mark.parametrize(("year", "source"), [(2019, 2025), (2024, 2025), (2027, 2026), (2031, 2026)])
def test_a_year_without_a_pack_carries_another_unverified(year: int, source: int) -> None:
    pack = load_pack(year)
    assert (pack.year, pack.carried_from) == (year, source)
    assert pack.rules
    assert not any(rule.verified for rule in pack.rules.values())
    assert not any(rule.startswith("DD-2") for rule in pack.rules)
    assert ("SIL-KADES" in pack.rules) == (year >= 2020)

"""Every rule breaks by one rupiah and holds to the rupiah, stands on an article and speaks both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from string import Formatter

import pytest

from tests.rules.cases import Case, plan_of, read_cases
from village_budget.chart.chart import national_chart
from village_budget.domain.findings import Direction, Finding
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker, check
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.packs.loader import load_pack, pack_years
from village_budget.rules.packs.pack import THEMES, Rule, RulePack
from village_budget.rules.wording import is_near, sentence

CASES = read_cases()
RULES = [(year, rule) for year in pack_years() for rule in load_pack(year).rules.values()]
OWN_YEARS = {(case.rule, case.variant, case.year) for case in CASES}
MONEY = re.compile(r"Rp\N{NO-BREAK SPACE}")


def packs_with(case: Case) -> list[RulePack]:
    """The packs in which a case is judged: those that hold its rule on the day, and have no newer case.

    Each holds the rule alone, with the regency's limit if it has one.
    """
    packs = []
    for year in pack_years():
        day = date.fromisoformat(case.dated or f"{year}-01-01")
        meant = case.only in (0, year) and day.year == year and year >= case.year
        newer = any(
            (case.rule, later) in OWN_YEARS for later in range(case.year + 1, year + 1) if later > 2000
        )
        rule = load_pack(year).holding_on(day).rules.get(case.rule)
        if meant and not newer and rule is not None:
            scale = 1 if KINDS[rule.kind].counts else 100
            limited = replace(rule, limit=case.limit * scale) if case.limit else rule
            packs.append(case.with_prices(replace(load_pack(year), rules={case.rule: limited})))
    return packs


JUDGED = [(case, pack) for case in CASES for pack in packs_with(case)]
TRIED = {(pack.year, case.rule) for case, pack in JUDGED if not case.variant}
NAMES = [f"{pack.year}-{case.rule}{'-' * bool(case.variant)}{case.variant}" for case, pack in JUDGED]


def found(case: Case, pack: RulePack, *, broken: bool) -> Finding:
    findings = check(case.plan(pack.year, broken=broken), national_chart(), pack)
    return next(f for f in findings if f.rule == case.rule and f.fund == case.fund)


@pytest.mark.parametrize(("case", "pack"), JUDGED, ids=NAMES)
def test_a_case_is_judged_as_it_says(case: Case, pack: RulePack) -> None:
    assert case.sides
    for broken in case.sides:
        finding = found(case, pack, broken=broken)
        assert finding.holds != broken
        assert finding.variant == case.variant
        if broken:
            assert finding.applies
            assert finding.gap == case.gap
            assert finding.headroom == 0
            variant = pack.rules[case.rule].variants.get(case.variant)
            assert finding.severity == ((variant and variant.severity) or pack.rules[case.rule].severity)
        else:
            assert finding.gap == 0
            assert not finding.lines or case.variant == "ask"
            assert finding.applies != (case.variant == "absent")


@pytest.mark.parametrize(("case", "pack"), JUDGED, ids=NAMES)
def test_a_finding_is_a_whole_sentence_in_both_languages(case: Case, pack: RulePack) -> None:
    for broken in case.sides:
        finding = found(case, pack, broken=broken)
        for language in ("id", "en"):
            text = sentence(finding, pack.rules[case.rule], language)
            assert text[0].isupper() or text[0].isdigit() or MONEY.match(text), text
            assert text.endswith((".", "?"))
            assert "{" not in text
            assert "  " not in text
            assert ": ." not in text


WITH_ROWS = [case for case in CASES if case.breaks and case.rule != "BAL-ZERO" and case.variant != "none"]


@pytest.mark.parametrize("case", WITH_ROWS, ids=lambda case: case.rule)
def test_a_broken_rule_names_the_rows_behind_it(case: Case) -> None:
    pack = packs_with(case)[0]
    finding = found(case, pack, broken=True)
    plan = case.plan(pack.year, broken=True)
    assert finding.lines or finding.activities
    assert set(finding.lines) <= plan.lines.keys()
    assert set(finding.activities) <= plan.activities.keys()


DATED = [
    (year, rule)
    for year, rule in RULES
    for day in (rule.since, rule.until and rule.until + timedelta(1))
    if day and day.year == year and (day.month, day.day) != (1, 1)
]


@pytest.mark.parametrize(("year", "rule"), DATED, ids=[f"{year}-{rule.id}" for year, rule in DATED])
def test_a_dated_rule_holds_to_the_day(year: int, rule: Rule) -> None:
    """It is judged from its first day to its last, not the day before and not the day after."""
    day = timedelta(1)

    def judged(on: date) -> bool:
        plan = plan_of([], year, dated=on.isoformat())
        pack = replace(load_pack(year), rules={rule.id: rule})
        return rule.id in Checker(pack, plan, Figures(plan, national_chart()), national_chart()).pack.rules

    if rule.since and rule.since.year == year:
        assert judged(rule.since)
        assert rule.since == date(year, 1, 1) or not judged(rule.since - day)
    if rule.until and rule.until.year == year:
        assert judged(rule.until)
        assert rule.until == date(year, 12, 31) or not judged(rule.until + day)


COUNTED = {"lines": "count", "activities": "count", "items": "count", "late": "gap"}
HEADS = {"persons": "measured", "posts": "limit"}


def named(text: str) -> set[str]:
    """The facts that a sentence names."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("year", "rule"), RULES, ids=[f"{year}-{rule.id}" for year, rule in RULES])
def test_a_rule_is_complete(year: int, rule: Rule) -> None:
    """It has a case (and one for each special sentence), an article, and words in both languages."""
    facts = KINDS[rule.kind].facts
    assert rule.basis
    assert rule.theme in THEMES
    assert rule.holds_in(year)
    assert len(rule.demand.id) <= 180
    if rule.kind == "context":
        return
    tried = {case.variant for case in CASES if case.rule == rule.id and case.year <= year}
    assert "" in tried, "no case"
    assert (year, rule.id) in TRIED or any(case.only for case in CASES if case.rule == rule.id), "not tried"
    sides = {side for case in CASES if case.rule == rule.id for side in case.sides}
    assert sides == {True, False} or rule.kind == "ask_for", "it is not tried both ways"
    special = {*rule.variants, *(["ask"] if rule.kind == "ask_for" else [])}
    assert special <= tried, "a special sentence has no case"
    texts = [rule.title, rule.short, rule.demand, rule.broken, rule.holds]
    texts += [variant.text for variant in rule.variants.values()]
    for text in texts:
        assert text.id != text.en
        assert named(text.id) <= facts
        # "{count} baris" is "{lines}", "{gap} hari" is "{late}": English nouns know one and many.
        assert not (facts & {"lines", "activities", "items"} and "count" in named(text.en))
        same = COUNTED | (HEADS if rule.kind == "head_count" else {})
        assert {same.get(name, name) for name in named(text.en)} == named(text.id)
    assert not rule.gauge or (len(rule.short.id) <= 24 and len(rule.short.en) <= 24)


def test_no_case_is_left_without_its_rule() -> None:
    known = {rule.id for _, rule in RULES}
    assert {case.rule for case in CASES} <= known
    for case in CASES:
        assert packs_with(case) or any(one.rule == case.rule and packs_with(one) for one in CASES), case


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
        case = next(case for case in CASES if case.holds)
        some = found(case, packs_with(case)[0], broken=False)
        return replace(some, measured=measured, limit=limit, direction=direction, unit=unit)

    assert is_near(finding(95, 100, Direction.AT_MOST))
    assert not is_near(finding(94, 100, Direction.AT_MOST))
    assert is_near(finding(104, 100, Direction.AT_LEAST))
    assert not is_near(finding(105, 100, Direction.AT_LEAST))
    assert not is_near(finding(100, 100, Direction.AT_LEAST, "sen_per_month"))
    assert not is_near(replace(finding(100, 100, Direction.AT_MOST), holds=False))
    assert not is_near(replace(finding(100, 100, Direction.AT_MOST), limit_percent="100"))


def test_rules_of_a_revoked_regulation_are_unverified_from_its_last_day_on() -> None:
    """PP 16/2026 revokes PP 43/2014 on 27 March 2026."""
    pack = load_pack(2026)
    before, after = pack.holding_on(date(2026, 3, 26)), pack.holding_on(date(2026, 3, 27))
    for rule in ("BEL-30", "BEL-70", "SIL-KADES", "SIL-SEKDES", "SIL-PERANGKAT", "SIL-SRC"):
        assert before.rules[rule].verified
        assert not after.rules[rule].verified
        assert not load_pack(2027).rules[rule].verified
    assert load_pack(2026).rules["DD-26-02"].verified


def test_a_local_rule_is_silent_until_the_regency_fills_it() -> None:
    findings = check(plan_of([], 2025), national_chart(), load_pack(2025))
    assert not any(finding.rule.startswith("SIL-MAX") for finding in findings)


@pytest.mark.parametrize(("year", "source"), [(2018, 2019), (2031, 2027)])
def test_a_year_without_a_pack_carries_another_unverified(year: int, source: int) -> None:
    pack = load_pack(year)
    assert (pack.year, pack.carried_from) == (year, source)
    assert pack.rules
    assert not any(rule.verified for rule in pack.rules.values())
    assert not any(rule.startswith(("DD-19", "DD-26")) for rule in pack.rules)
    assert ("SIL-KADES" in pack.rules) == (year >= 2020)

"""Every rule breaks by a rupiah and holds to the rupiah, and speaks both languages."""

from __future__ import annotations

import pytest

from tests.rules.cases import CASES, Case, plan_of
from village_budget.chart.chart import national_chart
from village_budget.domain.findings import Finding
from village_budget.rules.check import check
from village_budget.rules.loader import load_pack, pack_years
from village_budget.rules.wording import sentence

EVERY_RULE = sorted({rule for year in pack_years() for rule in load_pack(year).rules})


def judged(case: Case, rule: str, *, broken: bool) -> Finding:
    plan = plan_of(case.breaks if broken else case.holds, case.year)
    findings = check(plan, national_chart(), load_pack(case.year))
    return next(f for f in findings if f.rule == rule and f.fund in ("", case.fund))


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_breaks_by_one_rupiah_or_one_line(rule: str) -> None:
    finding = judged(CASES[rule], rule, broken=True)
    assert not finding.holds
    assert finding.applies
    assert finding.gap == CASES[rule].gap
    assert finding.headroom == 0


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_a_rule_holds_to_the_rupiah(rule: str) -> None:
    finding = judged(CASES[rule], rule, broken=False)
    assert finding.holds
    assert finding.gap == 0


@pytest.mark.parametrize(
    "rule", [rule for rule in EVERY_RULE if rule not in ("BAL-ZERO", "BAL-SRC", "BEL-70", "DD-25-02")]
)
def test_a_broken_rule_names_a_line_behind_it(rule: str) -> None:
    assert judged(CASES[rule], rule, broken=True).lines


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("broken", [True, False])
@pytest.mark.parametrize("rule", EVERY_RULE)
def test_every_finding_is_a_whole_sentence(rule: str, language: str, *, broken: bool) -> None:
    case = CASES[rule]
    finding = judged(case, rule, broken=broken)
    stated = load_pack(case.year).rules[rule]
    text = sentence(finding, stated, language)
    assert text.endswith(".")
    assert "{" not in text
    assert stated.basis
    assert len(stated.short.get(language)) <= 60
    assert stated.demand.get(language).endswith(".")


def test_bengkok_is_left_out_on_both_sides() -> None:
    """The sheet's example: 490 of 1,740 million is 28.16 %, not 30.56 %."""
    finding = judged(CASES["BEL-30"], "BEL-30", broken=False)
    assert (finding.measured, finding.base) == (300_000_000, 1_000_000_000)


def test_what_has_no_lines_does_not_apply() -> None:
    plan = plan_of([], 2026)
    pack = load_pack(2026)
    findings = {f.rule: f for f in check(plan, national_chart(), pack)}
    assert findings["SIL-KADES"].holds
    assert not findings["SIL-KADES"].applies
    assert "Belum ada" in sentence(findings["SIL-KADES"], pack.rules["SIL-KADES"], "id")


def test_rules_of_a_revoked_regulation_are_unverified_in_2026() -> None:
    assert load_pack(2025).rules["BEL-30"].verified
    assert not load_pack(2026).rules["BEL-30"].verified
    assert load_pack(2026).rules["DD-26-02"].verified


@pytest.mark.parametrize("year", [2019, 2027])
def test_a_year_without_a_pack_carries_the_nearest_unverified(year: int) -> None:
    pack = load_pack(year)
    assert pack.carried_from in pack_years()
    assert not any(rule.verified for rule in pack.rules.values())

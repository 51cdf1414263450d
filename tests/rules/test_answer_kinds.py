"""Kinds that compare a plan with what the village has answered, to the rupiah, the day and the head."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.rules.cases import plan_of
from village_budget.chart.chart import national_chart
from village_budget.domain.answer import Answer
from village_budget.domain.findings import Finding, Severity
from village_budget.domain.plan import Change, Entity
from village_budget.figures.figures import Figures
from village_budget.figures.selector import Selector
from village_budget.rules.check import Checker, check
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.kinds.working_days import add_working_days, is_working_day, national_holidays
from village_budget.rules.packs.pack import (
    PackText,
    Rule,
    RulePack,
    Variant,
)
from village_budget.rules.wording import sentence

CHART = national_chart()
WORD = PackText("Kata {gap}.", "Word {gap}.")
DDS = Selector(parts=("revenue",), funds=("DDS",))
REVENUE = "pendapatan || 4.2.1.01 | DDS | 1 tahun | {}"
KAUR = Selector(accounts=("5.1.2.01",))


def rule_of(kind: str, **fields: object) -> Rule:
    """A rule of a kind with a sentence for every special case that it can have."""
    names = (*KINDS[kind].variants, *KINDS[kind].when_measured, *KINDS[kind].may_vary)
    made: dict[str, object] = {
        "id": "X", "title": WORD, "short": WORD, "kind": kind, "severity": Severity.ERROR, "basis": "Pasal 1",
        "broken": WORD, "holds": WORD, "demand": WORD,
        "variants": {name: Variant(WORD) for name in names},
    }  # fmt: skip
    return Rule(**(made | fields))  # type: ignore[arg-type]


def pack_of(rule: Rule, holidays: Mapping[date, str] | None = None) -> RulePack:
    return RulePack(2026, "1", "2026-01-01", {rule.id: rule}, holidays=holidays or {})


def judged(
    rule: Rule, answers: Mapping[str, str | int], rows: Sequence[str] = (), year: int = 2026
) -> Finding:
    (found,) = check(plan_of(rows, year, answers), CHART, pack_of(rule))
    assert set(found.facts) == KINDS[rule.kind].facts, "a fact that is promised is missing, or the reverse"
    assert found.questions == rule.questions
    return found


def told(found: Finding) -> tuple[bool, str, int, bool]:
    return found.holds, found.variant, found.gap, found.applies


@pytest.mark.parametrize(
    ("rupiah", "answer", "expected"),
    [
        ("1000", 1000, (True, "", 0, True)), ("999", 1000, (False, "below", 100, True)),
        ("1001", 1000, (False, "above", 100, True)), ("1000", "", (True, "ask", 0, True)),
        ("", "", (True, "absent", 0, False)), ("", 1000, (False, "below", 100_000, True)),
        ("", 0, (True, "", 0, True)), ("999.99", 1000, (False, "below", 1, True)),
    ],
)  # fmt: skip
def test_a_sum_equals_the_answer(rupiah: str, answer: str | int, expected: tuple[object, ...]) -> None:
    rows = [REVENUE.format(rupiah)] if rupiah else []
    answers = {"pagu.DDS": answer} if answer != "" else {}
    assert (
        told(judged(rule_of("equals_answer", measured=DDS, question="pagu.DDS"), answers, rows)) == expected
    )


def test_a_rule_without_a_sentence_for_too_much_says_that_it_is_broken() -> None:
    rule = replace(rule_of("equals_answer", measured=DDS, question="pagu.DDS"), variants={})
    assert told(judged(rule, {"pagu.DDS": 4}, [REVENUE.format(5)])) == (False, "", 100, True)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(1000, (True, "", 0, True)), (999, (False, "", 100, True)), ("", (True, "ask", 0, True))],
)
def test_a_sum_is_at_most_the_answer(answer: str | int, expected: tuple[object, ...]) -> None:
    rule = rule_of("at_most_answer", measured=DDS, question="pagu.DDS")
    answers = {"pagu.DDS": answer} if answer != "" else {}
    assert told(judged(rule, answers, [REVENUE.format(1000)])) == expected
    assert told(judged(rule, {})) == (True, "absent", 0, False)
    assert judged(rule, {"pagu.DDS": 1500}, [REVENUE.format(1000)]).headroom == 500_00


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-10-31", (True, "", 0, True)), ("2025-11-01", (False, "", 1, True)),
        ("2025-01-01", (True, "", 0, True)), ("", (True, "ask", 0, True)), ("besok", (True, "ask", 0, True)),
    ],
)  # fmt: skip
def test_a_day_is_in_time(day: str, expected: tuple[object, ...]) -> None:
    rule = rule_of("date_by", question="tanggal.bpd", by=(10, 31), years_before=1)
    found = judged(rule, {"tanggal.bpd": day} if day else {})
    assert told(found) == expected
    assert found.unit == "days"
    assert not found.is_money
    assert found.facts["limit"] == "2025-10-31"


def test_a_day_is_written_out_in_each_language() -> None:
    rule = rule_of("date_by", question="tanggal.bpd", by=(10, 31), years_before=1)
    rule = replace(
        rule, broken=PackText("{date}, paling lambat {limit}, {gap} hari.", "{date}, by {limit}, {late}.")
    )
    found = judged(rule, {"tanggal.bpd": "2025-11-01"})
    assert sentence(found, rule, "id") == "1 November 2025, paling lambat 31 Oktober 2025, 1 hari."
    assert sentence(found, rule, "en") == "1 November 2025, by 31 October 2025, 1 day."


@pytest.mark.parametrize(
    ("days", "working", "day", "expected"),
    [
        (3, False, "2026-12-25", (True, "", 0, True)), (3, False, "2026-12-26", (False, "", 1, True)),
        # 22 December is a Tuesday; 24 and 25 are a joint leave and Christmas, then a weekend.
        (3, True, "2026-12-29", (True, "", 0, True)), (3, True, "2026-12-30", (False, "", 1, True)),
        (3, True, "", (True, "ask", 0, True)),
    ],
)  # fmt: skip
def test_so_many_days_after_another(
    days: int, working: bool, day: str, expected: tuple[object, ...]
) -> None:  # fmt: skip
    rule = rule_of(
        "date_after", question="tanggal.kirim", after="tanggal.bpd", days=days, working_days=working
    )
    answers = {"tanggal.bpd": "2026-12-22"} | ({"tanggal.kirim": day} if day else {})
    assert told(judged(rule, answers)) == expected
    assert told(judged(rule, {"tanggal.kirim": "2026-12-25"})) == (True, "absent", 0, False)


def test_the_regency_s_holidays_count_too() -> None:
    rule = rule_of("date_after", question="tanggal.kirim", after="tanggal.bpd", days=1, working_days=True)
    plan = plan_of([], 2026, {"tanggal.bpd": "2026-12-17", "tanggal.kirim": "2026-12-21"})
    (found,) = check(plan, CHART, pack_of(rule))
    assert found.gap == 3
    (found,) = check(plan, CHART, pack_of(rule, {date(2026, 12, 18): "Hari Jadi Kabupaten"}))
    assert found.holds


def test_working_days() -> None:
    assert add_working_days(date(2026, 1, 1), 0) == date(2026, 1, 1)
    assert add_working_days(date(2026, 1, 2), 1) == date(2026, 1, 5)
    # Eid al-Fitr 2026 with its joint leave: 18 to 24 March.
    assert add_working_days(date(2026, 3, 17), 1) == date(2026, 3, 25)
    assert not is_working_day(date(2026, 8, 17))
    assert national_holidays(2026)[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    for year in range(2019, 2028):
        assert len(national_holidays(year)) > 10


@pytest.mark.parametrize(
    ("day", "after", "expected"),
    [
        ("2028-12-31", "2028-12-31", (True, "", 0, True)), ("2029-01-01", "2028-12-31", (False, "", 1, True)),
        ("", "2028-12-31", (True, "ask", 0, True)), ("2028-12-31", "", (True, "absent", 0, False)),
    ],
)  # fmt: skip
def test_a_day_is_not_after_another(day: str, after: str, expected: tuple[object, ...]) -> None:
    rule = rule_of("date_order", question="tanggal.kirim", after="tanggal.perbaikan")
    given = {"tanggal.kirim": day, "tanggal.perbaikan": after}
    assert told(judged(rule, {name: value for name, value in given.items() if value})) == expected


def test_a_day_of_lines_that_are_not_there_is_not_asked_for() -> None:
    rule = rule_of(
        "date_order", question="tanggal.kirim", after="tanggal.perbaikan",
        measured=Selector(accounts=("6.2.1",)),
    )  # fmt: skip
    answers: dict[str, str | int] = {"tanggal.kirim": "2026-02-02", "tanggal.perbaikan": "2026-02-01"}
    assert told(judged(rule, answers)) == (True, "absent", 0, False)
    found = judged(rule, answers, ["pembiayaan || 6.2.1.01 | PAD | 1 tahun | 1"])
    assert told(found) == (False, "", 1, True)
    assert found.lines


def test_how_often() -> None:
    rule = rule_of("count_max", question="jumlah.perubahan", limit=1)
    assert told(judged(rule, {})) == (True, "", 0, True)
    assert told(judged(rule, {"jumlah.perubahan": 1})) == (True, "", 0, True)
    assert told(judged(rule, {"jumlah.perubahan": 2})) == (False, "", 1, True)
    asked = replace(rule, question="sotk.bpd")
    assert told(judged(asked, {})) == (True, "ask", 0, True)


@pytest.mark.parametrize(
    ("rows", "persons"),
    [
        (["48 OB | 2100000 | Kaur, 4 org x 12 bln"], 4),
        (["48 OB | 2100000 | Kaur, 4 org x 12 bln", "36 OB | 2100000 | Kadus, 3 org x 12 bln"], 7),
        # One after the other in the same post, and one pay out of two fund sources.
        (["6 OB | 2100000 | Kaur lama", "6 OB | 2100000 | Kaur baru"], 1),
        (["36 OB | 1100000 | Kadus 3 org x 12 bln", "36 OB | 1000000 | Tambahan kadus 3 org x 12 bln"], 3),
        (["5 orang | 2100000 | Kaur 5 orang"], 5),
        (["12 OB | 2100000 | Sekretaris Desa"], 0),
        (["30 OB | 2100000 | Kaur 5 org x 6 bln"], 5),
    ],
)
def test_no_more_persons_than_posts(rows: Sequence[str], persons: int) -> None:
    rule = rule_of("head_count", measured=KAUR, post="staff", question="sotk.perangkat")
    funds = ("ADD", "PAD")
    lines = [f"belanja | 1.1.02 | 5.1.2.01 | {fund} | {row}" for fund, row in zip(funds, rows, strict=False)]
    if not persons:
        assert told(judged(rule, {"sotk.perangkat": 1}, lines)) == (True, "absent", 0, False)
        return
    assert told(judged(rule, {}, lines)) == (True, "ask", 0, True)
    assert told(judged(rule, {"sotk.perangkat": persons}, lines)) == (True, "", 0, True)
    assert told(judged(rule, {"sotk.perangkat": persons - 1}, lines)) == (False, "", 1, True)


def test_only_lines_of_the_post_are_named() -> None:
    rule = rule_of("head_count", measured=KAUR, post="hamlet", question="sotk.kadus")
    rows = [
        "belanja | 1.1.02 | 5.1.2.01 | ADD | 48 OB | 2500000 | Kaur, 4 org x 12 bln",
        "belanja | 1.1.02 | 5.1.2.01 | ADD | 36 OB | 2100000 | Kadus, 3 org x 12 bln",
    ]
    found = judged(rule, {"sotk.kadus": 2}, rows)
    assert (found.measured, found.lines) == (3, (2,))
    assert "Kadus" in found.facts["first"]


def test_each_line_is_at_most_the_limit() -> None:
    rule = rule_of("line_max", measured=Selector(parts=("spending",)), limit=1000_00)
    row = "belanja | 2.3.10 | 5.2.1.01 | DDS | 1 paket | {}"
    assert told(judged(rule, {}, [row.format(1000), row.format(1000)])) == (True, "", 0, True)
    found = judged(rule, {}, [row.format(1001), row.format(1), row.format(1005)])
    assert told(found) == (False, "", 500, True)
    assert found.lines == (3, 1)
    assert told(judged(rule, {})) == (True, "absent", 0, False)


def test_a_document() -> None:
    rule = rule_of("document", question="dok.perdes_rkpdes")
    expected = {"yes": (True, "", 0, True), "no": (False, "", 1, True), "none": (True, "none", 0, True)}
    for answer, outcome in expected.items():
        assert told(judged(rule, {"dok.perdes_rkpdes": answer})) == outcome
    assert told(judged(rule, {})) == (True, "ask", 0, True)
    bound = replace(rule, measured=Selector(accounts=("6.2.2",)))
    assert told(judged(bound, {"dok.perdes_rkpdes": "no"})) == (True, "absent", 0, False)
    rows = ["pembiayaan || 6.2.2.01 | DDS | 1 tahun | 1"]
    assert told(judged(bound, {"dok.perdes_rkpdes": "no"}, rows)) == (False, "", 1, True)
    assert judged(bound, {}, rows).lines == (1,)


def test_context_is_never_judged() -> None:
    assert check(plan_of([], 2026), CHART, pack_of(rule_of("context"))) == ()


@pytest.mark.parametrize("seed", range(30))
def test_answers_kept_edit_by_edit_equal_answers_from_scratch(seed: int) -> None:
    rng = random.Random(seed)
    rules = [
        rule_of("equals_answer", id="A", measured=DDS, question="pagu.DDS"),
        rule_of("date_after", id="B", question="tanggal.kirim", after="tanggal.bpd", days=3),
        rule_of("document", id="C", question="dok.perdes_rkpdes"),
        rule_of("count_max", id="D", question="jumlah.perubahan", limit=1),
    ]
    pack = replace(pack_of(rules[0]), rules={rule.id: rule for rule in rules})
    plan = plan_of([REVENUE.format(1000)], 2026)
    figures = Figures(plan, CHART)
    checker = Checker(pack, plan, figures, CHART)
    values = {
        "pagu.DDS": ("100000", "99999"), "tanggal.kirim": ("2026-02-04", "2026-02-05"),
        "tanggal.bpd": ("2026-02-01", "2026-02-02"), "dok.perdes_rkpdes": ("yes", "no", "none"),
        "jumlah.perubahan": ("1", "2"),
    }  # fmt: skip
    for _ in range(25):
        name = rng.choice(list(values))
        before = plan.answer(name)
        key = before.id if before else list(values).index(name) + 1
        gone = before is not None and rng.random() < 0.3
        after = None if gone else Answer(key, name, rng.choice(values[name]))
        change = Change(Entity.ANSWER, key, before, after)
        seen = checker.findings
        plan.apply(change)
        figures.apply(change)
        assert checker.apply([change]) == (seen != checker.findings)
        assert checker.findings == check(plan, CHART, pack)

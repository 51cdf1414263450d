"""What rules ask: questions, answers, the judged day, and exemptions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tests.rules.cases import plan_of
from village_budget.chart.chart import national_chart
from village_budget.domain.answer import Answer, Waiver
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.errors import PackError
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker, check
from village_budget.rules.judged_day import judged_on
from village_budget.rules.packs.loader import load_pack, pack_years
from village_budget.rules.packs.questions import load_questions, read_questions
from village_budget.rules.packs.standing_answers import answer_of, as_day, as_number

CHART = national_chart()
IDS = (
    *(f"pagu.{fund}" for fund in ("DDS", "ADD", "PBH", "PBP", "PBK")), "pagu.dd_reguler",
    *(f"sisa.{fund}" for fund in CHART.funds), "blt.keluarga",
    *(f"sotk.{post}" for post in ("kades", "sekdes", "perangkat", "kadus", "bpd", "rt_rw")),
    *(f"tanggal.{day}" for day in ("rkpdes", "bpd", "kirim", "evaluasi", "perbaikan", "perdes")),
    "tanggal.kirim_perdes",
    "jumlah.perubahan",
)  # fmt: skip


def test_every_question_that_was_agreed_on_is_there() -> None:
    questions = load_questions()
    assert set(IDS) <= set(questions)
    for question in questions.values():
        assert question.title.id != question.title.en
        assert question.id.split(".")[0] != "dok" or question.kind == "document"
    assert questions["pagu.dd_reguler"].holds_in(2026)
    assert not questions["pagu.dd_reguler"].holds_in(2025)


def test_what_is_asked_is_asked_by_a_rule_of_the_year() -> None:
    asked = set()
    for year in pack_years():
        for rule in load_pack(year).rules.values():
            for name in rule.questions:
                assert load_questions()[name].holds_in(year), f"{rule.id} asks {name} in {year}"
                asked.add(name)
    # What the poster says to residents is asked by art. 39 itself, not by a rule over figures.
    assert asked == {name for name, one in load_questions().items() if one.group != "warga"}


@pytest.mark.parametrize(
    ("text", "code", "line", "field"),
    [
        ('[questions.x]\nkind = "soso"\n', "pack-missing-field", 1, "questions.x.group"),
        (
            '[questions."pagu.X"]\nkind = "soso"\ngroup = "pagu"\ntitle = { id = "a", en = "b" }\n',
            "pack-field", 2, "questions.pagu.X.kind",
        ),
        (
            '[questions.x]\nkind = "amount"\ngroup = "pagu"\ntitle = { id = "a", en = "b" }\nfunds = ["X"]\n',
            "pack-unknown-code", 5, "questions.x.funds",
        ),
        ("[question]\n", "pack-unknown-field", 1, "question"),
    ],
)  # fmt: skip
def test_a_bad_question_is_named(tmp_path: Path, text: str, code: str, line: int, field: str) -> None:
    path = tmp_path / "questions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_questions(path)
    error = caught.value
    assert (error.code, error.details["line"], error.details["field"]) == (code, line, field)


def test_the_regency_s_answer_goes_before_the_village_s() -> None:
    plan = plan_of([], 2026, {"pagu.DDS": 5}, "2026-03-01")
    assert answer_of(plan, "pagu.DDS") == "500"
    assert answer_of(plan, "pagu.DDS", {"pagu.DDS": "700"}) == "700"
    assert answer_of(plan, "pagu.ADD") == ""
    assert answer_of(plan, "tanggal.perdes") == "2026-03-01"
    assert answer_of(plan, "jumlah.perubahan") == "0"
    amended = Plan(plan.village, replace(plan.info, version=2))
    assert answer_of(amended, "jumlah.perubahan") == "2"


@pytest.mark.parametrize("text", ["", "12.5", "-1", "lima", "²"])
def test_an_answer_that_cannot_be_read_is_no_answer(text: str) -> None:
    assert as_number(text) is None
    assert as_day(text) is None


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        ("", (2026, 1, 1)), ("2025-12-27", (2026, 1, 1)), ("2026-03-27", (2026, 3, 27)),
        ("2027-01-05", (2026, 12, 31)), ("besok", (2026, 1, 1)),
    ],
)  # fmt: skip
def test_the_day_by_which_a_plan_is_judged(dated: str, day: tuple[int, int, int]) -> None:
    assert judged_on(plan_of([], 2026, dated=dated)) == date(*day)


def test_a_rule_is_in_doubt_from_the_day_its_basis_fell() -> None:
    pack = load_pack(2025)
    doubted = replace(pack.rules["BEL-30"], verified=True, unverified_since=date(2025, 3, 27))
    pack = replace(pack, rules={"BEL-30": doubted})
    for day, verified in (("2025-03-26", True), ("2025-03-27", False)):
        assert check(plan_of([], 2025, dated=day), CHART, pack)[0].verified is verified
    assert pack.of_year().rules["BEL-30"].verified
    assert not replace(pack, year=2026).of_year().rules["BEL-30"].verified


def test_an_exemption_covers_a_breach_but_does_not_hide_it() -> None:
    rows = ["belanja | 1.1.01 | 5.1.1.01 | DDS | 12 OB | 1 | Kepala Desa"]
    plan, pack = plan_of(rows, 2025), load_pack(2025)
    checker = Checker(pack, plan, Figures(plan, CHART), CHART)
    waiver = Waiver(1, "SIL-SRC", "", "bencana", "Keputusan 1", "Camat", "2025-02-01")
    change = Change(Entity.WAIVER, 1, None, waiver)
    for step, waived in ((change, True), (change.inverse(), False)):
        plan.apply(step)
        assert checker.apply([step])
        found = {finding.rule: finding for finding in checker.findings}
        assert not found["SIL-SRC"].holds
        assert found["SIL-SRC"].waived is waived
        assert found["SIL-SRC"].is_open is not waived
        assert checker.findings == check(plan, CHART, pack)
    strict = replace(pack, rules={"SIL-SRC": replace(pack.rules["SIL-SRC"], waivable=False)})
    plan.apply(change)
    assert not check(plan, CHART, strict)[0].waived
    assert check(plan, CHART, pack) != check(plan_of(rows, 2025), CHART, pack)


def test_an_exemption_for_one_fund_source_leaves_the_others_open() -> None:
    rows = [f"belanja | 2.3.10 | 5.2.1.01 | {fund} | 1 paket | 5" for fund in ("DDS", "ADD")]
    base = plan_of(rows, 2025)
    waiver = Waiver(1, "BAL-SRC", "ADD", "a", "b", "c", "2025-02-01")
    plan = Plan(base.village, base.info, base.activities.values(), base.lines.values(), [waiver])
    found = {finding.fund: finding.is_open for finding in check(plan, CHART, load_pack(2025)) if finding.fund}
    assert found == {"ADD": False, "DDS": True}


def test_an_answer_is_judged_when_it_is_given() -> None:
    pack = load_pack(2025)
    rule = replace(
        pack.rules["PMD-PERDES"], kind="document", question="dok.perdes_penyertaan_modal", variants={}
    )
    pack = replace(pack, rules={"PMD-PERDES": rule})
    plan = plan_of(["pembiayaan || 6.2.2.01 | DDS | 1 tahun | 1"], 2025)
    checker = Checker(pack, plan, Figures(plan, CHART), CHART)
    assert (checker.findings[0].variant, checker.findings[0].holds) == ("ask", True)
    assert checker.findings[0].questions == ("dok.perdes_penyertaan_modal",)
    before = None
    for value, holds in (("no", False), ("yes", True), ("none", True)):
        after = Answer(1, "dok.perdes_penyertaan_modal", value)
        change = Change(Entity.ANSWER, 1, before, after)
        plan.apply(change)
        assert checker.apply([change]) == (value != "none")
        assert (checker.findings[0].variant, checker.findings[0].holds) == ("", holds)
        assert checker.findings == check(plan, CHART, pack)
        before = after
    assert builders.plan(2025).answer("dok.perdes_penyertaan_modal") is None

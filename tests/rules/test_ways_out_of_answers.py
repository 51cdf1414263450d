"""Ways out of rules that compare with an answer, with two limits, tiers, or families times months."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests import builders
from tests.rules.test_ways_out import MILLION, plan_of, revenue, spending, told
from village_budget.chart.chart import national_chart
from village_budget.domain.answer import Answer
from village_budget.domain.findings import Severity
from village_budget.domain.lines import Factor, Line, Part
from village_budget.domain.plan import Plan
from village_budget.figures.selector import Selector
from village_budget.rules.check import check
from village_budget.rules.packs.loader import load_pack
from village_budget.rules.packs.pack import (
    PackText,
    Rule,
    RulePack,
    Tier,
    Variant,
)
from village_budget.rules.ways.ways_out import WayOut, ways_out, words

CHART = national_chart()
WORDS = PackText("Kalimat.", "Sentence.")
VARIANTS = {name: Variant(WORDS) for name in ("ask", "absent", "below", "none")}
BLT = Selector(parts=("spending",), tags=("blt",))
DANA_DESA = Selector(parts=("revenue",), accounts=("4.2.1",))


def rule(kind: str, measured: Selector = BLT, **values: object) -> Rule:
    made = Rule("X", WORDS, WORDS, kind, Severity.ERROR, "Pasal 1", WORDS, WORDS, WORDS, VARIANTS, measured)
    return replace(made, **values)  # type: ignore[arg-type]


def ways_of(asked: Rule, plan: Plan, answer: str = "") -> tuple[WayOut, ...]:
    """Ways out of a rule of the test's own, beside the balance."""
    answers = [Answer(1, asked.question or asked.base_question, answer)] if answer else []
    plan = Plan(plan.village, plan.info, plan.activities.values(), plan.lines.values(), answers)
    rules = {key: row for key, row in load_pack(2026).rules.items() if key in ("BAL-ZERO", "BAL-SRC")}
    pack = RulePack(2026, "1", "2026-01-01", {**rules, "X": asked})
    found = next(finding for finding in check(plan, CHART, pack) if finding.rule == "X")
    assert not found.holds
    return ways_out(found, asked, plan, CHART, pack)


def blt(key: int, rupiah: int, **values: object) -> Line:
    return spending(key, 4, rupiah, "DDS", tags=("blt",), **values)


CEILING = rule("equals_answer", Selector(parts=("revenue",), accounts=("4.2.1",)), question="pagu.DDS")


def test_an_income_above_its_ceiling_falls_and_so_does_its_spending() -> None:
    plan = plan_of(revenue(1, 100 * MILLION, "DDS"), spending(2, 3, 100 * MILLION, "DDS"))
    way = ways_of(CEILING, plan, str(90 * MILLION * 100))[0]
    assert told(way) == [(1, "DDS", 100 * MILLION, 90 * MILLION), (2, "DDS", 100 * MILLION, 90 * MILLION)]
    assert way.template == "income"


def test_an_income_below_its_ceiling_covers_what_was_short_first() -> None:
    """5 million more: 3 of them were missing, 2 are planned."""
    plan = plan_of(revenue(1, 100 * MILLION, "DDS"), spending(2, 3, 103 * MILLION, "DDS"))
    way = ways_of(CEILING, plan, str(105 * MILLION * 100))[0]
    assert told(way) == [(1, "DDS", 100 * MILLION, 105 * MILLION), (2, "DDS", 103 * MILLION, 105 * MILLION)]


def test_an_income_that_is_not_there_becomes_a_line() -> None:
    plan = plan_of(revenue(1, MILLION), spending(2, 3, MILLION), spending(3, 3, 90 * MILLION, "DDS"))
    way = ways_of(CEILING, plan, str(90 * MILLION * 100))[0]
    assert told(way) == [(0, "DDS", 0, 90 * MILLION)]
    assert (way.moves[0].account_code, way.moves[0].part) == ("4.2.1.01", Part.REVENUE)
    assert words(way, "id", CHART)[0].startswith("Tambahkan baris baru 4.2.1.01 ")


def test_a_withdrawal_above_what_the_reserve_holds() -> None:
    reserve = rule("at_most_answer", Selector(parts=("financing",), accounts=("6.1.2",)), question="sisa.PAD")
    out = builders.line(5, Part.FINANCING, account_code="6.1.2.01", rupiah=8 * MILLION, fund="PAD")
    plan = plan_of(out, spending(2, 3, 8 * MILLION, "PAD"))
    way = ways_of(reserve, plan, str(6 * MILLION * 100))[0]
    assert told(way) == [(5, "PAD", 8 * MILLION, 6 * MILLION), (2, "PAD", 8 * MILLION, 6 * MILLION)]


def test_spending_that_must_be_an_answered_amount() -> None:
    plan = plan_of(
        revenue(1, 100 * MILLION, "DDS"), blt(2, 10 * MILLION), spending(3, 3, 90 * MILLION, "DDS")
    )
    more = ways_of(rule("equals_answer", question="pagu.DDS"), plan, str(12_345_678 * 100))[0]
    assert told(more) == [(3, "DDS", 90_000_000, 87_654_322), (2, "DDS", 10_000_000, 12_345_678)]


def test_families_times_months_are_written_into_the_line() -> None:
    """9 families by the line, 10 by the village: 10 KPM x 12 bulan at 300.000; the road gives 3.6 million."""
    due = rule("rate_product", question="blt.keluarga", limit=300_000_00, months=12)
    factors = (Factor(Decimal(9), "KPM"), Factor(Decimal(12), "bulan"))
    plan = plan_of(
        revenue(1, 100 * MILLION, "DDS"), blt(2, 300_000, volume=108, unit="KPM bulan", factors=factors),
        spending(3, 3, 67_600_000, "DDS"),
    )  # fmt: skip
    (way,) = ways_of(due, plan, "10")
    assert told(way) == [(2, "DDS", 32_400_000, 36_000_000), (3, "DDS", 67_600_000, 64_000_000)]
    line = way.moves[0].new
    assert line is not None
    assert line.factors == (Factor(Decimal(10), "KPM"), Factor(Decimal(12), "bulan"))
    assert (line.volume, line.unit_price) == (120, 300_000_00)
    assert words(way, "id", CHART)[0].startswith("Ubah 4.2.01 Baris 2 (DDS) menjadi 120 KPM bulan × Rp")


def test_a_rate_for_all_months_together_has_no_months_in_the_line() -> None:
    """Rp 2.700.000 a family for the year (2020), 50 families."""
    due = rule("rate_product", question="blt.keluarga", limit=2_700_000_00, months=1)
    plan = plan_of(
        revenue(1, 200 * MILLION, "DDS"), blt(2, 130 * MILLION), spending(3, 3, 70 * MILLION, "DDS")
    )
    (way,) = ways_of(due, plan, "50")
    line = way.moves[0].new
    assert line is not None
    assert (line.volume, line.unit, line.unit_price) == (50, "KPM", 2_700_000_00)
    assert line.factors == (Factor(Decimal(50), "KPM"),)


def test_both_limits_of_a_range() -> None:
    """Between 10 and 25 % of 100 million."""
    limits = rule("share_range", base=DANA_DESA, percent_min="10", percent="25")
    for amount, target in ((30, 25), (4, 10)):
        plan = plan_of(
            revenue(1, 100 * MILLION, "DDS"), blt(2, amount * MILLION, description="BLT"),
            spending(3, 3, (100 - amount) * MILLION, "DDS"),
        )  # fmt: skip
        way = ways_of(limits, plan)[0]
        amounts = {move.line_id: move.after for move in way.moves}
        after = sum(
            amounts.get(line.id, line.amount) for line in plan.lines.values() if line.tags == ("blt",)
        ) + sum(move.after for move in way.moves if not move.line_id)
        assert after == target * MILLION * 100


def test_a_tier_and_an_answered_base() -> None:
    """25 % up to 800 million; the ceiling of 100 million counts, not the 120 in the plan."""
    tiers = (Tier(800 * MILLION * 100, "25"), Tier(None, "35"))
    tiered = rule("tiered_share", base=DANA_DESA, tiers=tiers)
    plan = plan_of(
        revenue(1, 120 * MILLION, "DDS"), blt(2, 40 * MILLION), spending(3, 3, 80 * MILLION, "DDS")
    )
    assert told(ways_of(tiered, plan)[0])[0] == (2, "DDS", 40 * MILLION, 30 * MILLION)
    answered = ways_of(replace(tiered, base_question="pagu.DDS"), plan, str(100 * MILLION * 100))
    assert told(answered[0])[0] == (2, "DDS", 40 * MILLION, 25 * MILLION)

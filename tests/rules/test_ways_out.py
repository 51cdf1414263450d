"""Ways out, kind by kind, with results worked out by hand; amounts in the tests are rupiah."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests import builders
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Factor, Line, Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.rules.check import check
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.packs.loader import load_pack
from village_budget.rules.ways.exact_price import lowered, repriced
from village_budget.rules.ways.ways_out import (
    WayOut,
    decide,
    heading,
    ways_out,
    words,
)

CHART = national_chart()
MILLION = 1_000_000


def revenue(key: int, rupiah: int, fund: str = "ADD") -> Line:
    accounts = {"ADD": "4.2.3.01", "DDS": "4.2.1.01", "PAD": "4.1.2.01", "PBK": "4.2.5.01"}
    return builders.line(key, Part.REVENUE, account_code=accounts[fund], rupiah=rupiah, fund=fund)


def spending(key: int, activity_id: int, rupiah: int, fund: str = "ADD", **values: object) -> Line:
    return builders.line(key, activity_id=activity_id, rupiah=rupiah, fund=fund, **values)  # type: ignore[arg-type]


def plan_of(*lines: Line, year: int = 2026) -> Plan:
    """A plan with the activities 1 pay, 2 BPD, 3 roads, 4 farming, 5 operations, 6 office, 7 disaster."""
    codes = ("1.1.01", "1.1.06", "2.3.10", "4.2.01", "1.1.08", "1.2.02", "5.1.00")
    activities = [builders.activity(number, code) for number, code in enumerate(codes, start=1)]
    used = {line.activity_id for line in lines}
    rows = [activity for activity in activities if activity.id in used]
    return Plan(builders.village(), PlanInfo(1, year), rows, lines)


def ways_of(plan: Plan, rule: str, *others: str, fund: str = "") -> tuple[WayOut, ...]:
    """Ways out of a rule, in a pack of that rule, the balance and other rules."""
    pack = load_pack(plan.info.fiscal_year)
    wanted = {rule, "BAL-ZERO", "BAL-SRC", "PLAN-NOL", *others}
    pack = replace(pack, rules={key: row for key, row in pack.rules.items() if key in wanted})
    found = {finding.key: finding for finding in check(plan, CHART, pack)}[rule, fund]
    assert not found.holds
    return ways_out(found, pack.rules[rule], plan, CHART, pack)


def told(way: WayOut) -> list[tuple[int, str, int, int]]:
    """Each move as line, fund source, rupiah before and after."""
    return [(move.line_id, move.fund, move.before // 100, move.after // 100) for move in way.moves]


# ------------------------------------------------------------------------------------ prices


@pytest.mark.parametrize(
    ("volume", "amount", "price"),
    [
        ("1", 12_345_67, 12_345_67),
        ("12", 1_200_00, 100_00),
        ("2.5", 1_000_00, 400_00),
        ("9.5", 950_00, 100_00),
    ],
)
def test_a_price_gives_just_the_amount(volume: str, amount: int, price: int) -> None:
    line = repriced(builders.line(volume=volume, rupiah=7), amount)
    assert line is not None
    assert (line.amount, line.unit_price, line.volume) == (amount, price, Decimal(volume))


def test_a_price_in_whole_rupiah_does_not_give_every_amount() -> None:
    line = builders.line(volume=7, rupiah=100)
    assert repriced(line, 705_00) is None
    assert repriced(replace(line, volume=Decimal(0)), 700_00) is None
    below = lowered(line, 705_00)
    assert below is not None
    assert (below.unit_price, below.amount) == (100_00, 700_00)


# ------------------------------------------------------------------------------------ shares


def test_a_share_that_is_too_large_moves_to_other_lines() -> None:
    """40 of 100 million may be 30: 10 go over, the whole stays 100, the fund source stays balanced."""
    plan = plan_of(revenue(1, 100 * MILLION), spending(2, 2, 40 * MILLION), spending(3, 3, 60 * MILLION))
    way = ways_of(plan, "BEL-30", "BEL-70")[0]
    assert told(way) == [(2, "ADD", 40 * MILLION, 30 * MILLION), (3, "ADD", 60 * MILLION, 70 * MILLION)]
    assert way.template == "cut"


def test_what_prices_cut_too_much_is_given_to_the_other_line() -> None:
    """7 x 5.714.286 must fall by 10.000.002; a price in whole rupiah makes that 7 x 4.285.714: 10.000.004."""
    plan = plan_of(revenue(1, 100_000_002), spending(2, 2, 5_714_286, volume=7), spending(3, 3, 60 * MILLION))
    way = ways_of(plan, "BEL-30")[0]
    assert told(way) == [(2, "ADD", 40_000_002, 29_999_998), (3, "ADD", 60_000_000, 70_000_004)]
    assert way.moves[0].new is not None
    assert way.moves[0].new.unit_price == 4_285_714_00


def test_an_overspent_plan_only_cuts_and_its_base_shrinks() -> None:
    """40 of 100 with 80 million there: (40 - x) / (100 - x) = 30 % at 14.285.714,29, so 14.285.715."""
    plan = plan_of(revenue(1, 80 * MILLION), spending(2, 2, 40 * MILLION), spending(3, 3, 60 * MILLION))
    way = ways_of(plan, "BEL-30")[0]
    assert told(way) == [(2, "ADD", 40_000_000, 25_714_285)]


def test_money_without_a_use_enlarges_the_rest() -> None:
    """33 of 100 million is 30 % of 110: ten million of the twenty left over go to other spending."""
    plan = plan_of(revenue(1, 120 * MILLION), spending(2, 2, 33 * MILLION), spending(3, 3, 67 * MILLION))
    ways = ways_of(plan, "BEL-30")
    assert ("add", [(3, "ADD", 67_000_000, 77_000_000)]) in [(way.template, told(way)) for way in ways]


def test_a_share_that_is_too_small_takes_from_other_lines_of_its_fund() -> None:
    """Food security 15 of 100 million Dana Desa, 20 are due: 5 come from the road."""
    plan = plan_of(
        revenue(1, 100 * MILLION, "DDS"), spending(2, 4, 15 * MILLION, "DDS"),
        spending(3, 3, 85 * MILLION, "DDS"), revenue(4, MILLION), spending(5, 3, MILLION), year=2025,
    )  # fmt: skip
    way = ways_of(plan, "DD-25-02", "BEL-30")[0]
    assert told(way) == [(3, "DDS", 85 * MILLION, 80 * MILLION), (2, "DDS", 15 * MILLION, 20 * MILLION)]


def test_pay_is_cut_last() -> None:
    """Pay is the largest measured line, yet the BPD's paper gives."""
    plan = plan_of(
        revenue(1, 100 * MILLION), spending(2, 1, 2 * MILLION, volume=12, unit="OB", account_code="5.1.1.01"),
        spending(3, 2, 10 * MILLION), spending(4, 3, 66 * MILLION),
    )  # fmt: skip
    ways = ways_of(plan, "BEL-30")
    assert told(ways[0]) == [(3, "ADD", 10_000_000, 6_000_000), (4, "ADD", 66_000_000, 70_000_000)]
    assert [2 in {move.line_id for move in way.moves} for way in ways] == sorted(
        2 in {move.line_id for move in way.moves} for way in ways
    )


def test_a_new_line_takes_what_no_lump_sum_can() -> None:
    """No line of one lot in the rest: a new one beside the largest, on its account."""
    plan = plan_of(
        revenue(1, 100 * MILLION), spending(2, 2, 40 * MILLION),
        spending(3, 3, 200_000, volume=300, unit="zak", account_code="5.3.5.03"),
    )  # fmt: skip
    way = ways_of(plan, "BEL-30")[0]
    new = way.moves[-1].new
    assert new is not None
    assert (new.id, new.activity_id, new.account_code, new.fund) == (0, 3, "5.3.5.03", "ADD")
    assert (new.volume, new.unit, new.unit_price, new.amount) == (1, "paket", 10_000_000_00, 10_000_000_00)
    assert new.description.startswith("Tambahan untuk ")


def test_an_amount_that_is_too_large() -> None:
    """30 million of Dana Desa for the office, 25 are allowed."""
    plan = plan_of(
        revenue(1, 90 * MILLION, "DDS"),
        spending(2, 6, 30 * MILLION, "DDS"),
        spending(3, 3, 60 * MILLION, "DDS"),
    )
    way = ways_of(plan, "DD-26-08-KANTOR")[0]
    assert told(way) == [(2, "DDS", 30 * MILLION, 25 * MILLION), (3, "DDS", 60 * MILLION, 65 * MILLION)]


def test_earmarked_aid_stays_in_its_activity() -> None:
    """Aid for one activity is never moved to another: nothing is proposed rather than that."""
    plan = plan_of(
        revenue(1, 100 * MILLION, "PBK"), spending(2, 2, 40 * MILLION, "PBK"),
        spending(3, 3, 60 * MILLION, "PBK"),
    )  # fmt: skip
    assert ways_of(plan, "BEL-30") == ()


# ------------------------------------------------------------------------------------ balance


def test_a_shortage_is_cut_exactly() -> None:
    """400.000 too much: the road's 7 sacks can't give it to the rupiah, the lump sum can."""
    plan = plan_of(
        revenue(1, 10 * MILLION), spending(2, 3, 7_000_000, volume=1), spending(3, 4, 485_714, volume=7),
        spending(4, 4, 2),
    )  # fmt: skip
    assert plan.lines[3].amount == 3_399_998_00
    way = ways_of(plan, "BAL-ZERO")[0]
    assert told(way) == [(2, "ADD", 7_000_000, 6_600_000)]
    assert way.template == "spend_less"


def test_money_left_over_is_planned() -> None:
    plan = plan_of(revenue(1, 10 * MILLION), spending(2, 3, 9_500_000))
    ways = ways_of(plan, "BAL-ZERO")
    assert told(ways[0]) == [(2, "ADD", 9_500_000, 10_000_000)]
    assert {way.template for way in ways} == {"spend_more"}


def test_two_fund_sources_give_up_what_each_has_too_much() -> None:
    plan = plan_of(
        revenue(1, 10 * MILLION), revenue(2, 10 * MILLION, "PAD"), spending(3, 3, 11 * MILLION),
        spending(4, 4, 12 * MILLION, "PAD"),
    )  # fmt: skip
    way = ways_of(plan, "BAL-ZERO")[0]
    assert told(way) == [(4, "PAD", 12_000_000, 10_000_000), (3, "ADD", 11_000_000, 10_000_000)]


def test_an_overspent_fund_pays_out_of_one_with_room() -> None:
    """ADD is 2 million short, PAD has 3 left: the line of 2.5 moves as a whole, or 2 of a larger one."""
    plan = plan_of(
        revenue(1, 10 * MILLION), revenue(2, 3 * MILLION, "PAD"), spending(3, 3, 9_500_000),
        spending(4, 4, 2_500_000),
    )  # fmt: skip
    ways = ways_of(plan, "BAL-SRC", fund="ADD")
    assert told(ways[0]) == [(4, "PAD", 2_500_000, 2_500_000)]
    assert ways[0].template == "other_fund"
    parted = [told(way) for way in ways[1:]]
    assert [(3, "ADD", 9_500_000, 7_500_000), (0, "PAD", 0, 2_000_000)] in parted


def test_an_undecided_carry_over_may_belong_to_the_short_fund() -> None:
    """6 million have no fund source yet and ADD lacks 2: two of them can be recorded as ADD."""
    carry = builders.line(9, Part.FINANCING, rupiah=6 * MILLION, fund="")
    plan = plan_of(revenue(1, 10 * MILLION), spending(3, 3, 12 * MILLION), carry)
    way = ways_of(plan, "BAL-SRC", fund="ADD")[0]
    assert (way.template, told(way)) == ("claim", [(9, "", 6_000_000, 4_000_000), (0, "ADD", 0, 2_000_000)])


# ------------------------------------------------------------------------------------ pay


def _head(key: int, rupiah: int, fund: str = "ADD", months: int = 12) -> Line:
    return spending(key, 1, rupiah, fund, volume=months, unit="OB", account_code="5.1.1.01")


def test_pay_rises_to_the_minimum_and_the_largest_other_line_pays() -> None:
    """12 x 26.640 = 319.680, out of the road; the farm's line is smaller."""
    plan = plan_of(
        revenue(1, 100 * MILLION),
        _head(2, 2_400_000),
        spending(3, 3, 50 * MILLION),
        spending(4, 4, 21_200_000),
    )
    way = ways_of(plan, "SIL-KADES")[0]
    assert told(way) == [(2, "ADD", 28_800_000, 29_119_680), (3, "ADD", 50_000_000, 49_680_320)]
    assert way.moves[0].new is not None
    assert way.moves[0].new.unit_price == 2_426_640_00


def test_pay_out_of_two_sources_is_raised_in_the_larger_line() -> None:
    """2.000.000 of ADD and 400.000 of PAD a month for one head: 26.640 more, in the ADD line."""
    plan = plan_of(
        revenue(1, 100 * MILLION), revenue(5, 10 * MILLION, "PAD"), _head(2, 2_000_000),
        _head(3, 400_000, "PAD"), spending(4, 3, 50 * MILLION),
    )  # fmt: skip
    way = ways_of(plan, "SIL-KADES")[0]
    # ADD has 26 million that no line uses: nothing needs to be cut.
    assert told(way) == [(2, "ADD", 24_000_000, 24_319_680)]


def test_pay_above_a_maximum_falls_and_frees_money() -> None:
    """10 families x 12 months at 350.000: 300.000 is the most, 6 million go elsewhere in Dana Desa."""
    blt = spending(2, 4, 350_000, "DDS", volume=120, unit="KPM bulan", tags=("blt",),
                   factors=(Factor(Decimal(10), "KPM"), Factor(Decimal(12), "bulan")))  # fmt: skip
    plan = plan_of(revenue(1, 100 * MILLION, "DDS"), blt, spending(3, 3, 58 * MILLION, "DDS"))
    way = ways_of(plan, "DD-26-03")[0]
    assert told(way) == [(2, "DDS", 42_000_000, 36_000_000), (3, "DDS", 58_000_000, 64_000_000)]


def test_no_pay_is_raised_when_that_breaks_another_rule() -> None:
    """Pay is at 30 % of spending: raising it would break BEL-30, and nothing is proposed."""
    plan = plan_of(revenue(1, 96 * MILLION), _head(2, 2_400_000), spending(3, 3, 67_200_000))
    assert ways_of(plan, "SIL-KADES", "BEL-30") == ()
    assert ways_of(plan, "SIL-KADES")


# ------------------------------------------------------------------------------------ what is forbidden


def test_forbidden_pay_moves_to_a_source_with_room() -> None:
    plan = plan_of(
        revenue(1, 90 * MILLION, "DDS"), revenue(2, 30 * MILLION, "PAD"), _head(3, 2_500_000, "DDS"),
        spending(4, 3, 60 * MILLION, "DDS"),
    )  # fmt: skip
    ways = ways_of(plan, "SIL-SRC")
    assert [told(way) for way in ways] == [[(3, "PAD", 30_000_000, 30_000_000)]]
    assert ways[0].template == "other_fund"


def test_forbidden_pay_is_swapped_when_no_source_has_room() -> None:
    """ADD is full: pay goes to ADD, and 30 million of the road go from ADD to Dana Desa."""
    plan = plan_of(
        revenue(1, 90 * MILLION, "DDS"), revenue(2, 70 * MILLION), _head(3, 2_500_000, "DDS"),
        spending(4, 3, 60 * MILLION, "DDS"), spending(5, 4, 70 * MILLION, description="Pompa"),
    )  # fmt: skip
    way = ways_of(plan, "SIL-SRC")[0]
    assert (way.template, way.moved) == ("swap_fund", 30 * MILLION * 100)
    assert told(way) == [
        (3, "ADD", 30_000_000, 30_000_000), (5, "ADD", 70_000_000, 40_000_000), (0, "DDS", 0, 30_000_000),
    ]  # fmt: skip
    assert way.moves[-1].description == "Pompa"


def test_a_line_of_the_same_amount_changes_place_with_a_forbidden_one() -> None:
    plan = plan_of(
        revenue(1, 90 * MILLION, "DDS"), revenue(2, 70 * MILLION), _head(3, 2_500_000, "DDS"),
        spending(4, 3, 60 * MILLION, "DDS"), spending(5, 4, 30 * MILLION), spending(6, 4, 40 * MILLION),
    )  # fmt: skip
    way = ways_of(plan, "SIL-SRC")[0]
    assert told(way) == [(3, "ADD", 30_000_000, 30_000_000), (5, "DDS", 30_000_000, 30_000_000)]


def test_what_is_forbidden_and_no_pay_may_be_given_up() -> None:
    """Travel outside the regency out of Dana Desa, with no other source: its money goes to the road."""
    plan = plan_of(
        revenue(1, 70 * MILLION, "DDS"), spending(2, 3, 10 * MILLION, "DDS", account_code="5.2.3.02"),
        spending(3, 3, 60 * MILLION, "DDS"),
    )  # fmt: skip
    (way,) = ways_of(plan, "DD-26-08-LUAR")
    assert (way.template, told(way)) == (
        "give_up", [(2, "DDS", 10_000_000, 0), (3, "DDS", 60_000_000, 70_000_000)],
    )  # fmt: skip


def test_spending_in_the_wrong_kind_takes_the_only_right_account() -> None:
    """Disaster aid on goods: only contingency (5.4) is right in sector 5; no money moves."""
    aid = spending(2, 7, 10 * MILLION, account_code="5.2.7.99", description="Bantuan bencana")
    plan = plan_of(revenue(1, 10 * MILLION), aid)
    (way,) = ways_of(plan, "BTT-BID5-B")
    assert (way.template, told(way)) == ("account", [(2, "ADD", 10_000_000, 10_000_000)])
    assert way.moves[0].account_code == "5.4.1.01"
    assert "dari 5.2.7.99 menjadi 5.4.1.01" in words(way, "id", CHART)[0]


def test_an_activity_goes_with_its_last_line() -> None:
    """All of an activity is forbidden: it is given up as a whole, not left empty."""
    plan = plan_of(
        revenue(1, 70 * MILLION, "DDS"), spending(2, 4, 10 * MILLION, "DDS", account_code="5.2.3.02"),
        spending(3, 3, 60 * MILLION, "DDS"),
    )  # fmt: skip
    (way,) = ways_of(plan, "DD-26-08-LUAR", "PLAN-KEGIATAN")
    assert [activity.id for activity in way.gone] == [4]
    assert "4.2.01" in words(way, "id", CHART)[-2]


def test_spending_without_a_source_may_use_one_with_room() -> None:
    plan = plan_of(revenue(1, 10 * MILLION), revenue(2, MILLION, "PAD"), spending(3, 3, 5 * MILLION, ""))
    (way,) = ways_of(plan, "PLAN-DANA")
    assert (way.template, told(way)) == ("room", [(3, "ADD", 5_000_000, 5_000_000)])


# ------------------------------------------------------------------------------------ single lines


def test_a_wrong_amount_keeps_its_amount_or_is_computed() -> None:
    """12 x 1.000 with 24.000 beside it, in a plan that balances with 24.000: the price becomes 2.000."""
    wrong = replace(spending(2, 3, 1_000, volume=12), amount=24_000_00)
    plan = plan_of(revenue(1, 24_000), wrong)
    ways = ways_of(plan, "BAL-ROLL")
    assert (ways[0].template, told(ways[0])) == ("keep_amount", [(2, "ADD", 24_000, 24_000)])
    assert ways[0].moves[0].new is not None
    assert ways[0].moves[0].new.unit_price == 2_000_00
    exact = plan_of(revenue(1, 12_000), wrong)
    assert ("compute", [(2, "ADD", 24_000, 12_000)]) in [
        (way.template, told(way)) for way in ways_of(exact, "BAL-ROLL")
    ]


def test_a_transfer_gets_its_own_fund() -> None:
    plan = plan_of(replace(revenue(1, 5 * MILLION), fund="PAD"), spending(2, 3, 5 * MILLION))
    way = ways_of(plan, "STR-DANA")[0]
    assert (way.template, told(way)) == ("own_fund", [(1, "ADD", 5_000_000, 5_000_000)])


def test_sen_that_make_a_rupiah_together_are_rounded_to_the_same_sum() -> None:
    """10,50 and 20,50 rupiah become 11 and 20."""
    plan = plan_of(revenue(1, 31), spending(2, 3, 0, unit_price=10_50), spending(3, 3, 0, unit_price=20_50))
    way = ways_of(plan, "PLAN-SEN")[0]
    assert told(way) == [(2, "ADD", 10, 11), (3, "ADD", 20, 20)]


def test_empty_lines_are_removed() -> None:
    plan = plan_of(revenue(1, MILLION), spending(2, 3, MILLION), spending(3, 3, 0))
    way = ways_of(plan, "PLAN-NOL")[0]
    assert (way.template, told(way)) == ("remove_empty", [(3, "ADD", 0, 0)])


def test_codes_and_minus_signs_are_for_a_person_to_decide() -> None:
    plan = plan_of(revenue(1, MILLION), spending(2, 3, MILLION, account_code="5.9.9.99"))
    assert ways_of(plan, "STR-CODE") == ()
    minus = plan_of(revenue(1, MILLION), spending(2, 3, -MILLION))
    assert ways_of(minus, "PLAN-MINUS") == ()


# ------------------------------------------------------------------------------------ words


def test_a_way_out_in_words() -> None:
    plan = plan_of(
        revenue(1, 100 * MILLION), replace(_head(2, 2_400_000), description="Kades"),
        spending(3, 3, 50 * MILLION, description="Jalan"),
        spending(4, 4, 21_200_000),
    )  # fmt: skip
    way = ways_of(plan, "SIL-KADES")[0]
    assert heading(way, "id") == "Naikkan penghasilan sampai batas paling sedikit, ambil dari Jalan"
    result = "Penghasilan tetap Kepala Desa Rp 2.426.640 per bulan, paling sedikit Rp 2.426.640."
    plain = [text.replace("\N{NO-BREAK SPACE}", " ") for text in words(way, "id", CHART)]
    assert plain == [
        "Tambahkan Rp 319.680 pada 1.1.01 Kades (ADD): harga satuan dari Rp 2.400.000 menjadi Rp 2.426.640.",
        "Kurangi Rp 319.680 pada 2.3.10 Jalan (ADD): dari Rp 50.000.000 menjadi Rp 49.680.320.",
        f"Hasilnya: {result} Aturan lain tidak terganggu.",
    ]
    english = [text.replace("\N{NO-BREAK SPACE}", " ") for text in words(way, "en", CHART)]
    assert english[1] == "Cut Rp 319.680 at 2.3.10 Jalan (ADD): from Rp 50.000.000 to Rp 49.680.320."


def test_pay_that_cannot_be_read_is_written_anew_by_a_person() -> None:
    lump = spending(2, 1, 20 * MILLION, unit="paket", account_code="5.1.1.01")
    plan = plan_of(revenue(1, 20 * MILLION), lump)
    assert ways_of(plan, "SIL-KADES") == ()
    pack = load_pack(2026)
    found = next(row for row in check(plan, CHART, pack) if row.rule == "SIL-KADES")
    assert "12 OB" in decide(found, pack.rules["SIL-KADES"], "id")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("year", [2025, 2026])
def test_every_rule_says_what_to_decide(year: int, language: str) -> None:
    """When nothing can be proposed, a sentence of its own kind of rule says what a person has to do."""
    pack = load_pack(year)
    finding = check(builders.small_plan(year), CHART, pack)[0]
    said = {rule.id: decide(finding, rule, language) for rule in pack.rules.values() if rule.kind in KINDS}
    assert all(text.strip().endswith(".") and "{" not in text for text in said.values())
    assert said["STR-CODE"] != said["BAL-ROLL"] != said["BAL-ZERO"]

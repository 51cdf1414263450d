"""Small plans and random changes for the tests; one place that knows how a valid row is put together."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from village_budget.chart.chart import national_chart
from village_budget.domain.activity import Activity
from village_budget.domain.answer import Answer, Waiver
from village_budget.domain.lines import Factor, Line, Part
from village_budget.domain.plan import Change, Entity, Plan, PlanInfo
from village_budget.domain.village import Village
from village_budget.money import Sen, line_amount

if TYPE_CHECKING:
    from village_budget.document.edit import Edit

RUPIAH = 100
FUNDS = ("DDS", "ADD", "PAD", "PBH", "PBP", "PBK", "SWD", "DLL", "")
SPENDING_ACCOUNTS = ("5.1.1.01", "5.1.2.01", "5.2.1.01", "5.2.2.04", "5.2.7.02", "5.3.5.01", "5.4.1.01", "")
REVENUE_ACCOUNTS = ("4.1.2.01", "4.2.1.01", "4.2.2.01", "4.2.3.01", "4.3.1.01")
FINANCING_ACCOUNTS = ("6.1.1.01", "6.1.3.01", "6.2.1.01", "6.2.2.01")
ACTIVITY_CODES = ("1.1.01", "1.1.02", "1.1.08", "2.2.02", "2.3.10", "2.3.95", "3.4.01", "4.2.01", "5.3.00")
QUESTIONS = ("pagu.DDS", "pagu.dd_reguler", "blt.keluarga", "sotk.kades", "tanggal.bpd", "tanggal.kirim")


def village(**values: str) -> Village:
    """An invented village in Kabupaten Banyuwangi."""
    village = Village(
        name="Sumberwangi",
        code="35.10.99.2001",
        district="Kalibening",
        regency="Banyuwangi",
        province="Jawa Timur",
    )
    return replace(village, **values)  # type: ignore[arg-type]


def plan(fiscal_year: int = 2026) -> Plan:
    """An empty plan, version original."""
    return Plan(village(), PlanInfo(1, fiscal_year))


def activity(id: int = 1, code: str = "1.1.01", **values: object) -> Activity:  # noqa: A002 - the field's name
    """An activity; everything but its code may be left out."""
    return Activity(id, code, **values)  # type: ignore[arg-type]


def line(
    id: int = 1,  # noqa: A002 - the field's name
    part: Part = Part.SPENDING,
    *,
    activity_id: int | None = None,
    account_code: str | None = None,
    description: str = "",
    volume: Decimal | int | str = 1,
    unit: str = "paket",
    rupiah: int = 1_000_000,
    unit_price: Sen | None = None,
    fund: str = "DDS",
    **values: object,
) -> Line:
    """A line whose amount follows from its volume and price (``rupiah``, or ``unit_price`` in sen)."""
    accounts = {Part.REVENUE: "4.2.1.01", Part.SPENDING: "5.2.1.01", Part.FINANCING: "6.1.1.01"}
    if part is Part.SPENDING and activity_id is None:
        activity_id = 1
    exact = Decimal(volume)
    price = rupiah * RUPIAH if unit_price is None else unit_price
    return Line(
        id=id,
        part=part,
        activity_id=activity_id,
        account_code=accounts[part] if account_code is None else account_code,
        description=description or f"Baris {id}",
        volume=exact,
        unit=unit,
        unit_price=price,
        amount=line_amount(exact, price),
        fund=fund,
        **values,  # type: ignore[arg-type]
    )


def small_plan(fiscal_year: int = 2026) -> Plan:
    """A balanced plan: three activities, ten lines, two fund sources (ADD and DDS), each in balance.

    Revenue 150 million (ADD 60, DDS 90), spending 155 million, SiLPA of DDS 5 million.
    """
    officer = "Kaur Keuangan"
    activities = [
        activity(1, "1.1.01", officer=officer, location="Kantor desa", output="Siltap kepala desa"),
        activity(
            2, "2.3.10", officer="Kasi Kesejahteraan", start_month=4, end_month=8, output="Jalan usaha tani"
        ),
        activity(3, "4.2.01", officer="Kasi Kesejahteraan", output="Bibit padi"),
    ]
    months = (Factor(Decimal(1), "orang"), Factor(Decimal(12), "bulan"))
    spend = Part.SPENDING
    lines = [
        line(1, Part.REVENUE, account_code="4.2.1.01", description="Dana Desa", rupiah=90_000_000),
        line(2, Part.REVENUE, account_code="4.2.3.01", description="ADD", rupiah=60_000_000, fund="ADD"),
        line(3, spend, activity_id=1, account_code="5.1.1.01", description="Penghasilan tetap", volume=12,
             unit="OB", rupiah=4_000_000, fund="ADD", factors=months),
        line(4, spend, activity_id=1, account_code="5.1.1.02", description="Tunjangan", volume=12,
             unit="OB", rupiah=1_000_000, fund="ADD", position=1),
        line(5, spend, activity_id=2, account_code="5.3.5.01", description="Semen", volume=400, unit="zak",
             rupiah=65_000, position=0),
        line(6, spend, activity_id=2, account_code="5.3.5.01", description="Pasir", volume="32.5", unit="m3",
             rupiah=200_000, position=1),
        line(7, spend, activity_id=2, account_code="5.3.5.02", description="Upah", volume=300, unit="HOK",
             rupiah=100_000),
        line(8, spend, activity_id=3, account_code="5.2.7.01", description="Bibit", volume=1000, unit="kg",
             rupiah=15_000),
        line(9, spend, activity_id=3, account_code="5.2.7.02", description="Pupuk", volume=70, unit="sak",
             rupiah=250_000),
        line(10, Part.FINANCING, account_code="6.1.1.01", description="SiLPA", rupiah=5_000_000, fund="DDS"),
    ]  # fmt: skip
    return Plan(village(), PlanInfo(1, fiscal_year), activities, lines)


def large_plan(cost_lines: int, fiscal_year: int = 2026) -> Plan:
    """A balanced plan of any size: one activity to ten cost lines, funds ADD and DDS in turn."""
    chart = national_chart()
    codes = [entry.code for entry in chart.activities.values() if entry.level == 3]
    groups = max(1, cost_lines // 10)
    activities = [activity(n + 1, codes[n % len(codes)], position=n // len(codes)) for n in range(groups)]
    accounts = ("5.2.1.01", "5.2.1.04", "5.2.7.02", "5.3.5.01")
    lines = [
        line(n + 1, activity_id=n % groups + 1, account_code=accounts[n % 4], volume=n % 7 + 1,
             rupiah=25_000 + n % 50 * 1_000, fund=("ADD", "DDS")[n % 2], position=n)
        for n in range(cost_lines)
    ]  # fmt: skip
    for offset, (fund, account) in enumerate((("DDS", "4.2.1.01"), ("ADD", "4.2.3.01")), start=1):
        spent = sum(row.amount for row in lines if row.fund == fund and row.part is Part.SPENDING)
        lines.append(
            line(cost_lines + offset, Part.REVENUE, account_code=account, unit_price=spent, fund=fund)
        )
    return Plan(village(), PlanInfo(1, fiscal_year), activities, lines)


def random_line(plan: Plan, rng: random.Random, key: int) -> Line:
    """A line that could stand in the plan; a spending line only when the plan has an activity."""
    parts = list(Part) if plan.activities else [Part.REVENUE, Part.FINANCING]
    part = rng.choice(parts)
    accounts = {
        Part.REVENUE: REVENUE_ACCOUNTS,
        Part.SPENDING: SPENDING_ACCOUNTS,
        Part.FINANCING: FINANCING_ACCOUNTS,
    }
    return line(
        key,
        part,
        activity_id=rng.choice(sorted(plan.activities)) if part is Part.SPENDING else None,
        account_code=rng.choice(accounts[part]),
        volume=rng.choice([Decimal(1), Decimal(12), Decimal("2.5"), Decimal(0)]),
        unit_price=rng.randrange(0, 5_000_000_00),
        fund=rng.choice(FUNDS),
        tags=rng.choice([None, (), ("blt",), ("ketahanan_pangan", "padat_karya")]),
        position=rng.randrange(5),
    )


def random_changes(plan: Plan, rng: random.Random, new_id: Callable[[], int]) -> list[Change]:
    """One step's changes that fit the plan as it is: lines go before their activity, and come after it."""
    choice = rng.randrange(13)
    if choice >= 10:
        return random_records(plan, rng, new_id)
    if choice == 0 or not plan.lines:
        code = rng.choice(ACTIVITY_CODES)
        key = new_id()
        return [Change(Entity.ACTIVITY, key, None, activity(key, code, position=rng.randrange(9)))]
    if choice == 1 and plan.activities:
        before = plan.activities[rng.choice(sorted(plan.activities))]
        tags = rng.choice([before.tags, None, (), ("blt",), ("operasional_3", "stunting")])
        after = replace(before, code=rng.choice(ACTIVITY_CODES), name="Nama sendiri", tags=tags)
        return [Change(Entity.ACTIVITY, before.id, before, after)]
    if choice == 2 and plan.activities:
        gone = plan.activities[rng.choice(sorted(plan.activities))]
        lines = [Change(Entity.LINE, row.id, row, None) for row in plan.lines_of(gone.id)]
        return [*lines, Change(Entity.ACTIVITY, gone.id, gone, None)]
    if choice == 3:
        row = plan.lines[rng.choice(sorted(plan.lines))]
        return [Change(Entity.LINE, row.id, row, None)]
    if choice <= 6:
        key = new_id()
        return [Change(Entity.LINE, key, None, random_line(plan, rng, key))]
    row = plan.lines[rng.choice(sorted(plan.lines))]
    return [Change(Entity.LINE, row.id, row, random_line(plan, rng, row.id))]


def random_records(plan: Plan, rng: random.Random, new_id: Callable[[], int]) -> list[Change]:
    """An answer, or a waiver, that comes, changes or goes."""
    if rng.random() < 0.7:
        question = rng.choice(QUESTIONS)
        given = plan.answer(question)
        value = rng.choice(["", "0", "7", "9000000000", "2026-01-05", "yes", "no", "none"])
        answer = Answer(given.id if given else new_id(), question, value) if value else None
        return [Change(Entity.ANSWER, (answer or given).id, given, answer)] if answer or given else []
    rule, fund = rng.choice([("BEL-30", ""), ("BAL-ZERO", ""), ("BAL-SRC", "DDS"), ("SIL-KADES", "")])
    there = plan.waiver(rule, fund)
    key = there.id if there else new_id()
    waiver = Waiver(key, rule, fund, "Musyawarah desa", "BA 3/2026", "Camat", "2026-02-01")
    return [Change(Entity.WAIVER, key, there, None if there else waiver)]


def ids_after(plan: Plan) -> Callable[[], int]:
    """A source of new keys beyond every key in the plan."""
    numbers = count(max([0, *plan.lines, *plan.activities, *plan.answers, *plan.waivers]) + 1)
    return lambda: next(numbers)


def random_edit(plan: Plan, rng: random.Random) -> Edit:
    """One of the document's edits, of many kinds, that fits the plan as it is."""
    from village_budget.document.edits import activity_edits, line_edits
    from village_budget.document.edits import records as answer_edits

    choice = rng.randrange(11)
    if choice == 9:
        return answer_edits.SetAnswer(rng.choice(QUESTIONS), rng.choice(["", "9", "2026-01-05", "yes", "no"]))
    if choice == 10 and plan.waiver("BEL-30"):
        return answer_edits.RemoveWaiver("BEL-30")
    if choice == 10:
        reason = f"Musyawarah {rng.randrange(9)}"
        return answer_edits.SetWaiver("BEL-30", "", reason, "BA 3/2026", "Camat", "2026-02-01")
    if choice == 0 or not plan.activities:
        return activity_edits.AddActivity(rng.choice(ACTIVITY_CODES[:-1]))
    some_activity = rng.choice(sorted(plan.activities))
    if choice == 1:
        values: dict[str, object] = {"location": f"Dusun {rng.randrange(9)}", "priority": rng.randrange(5)}
        values["tags"] = rng.choice([None, (), ("blt",), ("ketahanan_pangan",)])
        return activity_edits.SetActivity(some_activity, values)
    if choice == 2 and rng.random() < 0.3:
        return activity_edits.RemoveActivity(some_activity)
    spending = [row.id for row in plan.lines.values()]
    if choice <= 4 or not spending:
        made = random_line(plan, rng, 0)
        return line_edits.AddLine(
            made.part, made.activity_id, made.account_code, description="Baris baru", volume=made.volume,
            unit="paket", unit_price=made.unit_price, fund=made.fund,
        )  # fmt: skip
    some_line = rng.choice(sorted(spending))
    if choice == 5:
        return line_edits.RemoveLines((some_line,))
    if choice == 6:
        return line_edits.SetFund((some_line,), rng.choice(FUNDS[:-1]))
    if choice == 7:
        return line_edits.SetLine(some_line, {"volume": Decimal(rng.randrange(1, 40)), "unit": "unit"})
    return line_edits.SetLine(
        some_line,
        {"unit_price": rng.randrange(0, 10_000_000_00), "description": f"Uraian {rng.randrange(99)}"},
    )

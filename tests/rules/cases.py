"""For every rule a plan that breaks it by one rupiah (or one line) and one that holds to the rupiah."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests import builders
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan

IN, OUT, FIN = Part.REVENUE, Part.SPENDING, Part.FINANCING
CODES = {
    1: "1.1.01",
    2: "1.1.02",
    3: "1.1.04",
    4: "1.1.08",
    5: "2.3.10",
    6: "4.2.03",
    7: "5.3.00",
    8: "1.1.05",
}
"""Activity id -> code, the same in every case."""


@dataclass(frozen=True, slots=True)
class Case:
    """Lines of a plan that breaks a rule, lines of one that keeps it, and the gap of the first in sen."""

    breaks: Sequence[Line]
    holds: Sequence[Line]
    gap: int
    year: int = 2025
    fund: str = ""


def plan_of(lines: Sequence[Line], year: int) -> Plan:
    """A plan of these lines on the activities of `CODES`."""
    base = builders.plan(year)
    activities = [builders.activity(key, code) for key, code in CODES.items()]
    return Plan(
        base.village, base.info, activities, [replace(one, id=n) for n, one in enumerate(lines, start=1)]
    )


def money(
    part: Part, account: str, rupiah: int, *, activity: int | None = None, fund: str = "ADD", **values: object
) -> Line:
    """One unit of an amount on an account."""
    key = activity if part is OUT else None
    return builders.line(1, part, activity_id=key or (5 if part is OUT else None), account_code=account,
                         rupiah=rupiah, fund=fund, **values)  # type: ignore[arg-type]  # fmt: skip


def pay(account: str, rupiah: int, words: str, *, activity: int = 1, fund: str = "ADD") -> Line:
    """Twelve months of pay of one person."""
    return builders.line(1, OUT, activity_id=activity, account_code=account, rupiah=rupiah, volume=12,
                         unit="OB", fund=fund, description=words)  # fmt: skip


GOODS, DD = "5.2.1.01", "4.2.1.01"
RP = 100
FOOD = ("ketahanan_pangan",)

CASES: dict[str, Case] = {
    "BAL-ZERO": Case(
        [money(IN, "4.2.3.01", 1_000_001), money(OUT, GOODS, 1_000_000)],
        [money(IN, "4.2.3.01", 1_000_000), money(OUT, GOODS, 1_000_000)],
        RP,
    ),
    "BAL-SRC": Case(
        [money(IN, "4.2.3.01", 999_999), money(OUT, GOODS, 1_000_000)],
        [money(IN, "4.2.3.01", 1_000_000), money(OUT, GOODS, 1_000_000)],
        RP,
        fund="ADD",
    ),
    "BAL-ROLL": Case(
        [replace(money(OUT, GOODS, 1_000), amount=1_001 * RP)], [money(OUT, GOODS, 1_000)], 1
    ),
    "BEL-30": Case(
        [money(OUT, "5.1.1.01", 3_000_001, activity=1), money(OUT, GOODS, 7_000_000)],
        [money(OUT, "5.1.1.01", 3_000_000, activity=1), money(OUT, GOODS, 7_000_000),
         money(OUT, "5.1.1.99", 5_000_000, activity=1, tags=("bengkok",))],
        70,
    ),
    "BEL-70": Case(
        [money(OUT, "5.1.4.01", 3_000_001, activity=8), money(OUT, GOODS, 7_000_000)],
        [money(OUT, "5.1.4.01", 3_000_000, activity=8), money(OUT, GOODS, 7_000_000)],
        70,
    ),
    "SIL-KADES": Case(
        [pay("5.1.1.01", 2_426_639, "Kepala Desa")], [pay("5.1.1.01", 2_426_640, "Kepala Desa")], RP
    ),
    "SIL-SEKDES": Case(
        [pay("5.1.2.01", 2_224_419, "Sekretaris Desa", activity=2)],
        [pay("5.1.2.01", 2_224_420, "Sekdes", activity=2)],
        RP,
    ),
    "SIL-PERANGKAT": Case(
        [pay("5.1.2.01", 2_022_199, "Kaur dan Kasi", activity=2)],
        [pay("5.1.2.01", 2_022_200, "Kaur dan Kasi", activity=2),
         pay("5.1.2.01", 100_000, "Kurang bayar Kaur", activity=2)],
        RP,
    ),
    "SIL-SRC": Case(
        [pay("5.1.1.01", 3_000_000, "Kepala Desa", fund="DDS")],
        [pay("5.1.1.01", 3_000_000, "Kepala Desa", fund="PAD")],
        36_000_000 * RP,
    ),
    "BTT-BID5": Case(
        [money(OUT, "5.4.1.01", 1, activity=5)], [money(OUT, "5.4.1.01", 1, activity=7)], RP
    ),
    "DD-25-01": Case(
        [money(IN, DD, 1_000_000, fund="DDS"), money(OUT, "5.4.1.01", 150_001, activity=7, fund="DDS")],
        [money(IN, DD, 1_000_000, fund="DDS"), money(OUT, "5.4.1.01", 150_000, activity=7, fund="DDS")],
        RP,
    ),
    "DD-25-02": Case(
        [money(IN, DD, 1_000_000, fund="DDS"), money(OUT, GOODS, 199_999, fund="DDS", tags=FOOD)],
        [money(IN, DD, 1_000_000, fund="DDS"), money(FIN, "6.2.2.01", 150_000, fund="DDS", tags=FOOD),
         money(OUT, GOODS, 50_000, fund="DDS", tags=FOOD)],
        RP,
    ),
    "DD-25-04": Case(
        [money(IN, DD, 1_000_000, fund="DDS"), money(OUT, GOODS, 30_001, activity=4, fund="DDS")],
        [money(IN, DD, 1_000_000, fund="DDS"), money(OUT, GOODS, 30_000, activity=4, fund="DDS")],
        RP,
    ),
    "DD-26-02": Case(
        [money(IN, DD, 373_456_000, fund="DDS"), money(OUT, GOODS, 11_203_681, activity=4, fund="DDS")],
        [money(IN, DD, 373_456_000, fund="DDS"), money(OUT, GOODS, 11_203_680, activity=4, fund="DDS")],
        RP,
        2026,
    ),
    "DD-26-08": Case(
        [money(OUT, "5.1.3.01", 1, activity=5, fund="DDS")], [money(OUT, "5.1.3.01", 1, activity=5)], RP, 2026
    ),
    "STR-CODE": Case([money(OUT, "4.2.1.01", 1)], [money(OUT, "5.2.2.93", 1)], 1),
    "STR-JENIS": Case([money(OUT, "6.1.1.01", 1)], [money(OUT, "5.3.1.01", 1)], 1),
    "PLAN-RINCI": Case([money(OUT, "5.2", 1)], [money(OUT, "5.2.1.01", 1)], 1),
    "PLAN-DANA": Case([money(FIN, "6.1.1.01", 1, fund="")], [money(FIN, "6.1.1.01", 1)], 1),
    "PLAN-NOL": Case([money(OUT, GOODS, 0)], [money(OUT, GOODS, 1)], 1),
}  # fmt: skip

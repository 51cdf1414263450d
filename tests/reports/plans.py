"""Plans that the forms are tested on: one with every trap in a few lines, one real budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.builders import activity, line, village
from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.document.document import Document
from village_budget.document.edits.table import LoadTable
from village_budget.domain.answer import Waiver
from village_budget.domain.findings import Direction, Finding, Severity
from village_budget.domain.lines import Factor, Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.exchange.flat.flat_table import read_table
from village_budget.figures.figures import Figures
from village_budget.reports.change_log import PastChange, PastStep, PastSteps
from village_budget.reports.source import ReportSource, RulesInUse, RuleText

FINGERPRINT = "7f3a91c2d04e55b1" * 4
PRINTED_AT = datetime(2025, 10, 14, 14, 3)  # noqa: DTZ001 - the foot shows local time
KAMPUNG = Path(__file__).resolve().parent.parent / "data" / "kampung_2019_rab.csv"


def trap_plan() -> Plan:
    """A plan with a deficit, a net financing of another sign, sen, regency codes and undecided funds."""
    activities = [
        activity(1, "1.1.01", officer="Kaur Keuangan", location="Kantor desa", output="Siltap dibayar",
                 target=Decimal(12), target_unit="bulan"),
        activity(2, "2.3.10", officer="Kasi Kesejahteraan", start_month=4, end_month=8, output="Jalan",
                 target=Decimal("350.5"), target_unit="m"),
        activity(3, "3.2.90", name="Pembinaan Perangkat Keagamaan Desa", officer="Kasi Pelayanan"),
        activity(4, "3.2.90", name="Festival Seni Tahunan", position=1),
        activity(5, "4.2.01", start_month=6, end_month=6),
        activity(6, "5.3.00"),
    ]  # fmt: skip
    people = (Factor(Decimal(3), "orang"), Factor(Decimal(12), "bulan"))
    revenue, financing = Part.REVENUE, Part.FINANCING
    lines = [
        line(1, revenue, account_code="4.1.2.01", description="Sewa tanah bengkok", rupiah=9_000_000,
             fund="PAD", unit="Thn"),
        line(2, revenue, account_code="4.1.2.99", description="Sewa kios", volume=12, rupiah=250_000,
             fund="PAD", unit="bulan"),
        line(3, revenue, account_code="4.2.1.01", description="Dana Desa", rupiah=90_000_000),
        line(4, revenue, account_code="4.2.3", description="ADD", rupiah=60_000_000, fund="ADD"),
        line(5, revenue, account_code="4.3.6.01", description="Bunga", unit_price=12_345_67, fund="DLL"),
        line(6, activity_id=1, account_code="5.1.1.01", description="Penghasilan tetap", volume=36,
             unit="OB", rupiah=1_000_000, fund="ADD", factors=people),
        line(7, activity_id=1, account_code="5.2.1.01", description="Alat tulis", unit_price=1_500_000_50,
             fund="ADD"),
        line(8, activity_id=2, account_code="5.3.5.01", description="Semen", volume=400, unit="zak",
             rupiah=65_000),
        line(9, activity_id=2, account_code="5.3.5.01", description="Pasir", volume="32.5", unit="m3",
             rupiah=200_001, fund="PAD", position=1),
        line(10, activity_id=2, account_code="5.3", description="Belum dihitung", rupiah=5_000_000),
        line(11, activity_id=3, account_code="5.2.2.90", description="Insentif", volume=10, unit="OB",
             rupiah=300_000, fund="ADD"),
        line(12, activity_id=4, account_code="5.2.2.04", description="Juri", volume=3, unit="orang",
             rupiah=500_000, fund=""),
        line(13, activity_id=5, account_code="", description="Bantuan bibit", rupiah=80_000_000),
        line(14, financing, account_code="6.1.1.01", description="SiLPA", rupiah=5_000_000, fund=""),
        line(15, financing, account_code="6.2.2.01", description="Modal BUMDes", rupiah=8_000_000,
             fund="PAD"),
    ]  # fmt: skip
    here = village(head="Suparno", secretary="Wahyu Lestari")
    waiver = Waiver(1, "SIL-MAX-KADES", "", "Desa terpencil", "SK Bupati 7/2026", "Bupati", "2026-01-05")
    return Plan(here, PlanInfo(1, 2026), activities, lines, [waiver])


def rounding_plan() -> Plan:
    """Volumes and prices whose product lies on or beside half a rupiah, small and large."""
    volumes = (
        "1.005",
        "0.285",
        "2.675",
        "1.115",
        "0.5",
        "8.325",
        "0.145",
        "1234.565",
        "0.000001",
        "3.333333",
    )
    prices = (100, 1_00, 3_00, 333_33, 1_000_00, 10_000_01, 99_999_999_00, 123_456_789_01)
    lines = [
        line(number, account_code="5.2.1.01", volume=volume, unit_price=price, position=number)
        for number, (volume, price) in enumerate(product(volumes, prices), start=1)
    ]
    return Plan(village(), PlanInfo(1, 2026), [activity()], lines)


def past() -> PastSteps:
    """One step of each kind: a line changed, added, removed; an import, a status, an undo and its step."""
    day, next_day = datetime(2025, 9, 2, 9, 5), datetime(2025, 9, 3, 13, 40)  # noqa: DTZ001 - local time
    whole = {"volume": "12", "unit": "OB", "unit_price": 2_500_000_00, "amount": 30_000_000_00, "fund": "ADD"}
    price = ({"unit_price": 65_000_00, "note": ""}, {"unit_price": 66_500_00, "note": "survei"})
    place = "2.3.10 5.3.5.01"
    steps = (
        PastStep(day, "", "Impor tabel 381 baris", "", "do", True, (), 452),
        PastStep(day, "Kaur Keuangan", 'Ubah baris "Semen"', "", "do", True,
                 (PastChange("line", "=Semen", place, *price),), 1),
        PastStep(day, "Kaur Keuangan", "Hapus 1 baris", "", "do", False,
                 (PastChange("line", "Siltap", "1.1.01 5.1.1.01", whole, None),), 1),
        PastStep(next_day, "Kaur Keuangan", "Hapus 1 baris", "", "undo", False, (), 1),
        PastStep(next_day, "Sekretaris Desa", "Tambah baris", "", "do", True,
                 (PastChange("line", "Siltap", "1.1.01 5.1.1.01", None, whole),), 1),
        PastStep(next_day, "Sekretaris Desa", "Kembalikan ke rancangan", "Salah pagu", "do", True,
                 (PastChange("plan", "2026", "", {"status": "agreed"}, {"status": "draft"}),), 1),
        PastStep(next_day, "Sekretaris Desa", "Ubah urutan", "", "do", True,
                 (PastChange("line", "Pasir", place, {"position": 1}, {"position": 2}),), 1),
    )  # fmt: skip
    return PastSteps(steps, "c0ffee12" * 8, 9)


def source(plan: Plan, *, draft: bool = True, findings: tuple[Finding, ...] = ()) -> ReportSource:
    """What the forms are built from, at a fixed moment."""
    chart = national_chart()
    return ReportSource(
        plan=plan,
        figures=Figures(plan, chart),
        chart=chart,
        findings=findings,
        texts={finding.key: _text(finding) for finding in findings},
        fingerprint=FINGERPRINT,
        printed_at=PRINTED_AT,
        draft=draft,
        program="Anggaran Desa 0.1.0",
        schema="0001",
        rules=RulesInUse("2026.3", date(2026, 1, 1), 0, "Kabupaten Contoh", "ab12" * 16),
        history=past,
        way_out=lambda finding: "Kurangi Rp 10 pada 1.1.01." if finding.rule == "BEL-30" else "",
    )


def _text(finding: Finding) -> RuleText:
    return RuleText(
        f"Aturan {finding.rule}", f"Penjelasan {finding.rule}.", f"Permintaan {finding.rule}.", "pay"
    )


def trap_findings() -> tuple[Finding, ...]:
    """One finding of each state and kind of figure."""
    error, warning = Severity.ERROR, Severity.WARNING
    return (
        _finding("BEL-30", error, Direction.AT_MOST, 31_000, 30_000, base=100_000, limit_percent="30",
                 gap=1_000, lines=(6, 7, 1)),
        _finding("BAL-SRC", error, Direction.EQUAL, -500, 0, gap=500, fund="PAD"),
        _finding("DD-BLT", warning, Direction.AT_LEAST, 0, 900_000, gap=900_000, verified=False),
        _finding("SIL-MAX-KADES", error, Direction.AT_MOST, 900, 800, gap=100, unit="sen_per_month",
                 waived=True),
        _finding("PRC-BPD", error, Direction.NONE, 0, 0, unit="days", holds=True, variant="ask"),
        _finding("KOD-01", warning, Direction.EQUAL, 0, 0, unit="count", holds=True),
        _finding("OPS-3", error, Direction.AT_MOST, 2_000, 3_000, base=100_000, limit_percent="2.5",
                 holds=True, headroom=1_000),
        _finding("BKK-1", Severity.ADVICE, Direction.AT_MOST, 0, 0, holds=True, applies=False),
    )  # fmt: skip


def _finding(
    rule: str, severity: Severity, direction: Direction, measured: int, limit: int, **other: object
) -> Finding:
    values: dict[str, object] = {
        "holds": False, "applies": True, "verified": True, "base": None, "limit_percent": "", "gap": 0,
        "headroom": 0, "unit": "sen", "basis": f"Pasal {rule}",
    }  # fmt: skip
    return Finding(
        rule=rule, severity=severity, direction=direction, measured=measured, limit=limit, **values | other
    )  # type: ignore[arg-type]


def kampung_plan() -> Plan:
    """A real budget of 481 cost lines, taken in as users do."""
    return kampung_source().plan


def kampung_source() -> ReportSource:
    """The same with all that is judged of it."""
    with TemporaryDirectory() as folder:
        document = Document.create(Path(folder) / "kampung.apbdes", village(), 2026)
        try:
            document.apply(LoadTable(read_table(KAMPUNG, document.chart).rows))
            return steady(document)
        finally:
            document.close()


def sample_source() -> ReportSource:
    """The village that ships with the program, with all that is judged of it."""
    document = Document.open(paths.sample("sumberwangi_2026.apbdes"), read_only=True)
    try:
        return steady(document)
    finally:
        document.close()


def steady(document: Document) -> ReportSource:
    """What the forms of an open plan are built from, but for what changes from day to day."""
    made = document.report_source()
    ways = {finding.key: made.way_out(finding) for finding in made.findings}
    return replace(
        made,
        printed_at=PRINTED_AT,
        program="Anggaran Desa 0.1.0",
        schema="0001",
        history=past,
        way_out=lambda finding: ways[finding.key],
    )

"""The form `rab`: a cost plan for each activity, revenue and financing, and the list before them."""

from __future__ import annotations

from tests.builders import activity, line, small_plan, village
from tests.reports.plans import kampung_plan, source, trap_plan
from tests.reports.test_budget_forms import rows_of
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.reports.forms import rab
from village_budget.reports.report_document import (
    Elsewhere,
    Money,
    Product,
    ReportDocument,
    RowKind,
    Sum,
)


def by_title(documents: list[ReportDocument]) -> dict[str, ReportDocument]:
    return {document.sheet_title: document for document in documents}


def total_of(document: ReportDocument) -> Money:
    row = next(row for row in document.rows if row.kind is RowKind.TOTAL)
    return next(cell for cell in row.cells if isinstance(cell, Money))


def test_every_activity_with_lines_has_one_document() -> None:
    """The list first, then revenue, the activities in code order, financing; sheet titles differ."""
    titles = [document.sheet_title for document in rab.build(source(trap_plan()))]
    assert titles == [
        *("Daftar", "Pendapatan", "1.1.01", "2.3.10", "3.2.90", "3.2.90 (2)", "4.2.01", "Pembiayaan")
    ]


def test_the_head_tells_what_where_when_and_what_for() -> None:
    """Section 7: head lines of the form in use."""
    document = by_title(rab.build(source(trap_plan())))["2.3.10"]
    facts = {fact.label: fact.value for fact in document.facts}
    assert facts["Bidang"] == "2  Pelaksanaan Pembangunan Desa"
    assert facts["Waktu Pelaksanaan"] == "April s.d. Agustus 2026"
    assert facts["Keluaran"] == "Jalan (350,5 m)"
    assert facts["Lokasi"] == "-"
    assert document.signatures[1].lines[1] == "Kasi Kesejahteraan,"


def test_a_single_month_is_named_once() -> None:
    facts = by_title(rab.build(source(trap_plan())))["4.2.01"].facts
    assert next(fact.value for fact in facts if fact.label == "Waktu Pelaksanaan") == "Juni 2026"


def test_a_cost_plan_row_by_row() -> None:
    """Subtotals at 5.x, 5.x.x and objek; lines numbered within their account; total; totals by fund."""
    document = by_title(rab.build(source(trap_plan())))["2.3.10"]
    assert rows_of(document) == [
        "5.3. Belanja Modal 37500033.00",
        "1 Belum dihitung 1 paket 5000000.00 5000000.00 DDS",
        "5.3.5. Belanja Modal Jalan/Prasarana Jalan 32500033.00",
        "5.3.5.01. Belanja Modal Honor Tim yang Melaksanakan Kegiatan 32500033.00",
        "1 Semen 400 zak 65000.00 26000000.00 DDS",
        "2 Pasir 32.5 m3 200001.00 6500033.00 PAD",
        "JUMLAH (Rp) 37500033.00",
        "Jumlah menurut sumber dana",
        "Pendapatan Asli Desa 6500033.00 PAD",
        "Dana Desa 31000000.00 DDS",
    ]


def test_formulas_reach_down_to_volume_times_price() -> None:
    """``=ROUND(volume*harga,0)``; one unit with sen in its price keeps them."""
    documents = by_title(rab.build(source(trap_plan())))
    products = [
        cell.formula for _, _, cell in documents["1.1.01"].formulas() if isinstance(cell.formula, Product)
    ]
    assert [product.decimals for product in products] == [0, 2]
    road = documents["2.3.10"]
    funds = list(road.rows[8:])
    assert [cell.formula for row in funds for cell in row.cells if isinstance(cell, Money)] == [
        Sum((5,)),
        Sum((1, 4)),
    ]


def test_an_amount_that_is_not_the_product_has_no_formula() -> None:
    """A line whose amount came from elsewhere keeps it: a formula would change it."""
    odd = line(1, activity_id=1, volume=3, rupiah=1000)
    object.__setattr__(odd, "amount", 2999_00)
    document = rab.build(source(Plan(village(), PlanInfo(1, 2026), [activity()], [odd])))[1]
    assert not any(isinstance(cell.formula, Product) for _, _, cell in document.formulas())


def test_factors_stand_below_the_description() -> None:
    """``3 orang x 12 bulan``."""
    rows = rows_of(by_title(rab.build(source(trap_plan())))["1.1.01"])
    assert any("Penghasilan tetap\n3 orang x 12 bulan" in row for row in rows)


def test_lines_without_account_stand_under_not_broken_down() -> None:
    rows = rows_of(by_title(rab.build(source(trap_plan())))["4.2.01"])
    assert rows[:2] == [" Belum dirinci 80000000.00", "1 Bantuan bibit 1 paket 80000000.00 80000000.00 DDS"]


def test_financing_ends_with_in_minus_out() -> None:
    document = by_title(rab.build(source(trap_plan())))["Pembiayaan"]
    assert total_of(document) == Money(-3_000_000_00, Sum((0,), (4,)))


def test_the_list_repeats_each_total_and_adds_up_to_spending() -> None:
    """Its amounts lead into the other sheets; the sum is the plan's spending."""
    for plan in (small_plan(), trap_plan(), kampung_plan()):
        documents = rab.build(source(plan))
        titles = by_title(documents)
        links = [cell for _, _, cell in documents[0].formulas() if isinstance(cell.formula, Elsewhere)]
        assert len(links) == len(documents) - 1
        for cell in links:
            assert isinstance(cell.formula, Elsewhere)
            row = titles[cell.formula.document].rows[cell.formula.row]
            there = row.cells[cell.formula.column]
            assert isinstance(there, Money)
            assert there.sen == cell.sen
        assert total_of(documents[0]).sen == source(plan).figures.spending


def test_every_line_of_the_real_budget_is_in_its_cost_plan() -> None:
    """481 cost lines of spending, and those of revenue beside them."""
    plan = kampung_plan()
    documents = rab.build(source(plan))[1:]
    products = sum(
        isinstance(cell.formula, Product) for document in documents for _, _, cell in document.formulas()
    )
    assert products == sum(1 for _ in plan.all_lines()) >= 481
    assert sum(total_of(d).sen for d in documents if d.sheet_title != "Pendapatan") == plan_spending(plan)


def plan_spending(plan: Plan) -> int:
    return sum(line.amount for line in plan.part_lines(Part.SPENDING))

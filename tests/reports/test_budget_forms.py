"""The forms `apbdes` and `penjabaran`: levels, codes, totals, signs; the traps of real documents."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.builders import activity, ids_after, line, random_changes, small_plan, village
from tests.reports.plans import kampung_plan, source, trap_plan
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.reports.catalogue import FORMS
from village_budget.reports.forms import apbdes, penjabaran, penjabaran_siskeudes
from village_budget.reports.report_document import (
    Code,
    Money,
    ReportDocument,
    Row,
    Sum,
    Text,
    Volume,
)


def words(row: Row) -> str:
    """The row as one reads it: codes, name, unit, funds; amounts in rupiah with sen."""
    parts = []
    for cell in row.cells:
        if isinstance(cell, Code | Text):
            parts.append(cell.text)
        elif isinstance(cell, Money):
            parts.append(f"{cell.sen / 100:.2f}")
        elif isinstance(cell, Volume):
            parts.append(str(cell.value))
    return " ".join(parts)


def rows_of(document: ReportDocument) -> list[str]:
    return [words(row) for row in document.rows]


def amount_of(document: ReportDocument, name: str) -> int:
    """Amount on the row of a name, in sen."""
    for row in document.rows:
        if any(isinstance(cell, Text) and cell.text == name for cell in row.cells):
            return next(cell.sen for cell in row.cells if isinstance(cell, Money))
    raise AssertionError(name)


def evaluate(document: ReportDocument) -> dict[tuple[int, int], int]:
    """Every amount computed by the formulas alone, from the entered amounts up."""
    cells = {
        (index, column): cell
        for index, row in enumerate(document.rows)
        for column, cell in enumerate(row.cells)
        if isinstance(cell, Money)
    }

    def value(place: tuple[int, int]) -> int:
        cell = cells[place]
        if not isinstance(cell.formula, Sum):
            return cell.sen
        column = place[1]
        plus = sum(value((row, column)) for row in cell.formula.plus)
        return plus - sum(value((row, column)) for row in cell.formula.minus)

    return {place: value(place) for place in cells}


@pytest.mark.parametrize("form", [apbdes, penjabaran])
@pytest.mark.parametrize("make", [small_plan, trap_plan, kampung_plan])
def test_each_amount_is_what_its_formula_gives(form: object, make: object) -> None:
    """S06: the figure kept with a formula is the formula's own, on every level."""
    document = form.build(source(make()))[0]  # type: ignore[attr-defined,operator]
    for (row, column), computed in evaluate(document).items():
        cell = document.rows[row].cells[column]
        assert isinstance(cell, Money)
        assert cell.sen == computed, words(document.rows[row])


def test_apbdes_follows_the_annex_row_by_row() -> None:
    """Section 2 of the report formats: levels, split codes, numbered jenis, totals, financing, SiLPA."""
    assert rows_of(apbdes.build(source(small_plan()))[0]) == [
        "4 PENDAPATAN 150000000.00",
        "4 2 Transfer 150000000.00",
        "1. Dana Desa 90000000.00 DDS",
        "2. Alokasi Dana Desa 60000000.00 ADD",
        "JUMLAH PENDAPATAN 150000000.00",
        "5 BELANJA 155000000.00",
        "1 BIDANG PENYELENGGARAAN PEMERINTAHAN DESA 60000000.00",
        (
            "1 1 Penyelenggaraan Belanja Penghasilan Tetap, Tunjangan dan Operasional Pemerintahan Desa"
            " 60000000.00 ADD"
        ),
        "1 1 01 Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa 60000000.00 ADD",
        "1 1 01 5 1 Belanja Pegawai 60000000.00 ADD",
        "2 BIDANG PELAKSANAAN PEMBANGUNAN DESA 62500000.00",
        "2 3 Pekerjaan Umum dan Penataan Ruang 62500000.00 DDS",
        "2 3 10 Pembangunan/Rehabilitasi/Peningkatan/Pengerasan Jalan Desa 62500000.00 DDS",
        "2 3 10 5 3 Belanja Modal 62500000.00 DDS",
        "4 BIDANG PEMBERDAYAAN MASYARAKAT DESA 32500000.00",
        "4 2 Pertanian dan Peternakan 32500000.00 DDS",
        (
            "4 2 01 Peningkatan Produksi Tanaman Pangan (alat produksi dan pengolahan pertanian, penggilingan"
            " padi/jagung, dll) 32500000.00 DDS"
        ),
        "4 2 01 5 2 Belanja Barang dan Jasa 32500000.00 DDS",
        "JUMLAH BELANJA 155000000.00",
        "SURPLUS / (DEFISIT) -5000000.00",
        "6 PEMBIAYAAN",
        "6 1 Penerimaan Pembiayaan 5000000.00 DDS",
        "1. SILPA Tahun Sebelumnya 5000000.00 DDS",
        "6 2 Pengeluaran Pembiayaan 0.00",
        "PEMBIAYAAN NETTO 5000000.00",
        "SISA LEBIH PEMBIAYAAN ANGGARAN (SILPA TAHUN BERJALAN) 0.00",
    ]


def test_penjabaran_goes_down_to_objek_with_outputs() -> None:
    """Section 3: accounts of four levels, volume and unit on activities and revenue objects."""
    rows = rows_of(penjabaran.build(source(trap_plan()))[0])
    assert "4 1 2 01 Pengelolaan Tanah Kas Desa 1 Thn 9000000.00 PAD" in rows
    assert "4 1 2 99 Lain-lain 12 bulan 3000000.00 PAD" in rows
    assert any(row.startswith("1 1 01 Penyediaan Penghasilan Tetap") and " 12 bulan " in row for row in rows)
    assert any(row.startswith("1 1 01 5 1 1 01 Penghasilan Tetap Kepala Desa") for row in rows)
    assert any(row.startswith("2 3 10") and "350.5 m" in row for row in rows)


def test_net_financing_has_its_own_sign() -> None:
    """Trap: net financing printed with the sign of the surplus; out is positive and subtracted."""
    plan = trap_plan()
    document = apbdes.build(source(plan))[0]
    assert amount_of(document, "Pengeluaran Pembiayaan") == 8_000_000_00
    assert amount_of(document, "PEMBIAYAAN NETTO") == -3_000_000_00
    assert amount_of(document, "SURPLUS / (DEFISIT)") == source(plan).figures.surplus


def test_a_balance_that_is_not_zero_is_printed_as_it_is() -> None:
    """Trap: "SILPA tahun berjalan" not zero."""
    plan = trap_plan()
    document = apbdes.build(source(plan))[0]
    balance = amount_of(document, "SISA LEBIH PEMBIAYAAN ANGGARAN (SILPA TAHUN BERJALAN)")
    assert balance == source(plan).figures.balance != 0


def test_bengkok_is_part_of_its_group() -> None:
    """Trap: bengkok shown among PAD but left out of its total."""
    document = apbdes.build(source(trap_plan()))[0]
    assert amount_of(document, "Pendapatan Asli Desa") == 12_000_000_00


def test_sen_of_a_line_reach_every_total() -> None:
    """Trap: sen in a line, none in the heading row above it."""
    document = apbdes.build(source(trap_plan()))[0]
    assert amount_of(document, "BELANJA") % 100 == 50
    assert amount_of(document, "JUMLAH PENDAPATAN") % 100 == 67


def test_an_activity_of_two_funds_names_both_in_chart_order() -> None:
    """Trap: one activity paid by two funds; codes joined by comma, in the order of the chart."""
    rows = rows_of(apbdes.build(source(trap_plan()))[0])
    assert any(row.startswith("2 3 10 ") and row.endswith("PAD, DDS") for row in rows)


def two_funds_plan() -> Plan:
    """One account of one activity, paid by two funds; another that only one of them pays."""
    lines = [
        line(1, account_code="5.2.1.01", rupiah=3_000_000, fund="PBH"),
        line(2, account_code="5.2.1.01", rupiah=2_000_000, fund="DDS"),
        line(3, account_code="5.2.1.01", rupiah=500_000, fund="PBH"),
        line(4, account_code="5.2.1.02", rupiah=1_000_000, fund="DDS"),
    ]
    return Plan(village(), PlanInfo(1, 2026), [activity()], lines)


def test_an_account_of_two_funds_is_one_row_that_names_both() -> None:
    """Trap: one account twice under one kegiatan because of two funds; its amount is there once, whole."""
    rows = [row for row in rows_of(penjabaran.build(source(two_funds_plan()))[0]) if " 5 2 1 01 " in row]
    assert len(rows) == 1
    assert rows[0].endswith("5500000.00 DDS, PBH")
    (row,) = [row for row in rows_of(apbdes.build(source(two_funds_plan()))[0]) if "1 1 01 5 2 " in row]
    assert row.endswith("6500000.00 DDS, PBH")


def test_siskeudes_prints_an_account_of_two_funds_twice() -> None:
    """Trap: one account twice under one kegiatan because of two funds; so the split can be read."""
    document = penjabaran_siskeudes.build(source(two_funds_plan()))[0]
    rows = [row for row in rows_of(document) if row.startswith("5.2.1.01. [01.01.01] ")]
    assert [row.split()[-2:] for row in rows] == [["2000000.00", "DDS"], ["3500000.00", "PBH"]]
    (above,) = [row for row in rows_of(document) if row.startswith("5.2.1. [01.01.01] ")]
    assert above.endswith("6500000.00 DDS, PBH")
    assert all(
        cell == document.rows[place[0]].cells[place[1]].sen for place, cell in evaluate(document).items()
    )  # type: ignore[union-attr]


def test_funds_not_decided_are_said_in_words() -> None:
    """Trap: SILPA without a fund."""
    rows = rows_of(apbdes.build(source(trap_plan()))[0])
    assert "1. SILPA Tahun Sebelumnya 5000000.00 belum ditentukan" in rows


def test_regency_codes_print_their_own_digits() -> None:
    """Trap: ``90-99`` typed as a code, or a local activity without one; its own name stands."""
    for form in (apbdes, penjabaran):
        rows = rows_of(form.build(source(trap_plan()))[0])
        assert any(row.startswith("3 2 90 Pembinaan Perangkat Keagamaan Desa") for row in rows)
        assert not any("90-99" in row for row in rows)


def test_two_activities_of_one_code_stay_two() -> None:
    """Trap: the same code used for two activities."""
    rows = rows_of(apbdes.build(source(trap_plan()))[0])
    assert sum(row.startswith("3 2 90 ") and " 5 2 " not in row for row in rows) == 2


def test_lines_not_broken_down_have_a_row_of_their_own() -> None:
    """Without an account, and with one too short for the form beside deeper ones."""
    rows = rows_of(apbdes.build(source(trap_plan()))[0])
    assert "4 2 01 Belum dirinci 80000000.00 DDS" in rows
    detailed = rows_of(penjabaran.build(source(trap_plan()))[0])
    assert "2 3 10 Belum dirinci 5000000.00 DDS" in detailed
    assert "4 2 3 Alokasi Dana Desa 60000000.00 ADD" in detailed


def test_levels_without_lines_are_left_out() -> None:
    """As Siskeudes does: the activity 5.3.00 of the plan has no line."""
    assert not any(row.startswith("5 3 00") for row in rows_of(apbdes.build(source(trap_plan()))[0]))


def test_a_draft_says_so_in_title_and_block_and_an_enacted_plan_does_not() -> None:
    """RANCANGAN until the plan is enacted; then number and date of the regulation stand there."""
    draft = apbdes.build(source(small_plan()))[0]
    assert draft.title[0] == "RANCANGAN ANGGARAN PENDAPATAN DAN BELANJA DESA"
    assert draft.block[1:3] == ("RANCANGAN PERATURAN DESA SUMBERWANGI", "NOMOR ...... TAHUN 2025")
    plan = small_plan()
    plan.info = replace(plan.info, regulation_number="7", regulation_date="2025-12-31")
    enacted = apbdes.build(source(plan, draft=False))[0]
    assert enacted.title[0] == "ANGGARAN PENDAPATAN DAN BELANJA DESA"
    assert enacted.block[1:3] == ("PERATURAN DESA SUMBERWANGI", "NOMOR 7 TAHUN 2025")
    assert enacted.signatures[0].lines[0] == "Sumberwangi, 31 Desember 2025"


def test_an_empty_plan_still_gives_the_whole_form() -> None:
    """A first look at the form: headings and totals of zero."""
    document = penjabaran.build(source(Plan(village(), PlanInfo(1, 2026))))[0]
    assert len(document.rows) == 10
    assert all(value == 0 for value in evaluate(document).values())


def test_braces_in_names_stay_braces() -> None:
    """A village may be called what it likes; placeholders are not filled twice."""
    plan = Plan(village(name="Sumber {tahun}"), PlanInfo(1, 2026), [activity()], [line()])
    assert apbdes.build(source(plan))[0].title[1] == "PEMERINTAH DESA SUMBER {TAHUN}"


def test_the_real_budget_gives_its_published_totals() -> None:
    """481 cost lines: 1.459.971.435 in and out, balance nought."""
    plan = kampung_plan()
    document = penjabaran.build(source(plan))[0]
    assert (
        amount_of(document, "JUMLAH PENDAPATAN") == amount_of(document, "JUMLAH BELANJA") == 145_997_143_500
    )
    assert len(plan.part_lines(Part.SPENDING)) > 400


@pytest.mark.parametrize("seed", range(6))
def test_forms_of_any_plan_add_up(seed: int) -> None:
    """S06: whatever the rows, formulas give the kept figures and the grand totals are the plan's."""
    rng, plan = random.Random(seed), small_plan()
    new_id = ids_after(plan)
    for _ in range(120):
        for change in random_changes(plan, rng, new_id):
            plan.apply(change)
    filled = source(plan)
    for form in FORMS:
        for document in form.build(filled):
            for (row, column), computed in evaluate(document).items():
                cell = document.rows[row].cells[column]
                assert isinstance(cell, Money)
                assert cell.sen == computed, (document.sheet_title, words(document.rows[row]))
    budget = penjabaran.build(filled)[0]
    assert amount_of(budget, "BELANJA") == filled.figures.spending
    assert amount_of(budget, "PENDAPATAN") == filled.figures.revenue
    assert amount_of(budget, "Penerimaan Pembiayaan") == filled.figures.financing_in

"""The form `evaluasi`: each item answered from the findings of its rules, the rest left to the evaluator."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from tests.builders import small_plan
from tests.reports.plans import source, trap_findings, trap_plan
from village_budget.document.document import Document
from village_budget.document.export import export_forms
from village_budget.document.verify.verification import verify_workbook
from village_budget.domain.findings import Finding, Severity
from village_budget.reports.forms import evaluasi
from village_budget.reports.forms.evaluation_items import answered, aspects, item_of
from village_budget.reports.report_document import Row, Text
from village_budget.rules.packs.loader import load_pack, pack_years

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "sumberwangi_2026.apbdes"


def row_of(item: str, findings: tuple[Finding, ...]) -> Row:
    """The row of an item."""
    document = evaluasi.build(source(trap_plan(), findings=findings))[0]
    return next(row for row in document.rows if row.cells[0] == Text(item, bold=True))


def said(row: Row) -> list[str]:
    return [cell.text if isinstance(cell, Text) else "" for cell in row.cells]


def is_open(row: Row, column: int) -> bool:
    cell = row.cells[column]
    return isinstance(cell, Text) and cell.open


def finding(rule: str, **other: object) -> Finding:
    kept = next(one for one in trap_findings() if one.rule == "KOD-01")
    return replace(kept, rule=rule, **other)  # type: ignore[arg-type]


def test_a_broken_rule_ticks_no() -> None:
    row = row_of("D1", (finding("BEL-30", holds=False, severity=Severity.ERROR),))
    assert said(row)[2:5] == ["", "v", "Tidak sesuai"]
    assert not is_open(row, 2)


def test_kept_rules_tick_yes_and_advice_does_not_stand_against_it() -> None:
    row = row_of("C1", (finding("STR-CODE"), finding("STR-JENIS", holds=False, severity=Severity.ADVICE)))
    assert said(row)[2:5] == ["v", "", "Sesuai"]


def test_an_open_question_asks_for_proof_and_leaves_the_tick_open() -> None:
    row = row_of("A2", (finding("PRC-BPD", variant="ask"), finding("PRC-3D")))
    assert said(row)[2:5] == ["", "", "Perlu bukti"]
    assert all(is_open(row, column) for column in (2, 3))


def test_what_no_rule_tells_is_the_evaluators() -> None:
    """Also where rules tell a part of it: whether an estimate is rational no rule knows."""
    row = row_of("B3", ())
    assert said(row)[4] == "Diisi evaluator"
    assert all(is_open(row, column) for column in (2, 3, 4, 6))
    assert said(row_of("C2", (finding("REV-PUNGUTAN"),)))[4] == "Diisi evaluator"


def test_exempted_and_not_applying() -> None:
    assert said(row_of("D2", (finding("SIL-KADES", holds=False, waived=True),)))[4] == "Dikecualikan"
    assert said(row_of("D8", (finding("BTT-BID5", applies=False),)))[2:5] == ["-", "-", "Tidak berlaku"]


def test_every_rule_of_every_year_stands_under_one_item() -> None:
    """Nothing that was judged is lost; the exact item wins over the general."""
    for year in pack_years():
        for rule in load_pack(year).rules:
            assert item_of(rule) is not None, rule
    places = {"PRC-ATT-BPD": "A2", "PRC-ATT-SURAT": "A1", "SIL-SRC-LAIN": "D3", "SIL-KADES": "D2",
              "BAL-SRC": "D4", "BAL-ZERO": "E1", "DD-26-08-GAJI": "D7", "DD-26-02": "D5", "DD-26-03": "D6",
              "DD-LEFT": "C4",
              "REV-PAGU-DDS": "C3", "PLAN-SEN": "G1", "CONTOH-1": "G1"}  # fmt: skip
    for rule, item in places.items():
        found = item_of(rule)
        assert found is not None, rule
        assert found.id == item, rule


def test_the_items_are_those_of_the_rule_sheet() -> None:
    ids = [item.id for aspect in aspects() for item in aspect.items]
    expected = {"A": 4, "B": 3, "C": 4, "D": 10, "E": 2, "F": 2, "G": 1}
    assert ids == [f"{letter}{n}" for letter, most in expected.items() for n in range(1, most + 1)]


def test_each_finding_stands_once() -> None:
    findings = trap_findings()
    placed = [one for answer in answered(findings).values() for one in answer.findings]
    assert sorted(one.key for one in placed) == sorted(one.key for one in findings)


def test_recommendations_name_what_to_mend_and_leave_room() -> None:
    """Breaches with the way out where there is one, then rows of the evaluator's own."""
    document = evaluasi.build(source(trap_plan(), findings=trap_findings()))[0]
    start = next(i for i, row in enumerate(document.rows) if row.cells[0] == Text("REKOMENDASI", span=7))
    rows = document.rows[start + 2 :]
    assert [said(row)[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert said(rows[0])[1] == "Aturan BEL-30: Penjelasan BEL-30."
    assert said(rows[0])[4] == "Kurangi Rp 10 pada 1.1.01."
    assert is_open(rows[1], 4)
    assert all(is_open(rows[3], column) for column in (1, 4, 6))


def test_without_findings_every_item_is_the_evaluators() -> None:
    document = evaluasi.build(source(small_plan()))[0]
    assert {fact.label: fact.value for fact in document.facts}["Hasil"].endswith("26 diisi evaluator")


def test_the_evaluator_can_fill_it_in_and_nothing_else(tmp_path: Path) -> None:
    """Open cells are unlocked on a locked sheet; filling them in is no difference, the rest is."""
    (tmp_path / "plan.apbdes").write_bytes(SAMPLE.read_bytes())
    document = Document.open(tmp_path / "plan.apbdes", backup_folder=tmp_path / "backups")
    try:
        path = export_forms(document, ["evaluasi"], tmp_path)[0]
        book = load_workbook(path)
        sheet = book.worksheets[0]
        assert sheet.protection.sheet
        number = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "A4")
        assert not sheet.cell(number, 7).protection.locked
        assert sheet.cell(number, 2).protection.locked
        sheet.cell(number, 7).value = "Lengkap"
        (signer,) = (
            cell
            for row in sheet.iter_rows()
            for cell in row
            if str(cell.value).strip().startswith("Ketua Tim")
        )
        assert not signer.protection.locked, "whoever signs is named by hand"
        signer.value = str(signer.value).replace("." * 30, "Drs. Suparno")
        book.save(path)
        assert verify_workbook(path, document).matches
        again = load_workbook(path)
        again.worksheets[0].cell(number, 2).value = "Lain"
        again.save(path)
        assert not verify_workbook(path, document).matches
    finally:
        document.close()

"""The form `pemeriksaan`: every rule with state, figures, gap, article and rows."""

from __future__ import annotations

from tests.builders import small_plan
from tests.reports.plans import source, trap_findings, trap_plan
from tests.reports.test_budget_forms import rows_of
from village_budget.reports.document import EMPTY
from village_budget.reports.forms import pemeriksaan


def test_findings_stand_by_weight_with_words_and_figures() -> None:
    """Broken rules first; the state in words, never by colour; the gap in rupiah; the article."""
    document = pemeriksaan.build(source(trap_plan(), findings=trap_findings()))[0]
    assert rows_of(document) == [
        "MELANGGAR (2)",
        (
            "1 Aturan BEL-30\n[BEL-30] Melanggar:\nlebih 310.00 300.00 31,00\N{NO-BREAK SPACE}%\n/ 30 % 10.00"
            " Pasal BEL-30\nPermintaan BEL-30. Penjelasan BEL-30. 1.1.01, 4.1.2.01"
        ),
        (
            "2 Aturan BAL-SRC PAD\n[BAL-SRC] Melanggar:\nselisih -5.00 0.00 5.00"
            " Pasal BAL-SRC\nPermintaan BAL-SRC. Penjelasan BAL-SRC. "
        ),
        "PERINGATAN (1)",
        (
            "3 Aturan DD-BLT\n[DD-BLT] Peringatan:\nkurang 0.00 9000.00 9000.00"
            " Pasal DD-BLT (belum diverifikasi)\nPermintaan DD-BLT. Penjelasan DD-BLT. "
        ),
        "TERPENUHI (2)",
        (
            "4 Aturan KOD-01\n[KOD-01] Terpenuhi 0 baris 0 baris"
            " Pasal KOD-01\nPermintaan KOD-01. Penjelasan KOD-01. "
        ),
        (
            "5 Aturan OPS-3\n[OPS-3] Terpenuhi:\nsisa 20.00 30.00 2,00\N{NO-BREAK SPACE}%\n/ 2,5 % 10.00"
            " Pasal OPS-3\nPermintaan OPS-3. Penjelasan OPS-3. "
        ),
        "TIDAK BERLAKU PADA ANGGARAN INI (1)",
        "6 Aturan BKK-1\n[BKK-1] Tidak berlaku Pasal BKK-1\nPermintaan BKK-1. Penjelasan BKK-1. ",
    ]


def test_a_heading_covers_the_whole_width() -> None:
    document = pemeriksaan.build(source(trap_plan(), findings=trap_findings()))[0]
    assert document.rows[0].cells[1:] == (EMPTY,) * (len(document.columns) - 1)


def test_the_summary_counts_and_gives_the_totals() -> None:
    document = pemeriksaan.build(source(trap_plan(), findings=trap_findings()))[0]
    facts = {fact.label: fact.value for fact in document.facts}
    assert facts["Hasil"] == "2 melanggar, 1 peringatan, 2 terpenuhi, 1 tidak berlaku"
    assert "Pembiayaan netto Rp \N{MINUS SIGN}3.000.000" in facts["Ringkasan"]


def test_without_findings_the_form_says_so() -> None:
    assert rows_of(pemeriksaan.build(source(small_plan()))[0]) == ["Tidak ada aturan yang diperiksa."]

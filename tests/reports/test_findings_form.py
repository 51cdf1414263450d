"""The form `pemeriksaan`: every rule with state, figures, gap, article and rows."""

from __future__ import annotations

from tests.builders import small_plan
from tests.reports.plans import source, trap_findings, trap_plan
from tests.reports.test_budget_forms import rows_of
from village_budget.reports.forms import pemeriksaan
from village_budget.reports.report_document import EMPTY


def test_findings_stand_by_weight_with_words_and_figures() -> None:
    """Broken rules first; the state in words, never by colour; the gap in rupiah; the article."""
    document = pemeriksaan.build(source(trap_plan(), findings=trap_findings()))[0]
    assert rows_of(document) == [
        "MELANGGAR (2)",
        (
            "1 Aturan BEL-30\n[BEL-30] · Siltap dan tunjangan Melanggar:\nlebih 310.00 300.00"
            " 31,00\N{NO-BREAK SPACE}%\n/ 30 % 10.00 Pasal BEL-30\nPermintaan BEL-30."
            " Penjelasan BEL-30.\nJalan keluar: Kurangi Rp 10 pada 1.1.01. 1.1.01, 4.1.2.01"
        ),
        (
            "2 Aturan BAL-SRC PAD\n[BAL-SRC] · Siltap dan tunjangan Melanggar:\nselisih -5.00 0.00 5.00"
            " Pasal BAL-SRC\nPermintaan BAL-SRC. Penjelasan BAL-SRC. "
        ),
        "PERLU PERHATIAN (1)",
        (
            "3 Aturan DD-BLT\n[DD-BLT] · Siltap dan tunjangan Perlu perhatian:\nkurang 0.00 9000.00 9000.00"
            " Pasal DD-BLT (belum diverifikasi)\nPermintaan DD-BLT. Penjelasan DD-BLT. "
        ),
        "PERLU JAWABAN (1)",
        (
            "4 Aturan PRC-BPD\n[PRC-BPD] · Siltap dan tunjangan Perlu jawaban"
            " Pasal PRC-BPD Penjelasan PRC-BPD. "
        ),
        "DIKECUALIKAN (1)",
        (
            "5 Aturan SIL-MAX-KADES\n[SIL-MAX-KADES] · Siltap dan tunjangan Dikecualikan:\nlebih"
            " 9.00 8.00 1.00 Pasal SIL-MAX-KADES\nPermintaan SIL-MAX-KADES. Penjelasan SIL-MAX-KADES.\n"
            "Dikecualikan: Desa terpencil. Dokumen: SK Bupati 7/2026. Disetujui: Bupati, 5 Januari 2026. "
        ),
        "TERPENUHI (2)",
        "6 Aturan KOD-01 [KOD-01] Terpenuhi 0 baris 0 baris Pasal KOD-01  ",
        (
            "7 Aturan OPS-3 [OPS-3] Terpenuhi:\nsisa 20.00 30.00 2,00\N{NO-BREAK SPACE}%\n/ 2,5 % 10.00"
            " Pasal OPS-3  "
        ),
        "TIDAK BERLAKU PADA ANGGARAN INI (1)",
        "8 Aturan BKK-1 [BKK-1] Tidak berlaku Pasal BKK-1  ",
    ]


def test_a_heading_covers_the_whole_width() -> None:
    document = pemeriksaan.build(source(trap_plan(), findings=trap_findings()))[0]
    assert document.rows[0].cells[1:] == (EMPTY,) * (len(document.columns) - 1)


def test_the_summary_counts_and_gives_the_totals() -> None:
    document = pemeriksaan.build(source(trap_plan(), findings=trap_findings()))[0]
    facts = {fact.label: fact.value for fact in document.facts}
    assert facts["Hasil"] == (
        "2 melanggar, 1 perlu perhatian, 0 saran, 1 perlu jawaban, 1 dikecualikan, "
        "2 terpenuhi, 1 tidak berlaku"
    )
    assert facts["Dasar pemeriksaan"] == "paket aturan 2026.3, dinilai menurut hukum per 1 Januari 2026"
    assert facts["Aturan kabupaten"] == "Kabupaten Contoh, sidik AB12 AB12 AB12 AB12"
    assert "Pembiayaan netto Rp (3.000.000)" in facts["Ringkasan"]


def test_without_findings_the_form_says_so() -> None:
    assert rows_of(pemeriksaan.build(source(small_plan()))[0]) == ["Tidak ada aturan yang diperiksa."]

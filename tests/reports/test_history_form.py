"""The history as an annex: when, who, what, where, old, new, why; and the head of the journal (S22)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.document.files import Clock, save_plan
from village_budget.document.document import Document
from village_budget.document.edits.added_lines import AddLines, NewLine
from village_budget.document.edits.bulk import SetLines
from village_budget.document.edits.line_edits import RemoveLines, SetLine
from village_budget.document.edits.records import SetAnswer
from village_budget.domain.lines import Part
from village_budget.reports.catalogue import evaluation_set
from village_budget.reports.forms.riwayat import build, short_head
from village_budget.reports.report_document import ReportDocument, Text


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    document.author = "Kaur Keuangan"
    yield document
    document.close()


def printed(document: Document) -> ReportDocument:
    return build(document.report_source())[0]


def texts(made: ReportDocument) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text for cell in row.cells if isinstance(cell, Text) and cell.text) for row in made.rows
    ]


def test_each_change_has_old_and_new(document: Document) -> None:
    """Only what changed the budget; a removed line by what it was."""
    document.apply(SetLine(5, {"unit_price": 66_500_00}))
    document.apply(SetAnswer("blt.keluarga", "20"))
    document.apply(RemoveLines((9,)))
    told = texts(printed(document))
    flat = "\n".join("|".join(row) for row in told)
    assert "Semen\n2.3.10 5.3.5.01|Harga satuan|65.000|66.500" in flat
    assert "Dihapus|70 sak × 250.000 = 17.500.000 DDS" in flat
    assert "blt" not in flat
    assert all("Kaur Keuangan" in row for row in told if 'Hapus baris "Pupuk"' in row)


def test_what_was_taken_back_says_so(document: Document) -> None:
    """U17: the step stays in the annex, and so does its undo."""
    document.apply(SetLine(5, {"note": "x"}))
    document.undo()
    flat = "\n".join("|".join(row) for row in texts(printed(document)))
    assert "(sudah diurungkan)" in flat
    assert "Diurungkan: " in flat


def test_bulk_work_is_told_by_its_number(document: Document) -> None:
    """An import is no list of corrections."""
    lines = {key: {"note": "massal"} for key in document.plan.lines}
    document.apply(SetLines(lines))
    assert "massal" in "".join("".join(row) for row in texts(printed(document)))
    for _ in range(5):
        document.apply(AddLines(Part.SPENDING, 2, (NewLine("5.3.5.01", "Batu"),) * 41))
    flat = "\n".join("|".join(row) for row in texts(printed(document)))
    assert flat.count("41 baris") >= 5
    assert "Batu" not in flat


def test_the_head_of_the_journal_is_printed_with_what_it_is_for(document: Document) -> None:
    """S22: the short head among the facts and in the note, which says what only it can show."""
    document.apply(SetLine(5, {"note": "x"}))
    made = printed(document)
    head = short_head(document.journal_head)
    assert head in [fact.value for fact in made.facts]
    assert head in made.notes[0]
    assert "dipotong ujungnya atau ditulis ulang" in made.notes[0]
    assert made.footer.fingerprint == document.fingerprint


def test_a_printed_head_shows_a_cut_and_a_rewritten_journal(document: Document, tmp_path: Path) -> None:
    """S22: both are whole in themselves; only the head printed earlier gives them away."""
    document.apply(SetLine(5, {"note": "satu"}))
    document.close()
    cut = shutil.copy(tmp_path / "desa.apbdes", tmp_path / "dipotong.apbdes")
    again = Document.open(tmp_path / "desa.apbdes", clock=Clock())
    again.apply(SetLine(5, {"note": "dua"}))
    head = short_head(again.journal_head)
    again.apply(SetLine(5, {"note": "tiga"}))
    assert again.goes_on_from(head)
    again.close()
    rewritten = save_plan(tmp_path / "ditulis-ulang.apbdes", small_plan())
    for path, notes in ((Path(cut), ()), (rewritten, ("satu", "dua baru", "tiga"))):
        other = Document.open(path, clock=Clock())
        try:
            for note in notes:
                other.apply(SetLine(5, {"note": note}))
            assert other.history()
            assert not other.goes_on_from(head)
        finally:
            other.close()


def test_it_is_made_only_when_asked_for() -> None:
    """Not among what a village hands in."""
    assert "riwayat" not in evaluation_set()


def test_an_empty_history_says_so(document: Document) -> None:
    """No blank table."""
    made = printed(document)
    assert texts(made)[0] == ("Belum ada perubahan yang tercatat.",)
    assert not document.goes_on_from("")

"""S18-S20: a print, a code or a workbook against the plan, now and as it was."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import random_edit, small_plan
from tests.document.files import Clock, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import AddLine, RemoveLines, SetLine
from village_budget.document.edits.plan_head import SetVillage
from village_budget.document.export import export_forms
from village_budget.document.verify import former_states
from village_budget.document.verify.verification import verify_code, verify_workbook
from village_budget.domain.lines import Part
from village_budget.errors import ExportError
from village_budget.reports.qr_code import identity_code


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan, open, with one step behind it."""
    opened = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    opened.apply(SetLine(5, {"description": "Semen 50 kg"}))
    yield opened
    opened.close()


@settings(max_examples=20)
@given(seed=st.integers(0, 2**32), steps=st.integers(1, 15))
def test_each_state_of_the_journal_is_met_again(seed: int, steps: int) -> None:
    """Rows and fingerprint after each step, going back; undo and redo are steps like others."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        opened = Document.open(save_plan(Path(folder) / "desa.apbdes", small_plan()), clock=Clock())
        try:
            met = [(state(opened)[:4], opened.fingerprint)]
            for _ in range(steps):
                acts = [lambda: opened.apply(random_edit(opened.plan, rng)), opened.undo, opened.redo]
                done = rng.choices(acts, (6, 2, 1))[0]()
                if done is not None and done.changes:
                    met.append((state(opened)[:4], opened.fingerprint))
            back = [
                ((one.plan.village, one.plan.info, dict(one.plan.activities), dict(one.plan.lines)), one)
                for one in former_states.states(opened)
            ]
            assert len(back) == len(met)
            assert [one.fingerprint for _, one in back] == [fingerprint for _, fingerprint in reversed(met)]
            assert [rows for rows, _ in back] == [rows for rows, _ in reversed(met)]
        finally:
            opened.close()


def test_the_code_of_the_plan_as_it_is(document: Document) -> None:
    """S18: typed in any grouping and case, or what the QR says."""
    short = document.short_fingerprint
    info, village = document.plan.info, document.plan.village
    qr = identity_code(village.code, info.fiscal_year, info.version, document.fingerprint)
    for text in (short, short.replace(" ", ""), short.lower(), short.replace(" ", "-"), qr, f" {qr}\n"):
        found = verify_code(text, document)
        assert found.matches
        assert (found.revision, found.present_revision, found.changed) == (1, 1, ())


def test_a_code_of_an_earlier_state_tells_what_changed(document: Document) -> None:
    """S20: print of revision n, file of revision m, and the lines."""
    printed = document.short_fingerprint
    document.apply(SetLine(6, {"unit_price": 1_000_00}))
    document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", "Batu"))
    document.apply(RemoveLines((3,)))
    found = verify_code(printed, document)
    assert not found.same_plan
    assert (found.revision, found.present_revision) == (1, 4)
    told = [(one.before and one.before.id, one.after and one.after.id) for one in found.changed]
    assert told == [(6, 6), (None, max(document.plan.lines)), (3, None)]


def test_a_code_that_the_journal_does_not_know(document: Document) -> None:
    found = verify_code("0123 4567 89AB CDEF", document)
    assert (found.same_plan, found.revision, found.changed) == (False, None, ())


@pytest.mark.parametrize("text", ["", "7F3A", "7F3A 91C2 D04E 55BG", "VB1:x", "VB1:35.10.99.2001:2026:0:xyz"])
def test_what_is_no_code_is_refused(document: Document, text: str) -> None:
    with pytest.raises(ExportError) as told:
        verify_code(text, document)
    assert told.value.code in {"fingerprint-unreadable", "workbook-of-other-village"}


def exported(document: Document, folder: Path, form: str = "apbdes") -> Path:
    return export_forms(document, [form], folder)[0]


def test_a_workbook_of_an_earlier_state_is_not_called_altered(document: Document, tmp_path: Path) -> None:
    """S20: its cells agree with the plan as it was when it was exported."""
    book = exported(document, tmp_path, "rab")
    document.apply(SetLine(6, {"unit_price": 1_000_00}))
    found = verify_workbook(book, document)
    assert (found.same_plan, found.revision, found.differences) == (False, 1, ())
    assert [one.after and one.after.id for one in found.changed] == [6]


def test_a_workbook_of_an_earlier_state_that_was_altered_too(document: Document, tmp_path: Path) -> None:
    book = exported(document, tmp_path)
    document.apply(SetLine(6, {"unit_price": 1_000_00}))
    opened = openpyxl.load_workbook(book)
    cell = next(
        cell
        for row in opened["APB Desa"].iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and cell.value
    )
    cell.value += 1
    opened.save(book)
    found = verify_workbook(book, document)
    assert (found.revision, found.present_revision) == (1, 2)
    assert [(one.sheet, one.cell) for one in found.differences if not one.follows] == [
        ("APB Desa", cell.coordinate)
    ]


def test_signers_may_change_after_the_export(document: Document, tmp_path: Path) -> None:
    """The fingerprint does not cover them: the state with the old names is found in the journal."""
    book = exported(document, tmp_path)
    document.apply(SetVillage({"head": "Kepala Desa Baru"}))
    found = verify_workbook(book, document)
    assert found.same_plan
    assert found.differences == ()


def test_two_hundred_alterations_of_two_hundred_are_found(document: Document, tmp_path: Path) -> None:
    """S19: one amount, one text, a source, a deleted row's cells: sheet and cell are named each time."""
    book = exported(document, tmp_path, "paket")
    fresh = openpyxl.load_workbook(book)
    cells = [
        (sheet.title, cell.coordinate)
        for sheet in fresh.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and cell.protection.locked and "Halaman" not in str(cell.value)
    ]
    rng = random.Random(20260101)
    chosen = rng.sample(cells, 200)
    altered = tmp_path / "altered.xlsx"
    batch = 25
    for start in range(0, len(chosen), batch):
        opened = openpyxl.load_workbook(book)
        some = chosen[start : start + batch]
        for sheet, place in some:
            cell = opened[sheet][place]
            value = cell.value
            cell.value = value + rng.choice([1, -1, 0.01]) if isinstance(value, int | float) else f"{value}."
        opened.save(altered)
        named = {(one.sheet, one.cell) for one in verify_workbook(altered, document).differences}
        assert set(some) <= named


def test_looks_alone_are_no_alteration(document: Document, tmp_path: Path) -> None:
    """S19: widths, colours and hidden rows change nothing that is said."""
    book = exported(document, tmp_path)
    opened = openpyxl.load_workbook(book)
    sheet = opened["APB Desa"]
    sheet.column_dimensions["F"].width = 12
    sheet.row_dimensions[9].hidden = True
    sheet["F10"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    opened.save(book)
    assert verify_workbook(book, document).matches


def test_a_pdf_is_told_to_be_no_workbook_of_the_program(document: Document, tmp_path: Path) -> None:
    """It was told to be saved as CSV, which is no use here."""
    (tmp_path / "apbdes.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(ExportError, match="workbook-foreign"):
        verify_workbook(tmp_path / "apbdes.pdf", document)

"""The PDF: every word of the pages in it, real paper, whole or not at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.plans import sample_source, trap_plan
from tests.reports.workbooks import filled
from tests.ui.printing.sheets import all_documents, on_a4
from ui.printing.measure import FontMeasure
from ui.printing.pages import page_sheets
from ui.printing.pdf import write_pdf
from ui.printing.table_columns import figure_text
from village_budget.errors import ExportError
from village_budget.reports.catalogue import FORMS, PACKAGE, form
from village_budget.reports.report_document import Text
from village_budget.reports.source import ReportSource

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
MM = 72 / 25.4


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def trapped() -> ReportSource:
    """Every trap of real documents in a few lines."""
    return filled(trap_plan())


@needs_poppler
@pytest.mark.parametrize("form", ["apbdes", "penjabaran", "rab", "pemeriksaan", "evaluasi"])
def test_text_of_the_pdf_holds_every_word_of_every_page(qapp: object, tmp_path: Path, form: str) -> None:
    """U27: what was laid out is what can be read back, page by page; preview and PDF share the pages."""
    documents = all_documents()[form]
    path = tmp_path / "form.pdf"
    write_pdf(documents, path)
    pages = run("pdftotext", "-raw", str(path), "-").split("\f")[:-1]
    sheets = [sheet for document in documents for sheet in page_sheets(document, FontMeasure())]
    assert len(pages) == len(sheets)
    for page, sheet in zip(pages, sheets, strict=True):
        have = Counter(squeezed(page))
        want = Counter(squeezed("".join(text.text for text in sheet.texts)))
        assert have == want
        for text in sheet.texts:
            assert squeezed(text.text) in squeezed(page), text


@needs_poppler
@pytest.mark.parametrize("name", [info.name for info in (*FORMS, PACKAGE)])
@pytest.mark.parametrize("make", [trapped, sample_source])
def test_text_of_the_pdf_holds_every_cell_of_its_form(
    qapp: object, tmp_path: Path, name: str, make: Callable[[], ReportSource]
) -> None:
    """Row by row and in their order: heads, figures and words, also where a word or a row is broken."""
    documents = form(name).build(make())
    write_pdf(documents, tmp_path / "form.pdf")
    text = squeezed(run("pdftotext", "-raw", str(tmp_path / "form.pdf"), "-"))
    place = 0
    for document in documents:
        for row in document.rows:
            for cell in row.cells:
                words = squeezed(cell.text if isinstance(cell, Text) else figure_text(cell))
                found = text.find(words, place)
                assert found >= 0, f"{document.sheet_title}: {words!r} of {row}"
                place = found + len(words)


@needs_poppler
def test_paper_is_f4_or_a4_and_lies_as_the_form_does(qapp: object, tmp_path: Path) -> None:
    documents = all_documents()
    mixed = [documents["apbdes"][0], documents["pemeriksaan"][0], on_a4(documents["apbdes"][0])]
    write_pdf(mixed, tmp_path / "mixed.pdf")
    told = run("pdfinfo", "-f", "1", "-l", "99", str(tmp_path / "mixed.pdf"))
    sizes = {
        (round(float(w) / MM), round(float(h) / MM))
        for w, h in re.findall(r"size: +([\d.]+) x ([\d.]+)", told)
    }
    assert sizes == {(215, 330), (330, 215), (210, 297)}
    fonts = run("pdffonts", str(tmp_path / "mixed.pdf"))
    assert "NotoSans" in fonts
    assert " no " not in fonts.splitlines()[2][40:60]  # embedded


def test_a_failed_write_leaves_the_former_pdf(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F33, G06: the target is held by another program; what stood there is intact, nothing is left behind."""
    path = tmp_path / "form.pdf"
    path.write_bytes(b"former")
    monkeypatch.setattr("village_budget.atomic.sleep", lambda _: None)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError) as caught:
        write_pdf(all_documents()["apbdes"], path)
    assert caught.value.code == "export-target-open"
    assert path.read_bytes() == b"former"
    assert [found.name for found in tmp_path.iterdir()] == ["form.pdf"]


def test_cancel_stops_before_the_next_document(qapp: object, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    with pytest.raises(ExportError) as caught:
        write_pdf(
            all_documents()["rab"],
            tmp_path / "rab.pdf",
            progress=lambda done, all_: steps.append((done, all_)),
            cancelled=lambda: len(steps) == 2,
        )
    assert caught.value.code == "export-cancelled"
    assert len(steps) == 2
    assert not list(tmp_path.iterdir())


def test_no_documents_is_said(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="export-empty"):
        write_pdf([], tmp_path / "none.pdf")


def test_command_line_without_a_window(tmp_path: Path) -> None:
    """`export --pdf` makes its own application where none runs, and leaves in good order."""
    program = (
        "from pathlib import Path; from tests.ui.printing.sheets import all_documents;"
        "from ui.printing.pdf import write_pdf;"
        f"write_pdf(all_documents()['apbdes'], Path({str(tmp_path / 'a.pdf')!r}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")

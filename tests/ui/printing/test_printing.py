"""Paper and PDF by one hand: the same pages on a printer that writes to a file; ranges, trouble, stopping."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from tests.reports.plans import sample_source
from tests.ui.printing.sheets import all_documents
from ui.printing import print_job
from ui.printing.choices import PageRangeError, PrintChoices, parse_pages, sheets_of_paper
from ui.printing.paged import Page
from ui.printing.pages import PageLayout
from ui.printing.pdf import write_pages
from ui.printing.preview import page_image
from ui.printing.print_job import PdfJob, PrintJob
from ui.support.background import Task
from village_budget.errors import ExportError
from village_budget.reports.catalogue import form
from village_budget.reports.report_document import on_paper

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
CHOICES = PrintChoices("Printer kantor")


def paper_at(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.fixture
def paper(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer that writes what it prints to a file."""
    path = tmp_path / "paper.pdf"
    monkeypatch.setattr(print_job, "made_printer", lambda name: paper_at(path))
    return path


def pages_of(name: str, paper_name: str = "F4", margin: float = 11.0) -> list[Page]:
    documents = [on_paper(made, paper_name, margin) for made in form(name).build(sample_source())]
    layouts = [PageLayout(document) for document in documents]
    return [(layout, number) for layout in layouts for number in range(len(layout.pages))]


def read(path: Path) -> list[str]:
    command = ("pdftotext", "-layout", str(path), "-")
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]


def pictures(path: Path, folder: Path) -> list[QImage]:
    folder.mkdir()
    subprocess.run(("pdftoppm", "-gray", "-r", "60", "-png", str(path), str(folder / "p")), check=True)
    found = [QImage(str(page)) for page in sorted(folder.iterdir())]
    return [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in found]


def differing(one: QImage, other: QImage) -> float:
    """Share of the dots that are clearly darker in one picture than in the other."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > 64 for a, b in pairs) / (one.width() * one.height())


def seen_from_afar(image: QImage) -> QImage:
    """As grey as its words and lines are: two programs draw edges differently, but no more ink."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(126, 180, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


@needs_poppler
@pytest.mark.parametrize(("name", "paper_name", "margin"), [("apbdes", "F4", 11.0), ("evaluasi", "A4", 17.0)])
def test_paper_pdf_and_preview_are_one(
    paper: Path, tmp_path: Path, name: str, paper_name: str, margin: float
) -> None:
    """U27: what the printer gets, what the PDF holds and what the screen shows: the same words and dots."""
    pages = pages_of(name, paper_name, margin)
    assert PrintJob(pages, CHOICES).run(Task()) == len(pages)
    PdfJob(pages, tmp_path / "export.pdf").run(Task())
    assert read(paper) == read(tmp_path / "export.pdf")
    printed = pictures(paper, tmp_path / "printed")
    exported = pictures(tmp_path / "export.pdf", tmp_path / "exported")
    assert len(printed) == len(exported) == len(pages)
    for page, on_sheet, in_file in zip(pages, printed, exported, strict=True):
        assert differing(on_sheet, in_file) < 0.001
        shown = page_image(*page, 4 * on_sheet.width()).convertToFormat(QImage.Format.Format_Grayscale8)
        assert differing(seen_from_afar(on_sheet), seen_from_afar(shown)) < 0.02
    moved = page_image(*pages_of(name, paper_name, margin + 2)[0], 4 * printed[0].width())
    far = seen_from_afar(moved.convertToFormat(QImage.Format.Format_Grayscale8))
    assert differing(seen_from_afar(printed[0]), far) > 0.04


@needs_poppler
def test_only_the_chosen_pages_are_printed_each_on_its_paper(paper: Path) -> None:
    """Upright and lying pages in one job, in the order they were chosen."""
    upright, lying = pages_of("penjabaran"), pages_of("pemeriksaan")
    chosen = [upright[2], lying[0], upright[0]]
    assert PrintJob(chosen, CHOICES).run(Task()) == 3
    told = subprocess.run(
        ("pdfinfo", "-f", "1", "-l", "9", str(paper)), check=True, capture_output=True, text=True
    ).stdout
    sizes = re.findall(r"size: +([\d.]+) x ([\d.]+)", told)
    wide = [float(width) > float(height) for width, height in sizes]
    assert wide == [False, True, False]
    assert wide == [layout.width > layout.height for layout, _ in chosen]
    assert "Halaman 3 dari" in read(paper)[0]
    assert "Halaman 1 dari" in read(paper)[2]


def test_a_part_of_a_page_is_that_part(qapp: object) -> None:
    """What is drawn sharp when a page is large lies where the whole page has it."""
    page = (PageLayout(all_documents()["apbdes"][0]), 0)
    part = QRect(300, 200, 240, 160)
    whole = page_image(*page, 1600).copy(part).convertToFormat(QImage.Format.Format_Grayscale8)
    cut = page_image(*page, 1600, 1.0, part)
    assert cut.offset() == part.topLeft()
    assert differing(whole, cut.convertToFormat(QImage.Format.Format_Grayscale8)) < 0.005


@pytest.mark.parametrize(
    ("text", "pages"),
    [("1-3, 5", (0, 1, 2, 4)), ("4", (3,)), (" 2 - 3 ;1,", (1, 2, 0)), ("3,3,2-3", (2, 1)), ("1–2", (0, 1))],
)
def test_pages_are_read_as_people_write_them(text: str, pages: tuple[int, ...]) -> None:
    assert parse_pages(text, 5) == pages


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "pages-unreadable"), ("a", "pages-unreadable"), ("3-1", "pages-unreadable"),
     ("1--2", "pages-unreadable"), ("0", "pages-outside"), ("6", "pages-outside"), ("2-9", "pages-outside")],
)  # fmt: skip
def test_pages_that_are_not_there_are_refused(text: str, code: str) -> None:
    with pytest.raises(PageRangeError) as caught:
        parse_pages(text, 5)
    assert caught.value.code == code


def test_sheets_are_counted() -> None:
    assert sheets_of_paper(5, PrintChoices("x", copies=2, both_sides=True)) == 6
    assert sheets_of_paper(5, PrintChoices("x", copies=3)) == 15


def test_a_printer_that_does_not_begin_is_said(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G06: nothing was printed, and that is said."""
    monkeypatch.setattr(print_job, "made_printer", lambda name: paper_at(tmp_path))
    monkeypatch.setattr("ui.printing.printer.QPainter.begin", lambda *_: False)
    with pytest.raises(ExportError) as caught:
        PrintJob(pages_of("apbdes"), CHOICES).run(Task())
    assert caught.value.code == "print-refused"
    assert caught.value.details["name"] == "Printer kantor"


def test_a_printer_that_gives_up_is_said(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """G06: how many pages were sent is told."""
    monkeypatch.setattr(QPrinter, "newPage", lambda _: False)
    with pytest.raises(ExportError) as caught:
        PrintJob(pages_of("apbdes"), CHOICES).run(Task())
    assert (caught.value.code, caught.value.details["pages"]) == ("print-failed", 1)


def test_a_job_stops_at_the_next_page(paper: Path) -> None:
    """Stopped after the second page: no third one is drawn, and the job is taken back."""
    task = Task()
    task.progressed.connect(lambda done, _: task.cancel() if done == 2 else None)
    with pytest.raises(ExportError) as caught:
        PrintJob(pages_of("apbdes"), CHOICES).run(task)
    assert (caught.value.code, caught.value.details["pages"]) == ("print-stopped", 2)


def test_a_stopped_pdf_leaves_the_former_one(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"former")
    with pytest.raises(ExportError, match="export-cancelled"):
        write_pages(pages_of("apbdes"), path, cancelled=lambda: True)
    assert path.read_bytes() == b"former"
    with pytest.raises(ExportError, match="export-empty"):
        write_pages([], path)

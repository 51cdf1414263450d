"""The quick guide and the sheet of keys on paper: every word there, nothing over the edge, from the help."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.help import guide_paper, help_paper
from ui.help.guide import GuidePainter, sheets
from ui.help.guide_text import guide_pages
from ui.help.help_dialog import HelpDialog
from ui.help.help_text import HelpBook
from ui.main_window import MainWindow
from ui.printing.page_sheet import PAPERS_MM
from village_budget import paths
from village_budget.rules.packs.loader import load_pack

_DPI = 50
FOOT_MM = 14


def test_there_are_four_to_six_pages_with_pictures_that_exist() -> None:
    """U35: printable, in Indonesian, with pictures of the screens."""
    pages = guide_pages()
    assert 4 <= len(sheets([("F1", "Bantuan")], whole=True)) <= 6
    for page in pages:
        assert page.title
        assert page.lead
        assert len(page.steps) >= 3
        assert page.picture
        assert not QImage(str(paths.resource("help", page.picture))).isNull()


def _drawn(paper: str, keys: Sequence[tuple[str, str]]) -> list[QImage]:
    """The pages as pictures."""
    width, height = PAPERS_MM[paper]
    found = []
    drawn = sheets(keys, whole=True)
    for number, page in enumerate(drawn, start=1):
        image = QImage(round(width * _DPI / 25.4), round(height * _DPI / 25.4), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.scale(_DPI / 2540, _DPI / 2540)
        hand = GuidePainter(painter, paper, guide_paper.guide_words())
        if page is None:
            hand.draw_keys(keys, number, len(drawn))
        else:
            hand.draw(page, number, len(drawn))
        painter.end()
        found.append(image)
    return found


def _ink_between(image: QImage, top_mm: float, bottom_mm: float) -> int:
    dots = 0
    for y in range(round(top_mm * _DPI / 25.4), min(round(bottom_mm * _DPI / 25.4), image.height())):
        dots += sum(image.pixelColor(x, y).lightness() < 240 for x in range(image.width()))
    return dots


@pytest.mark.parametrize("paper", PAPERS_MM)
def test_nothing_runs_into_the_foot_or_over_the_edge(desk: Desk, window: MainWindow, paper: str) -> None:
    """U27: on F4, A4 and Legal there is air above the foot line of each page, and in its margins."""
    height = PAPERS_MM[paper][1]
    for number, image in enumerate(_drawn(paper, window.key_list()), start=1):
        assert _ink_between(image, height - FOOT_MM - 2.5, height - FOOT_MM) == 0, (paper, number)
        assert _ink_between(image, height - 5, height) == 0
        left = [image.pixelColor(x, y) for x in range(round(10 * _DPI / 25.4))
                for y in range(round(40 * _DPI / 25.4), image.height())]  # fmt: skip
        assert all(colour.lightness() > 240 for colour in left), (paper, number)


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _text(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return _squeezed(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
@pytest.mark.parametrize("whole", [True, False])
def test_the_pdf_holds_every_key_and_step(
    desk: Desk, window: MainWindow, tmp_path: Path, *, whole: bool
) -> None:
    """U13, U35: the text of the PDF has every key with its words; the guide every step."""
    path = tmp_path / "panduan.pdf"
    keys = window.key_list()
    count = guide_paper.write_guide(path, keys, "F4", whole=whole)
    assert count == (len(guide_pages()) + 1 if whole else 1)
    text = _text(path)
    for key, words in keys:
        assert _squeezed(key) in text, key
        assert words.split()[0] in text, words
    if whole:
        for page in guide_pages():
            assert _squeezed(page.title) in text
            for head, _ in page.steps:
                assert _squeezed(head) in text, head


def test_it_is_saved_and_printed_from_the_help(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """U35: by the menu of the help, on the paper of the settings; a cancelled one leaves nothing."""
    dialog = HelpDialog(HelpBook("id", load_pack(2026), [("F1", "Bantuan")]))
    qtbot.addWidget(dialog)
    target = tmp_path / "panduan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    actions = [action for action in dialog.paper_menu().actions() if not action.isSeparator()]
    assert len(actions) == 4
    actions[0].trigger()
    assert target.with_suffix(".pdf").stat().st_size > 10_000
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert help_paper.save_pdf((), dialog, whole=False) is None

    def to_file(_parent: object) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
        return printer

    monkeypatch.setattr(guide_paper, "ask_printer", to_file)
    actions[3].trigger()
    assert (tmp_path / "cetak.pdf").exists()
    monkeypatch.setattr(guide_paper, "ask_printer", lambda _parent: None)
    assert guide_paper.print_guide([("F1", "Bantuan")], "A4") == 0

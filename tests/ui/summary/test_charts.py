"""Charts of the summary: read in grey, as words, as a table; saved whole and copied with their title."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.held_runner import HeldRunner
from ui.summary.chart_card import ChartCard, ChartView
from ui.summary.chart_picture import PictureWords, chart_file, kind_of
from ui.summary.charts import Bar
from ui.summary.fund_fill import (
    MIN_APART,
    MIN_STEP,
    contrast,
    fill_of,
)
from ui.support.formats import rounded
from ui.support.theme import apply_theme, theme
from ui.support.tokens import THEMES
from village_budget.errors import ExportError

pytestmark = pytest.mark.usefixtures("matplotlib_ready")
SLOW = 60_000
"""Milliseconds that drawing may take on a busy machine: matplotlib comes first, a PDF makes its fonts."""
FUNDS = ("DDS", "ADD", "PAD", "PBH", "PBP", "PBK", "SWD", "DLL", "")
BARS = (Bar("Pembangunan", (("DDS", 60_00), ("ADD", 30_00))), Bar("Tak terduga", (("DDS", 10_00),)))
WORDS = PictureWords(
    "Belanja $ & <bidang>", "Desa Sumberwangi", "Sidik 7F3A 91C2", (("DDS", "Dana Desa"), ("ADD", "Alokasi"))
)


@pytest.fixture
def card(qtbot: QtBot, look: None) -> ChartCard:
    made = ChartCard({"sector": "Sector", "year": "Year"})
    qtbot.addWidget(made)
    made.show_view(ChartView(WORDS.title, BARS, WORDS, "Nothing yet."))
    made.resize(640, 360)
    made.show()
    return made


@pytest.mark.parametrize("name", THEMES)
def test_neighbours_stay_apart_in_grey(qapp: QApplication, look: None, name: str) -> None:
    """U31: any two fund sources differ by `MIN_STEP` in grey or by their pattern; letters can be read."""
    apply_theme(qapp, name, 1.0)
    for one, other in itertools.combinations(FUNDS, 2):
        left, right = fill_of(one), fill_of(other)
        assert left.hatch != right.hatch or contrast(left.color, right.color) >= MIN_STEP, (one, other)
    assert all(contrast(fill_of(fund).color, fill_of(fund).over) >= 4.5 for fund in FUNDS)
    surface = theme().color("surface").name()
    assert all(contrast(fill_of(f).edge or fill_of(f).color, surface) >= MIN_APART for f in FUNDS)


def test_a_pattern_is_drawn(qapp: QApplication, look: None) -> None:
    """U31: the pattern is in the picture, not only in the table of patterns."""

    def inks(fund: str) -> set[str]:
        image = QImage.fromData(chart_file([Bar("", ((fund, 5),))], "png", PictureWords("")))
        row = [image.pixelColor(x, y).name() for y in range(185, 215, 3) for x in range(500, 700)]
        return set(row)

    assert len(inks("PAD")) > len(inks("DDS"))


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_year_that_spends_less_has_its_minus(look: None, kind: str) -> None:
    """U08: the sign is drawn, not an empty box; matplotlib warns of a missing letter, which fails here."""
    less = [Bar("2026", (("DDS", 50_00),), "\N{MINUS SIGN}16,0\N{NO-BREAK SPACE}%")]
    assert chart_file(less, kind, WORDS)


@pytest.mark.parametrize("name", ["chart.png", "chart.svg", "chart.pdf"])
def test_files_are_whole_and_say_their_title(
    qtbot: QtBot, card: ChartCard, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    with qtbot.waitSignal(card.saved, timeout=SLOW):
        card.save_as(path)
    content = path.read_bytes()
    if name.endswith("png"):
        image = QImage.fromData(content)
        assert image.width() == 1800
        assert round(image.dotsPerMeterX() * 0.0254) == 200
        assert image.text("Title") == WORDS.title
    elif name.endswith("svg"):
        text = content.decode()
        for words in ("Belanja $ &amp; &lt;bidang&gt;", "Desa Sumberwangi", "Sidik 7F3A 91C2", "Pembangunan"):
            assert words in text
    else:
        assert content.startswith(b"%PDF")
        assert b"%%EOF" in content[-20:]
        assert b"/Title (Belanja $ & <bidang>)" in content
    assert path.name in card.note.text()
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_file_that_cannot_be_written_is_said(qtbot: QtBot, card: ChartCard, tmp_path: Path) -> None:
    """One sentence, and nothing left behind."""
    with qtbot.waitSignal(card.failed, timeout=SLOW) as told:
        card.save_as(tmp_path / "missing" / "chart.png")
    assert isinstance(told.args[0], ExportError)
    assert not list(tmp_path.iterdir())


def test_the_name_decides_the_kind() -> None:
    assert kind_of(Path("a.SVG")) == "svg"
    assert kind_of(Path("a"), "PDF (*.pdf)") == "pdf"
    assert kind_of(Path("a.b")) == "png"


def test_saving_by_the_button_asks_for_a_name(
    qtbot: QtBot, card: ChartCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U33: without a mouse: the button takes Space."""
    target = tmp_path / "gambar"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "SVG (*.svg)"))
    with qtbot.waitSignal(card.saved, timeout=SLOW):
        QTest.keyClick(card.save, Qt.Key.Key_Space)
    assert (tmp_path / "gambar.svg").exists()


def test_the_menu_key_offers_the_same_as_the_right_button(qtbot: QtBot, card: ChartCard) -> None:
    """U33."""
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        with qtbot.waitSignal(card.canvas.menu_asked):
            QApplication.sendEvent(card.canvas, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
        menu = QApplication.activePopupWidget()
        assert menu is not None
        assert [action.text() for action in menu.actions() if action.text()] == [
            "Save picture\N{HORIZONTAL ELLIPSIS}", "Copy picture", "Show as a table"
        ]  # fmt: skip
        menu.close()


def test_ctrl_c_copies_the_picture(qtbot: QtBot, card: ChartCard) -> None:
    """U36: the picture with its words, ready to be pasted."""
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged, timeout=SLOW):
        QTest.keyClick(card.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().width() == 1800


def test_the_table_says_what_the_picture_shows(card: ChartCard) -> None:
    """U30: figures as rows; the picture's own words say the same."""
    QTest.mouseClick(card.as_table, Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    assert not card.canvas.isVisible()
    rows = [
        [card.table.item(row, place).text().strip() for place in range(3)]
        for row in range(card.table.rowCount())
    ]
    assert rows == [
        ["Pembangunan", "90", "90,0\N{NO-BREAK SPACE}%"],
        ["DDS", "60", "60,0\N{NO-BREAK SPACE}%"],
        ["ADD", "30", "30,0\N{NO-BREAK SPACE}%"],
        ["Tak terduga", "10", "10,0\N{NO-BREAK SPACE}%"],
        ["Total", "100", "100,0\N{NO-BREAK SPACE}%"],
    ]
    assert "Pembangunan 90, 90,0" in card.canvas.accessibleName()


def test_nothing_to_show_says_what_to_do(card: ChartCard, held: HeldRunner) -> None:
    card.show_view(ChartView("Year", (), PictureWords("Year"), "Only one year."))
    held.held.clear()
    assert card.empty.isVisible()
    assert card.empty.text() == "Only one year."
    assert not card.save.isEnabled()
    card.copy()
    assert not held.held


@pytest.mark.parametrize(
    ("rupiah", "words"),
    [
        (0, "0"), (950, "950"), (1_500, "1,5 ribu"), (683_129_300, "683 juta"), (12_940_000, "12,9 juta"),
        (1_459_971_435, "1,46 miliar"), (1_000_000_000, "1 miliar"), (999_999_999_999_999, "1000 triliun"),
        (-2_300_000, "\N{MINUS SIGN}2,3 juta"),
    ],
)  # fmt: skip
def test_large_amounts_are_said_short(rupiah: int, words: str) -> None:
    """U08: with a decimal comma, as everywhere."""
    assert rounded(rupiah * 100) == words


def test_the_words_are_in_the_pdf(look: None) -> None:
    """Text can be searched: fonts are embedded with their letters."""
    made = chart_file(list(BARS), "pdf", WORDS)
    assert b"/FontFile2" in made
    assert b"/ToUnicode" in made
